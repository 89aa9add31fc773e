/** One announcement a turn, whatever it holds and however its end is told. */
import assert from "node:assert/strict";
import { mock, test, type TestContext } from "node:test";
import { Announcer } from "../../../bot/widget/src/announcer";
import type { Message } from "../../../bot/widget/src/frames";
import { english } from "../../../bot/widget/src/locale";
import type { BotItem } from "../../../bot/widget/src/protocol";

const item = (seq: number, message: Message): BotItem =>
  ({ by: "bot", key: `b${seq}`, seq, at: "2026-11-21T10:00:00Z", re: "a", message, live: true });

/** What is said while the chat is open or closed, and how often the visitor is brought to an alert. */
function listening(context: TestContext, open = true) {
  mock.timers.enable({ apis: ["setTimeout"] });
  context.after(() => mock.timers.reset());
  const heard = { said: [] as string[], alerts: 0 };
  const announcer = new Announcer({ open, strings: english, requestUpdate: () => undefined, alerted: () => { heard.alerts += 1; } });
  const say = announcer.say.bind(announcer);
  announcer.say = (text) => { heard.said.push(text); say(text); };
  return { announcer, heard };
}

test("the parts of a turn are said together when it ends, and not again", (context) => {
  const { announcer, heard } = listening(context);
  announcer.heard([item(1, { text: "One." })]);
  announcer.heard([item(2, { text: "Two." })]);
  assert.deepEqual(heard.said, []);
  announcer.settled();
  mock.timers.tick(60_000);
  announcer.settled();
  assert.deepEqual(heard.said, ["One. Two."]);
});

test("a turn whose end is not told is said after a moment", (context) => {
  const { announcer, heard } = listening(context);
  announcer.heard([item(1, { text: "A reminder." })]);
  mock.timers.tick(2000);
  assert.deepEqual(heard.said, ["A reminder."]);
});

test("a safety answer says itself", (context) => {
  const { announcer, heard } = listening(context);
  announcer.heard([item(1, { custom: { type: "safety", level: "emergency", headline: "Call now." } as Message["custom"] & object })]);
  announcer.settled();
  mock.timers.tick(60_000);
  assert.deepEqual(heard, { said: [], alerts: 1 });
});

test("while the chat is closed only the number is said", (context) => {
  const { announcer, heard } = listening(context, false);
  announcer.heard([item(1, { text: "One." }), item(2, { text: "Two." })]);
  announcer.settled();
  assert.deepEqual(heard.said, ["2 new messages"]);
});
