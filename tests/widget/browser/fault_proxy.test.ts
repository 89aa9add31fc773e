/** The fault proxy does what it says, against a plain server: the other tests are worth what this one is. */
import assert from "node:assert/strict";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { FaultProxy } from "../harness/fault_proxy";
import { until } from "../harness/wait";

const REPLY = "0123456789";
const received: string[] = [];
const sockets = new Set<Socket>();
let server: Server;
let proxy: FaultProxy;

/** A client that remembers what it got and whether it was cut off. */
class Client {
  got = "";
  ended = false;
  private readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.on("data", (bytes) => (this.got += bytes.toString()));
    this.socket.on("error", () => (this.ended = true));
    this.socket.on("close", () => (this.ended = true));
  }

  send(text: string): void {
    this.socket.write(text);
  }

  close(): void {
    this.socket.destroy();
  }
}

let client: Client;

before(async () => {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      received.push(bytes.toString());
      socket.write(REPLY);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});

after(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

beforeEach(async () => {
  received.length = 0;
  proxy = new FaultProxy((server.address() as AddressInfo).port);
  await proxy.listen();
  client = new Client(proxy.port);
  client.send("hello");
  await until("the first reply", () => client.got === REPLY);
});

afterEach(async () => {
  client.close();
  await proxy.close();
});

test("without a fault everything passes, both ways", async () => {
  client.send("again");
  await until("the second reply", () => client.got === REPLY + REPLY);
  assert.deepEqual(received, ["hello", "again"]);
  assert.equal(client.ended, false);
  assert.equal(proxy.total, 0);
});

test("cut before sending: the server gets nothing", async () => {
  proxy.arm({ how: "before_send" });
  client.send("lost");
  await until("the cut", () => client.ended);
  assert.deepEqual(received, ["hello"]);
  assert.deepEqual([...proxy.cuts], [["before_send", 1]]);
  assert.equal(proxy.waits, false);
});

for (const bytes of [0, 1, 7, 10]) {
  test(`cut after ${bytes} bytes of the reply: the server got everything, the client that many`, async () => {
    proxy.arm({ how: "during_reply", bytes });
    client.send("heard");
    await until("the cut", () => client.ended);
    assert.deepEqual(received, ["hello", "heard"]);
    assert.equal(client.got, REPLY + REPLY.slice(0, bytes));
    assert.deepEqual([...proxy.cuts], [["during_reply", 1]]);
  });
}

test("cut after the reply: both got everything", async () => {
  proxy.arm({ how: "after_reply", quiet: 30 });
  client.send("heard");
  await until("the cut", () => client.ended);
  assert.deepEqual(received, ["hello", "heard"]);
  assert.equal(client.got, REPLY + REPLY);
});

test("half-open: nobody is told, nothing passes, and a new connection works", async () => {
  proxy.arm({ how: "half_open" });
  client.send("lost");
  await pause(200);
  assert.deepEqual(received, ["hello"]);
  assert.equal(client.got, REPLY);
  assert.equal(client.ended, false);
  const second = new Client(proxy.port);
  second.send("new");
  await until("the reply on the new connection", () => second.got === REPLY);
  assert.equal(client.ended, false);
  second.close();
});

test("half-open stays silent when the server goes, and is freed when the client gives up", async () => {
  proxy.silence();
  for (const socket of sockets) socket.destroy();
  await pause(100);
  assert.equal(client.ended, false);
  assert.equal(proxy.open, 1);
  client.close();
  await until("the connection to be freed", () => proxy.open === 0);
});

test("refusing throws everybody out until it ends", async () => {
  proxy.refuse();
  await until("the cut", () => client.ended);
  const second = new Client(proxy.port);
  second.send("lost");
  await until("the refusal", () => second.ended);
  assert.deepEqual(received, ["hello"]);
  proxy.accept();
  const third = new Client(proxy.port);
  third.send("new");
  await until("the reply", () => third.got === REPLY);
  third.close();
});

test("a request that is blocked is answered by the proxy, others are not", async () => {
  proxy.blocked.push("GET /socket");
  const second = new Client(proxy.port);
  second.send("GET /socket?x HTTP/1.1\r\n\r\n");
  await until("the end", () => second.ended);
  assert.match(second.got, /^HTTP\/1\.1 502 /);
  client.send("GET /other HTTP/1.1\r\n\r\n");
  await until("the reply", () => client.got === REPLY + REPLY);
  assert.deepEqual(received, ["hello", "GET /other HTTP/1.1\r\n\r\n"]);
});

test("a fault waits for as many bytes as it was given", async () => {
  proxy.arm({ how: "before_send" }, 10);
  client.send("short");
  await until("the reply", () => client.got === REPLY + REPLY);
  client.send("something longer");
  await until("the cut", () => client.ended);
  assert.deepEqual(received, ["hello", "short"]);
});

test("a server that ends its side still has its last words delivered", async () => {
  for (const socket of sockets) if (!socket.destroyed) socket.end("bye");
  await until("the end", () => client.ended);
  assert.equal(client.got, `${REPLY}bye`);
});

test("a fault that is taken back does not strike", async () => {
  proxy.arm({ how: "before_send" });
  proxy.disarm();
  client.send("heard");
  await until("the reply", () => client.got === REPLY + REPLY);
  assert.equal(proxy.total, 0);
});
