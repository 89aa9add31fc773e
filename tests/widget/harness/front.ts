/** A web server in front of the assistant that adds files of its own, so that any widget can be on the assistant's origin. */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

export interface File {
  readonly type: string;
  readonly body: string;
  readonly policy?: string; // its Content-Security-Policy
}

export class Front {
  private readonly server: Server;

  private constructor(private readonly target: number, private readonly files: ReadonlyMap<string, File>) {
    this.server = createServer((asked, reply) => this.answer(asked, reply));
    this.server.on("upgrade", (asked: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(asked, socket, head));
    this.server.unref();
  }

  /** Starts one before the port `target`; `files` are by path. */
  static async start(target: number, files: ReadonlyMap<string, File>): Promise<Front> {
    const front = new Front(target, files);
    await new Promise<void>((done) => front.server.listen(0, "127.0.0.1", done));
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private answer(asked: IncomingMessage, reply: ServerResponse): void {
    const file = this.files.get(asked.url ?? "");
    if (file) {
      reply.writeHead(200, { "Content-Type": file.type, ...(file.policy ? { "Content-Security-Policy": file.policy } : {}) });
      reply.end(file.body);
      return;
    }
    const { method, url: path, headers } = asked;
    const onward = request({ host: "127.0.0.1", port: this.target, method, path, headers }, (found) => {
      reply.writeHead(found.statusCode ?? 502, found.headers);
      found.pipe(reply);
    });
    onward.on("error", () => reply.destroy());
    reply.on("close", () => onward.destroy());
    asked.pipe(onward);
  }

  /** A WebSocket: the request goes on as it came, and then whatever is said. */
  private upgrade(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    const onward = connect(this.target, "127.0.0.1", () => {
      const lines = asked.rawHeaders.reduce((text, each, place) => text + each + (place % 2 ? "\r\n" : ": "), "");
      onward.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines}\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
    socket.on("close", () => onward.destroy());
    onward.on("close", () => socket.destroy());
  }
}
