/** What a card says, worked out without a browser, on real answers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, Point } from "../../../bot/widget/src/answer";
import { announcement } from "../../../bot/widget/src/card/announcement";
import { reading } from "../../../bot/widget/src/card/evidence";
import { articleCheck, counts, leftOut, sourceFacts, studyFacts } from "../../../bot/widget/src/card/facts";
import { planSides, sidesOf } from "../../../bot/widget/src/card/sides";
import { takeAlong, takeAlongText } from "../../../bot/widget/src/card/take_along";
import { fill, wordOf } from "../../../bot/widget/src/card/words";
import strings from "../../../bot/widget/locales/en.json";
import { savedMessages } from "../gallery/site";

const saved = Object.fromEntries(Object.entries(await savedMessages()).map(([name, { custom }]) => [name, custom!]));
const answer = saved["answer"]!;

test("the sides of every answer hold every point once", () => {
  for (const [name, each] of Object.entries(saved)) {
    const shown = sidesOf(each, strings).flatMap((side) => side.points.map((point) => point.id));
    assert.deepEqual(shown.toSorted(), (each.points ?? []).map((point) => point.id).toSorted(), name);
  }
});

test("a side has the heading of its question's kind", () => {
  assert.deepEqual(sidesOf(answer, strings).map((side) => side.heading).slice(0, 2), ["What speaks for it", "What speaks against it"]);
  const risk: Answer = { ...answer, kind_answered: "risk" };
  assert.equal(sidesOf(risk, strings)[0]!.heading, "What speaks for a risk");
  assert.equal(sidesOf({ ...answer, kind_answered: "toString" }, strings)[0]!.heading, "What speaks for it");
});

test("who asks for doubts reads them first, and still reads what speaks for it", () => {
  const stances = sidesOf(saved["answer_against"]!, strings).map((side) => side.stance);
  assert.equal(stances[0], "opposes");
  assert.equal(stances.at(-1), "supports");
});

test("a side that was looked for and not found is a side", () => {
  const none = { kind: "risk", side: "opposes" as const, text: "None found.", as_of: "2026-11-21" };
  const found = sidesOf({ ...answer, points: [], none_found: [none] }, strings);
  assert.deepEqual(found.map((side) => side.none), [[none]]);
});

test("each thing of a plan shows all its points, those of both sides once", () => {
  const plan = saved["plan"]!;
  assert.ok(plan.plan?.length);
  for (const item of plan.plan) {
    const shown = planSides(item, plan, strings).flatMap((side) => side.points.map((point) => point.id));
    assert.deepEqual(shown.toSorted(), [...new Set([...item.supports, ...item.opposes])].toSorted());
  }
});

test("the meter fills a bar for what was tested only, and always has words", () => {
  const filled = Object.keys(strings.labels.evidence).map((level) => reading(level, strings).value);
  assert.deepEqual(filled, [4, 3, 2, 1, 0, 0, 0]);
  assert.equal(reading("limited", strings).words, "limited evidence");
  assert.deepEqual(reading("very_new", strings), { value: 0, of: 4, words: "very new" });
});

test("the small print of a point", () => {
  const point = answer.points!.find((each) => each.study)!;
  assert.match(studyFacts(point, strings), /^Study: .*\d+ people/);
  const paid: Point = { ...point, study: { design: "trial", participants: null, duration: "", funded_by: "a maker" } };
  assert.equal(studyFacts(paid, strings), "Study: trial, paid for by a maker.");
  const checked = answer.points!.find((each) => each.article)!;
  const title = answer.sources!.find((each) => each.id === checked.article!.source)!.title;
  assert.ok(articleCheck(checked, answer, strings).startsWith(`“${title}” says: `));
});

test("a source says what kind it is, when it is from, and whether it sells", () => {
  const source = { ...answer.sources![0]!, publisher: "Example Press", year: null, kind: "rct", commercial_interest: true };
  assert.equal(sourceFacts(source, strings), "Example Press, no date, randomised trial, has something to sell");
});

test("a step says its figures, and only those that it has", () => {
  const step = { sets: 3, reps: 8, hold_seconds: 8, duration_seconds: null };
  assert.equal(counts(step, strings), "3 sets, 8 times, hold 8 s");
  assert.equal(counts({ sets: null, reps: null, hold_seconds: null, duration_seconds: null }, strings), "");
});

test("what is left out is named with its reason", () => {
  assert.deepEqual(leftOut(saved["routine_caution"]!, strings).length, 1);
  assert.match(leftOut(saved["routine_caution"]!, strings)[0]!, /^Left out for you, because of jaw-joint trouble: /);
});

test("a safety answer is announced by its level and its words, and nothing else", () => {
  const emergency = saved["emergency"]!;
  assert.equal(announcement(emergency, strings), `Emergency. ${emergency.headline}`);
});

test("an answer is announced with its cautions first, then the bottom line and its evidence", () => {
  const said = announcement(saved["caution"]!, strings);
  assert.ok(said.startsWith("Please read first: "));
  assert.ok(said.indexOf(saved["caution"]!.headline!) < said.indexOf("Evidence: limited evidence."));
  assert.ok(!said.includes(answer.points![0]!.text));
});

test("a step is announced whole", () => {
  const step = saved["coach_step"]!;
  const said = announcement(step, strings);
  for (const text of [step.headline!, step.steps![0]!.instruction, step.note!]) assert.ok(said.includes(text), text);
});

test("what to take along are the questions and signs of the answer", () => {
  const found = takeAlong(saved["professional"]!)!;
  assert.ok(found.questions.length && found.signs.length);
  const text = takeAlongText(found, saved["professional"]!, strings);
  for (const line of [...found.questions, ...found.signs]) assert.ok(text.includes(`- ${line}`));
  assert.equal(takeAlong(saved["clarify"]!), null);
});

test("words fill their places, and slugs that nobody knows stay readable", () => {
  assert.equal(fill("{a} of {b} {c}", { a: 1, b: "{a}" }), "1 of {a} {c}");
  assert.equal(wordOf({ a_b: "A" }, "a_b"), "A");
  assert.equal(wordOf({}, "constructor"), "constructor");
  assert.equal(wordOf({}, "not_known"), "not known");
});
