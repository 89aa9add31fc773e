/** A conversation is open to whoever has its token, and to nobody else: on every route, and from every website. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { before, test } from "node:test";
import { SECRET } from "../harness/assistant";
import { skip } from "../harness/chromium";
import { policyFor, Site } from "../harness/site";
import { transcript } from "../harness/transcript";
import { visitor, world } from "../harness/world";

const ROUTES: readonly (readonly [string, string])[] = [
  ["GET", "events"], ["GET", "frames"], ["POST", "frames"], ["GET", "transcript"], ["DELETE", "conversation"],
];
const SAID = "do facial exercises work";
let mine = "";
let other = "";

async function session(): Promise<string> {
  const response = await fetch(`${world().assistant.address}/webhooks/web/session`, { method: "POST" });
  return ((await response.json()) as { token: string }).token;
}

async function request(method: string, route: string, headers: Record<string, string>): Promise<Response> {
  const body = method === "POST" ? JSON.stringify({ frames: [{ t: "say", id: "intruder", text: "hello" }] }) : undefined;
  return await fetch(`${world().assistant.address}/webhooks/web/${route}`, { method, headers, ...(body ? { body } : {}) });
}

/** The same token with another body under its old signature, and the other way round. */
function forged(): Record<string, string> {
  const [head = "", body = "", sign = ""] = mine.split(".");
  const [, body2 = "", sign2 = ""] = other.split(".");
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, unknown>;
  const old = Buffer.from(JSON.stringify({ ...claims, exp: 1_000_000_000, iat: 900_000_000 })).toString("base64url");
  const resigned = (text: string, secret: string): string => createHmac("sha256", secret).update(text).digest("base64url");
  return {
    "no token": "", "an empty word": "x", "another's signature": `${head}.${body}.${sign2}`,
    "another's body": `${head}.${body2}.${sign}`, "no signature": `${head}.${body}.`, "no algorithm": `${none}.${body}.`,
    "another secret": `${head}.${body}.${resigned(`${head}.${body}`, "guessed")}`,
    expired: `${head}.${old}.${resigned(`${head}.${old}`, SECRET)}`, "a letter changed": `${head}.${body}.${sign.startsWith("A") ? "B" : "A"}${sign.slice(1)}`,
    "the conversation's name": createHmac("sha256", "").update(body).digest("hex"),
  };
}

before(async () => {
  if (skip) return;
  [mine, other] = [await session(), await session()];
  const response = await request("POST", "frames", { Authorization: `Bearer ${mine}` });
  assert.equal(response.status, 200);
  await fetch(`${world().assistant.address}/webhooks/web/frames`, {
    method: "POST", headers: { Authorization: `Bearer ${mine}` }, body: JSON.stringify({ frames: [{ t: "say", id: "mine", text: SAID }] }),
  });
});

for (const [method, route] of ROUTES) {
  test(`${method} ${route}: refused without the right token`, { skip }, async () => {
    for (const [name, token] of Object.entries(forged())) {
      const refused = await request(method, route, token ? { Authorization: `Bearer ${token}` } : {});
      assert.equal(refused.status, 401, name);
      const text = await refused.text();
      assert.ok(!text.includes(SAID), name);
    }
    for (const headers of [{ Cookie: `token=${mine}; plumbline=${mine}` }, { Authorization: `Basic ${mine}` }]) {
      assert.equal((await request(method, route, headers as Record<string, string>)).status, 401);
    }
    const inAddress = await request(method, `${route}?token=${mine}&access_token=${mine}`, {});
    assert.equal(inAddress.status, 401);
  });

  test(`${method} ${route}: refused to another website, and its script reads nothing`, { skip }, async () => {
    const headers = { Authorization: `Bearer ${mine}`, Origin: "https://elsewhere.example" };
    const refused = await request(method, route, headers);
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get("access-control-allow-origin"), null);
  });
}

test("another's token opens another conversation", { skip }, async () => {
  const kept = JSON.stringify(await transcript(world().assistant.address, other));
  assert.ok(!kept.includes(SAID));
  assert.ok(JSON.stringify(await transcript(world().assistant.address, mine)).includes(SAID));
});

/** What a socket says to a token, from a page of the assistant's own or of another website. */
async function greeted(token: string, from: string): Promise<string[]> {
  const { context, page } = await visitor();
  await page.goto(`${from}/`);
  const heard = await page.evaluate(async ([address, hello]) => {
    const frames: string[] = [];
    await new Promise<void>((done) => {
      const socket = new WebSocket(address as string);
      socket.onopen = () => socket.send(hello as string);
      socket.onmessage = ({ data }) => frames.push(data as string);
      socket.onclose = () => done();
      setTimeout(done, 1500);
    });
    return frames;
  }, [`${world().assistant.address.replace("http", "ws")}/webhooks/web/socket`, JSON.stringify({ t: "hello", v: 1, token, epoch: "", since: 0 })]);
  await context.close();
  return heard;
}

test("socket: whoever has the token reads on", { skip }, async () => {
  const frames = await greeted(mine, world().assistant.address);
  assert.ok(frames.some((each) => each.includes('"welcome"')));
  assert.ok(frames.some((each) => each.includes(SAID)));
});

test("socket: nobody else does", { skip }, async () => {
  for (const [name, token] of Object.entries(forged())) {
    const frames = await greeted(token, world().assistant.address);
    assert.deepEqual(frames.map((each) => (JSON.parse(each) as { t: string }).t), ["bye"], name);
  }
});

test("socket: another website is sent away, even with the token", { skip }, async () => {
  const elsewhere = await Site.start(policyFor(world().assistant.address)); // its port makes it another origin
  elsewhere.page("/", { body: "" });
  const frames = await greeted(mine, elsewhere.address);
  await elsewhere.stop();
  assert.deepEqual(frames.map((each) => (JSON.parse(each) as { code: string }).code), ["origin"]);
});
