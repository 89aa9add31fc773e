/** One visitor's conversation on this page: what is kept, what is sent, what is shown, over whatever connection stands. */
import { Connection, type Status } from "./connection";
import { Entrance } from "./entrance";
import type { ByeCode, ServerFrame } from "./frames";
import type { Options, Ways } from "./options";
import { Conversation, type BotItem, type Outgoing } from "./protocol";
import { Store, type Kept } from "./store";
import { request } from "./transport/http";

/** What a session tells the panel. */
export interface Listener {
  /** Something that is shown changed. */
  changed(): void;
  /** The assistant said something new. */
  heard(items: readonly BotItem[]): void;
  /** The assistant has nothing more to say to what was said last. */
  settled(): void;
  /** A message was not taken, or not yet; `why` in the server's words. */
  refused(why: string): void;
}

/** Milliseconds: how long a gap may stay before it is read again, and how long the visitor counts as waiting. */
const GAP = 1500;
const EAGER = 60_000;
const DELETING = 10_000;

export class Session {
  readonly store: Store;
  chat: Conversation;
  /** Why there will be no connection on this page; null while there may be. */
  barred: Exclude<ByeCode, "token" | "stopping"> | null = null;
  /** Whether the conversation before this one could not be gone on with, for its token had expired. */
  ended = false;
  /** Whether the visitor looks at the conversation. */
  watched = false;

  readonly #connection: Connection;
  readonly #entrance: Entrance;
  readonly #mine = new Set<string>();
  #token: string;
  #active = 0;
  #told = 0;
  #due: ReturnType<typeof setTimeout> | undefined;
  #gap: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: Options, private readonly listener: Listener, private readonly ways: Ways, key: string) {
    this.#entrance = new Entrance(options.server);
    this.store = new Store(key);
    const kept = this.store.read();
    this.#token = kept.token;
    this.chat = new Conversation(kept.queue.map((each) => ({ ...each, state: "unsent" })));
    for (const each of kept.queue) this.#mine.add(each.id);
    const chosen = options.transport ? [ways[options.transport]] : Object.values(ways);
    this.#connection = new Connection({
      ready: (patience) => this.#enter(patience),
      place: () => this.#place(),
      frame: (frame) => this.#take(frame),
      status: (status) => this.#changedTo(status),
    }, chosen);
  }

  get status(): Status {
    return this.#connection.status;
  }

  /** How frames travel at present; empty while they do not. */
  get way(): string {
    const open = this.#connection.way;
    return Object.entries(this.ways).find(([, each]) => each === open)?.[0] ?? "";
  }

  /** Whether the visitor has said or been told anything here, as far as this page knows. */
  get known(): boolean {
    return this.#token !== "" || this.chat.outbox.length > 0;
  }

  /** Connects where there is something to read or to send. */
  wake(): void {
    this.#active = Date.now();
    if (this.known && !this.barred) this.#connection.start();
    this.#connection.look();
  }

  /** Lets go of the network; `wake` takes it up again. */
  sleep(): void {
    this.#connection.stop();
  }

  /** The visitor says something; `title` is what a button showed. */
  say(text: string, title?: string): void {
    this.ended = false;
    const id = newId();
    this.#mine.add(id);
    this.store.wait(title === undefined ? { id, text } : { id, text, title });
    this.chat.say(id, text, title);
    this.#active = Date.now();
    if (!this.barred) this.#connection.start();
    this.#send();
    this.listener.changed();
  }

  /** Takes a refused message away. */
  drop(id: string): void {
    this.chat.drop(id);
    this.#keep();
    this.listener.changed();
  }

  /** Everything that is shown was seen by the visitor. */
  see(): void {
    this.chat.seen = Math.max(this.chat.seen, this.chat.upto);
    if (this.chat.seen > this.#told && this.#connection.send({ t: "seen", upto: this.chat.seen })) this.#told = this.chat.seen;
  }

  /** Everything that the server keeps of the visitor, as JSON; null when it could not be had. */
  async transcript(): Promise<Blob | null> {
    try {
      return (await (await this.#ask("transcript", "GET"))?.blob()) ?? null;
    } catch { // broken off in the middle
      return null;
    }
  }

  /** Deletes the conversation on the server, and what is kept here. Gives back whether that worked. */
  async remove(): Promise<boolean> {
    if (this.#token && !(await this.#ask("conversation", "DELETE"))) return false;
    this.store.change({ token: "", queue: [], draft: "", unread: 0 });
    this.#begin("", []);
    return true;
  }

  /**
   * Another tab has begun or deleted the conversation, got a newer token for it, or learnt that the token has expired:
   * then what waits is still kept, while a deletion forgets it.
   */
  follow({ token, queue }: Kept): void {
    if (token === this.#token) return;
    const kept = new Set(queue.map(({ id }) => id));
    if (!token) return this.#begin("", this.chat.unsent().filter(({ id }) => kept.has(id)));
    if (!this.#token) return this.#begin(token, this.chat.unsent());
    this.#token = token;
    if (this.status !== "off") this.#connection.restart();
  }

  #begin(token: string, waiting: readonly Outgoing[]): void {
    this.#connection.stop();
    this.#token = token;
    this.#told = 0;
    this.chat = new Conversation(waiting);
    // A chat that was never opened here stays off the network.
    if (this.#active > 0) this.wake();
    this.listener.changed();
  }

  async #ask(path: string, method: string): Promise<Response | null> {
    try {
      const address = `${this.options.server}/webhooks/web/${path}`;
      const response = await request(address, this.#token, { method, signal: AbortSignal.timeout(DELETING) });
      return response.ok ? response : null;
    } catch {
      return null;
    }
  }

  #place() {
    const eager = this.watched && (this.chat.unsent().length > 0 || Date.now() - this.#active < EAGER);
    return { server: this.options.server, token: this.#token, epoch: this.chat.epoch, since: this.chat.upto, eager };
  }

  /** Gets a token where there is none, perhaps one that another tab has got meanwhile. */
  async #enter(patience: number): Promise<boolean> {
    if (this.#token) return true;
    const entry = await this.#entrance.ask(patience);
    if (entry === "barred") this.#bar("origin");
    if (typeof entry === "string") return false;
    this.#token = this.store.read().token || entry.token;
    this.store.change({ token: this.#token });
    return true;
  }

  #bar(code: "origin" | "protocol"): void {
    this.barred = code;
    this.#connection.stop();
    this.listener.changed();
  }

  #changedTo(status: Status): void {
    if (status !== "online") {
      this.chat.lost();
      clearTimeout(this.#gap);
      this.#gap = undefined;
    }
    this.listener.changed();
  }

  #take(frame: ServerFrame): void {
    if (frame.t === "bye") return this.#dismissed(frame.code);
    if (frame.t === "welcome" && frame.token) this.#renew(frame.token);
    if (frame.t === "reset") this.#told = 0;
    const heard = this.chat.receive(frame, Date.now());
    if (heard.length > 0) this.#active = Date.now();
    if (frame.t !== "pong") this.#keep();
    this.#send();
    this.#mind();
    if (heard.length > 0) this.listener.heard(heard);
    if (frame.t === "refused") this.listener.refused(frame.message);
    if (frame.t === "settled") this.listener.settled();
    // The history comes entry by entry and is shown at once, when it is whole.
    const more = frame.t === "entry" && heard.length === 0 && this.chat.behind();
    if (frame.t !== "pong" && !more) this.listener.changed();
  }

  #renew(token: string): void {
    this.#token = token;
    this.store.change({ token });
  }

  #dismissed(code: ByeCode): void {
    if (code === "origin" || code === "protocol") return this.#bar(code);
    if (code !== "token") return;
    // The token has expired, or the server has forgotten it: a new conversation, and what waits is said there.
    if (this.store.read().token === this.#token) this.store.change({ token: "" }); // else another tab has a newer one
    this.#connection.stop();
    this.#token = "";
    this.#told = 0;
    this.ended = true;
    this.chat = new Conversation(this.chat.unsent());
    if (this.chat.outbox.length > 0) this.#connection.start();
    this.listener.changed();
  }

  /** Sends what waits, now or when the server allows it. */
  #send(): void {
    if (this.status !== "online") return;
    const frame = this.chat.next(Date.now());
    if (frame) this.#connection.send(frame);
    clearTimeout(this.#due);
    const due = this.chat.due();
    if (due !== null) this.#due = setTimeout(() => this.#send(), Math.max(0, due - Date.now()));
  }

  /** Reads again what did not come. */
  #mind(): void {
    if (!this.chat.behind()) {
      clearTimeout(this.#gap);
      this.#gap = undefined;
    } else {
      this.#gap ??= setTimeout(() => {
        this.#gap = undefined;
        if (this.chat.behind() && this.status === "online") this.#connection.restart();
      }, GAP);
    }
  }

  /** Forgets on disk what the server has, or does not want. */
  #keep(): void {
    const waiting = new Set(this.chat.unsent().map((each: Outgoing) => each.id));
    const sent = new Set([...this.#mine].filter((id) => !waiting.has(id)));
    for (const id of sent) this.#mine.delete(id);
    if (sent.size > 0) this.store.sent(sent);
  }
}

/** An id that no other message has. `crypto.randomUUID` is missing on pages without https. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
