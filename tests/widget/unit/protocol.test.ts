/** The state machine of the protocol, frame by frame. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BotEntry, VisitorEntry } from "../../../bot/widget/src/frames";
import { Conversation } from "../../../bot/widget/src/protocol";

const bot = (seq: number, re: string | null = null): BotEntry =>
  ({ t: "entry", seq, by: "bot", re, at: "2026-11-21T10:00:00Z", message: { text: `answer ${seq}` } });
const visitor = (seq: number, id: string): VisitorEntry =>
  ({ t: "entry", seq, by: "visitor", id, at: "2026-11-21T10:00:00Z", text: `words of ${id}` });
const shown = (chat: Conversation) => chat.items.map((each) => each.key);

function opened(last = 0, epoch = "e"): Conversation {
  const chat = new Conversation();
  chat.receive({ t: "welcome", v: 1, epoch, last, seen: 0 }, 0);
  return chat;
}

test("entries are shown in order, each once", () => {
  const chat = opened();
  for (const seq of [2, 1, 1, 4, 2]) chat.receive(bot(seq), 0);
  assert.deepEqual(shown(chat), ["b1", "b2"]);
  assert.equal(chat.upto, 2);
  assert.ok(chat.behind());
  chat.receive(bot(3), 0);
  assert.deepEqual(shown(chat), ["b1", "b2", "b3", "b4"]);
  assert.ok(!chat.behind());
});

test("a reply that could not be stored at once is shown once, and is news once", () => {
  const chat = opened();
  chat.say("a", "one");
  const said = [{ text: "It goes on." }, { text: "Call now." }];
  const first = said.flatMap((message, n) => chat.receive({ t: "loose", id: `x${n}`, re: "a", message }, 0));
  const later = [visitor(1, "a"), ...said.map((message, n) => ({ ...bot(n + 2, "a"), message }))];
  const second = later.flatMap((entry) => chat.receive(entry, 0));
  assert.deepEqual([first.length, second.length], [2, 0]);
  assert.deepEqual(shown(chat), ["va", "b2", "b3"]);
});

test("history is not news, what comes later is, also after a cut", () => {
  const chat = opened(2);
  assert.deepEqual([1, 2, 3].flatMap((seq) => chat.receive(bot(seq), 0)).map((each) => each.seq), [3]);
  chat.lost();
  chat.receive({ t: "welcome", v: 1, epoch: "e", last: 5, seen: 0 }, 0);
  assert.deepEqual([4, 5].flatMap((seq) => chat.receive(bot(seq), 0)).map((each) => each.seq), [4, 5]);
});

test("a message is sent once, kept until it is in the log, and sent again after a cut", () => {
  const chat = opened();
  chat.say("a", "one");
  chat.say("b", "two", "Two");
  assert.deepEqual(chat.next(0), { t: "say", id: "a", text: "one" });
  assert.equal(chat.next(0), null, "the second waits for the first");
  chat.lost();
  assert.equal(chat.next(0)?.id, "a");
  chat.receive({ t: "stored", id: "a", seq: 1 }, 0);
  assert.deepEqual(chat.unsent().map((each) => each.id), ["b"]);
  assert.deepEqual(chat.next(0), { t: "say", id: "b", text: "two", title: "Two" });
  chat.receive(visitor(1, "a"), 0);
  assert.deepEqual(shown(chat), ["va"]);
  assert.deepEqual(chat.outbox.map((each) => each.id), ["b"]);
});

test("an acknowledgement that was lost is made up for by the entry", () => {
  const chat = opened();
  chat.say("a", "one");
  chat.next(0);
  chat.lost();
  chat.receive(visitor(1, "a"), 0);
  assert.equal(chat.next(0), null);
  assert.deepEqual(chat.outbox, []);
});

test("too often: waits as long as the server says, and keeps the order", () => {
  const chat = opened();
  chat.say("a", "one");
  chat.say("b", "two");
  chat.next(0);
  chat.receive({ t: "refused", id: "a", code: "too_often", message: "Wait.", retry_after: 3 }, 1000);
  assert.equal(chat.next(2000), null);
  assert.equal(chat.due(), 4000);
  assert.equal(chat.next(4000)?.id, "a");
});

test("a message that is refused stays with its reason, and the next one goes", () => {
  const chat = opened();
  chat.say("a", "");
  chat.say("b", "two");
  chat.next(0);
  chat.receive({ t: "refused", id: "a", code: "empty", message: "Write something." }, 0);
  assert.equal(chat.outbox[0]?.refusal?.message, "Write something.");
  assert.equal(chat.next(0)?.id, "b");
  chat.lost();
  assert.equal(chat.next(0)?.id, "b", "a refused message is not sent again");
  chat.drop("a");
  assert.deepEqual(chat.outbox.map((each) => each.id), ["b"]);
});

test("what could not be stored is shown once, behind the message that it answers", () => {
  const chat = opened();
  chat.say("a", "my face droops on one side");
  chat.next(0);
  const loose = { t: "loose", id: "x", re: "a", message: { text: "Call now." } } as const;
  assert.equal(chat.receive(loose, 0).length, 1);
  assert.equal(chat.receive(loose, 0).length, 0);
  chat.receive({ t: "stored", id: "a", seq: null }, 0);
  assert.deepEqual(shown(chat), ["va", "lx"]);
  chat.receive(visitor(1, "a"), 0);
  assert.deepEqual(shown(chat).filter((key) => key === "va"), ["va"], "shown once when it was stored after all");
});

test("a deleted conversation is gone, and its numbers mean nothing", () => {
  const chat = opened();
  chat.receive(bot(1), 0);
  chat.say("a", "delete everything");
  chat.next(0);
  chat.receive({ t: "working", re: "a" }, 0);
  chat.receive({ t: "reset", epoch: "" }, 0);
  chat.receive({ t: "loose", id: "gone", re: "a", message: { text: "Everything is deleted." } }, 0);
  chat.receive({ t: "settled", re: "a" }, 0);
  assert.deepEqual(shown(chat), ["lgone"]);
  chat.lost();
  assert.equal(chat.next(0), null, "the message that deleted is not said again");
  chat.receive({ t: "welcome", v: 1, epoch: "f", last: 0, seen: 0 }, 0);
  assert.equal(chat.receive(bot(1), 0).length, 1);
});

test("an acknowledgement with a number of a deleted log does not lose the message", () => {
  const chat = opened();
  chat.say("a", "one");
  chat.next(0);
  chat.receive({ t: "reset", epoch: "" }, 0);
  chat.receive({ t: "stored", id: "a", seq: 13 }, 0);
  chat.lost();
  chat.receive({ t: "welcome", v: 1, epoch: "", last: 0, seen: 0 }, 0);
  assert.equal(chat.next(0)?.id, "a");
});

test("another conversation than the shown one replaces it, as history", () => {
  for (const welcomeFirst of [true, false]) {
    const chat = opened(1);
    chat.receive(bot(1), 0);
    chat.lost();
    const frames = [{ t: "reset", epoch: "f" }, { t: "welcome", v: 1, epoch: "f", last: 2, seen: 2 }] as const;
    for (const frame of welcomeFirst ? frames.toReversed() : frames) chat.receive(frame, 0);
    assert.deepEqual([1, 2].flatMap((seq) => chat.receive(bot(seq), 0)), []);
    assert.deepEqual(shown(chat), ["b1", "b2"]);
    assert.equal(chat.receive(bot(3), 0).length, 1);
  }
});

test("the typing sign ends with the turn and with the connection", () => {
  const chat = opened();
  chat.receive({ t: "working", re: "a" }, 0);
  assert.deepEqual([...chat.working], ["a"]);
  chat.receive({ t: "settled", re: "a" }, 0);
  assert.deepEqual([...chat.working], []);
  chat.receive({ t: "working", re: "b" }, 0);
  chat.lost();
  assert.deepEqual([...chat.working], []);
});
