/** What becomes of a message that waits, when another tab learns something about the conversation first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Session } from "../../../bot/widget/src/session";
import type { Ears, Link, Open } from "../../../bot/widget/src/transport/link";
import type { ServerFrame } from "../../../bot/widget/src/frames";

/** The storage of one browser. Node has none. */
class BrowserStorage {
  readonly #kept = new Map<string, string>();
  getItem(key: string): string | null { return this.#kept.get(key) ?? null; }
  setItem(key: string, value: string): void { this.#kept.set(key, value); }
}

Object.assign(globalThis, { localStorage: new BrowserStorage(), location: new URL("http://127.0.0.1:9/") });
const KEY = "plumbline:test";
const OPTIONS = { server: "http://127.0.0.1:9", name: "", locale: "", inline: false, transport: "" } as const;

/** One tab, whose connection opens and hears what the test says. */
function tab() {
  const ears: Ears[] = [];
  const way: Open = (_, heard): Link => {
    ears.push(heard);
    return { send: () => undefined, close: () => undefined };
  };
  const refused: string[] = [];
  const listener = { changed: () => undefined, heard: () => undefined, settled: () => undefined, refused: (why: string) => refused.push(why) };
  const session = new Session(OPTIONS, listener, { websocket: way, events: way, polling: way }, KEY);
  const hear = (frame: ServerFrame) => ears.at(-1)?.frame(frame);
  return { session, hear, refused, opened: ears };
}

function begin(): void {
  localStorage.setItem(KEY, JSON.stringify({ token: "t1", queue: [], draft: "", unread: 0 }));
}

const waiting = ({ session }: ReturnType<typeof tab>) => session.chat.unsent().map(({ text }) => text);
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test("the token has expired, as another tab learnt: what waits here is kept", async () => {
  begin();
  const [one, other] = [tab(), tab()];
  one.session.wake();
  other.session.say("it waits");
  await soon();
  one.hear({ t: "bye", code: "token", message: "" });
  other.session.follow(other.session.store.read());
  assert.deepEqual(waiting(other), ["it waits"]);
  assert.deepEqual(other.session.store.read().queue.map(({ text }) => text), ["it waits"]);
  for (const { session } of [one, other]) session.sleep();
});

test("another tab has deleted the conversation: what waits here is forgotten", async () => {
  begin();
  const other = tab();
  other.session.say("it waits");
  other.session.store.change({ token: "", queue: [] }); // as Session.remove does
  other.session.follow(other.session.store.read());
  assert.deepEqual(waiting(other), []);
  other.session.sleep();
});

test("a farewell to an old token does not take the newer one away", async () => {
  begin();
  const one = tab();
  one.session.wake();
  await soon();
  one.session.store.change({ token: "t2" });
  one.hear({ t: "bye", code: "token", message: "" });
  assert.equal(one.session.store.read().token, "t2");
  one.session.sleep();
});

test("a chat that was never opened stays off the network when another tab begins", async () => {
  localStorage.setItem(KEY, "{}");
  const one = tab();
  one.session.store.change({ token: "t1" });
  one.session.follow(one.session.store.read());
  await soon();
  assert.equal(one.opened.length, 0);
});

test("what is refused is told", async () => {
  begin();
  const one = tab();
  one.session.say("hello");
  await soon();
  const { id } = one.session.chat.outbox[0]!;
  one.hear({ t: "welcome", v: 1, epoch: "", last: 0, seen: 0 });
  one.hear({ t: "refused", id, code: "too_long", message: "It is too long." });
  assert.deepEqual(one.refused, ["It is too long."]);
  one.session.sleep();
});
