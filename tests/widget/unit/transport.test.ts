/** Server-sent events and polling over real HTTP, to a server that keeps one log as the protocol says. */
import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import type { ClientFrame, ServerFrame } from "../../../bot/widget/src/frames";
import { Conversation } from "../../../bot/widget/src/protocol";
import { events } from "../../../bot/widget/src/transport/events";
import type { Link, Open } from "../../../bot/widget/src/transport/link";
import { polling } from "../../../bot/widget/src/transport/polling";
import { ServerLog } from "./server_log";

const PATIENCE = 1000;

/** The server: its log, who listens to it, and what it does wrong on purpose. */
class Served {
  readonly log = new ServerLog();
  readonly #streams = new Set<ServerResponse>();
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));
  status = 200;
  mute = false;

  async listen(context: TestContext): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    context.after(() => { this.#server.closeAllConnections(); this.#server.close(); });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Breaks every stream in the middle of a frame. */
  cut(): void {
    for (const each of this.#streams) {
      each.write('data: {"t":"ent');
      each.destroy();
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.authorization !== "Bearer secret") this.status = 401;
    if (this.status !== 200) return void response.writeHead(this.status).end();
    const { pathname, searchParams } = new URL(request.url ?? "", "http://here");
    const said = await bodyOf(request);
    const since = Number(searchParams.get("since"));
    const missed = () => this.log.answer({ t: "hello", v: 1, token: "", epoch: "", since }, 0);
    if (this.mute) return;
    if (pathname.endsWith("/events")) {
      this.#streams.add(response.writeHead(200, { "Content-Type": "text/event-stream" }));
      this.#write(response, missed());
    } else if (request.method === "GET") {
      response.end(JSON.stringify({ frames: missed() }));
    } else {
      const answers = (JSON.parse(said) as { frames: ClientFrame[] }).frames.flatMap((frame) => this.log.answer(frame, 0));
      response.end(JSON.stringify({ frames: answers.filter((frame) => frame.t === "stored") }));
      for (const each of this.#streams) this.#write(each, answers.filter((frame) => frame.t !== "stored"));
    }
  }

  #write(stream: ServerResponse, frames: readonly ServerFrame[]): void {
    stream.write(`:\n\n${frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join("")}`);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
}

/** A page on one transport. */
class Page {
  readonly chat = new Conversation();
  readonly byes: string[] = [];
  gone = 0;
  link: Link | null = null;

  constructor(private readonly server: string, private readonly open: Open, private readonly token = "secret") {}

  connect(): void {
    const place = () => ({ server: this.server, token: this.token, epoch: this.chat.epoch, since: this.chat.upto, eager: true });
    this.link = this.open(place, {
      frame: (frame) => { if (frame.t === "bye") this.byes.push(frame.code); else this.chat.receive(frame, Date.now()); },
      gone: () => { this.gone += 1; this.chat.lost(); },
    }, PATIENCE);
  }

  say(id: string): void {
    this.chat.say(id, id);
    const frame = this.chat.next(Date.now());
    if (frame) this.link?.send(frame);
  }

  get shown(): (number | null)[] {
    return this.chat.items.map((each) => each.seq);
  }
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 5000; !holds(); await new Promise((resolve) => setTimeout(resolve, 10))) {
    assert.ok(Date.now() < end, `not within 5 s: ${what}`);
  }
}

for (const open of [events, polling]) {
  test(`${open.name}: what is said is answered, and read on after a cut`, async (context) => {
    const served = new Served();
    const page = new Page(await served.listen(context), open);
    context.after(() => page.link?.close());
    page.connect();
    await until(() => page.chat.epoch === "e", "the welcome");
    page.say("a");
    await until(() => page.chat.upto === served.log.log.length && page.chat.outbox.length === 0, "the first reply");
    served.cut();
    if (open === events) await until(() => page.gone === 1, "the cut is noticed");
    else page.link?.close();
    served.log.remind();
    page.connect();
    await until(() => page.chat.upto === served.log.log.length, "what was missed");
    assert.deepEqual(page.shown, served.log.log.map((each) => each.seq));
  });

  test(`${open.name}: who is not let in is told so, and the link ends`, async (context) => {
    const page = new Page(await new Served().listen(context), open, "stolen");
    page.connect();
    await until(() => page.gone === 1, "the end");
    assert.deepEqual(page.byes, ["token"]);
  });

  test(`${open.name}: a server that fails, or says nothing to a message, is gone`, async (context) => {
    const served = new Served();
    const page = new Page(await served.listen(context), open);
    context.after(() => page.link?.close());
    page.connect();
    await until(() => page.chat.epoch === "e", "the welcome");
    served.mute = true;
    page.say("a");
    await until(() => page.gone === 1, "silence is noticed");
    assert.equal(page.chat.unsent()[0]?.id, "a", "the message still waits");
    served.mute = false;
    served.status = 503;
    page.connect();
    await until(() => page.gone === 2, "the failure is noticed");
    assert.deepEqual(page.byes, []);
  });

  test(`${open.name}: after close nothing is told`, async (context) => {
    const served = new Served();
    const page = new Page(await served.listen(context), open);
    page.connect();
    page.link?.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual([page.gone, page.chat.epoch], [0, ""]);
  });
}
