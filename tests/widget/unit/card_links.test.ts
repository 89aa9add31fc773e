/** Which addresses become links, and the address of an answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, Question } from "../../../bot/widget/src/answer";
import { answerAddress, webAddress } from "../../../bot/widget/src/card/links";

const QUESTION: Question = { kind: "effectiveness", subjects: ["gua_sha"], areas: [], conditions: [], terms: [], page: 0, focus: "" };

function address(question: Partial<Question>, rest: Partial<Answer> = {}): string | null {
  return answerAddress("https://example.org", { type: "answer", ...rest, question: { ...QUESTION, ...question } });
}

test("web addresses become links", () => {
  assert.equal(webAddress("https://example.org/a?b=c#d"), "https://example.org/a?b=c#d");
  assert.equal(webAddress("http://example.org"), "http://example.org/");
});

test("nothing else becomes a link", () => {
  const others = [
    "javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x",
    "file:///etc/passwd", "blob:https://example.org/x", "//example.org", "/path", "example.org", "", null, undefined,
    "https://user:password@example.org", "https://user@example.org", "https://",
  ];
  assert.deepEqual(others.map(webAddress), others.map(() => null));
});

test("an answer's address names its kind, subjects, areas and terms, each once", () => {
  assert.equal(address({}), "https://example.org/answers/effectiveness/gua_sha");
  const many = { kind: "comparison", subjects: ["botox", "face_yoga"], areas: ["jaw", "jaw"], terms: ["jowl"] };
  assert.equal(address(many), "https://example.org/answers/comparison/botox/face_yoga/jaw/jowl");
  assert.equal(address({ kind: "cause", subjects: [], areas: ["neck"] }), "https://example.org/answers/cause/neck");
  assert.equal(address({ page: 2 }), "https://example.org/answers/effectiveness/gua_sha?page=2");
});

test("nothing that a visitor told of themselves is in an address", () => {
  assert.ok(!address({ conditions: ["pregnancy"] })!.includes("pregnancy"));
});

test("what speaks to one visitor has no address", () => {
  const personal: Partial<Answer>[] = [
    { type: "safety" }, { type: "clarify" }, { type: "out_of_scope" }, { type: "tracking" }, { plan: [] }, { state: "running" },
  ];
  assert.deepEqual(personal.map((rest) => address({}, rest)), personal.map(() => null));
  assert.equal(address({ kind: null }), null);
  assert.equal(answerAddress("https://example.org", { type: "answer" }), null);
});

test("a slug that is none makes no address", () => {
  assert.deepEqual(["../x", "a b", "a/b", "<b>", ""].map((slug) => address({ subjects: [slug] })), [null, null, null, null, null]);
});
