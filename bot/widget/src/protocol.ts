/**
 * The chat protocol as a state machine without input or output: frames and what the visitor does go in, what is shown and
 * what is to be sent come out. bot/channels/README.md says what each frame means.
 *
 * Every message is shown exactly once and in the server's order, whatever is lost, doubled or reordered on the way:
 * entries are taken by their number, and what has no number (a reply that could not be stored) by its id.
 */
import type { Entry, Message, RefusalCode, Say, ServerFrame } from "./frames";

/** A message of the visitor that the server's log does not show yet. */
export interface Outgoing {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** `unsent`: to be handed over; `sent`: handed over, no answer yet; `stored`: safe on the server; `refused`: not taken. */
  readonly state: "unsent" | "sent" | "stored" | "refused";
  /** Why it was refused; with `state` `unsent` the reason to wait until `after`. */
  readonly refusal?: { readonly code: RefusalCode; readonly message: string };
  /** Milliseconds since 1970 before which it is not sent again. */
  readonly after?: number;
  /** Its number in the log, once stored. */
  readonly seq?: number;
}

export interface VisitorItem {
  readonly by: "visitor";
  /** Different for every item of the conversation, and the same for one message before and after it is stored. */
  readonly key: string;
  readonly id: string;
  readonly seq: number | null;
  readonly at: string;
  readonly text: string;
  readonly title?: string;
}

export interface BotItem {
  readonly by: "bot";
  readonly key: string;
  readonly seq: number | null;
  readonly at: string;
  readonly re: string | null;
  readonly message: Message;
  /** Whether it came while the page was open, and not with the history of the conversation. */
  readonly live: boolean;
}

export type Item = VisitorItem | BotItem;

export class Conversation {
  /** The log as far as it has no gap, and what came without a number, in the order of arrival. */
  items: Item[] = [];
  /** Messages of the visitor, oldest first. */
  outbox: Outgoing[] = [];
  /** Which log the numbers belong to; empty before the first. */
  epoch = "";
  /** The last entry before the first gap: read on from here. */
  upto = 0;
  /** The last entry that the visitor has seen, here or elsewhere. */
  seen = 0;
  /** Ids of the messages that are being answered now. */
  readonly working = new Set<string>();

  readonly #early = new Map<number, Entry>();
  readonly #loose = new Set<string>();
  #last = 0;
  #history = 0;
  #welcomed: { epoch: string; last: number } | null = null;
  #fresh = true;

  constructor(outbox: readonly Outgoing[] = []) {
    this.outbox = outbox.map((each) => ({ ...each, state: "unsent" }));
  }

  /** The visitor says something. The id must be new, also to the server. */
  say(id: string, text: string, title?: string): void {
    this.outbox = [...this.outbox, { id, text, ...(title === undefined ? {} : { title }), state: "unsent" }];
  }

  /** Forgets a message that the server did not take. */
  drop(id: string): void {
    this.outbox = this.outbox.filter((each) => each.id !== id);
  }

  /**
   * The message to send now, marked as sent; null when there is none. One at a time: the next follows when this one is
   * acknowledged, so that a refusal cannot change their order.
   */
  next(now: number): Say | null {
    const first = this.outbox.find((each) => each.state === "unsent" || each.state === "sent");
    if (!first || first.state === "sent" || (first.after ?? 0) > now) return null;
    this.#change(first.id, { state: "sent" });
    const { id, text, title } = first;
    return title === undefined ? { t: "say", id, text } : { t: "say", id, text, title };
  }

  /** When `next` should be asked again, in milliseconds since 1970; null when nothing waits for a time. */
  due(): number | null {
    const first = this.outbox.find((each) => each.state === "unsent" || each.state === "sent");
    return first?.state === "unsent" ? (first.after ?? null) : null;
  }

  /** The connection is gone: what was on its way is sent again over the next one, under the same id. */
  lost(): void {
    this.outbox = this.outbox.map((each) => (each.state !== "refused" && each.seq === undefined ? { ...each, state: "unsent" } : each));
    this.working.clear();
    this.#welcomed = null;
  }

  /** Whether the server is known to have entries that did not come: then read on from `upto` again. */
  behind(): boolean {
    const known = this.outbox.map((each) => each.seq ?? 0);
    return Math.max(this.#last, ...this.#early.keys(), ...known) > this.upto;
  }

  /** Messages of the visitor that the server does not have, as they are kept over a reload. */
  unsent(): Outgoing[] {
    return this.outbox.filter((each) => each.state === "unsent" || each.state === "sent");
  }

  /** The visitor has closed the chat: what was said until then is news no more. */
  leave(): void {
    this.items = this.items.map((each) => (each.by === "bot" && each.live ? { ...each, live: false } : each));
  }

  /** Takes a frame of the server. Gives back the assistant's new messages, without those of the history. */
  receive(frame: ServerFrame, now: number): BotItem[] {
    switch (frame.t) {
      case "welcome": return this.#welcome(frame.epoch, frame.last, frame.seen);
      case "entry": return this.#entry(frame);
      case "stored": return this.#stored(frame.id, frame.seq, now);
      case "working": return this.#begun(frame.re);
      case "settled": return this.#settled(frame.re);
      case "loose": return this.#unnumbered(frame.id, frame.re, frame.message, now);
      case "refused": return this.#refused(frame.id, frame.code, frame.message, frame.retry_after, now);
      case "reset": return this.#reset(frame.epoch);
      default: return [];
    }
  }

  #welcome(epoch: string, last: number, seen: number): BotItem[] {
    if (epoch !== this.epoch && this.epoch !== "") this.#clear();
    this.epoch = epoch;
    this.#welcomed = { epoch, last };
    this.#last = Math.max(this.#last, last);
    this.outbox = this.outbox.map((each) => ((each.seq ?? 0) > last ? again(each) : each));
    this.seen = Math.max(this.seen, seen);
    if (this.#fresh) this.#history = last;
    this.#fresh = false;
    return [];
  }

  #reset(epoch: string): BotItem[] {
    const welcome = this.#welcomed?.epoch === epoch ? this.#welcomed : null;
    this.#clear();
    this.epoch = epoch;
    // A log that is shown whole for the first time is history; one that begins now is not.
    this.#history = this.#last = welcome?.last ?? 0;
    this.#fresh = !welcome && epoch !== "";
    return [];
  }

  #clear(): void {
    this.items = [];
    this.outbox = this.outbox.filter((each) => each.state !== "stored");
    this.upto = this.seen = this.#last = 0;
    this.#early.clear();
    this.#loose.clear();
    this.working.clear();
    this.#fresh = true;
  }

  #entry(entry: Entry): BotItem[] {
    if (entry.seq <= this.upto || this.#early.has(entry.seq)) return [];
    this.#early.set(entry.seq, entry);
    const heard: BotItem[] = [];
    for (let next = this.#early.get(this.upto + 1); next; next = this.#early.get(this.upto + 1)) {
      this.#early.delete(next.seq);
      this.upto = next.seq;
      const item = this.#shown(next);
      if (item.by === "bot" && item.live) heard.push(item);
    }
    return heard;
  }

  #shown(entry: Entry): Item {
    const item = entry.by === "visitor" ? written(entry) : this.#answered(entry);
    const before = this.#saidBefore(entry);
    const others = this.items.filter((each) => each.key !== item.key && each !== before);
    this.items = [...others, item];
    if (item.by === "visitor") this.drop(item.id);
    return item;
  }

  #answered(entry: Extract<Entry, { by: "bot" }>): BotItem {
    const { seq, at, re, message } = entry;
    return { by: "bot", key: `b${seq}`, seq, at, re, message, live: seq > this.#history && !this.#saidBefore(entry) };
  }

  /** What could not be written into the log at once was shown without a number; later its entry takes that place. */
  #saidBefore(entry: Entry): BotItem | undefined {
    if (entry.by === "visitor" || entry.re === null) return undefined;
    const same = (each: Item): each is BotItem => each.by === "bot" && each.seq === null && each.re === entry.re
      && JSON.stringify(each.message) === JSON.stringify(entry.message);
    return this.items.find(same);
  }

  #stored(id: string, seq: number | null, now: number): BotItem[] {
    if (seq === null) this.#admit(id, now);
    else if (seq <= this.upto) this.drop(id);
    else this.#change(id, { state: "stored", seq });
    return [];
  }

  #begun(re: string): BotItem[] {
    this.working.add(re);
    this.#change(re, { state: "stored" });
    return [];
  }

  #settled(re: string): BotItem[] {
    this.working.delete(re);
    this.#change(re, { state: "stored" });
    return [];
  }

  #unnumbered(id: string, re: string | null, message: Message, now: number): BotItem[] {
    if (this.#loose.has(id)) return [];
    this.#loose.add(id);
    if (re !== null) this.#admit(re, now);
    const at = new Date(now).toISOString();
    const item: BotItem = { by: "bot", key: `l${id}`, seq: null, at, re, message, live: true };
    this.items = [...this.items, item];
    return [item];
  }

  /** Shows a message of the visitor that the server took and could not write into the log. */
  #admit(id: string, now: number): void {
    const mine = this.outbox.find((each) => each.id === id);
    if (!mine) return;
    this.drop(id);
    this.items = [...this.items, written({ ...mine, seq: null, at: new Date(now).toISOString() })];
  }

  #refused(id: string, code: RefusalCode, message: string, seconds: number | undefined, now: number): BotItem[] {
    const refusal = { code, message };
    if (code === "too_often") this.#change(id, { state: "unsent", refusal, after: now + (seconds ?? 5) * 1000 });
    else this.#change(id, { state: "refused", refusal });
    return [];
  }

  /** A message that is stored stays so: a late refusal or a second acknowledgement changes nothing. */
  #change(id: string, change: Partial<Outgoing>): void {
    this.outbox = this.outbox.map((each) => (each.id === id && each.seq === undefined ? { ...each, ...change } : each));
  }
}

/** A message whose number the server does not know (it is of a log that was deleted): it is said anew. */
function again({ seq: _, ...message }: Outgoing): Outgoing {
  return { ...message, state: "unsent" };
}

function written({ id, seq, at, text, title }: Omit<VisitorItem, "by" | "key">): VisitorItem {
  return { by: "visitor", key: `v${id}`, id, seq, at, text, ...(title === undefined ? {} : { title }) };
}
