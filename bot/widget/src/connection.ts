/**
 * Keeps a connection to the server: a WebSocket where that works, else server-sent events, else polling. Notices when it
 * breaks, also without a sign, and opens it again; the last way that worked is tried first.
 */
import type { ClientFrame, ServerFrame } from "./frames";
import type { Ears, Link, Open, Place } from "./transport/link";

export type Status = "off" | "connecting" | "online";

export interface Host {
  /** Makes sure that there is a token. False when that failed for now. Milliseconds as in `Open`. */
  ready(patience: number): Promise<boolean>;
  place(): Place;
  frame(frame: ServerFrame): void;
  status(status: Status): void;
}

/** All in milliseconds. */
export const TIMES = {
  /**
   * How long the server may take for one reply, at first and at most: doubled by each round in a row in which that was not
   * enough, where a way has worked before by each further one only. A server that refuses at once is not slow.
   */
  patience: 2000,
  mostPatience: 10_000,
  /** The least that opening a connection may take, where one was opened before: a browser first tries the sockets that it kept. */
  leastOpening: 800,
  /** How long nothing may come before a ping asks whether the connection stands, while the visitor waits and otherwise. */
  quiet: 1500,
  idle: 20_000,
  /** Between one round of attempts and the next. */
  pauses: [150, 400, 1000],
  /** The same, where nobody waits and many rounds failed. */
  longPause: 30_000,
} as const;

const ROUNDS_ON_WHAT_WORKED = 3;
const ROUNDS_UNTIL_LONG_PAUSE = 60;

export class Connection {
  #link: Link | null = null;
  #status: Status = "off";
  #step = 0;
  #way: Open | null = null;
  #worked: Open | null = null;
  #failures = 0;
  /** Rounds in a row in which the patience ran out; and whether it did in the present one. */
  #slow = 0;
  #late = false;
  /** When the present attempt began, and how long the latest that worked had taken. */
  #opening = 0;
  #took = 0;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `ways` are tried in the order given. */
  constructor(private readonly host: Host, private readonly ways: readonly Open[]) {}

  get status(): Status {
    return this.#status;
  }

  /** The way of the present connection; null without one. */
  get way(): Open | null {
    return this.#status === "online" ? this.#way : null;
  }

  start(): void {
    if (this.#status === "off") this.#round();
  }

  stop(): void {
    this.#end();
    this.#say("off");
  }

  /** Reads on from the present place over a new connection. */
  restart(): void {
    this.stop();
    this.start();
  }

  /** The network or the page came back: finds out now whether the connection stands, or connects now. */
  look(): void {
    if (this.#status === "online") this.#ping();
    else if (this.#status === "connecting" && !this.#link) this.#round();
  }

  /** Sends a frame; false while there is no connection. A break that follows is told by `status`. */
  send(frame: ClientFrame): boolean {
    if (this.#status !== "online" || !this.#link) return false;
    if (frame.t === "say") this.#expect();
    this.#link.send(frame);
    return true;
  }

  get #patience(): number {
    return TIMES.patience * this.#doubled;
  }

  /** By how much more patience is due with a slow server. */
  get #doubled(): number {
    return Math.min(2 ** Math.max(0, this.#slow - (this.#worked ? ROUNDS_ON_WHAT_WORKED : 0)), TIMES.mostPatience / TIMES.patience);
  }

  /** How long a connection may take to open. */
  get #openingPatience(): number {
    if (!this.#worked) return this.#patience;
    return Math.max(TIMES.leastOpening, Math.min(2 * this.#took, TIMES.patience)) * this.#doubled;
  }

  #say(status: Status): void {
    const changed = status !== this.#status;
    this.#status = status;
    if (changed) this.host.status(status);
  }

  /** Ends the present link and whatever was waiting. */
  #end(): void {
    this.#run += 1;
    clearTimeout(this.#timer);
    this.#link?.close();
    this.#link = null;
  }

  #round(): void {
    this.#step = 0;
    void this.#attempt();
  }

  async #attempt(): Promise<void> {
    this.#end();
    this.#say("connecting");
    const run = this.#run;
    const asked = Date.now();
    const ready = await this.host.ready(this.#patience);
    if (run !== this.#run) return;
    if (!ready) {
      this.#late = Date.now() - asked >= this.#patience;
      return this.#pause();
    }
    const ears: Ears = {
      frame: (frame) => { if (run === this.#run) this.#heard(frame); },
      gone: () => { if (run === this.#run) this.#gone(); },
    };
    this.#opening = Date.now();
    this.#timer = setTimeout(() => {
      this.#late = true;
      ears.gone();
    }, this.#openingPatience);
    this.#way = this.#order()[this.#step]!;
    this.#link = this.#way(() => this.host.place(), ears, this.#patience);
  }

  #heard(frame: ServerFrame): void {
    if (frame.t !== "bye") {
      if (this.#status !== "online") this.#took = Date.now() - this.#opening;
      this.#worked = this.#way;
      this.#failures = this.#slow = 0;
      this.#late = false;
      this.#listen();
      this.#say("online");
    }
    this.host.frame(frame);
  }

  #gone(): void {
    this.#step += 1;
    if (this.#status === "online" || this.#step >= this.#order().length) this.#pause();
    else void this.#attempt();
  }

  /** The ways of one round. What worked is not given up for another at the first failure: the server may be restarting. */
  #order(): Open[] {
    const worked = this.#worked;
    if (!worked) return [...this.ways];
    return this.#failures <= ROUNDS_ON_WHAT_WORKED ? [worked] : [worked, ...this.ways.filter((each) => each !== worked)];
  }

  /** Waits a little, longer each time and never exactly as long as all others, and tries again. */
  #pause(): void {
    this.#end();
    this.#say("connecting");
    const { pauses, longPause } = TIMES;
    const pause = pauses[Math.min(this.#failures, pauses.length - 1)]!;
    this.#failures += 1;
    this.#slow = this.#late ? this.#slow + 1 : 0;
    this.#late = false;
    const long = this.#failures > ROUNDS_UNTIL_LONG_PAUSE && !this.host.place().eager;
    this.#timer = setTimeout(() => this.#round(), (long ? longPause : pause) * (0.5 + Math.random() / 2));
  }

  /** Something was heard: the next question whether the connection stands can wait. */
  #listen(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ping(), this.host.place().eager ? TIMES.quiet : TIMES.idle);
  }

  #ping(): void {
    this.#expect();
    this.#link?.send({ t: "ping" });
  }

  #expect(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#gone(), this.#patience);
  }
}
