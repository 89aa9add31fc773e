/** The server's side of the protocol as its README describes it, and a network that loses, doubles and reorders frames. */
import type { ClientFrame, Entry, ServerFrame } from "../../../bot/widget/src/frames";
import { Conversation } from "../../../bot/widget/src/protocol";

/** One numbered log. A message is stored under its id once, whatever is repeated, and answered by `replies` entries. */
export class ServerLog {
  readonly log: Entry[] = [];
  /** How many messages more are refused as too many. */
  refusals = 0;

  /** Says something that nobody asked for. */
  remind(): ServerFrame[] {
    return [this.#append(null)];
  }

  answer(frame: ClientFrame, now: number): ServerFrame[] {
    if (frame.t === "hello") return [this.#welcome(), ...this.log.slice(frame.since)];
    return frame.t === "say" ? this.#say(frame, now) : [];
  }

  #welcome(): ServerFrame {
    return { t: "welcome", v: 1, epoch: "e", last: this.log.length, seen: 0 };
  }

  #say(frame: Extract<ClientFrame, { t: "say" }>, now: number): ServerFrame[] {
    const known = this.log.find((each) => each.by === "visitor" && each.id === frame.id);
    if (known) return [{ t: "stored", id: frame.id, seq: known.seq }];
    if (this.refusals > 0) {
      this.refusals -= 1;
      return [{ t: "refused", id: frame.id, code: "too_often", message: "Too many.", retry_after: 1 }];
    }
    const seq = this.log.length + 1;
    const entry: Entry = { t: "entry", seq, by: "visitor", id: frame.id, at: new Date(now).toISOString(), text: frame.text };
    this.log.push(entry);
    const replies = Array.from({ length: seq % 4 }, () => this.#append(frame.id));
    return [{ t: "stored", id: frame.id, seq }, entry, { t: "working", re: frame.id }, ...replies, { t: "settled", re: frame.id }];
  }

  #append(re: string | null): Entry {
    const seq = this.log.length + 1;
    const entry: Entry = { t: "entry", seq, by: "bot", re, at: "2026-11-21T10:00:00Z", message: { text: `reply ${seq}` } };
    this.log.push(entry);
    return entry;
  }
}

/** A visitor's page, the server, and the frames that are on their way between them. */
export class Network {
  readonly server = new ServerLog();
  readonly page = new Conversation();
  readonly said: string[] = [];
  readonly heard: number[] = [];
  now = 0;
  #up: ClientFrame[] = [];
  #down: ServerFrame[] = [];

  say(): void {
    const id = `m${this.said.length}`;
    this.said.push(id);
    this.page.say(id, `message ${id}`);
  }

  send(): void {
    const frame = this.page.next(this.now);
    if (frame) this.#up.push(frame);
  }

  remind(): void {
    this.#down.push(...this.server.remind());
  }

  /** The frame at `place` of those on their way arrives; with `copies` 0 it is lost, with 2 it comes twice. */
  arrive(way: "up" | "down", place: number, copies: number): void {
    const queue: unknown[] = way === "up" ? this.#up : this.#down;
    const [frame] = queue.splice(place % Math.max(1, queue.length), 1);
    for (let copy = 0; frame && copy < copies; copy += 1) this.#take(way, frame);
  }

  /** The connection breaks with everything on it, and a new one says hello. */
  reconnect(): void {
    this.#up = [];
    this.#down = [];
    this.page.lost();
    this.#up.push({ t: "hello", v: 1, token: "", epoch: this.page.epoch, since: this.page.upto });
  }

  /** Nothing goes wrong any more, until nothing is on its way or missing. */
  settle(): void {
    const rounds = 5 + this.said.length + this.server.refusals;
    for (let round = 0; round < rounds; round += 1) {
      this.reconnect();
      this.now += 2000;
      this.#drain();
    }
  }

  #drain(): void {
    for (this.send(); this.#up.length + this.#down.length > 0; this.send()) {
      this.arrive(this.#up.length > 0 ? "up" : "down", 0, 1);
    }
  }

  #take(way: "up" | "down", frame: unknown): void {
    if (way === "up") this.#down.push(...this.server.answer(frame as ClientFrame, this.now));
    else this.heard.push(...this.page.receive(frame as ServerFrame, this.now).map((each) => each.seq ?? 0));
  }
}
