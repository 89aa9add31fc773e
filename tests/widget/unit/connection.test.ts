/** Which way to the server is tried when, and how a dead connection is noticed. Time is stepped; the links are told what to do. */
import assert from "node:assert/strict";
import { mock, test, type TestContext } from "node:test";
import { Connection, type Host, type Status, TIMES } from "../../../bot/widget/src/connection";
import type { ClientFrame, ServerFrame } from "../../../bot/widget/src/frames";
import type { Ears, Open } from "../../../bot/widget/src/transport/link";

const WELCOME: ServerFrame = { t: "welcome", v: 1, epoch: "e", last: 0, seen: 0 };

/** A server that can be reached on some ways, or not, and connections that the test breaks. */
class World {
  /** `works`, `refuses` at once, or is `silent`: takes the connection and says nothing. */
  readonly ways: ("works" | "refuses" | "silent")[] = ["works", "works", "works"];
  readonly opened: number[] = [];
  readonly statuses: Status[] = [];
  readonly sent: ClientFrame[] = [];
  ready = true;
  eager = true;
  answersPings = true;
  ears: Ears | null = null;
  readonly connection: Connection;

  constructor(context: TestContext) {
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    context.after(() => mock.timers.reset());
    const host: Host = {
      ready: () => Promise.resolve(this.ready),
      place: () => ({ server: "", token: "t", epoch: "", since: 0, eager: this.eager }),
      frame: () => undefined,
      status: (status) => this.statuses.push(status),
    };
    this.connection = new Connection(host, this.ways.map((_, way) => this.#open(way)));
  }

  #open(way: number): Open {
    return (_, ears) => {
      this.opened.push(way);
      this.ears = ears;
      if (this.ways[way] === "refuses") setTimeout(() => ears.gone(), 1);
      if (this.ways[way] === "works") setTimeout(() => ears.frame(WELCOME), 1);
      return {
        send: (frame) => {
          this.sent.push(frame);
          if (frame.t === "ping" && this.answersPings) setTimeout(() => ears.frame({ t: "pong" }), 1);
        },
        close: () => undefined,
      };
    };
  }

  /** Lets time pass in small steps, with what waits for promises in between. */
  async pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      mock.timers.tick(50);
      for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    }
  }
}

async function started(context: TestContext, change: (world: World) => void = () => undefined): Promise<World> {
  const world = new World(context);
  change(world);
  world.connection.start();
  await world.pass(200);
  return world;
}

test("the first way that works is taken", async (context) => {
  const world = await started(context);
  assert.deepEqual([world.opened, world.statuses], [[0], ["connecting", "online"]]);
});

test("a way that is blocked is passed over, whether it refuses or says nothing", async (context) => {
  const world = await started(context, ({ ways }) => { ways[0] = "refuses"; ways[1] = "silent"; });
  assert.deepEqual(world.opened, [0, 1]);
  await world.pass(TIMES.patience + 100);
  assert.deepEqual([world.opened, world.connection.status], [[0, 1, 2], "online"]);
});

test("what worked is tried first after a break, and not given up for another at once", async (context) => {
  const world = await started(context, ({ ways }) => { ways[0] = "refuses"; });
  assert.deepEqual(world.opened, [0, 1]);
  world.ears?.gone();
  await world.pass(500);
  assert.deepEqual([world.opened, world.connection.status], [[0, 1, 1], "online"]);
  world.ways[1] = "refuses";
  world.ears?.gone();
  await world.pass(1000);
  assert.ok(world.opened.slice(3).every((way) => way === 1));
  await world.pass(10_000);
  assert.deepEqual([world.opened.at(-1), world.connection.status], [2, "online"]);
});

for (const outage of [500, 3000, 20_000, 90_000]) {
  test(`within 5 s of the end of an outage of ${outage / 1000} s it is connected`, async (context) => {
    const world = await started(context);
    world.ways.fill("refuses");
    world.ears?.gone();
    await world.pass(outage);
    assert.equal(world.connection.status, "connecting");
    world.ways.fill("works");
    await world.pass(5000);
    assert.equal(world.connection.status, "online");
  });
}

test("a connection that is dead from its start costs no more than 4 s, also after a long outage", async (context) => {
  const world = await started(context);
  world.ways.fill("refuses");
  world.ears?.gone();
  await world.pass(20_000);
  const before = world.opened.length;
  world.ways.fill("silent");
  for (let passed = 0; world.opened.length === before && passed < 5000; passed += 50) await world.pass(50);
  world.ways.fill("works");
  await world.pass(4000);
  assert.equal(world.connection.status, "online");
});

test("a server that takes long is given longer", async (context) => {
  const world = await started(context, ({ ways }) => { ways.fill("silent"); });
  await world.pass(60_000);
  const before = world.opened.length;
  await world.pass(4 * TIMES.mostPatience);
  assert.ok(world.opened.length - before <= 4, String(world.opened.length - before));
});

test("a connection that is dead without a sign is found by a ping, within 5 s", async (context) => {
  const world = await started(context);
  await world.pass(10_000);
  assert.deepEqual(world.opened, [0], "one that answers is kept");
  assert.ok(world.sent.length > 2 && world.sent.every((frame) => frame.t === "ping"));
  world.answersPings = false;
  await world.pass(TIMES.quiet + TIMES.patience + 500);
  assert.deepEqual(world.opened, [0, 0]);
});

test("a message that nothing answers shows a dead connection", async (context) => {
  const world = await started(context, (each) => { each.eager = false; });
  assert.ok(world.connection.send({ t: "say", id: "a", text: "hello" }));
  await world.pass(TIMES.patience + 500);
  assert.deepEqual(world.opened, [0, 0]);
});

test("where nobody waits, a server is not asked for ever every few seconds", async (context) => {
  const world = await started(context, (each) => { each.eager = false; each.ways.fill("refuses"); });
  await world.pass(120_000);
  const before = world.opened.length;
  await world.pass(60_000);
  assert.ok(world.opened.length - before <= 4 * world.ways.length, String(world.opened.length - before));
  world.ways.fill("works");
  world.connection.look();
  await world.pass(200);
  assert.equal(world.connection.status, "online", "the page came back: at once");
});

test("without a token nothing is opened, and it is tried again", async (context) => {
  const world = await started(context, (each) => { each.ready = false; });
  assert.deepEqual(world.opened, []);
  world.ready = true;
  await world.pass(1000);
  assert.equal(world.connection.status, "online");
});

test("a farewell is no sign of a connection, and after a stop nothing is told or opened", async (context) => {
  const world = await started(context, ({ ways }) => { ways.fill("silent"); });
  world.ears?.frame({ t: "bye", code: "token", message: "" });
  assert.equal(world.connection.status, "connecting");
  world.connection.stop();
  world.ears?.frame(WELCOME);
  world.ears?.gone();
  await world.pass(10_000);
  assert.deepEqual([world.opened, world.connection.status], [[0], "off"]);
  assert.ok(!world.connection.send({ t: "ping" }));
});
