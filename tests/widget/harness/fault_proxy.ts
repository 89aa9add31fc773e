/** A TCP proxy that breaks connections on purpose: what bad reception does to a visitor, at a chosen moment. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/**
 * How the next exchange on a connection is broken.
 *
 * - `before_send`: cut when the client sends next; nothing of it reaches the server
 * - `during_reply`: the client's bytes reach the server; cut after `bytes` bytes of what comes back
 * - `after_reply`: cut once what comes back has reached the client and nothing followed for `quiet` milliseconds
 * - `half_open`: the connection stands and carries nothing any more, in neither direction, and nobody is told
 */
export type Fault =
  | { readonly how: "before_send" }
  | { readonly how: "during_reply"; readonly bytes: number }
  | { readonly how: "after_reply"; readonly quiet: number }
  | { readonly how: "half_open" };

export type Kind = Fault["how"] | "now" | "refused";

/** One connection of a client, and its counterpart to the server. */
interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  silent: boolean; // half-open: carries nothing
  blocked: boolean; // answered by the proxy itself
  left: number; // bytes of the reply until a cut; infinite where none is due
  quiet: number; // milliseconds of silence after a reply until a cut; 0 where none is due
  timer: NodeJS.Timeout | undefined;
}

const REFUSAL = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/** Stands before a server on this machine. Armed with a fault, it breaks the next connection on which something is sent. */
export class FaultProxy {
  /** How many connections were broken, by kind. */
  readonly cuts = new Map<Kind, number>();
  /** Beginnings of requests that are answered with 502 in place of the server, such as `GET /webhooks/web/socket`. */
  readonly blocked: string[] = [];
  private readonly pairs = new Set<Pair>();
  private readonly listener: Server;
  private armed: { fault: Fault; least: number } | undefined;
  private refusing = false;

  constructor(private readonly target: number) {
    this.listener = createServer((client) => this.take(client)).unref(); // a test that fails before `close` still ends
  }

  /** Starts to listen on a port that the system chooses. */
  async listen(): Promise<void> {
    await new Promise<void>((done, failed) => {
      this.listener.once("error", failed);
      this.listener.listen(0, "127.0.0.1", done);
    });
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** How many connections stand, those that carry nothing included. */
  get open(): number {
    return this.pairs.size;
  }

  /** How many connections were broken in all. */
  get total(): number {
    return [...this.cuts.values()].reduce((sum, each) => sum + each, 0);
  }

  /** Whether a fault waits for something to be sent. */
  get waits(): boolean {
    return this.armed !== undefined;
  }

  /** Breaks the next connection on which a client sends at least `least` bytes at once; a later call replaces it. */
  arm(fault: Fault, least = 1): void {
    this.armed = { fault, least };
  }

  /** Takes back a fault that has not struck. */
  disarm(): void {
    this.armed = undefined;
  }

  /** Breaks every connection that stands. */
  cut(): void {
    for (const pair of [...this.pairs]) this.sever(pair, "now");
  }

  /** Lets every connection stand and carry nothing any more; new ones work. */
  silence(): void {
    for (const pair of this.pairs) this.mute(pair);
  }

  /** From now on, whoever connects is thrown out at once, and whoever is connected, too; until `accept`. */
  refuse(): void {
    this.refusing = true;
    this.cut();
  }

  /** Ends `refuse`. */
  accept(): void {
    this.refusing = false;
  }

  /** Ends every connection and stops listening. */
  async close(): Promise<void> {
    for (const pair of [...this.pairs]) this.drop(pair);
    await new Promise<void>((done) => this.listener.close(() => done()));
  }

  private take(client: Socket): void {
    if (this.refusing) {
      this.count("refused");
      client.on("error", () => undefined);
      client.resetAndDestroy();
      return;
    }
    const server = connect(this.target, "127.0.0.1");
    const pair: Pair = {
      client, server, silent: false, blocked: false, left: Number.POSITIVE_INFINITY, quiet: 0, timer: undefined,
    };
    this.pairs.add(pair);
    client.setNoDelay(true);
    server.setNoDelay(true);
    client.on("data", (bytes) => this.up(pair, bytes));
    server.on("data", (bytes) => this.down(pair, bytes));
    client.on("end", () => this.pass(pair, () => server.end()));
    server.on("end", () => this.pass(pair, () => client.end()));
    client.on("error", () => this.drop(pair));
    server.on("error", () => this.pass(pair, () => this.drop(pair)));
    client.on("close", () => this.drop(pair)); // also frees a silent connection that the client gave up
  }

  /** What a client sends. */
  private up(pair: Pair, bytes: Buffer): void {
    if (pair.silent || pair.blocked) return;
    if (this.isBlocked(bytes)) {
      pair.blocked = true;
      pair.server.destroy();
      pair.client.end(REFUSAL);
      return;
    }
    if (this.armed && bytes.length >= this.armed.least) {
      const { fault } = this.armed;
      this.armed = undefined;
      if (!this.strike(pair, fault)) return;
    }
    pair.server.write(bytes);
  }

  /** Applies a fault to a connection on which something is being sent: whether that still goes on to the server. */
  private strike(pair: Pair, fault: Fault): boolean {
    if (fault.how === "before_send") this.sever(pair, fault.how);
    else if (fault.how === "half_open") this.mute(pair);
    else if (fault.how === "during_reply") pair.left = fault.bytes;
    else pair.quiet = fault.quiet;
    return fault.how === "during_reply" || fault.how === "after_reply";
  }

  /** What the server sends. */
  private down(pair: Pair, bytes: Buffer): void {
    if (pair.silent || pair.blocked) return;
    if (bytes.length >= pair.left) {
      pair.client.write(bytes.subarray(0, pair.left), () => this.sever(pair, "during_reply"));
      pair.silent = true; // what else arrives until the cut is lost with it
      return;
    }
    pair.left -= bytes.length;
    pair.client.write(bytes);
    if (pair.quiet) {
      clearTimeout(pair.timer);
      pair.timer = setTimeout(() => this.sever(pair, "after_reply"), pair.quiet);
    }
  }

  private isBlocked(bytes: Buffer): boolean {
    return this.blocked.some((start) => bytes.subarray(0, start.length).toString("latin1") === start);
  }

  private mute(pair: Pair): void {
    if (pair.silent) return;
    pair.silent = true;
    this.count("half_open");
  }

  private sever(pair: Pair, kind: Kind): void {
    if (!this.pairs.has(pair)) return;
    this.count(kind);
    this.drop(pair);
  }

  /** Hands on an end or an error, unless the connection is one that says nothing. */
  private pass(pair: Pair, act: () => void): void {
    if (!pair.silent && !pair.blocked) act();
  }

  /** Ends both sides; what was written before still arrives. */
  private drop(pair: Pair): void {
    this.pairs.delete(pair);
    clearTimeout(pair.timer);
    pair.client.destroy();
    pair.server.destroy();
  }

  private count(kind: Kind): void {
    this.cuts.set(kind, (this.cuts.get(kind) ?? 0) + 1);
  }
}
