/** What is said of an answer to those who do not see it: one short text, said once. */
import type { Answer } from "../answer";
import type { Strings } from "./context";
import { ended, fill, wordOf } from "./words";

/** The cautions, the bottom line with its level, and how much there is to read; for a safety answer its words alone, and
 * for the step of a routine all that is to be done. */
export function announcement(answer: Answer, strings: Strings): string {
  const { announce } = strings.card;
  if (answer.type === "export") return strings.card.export.title;
  if (answer.type === "safety") {
    const level = answer.level ? ended(wordOf(strings.labels.levels, answer.level)) : "";
    return [level, ...cautions(answer, strings), answer.headline].filter(Boolean).join(" ");
  }
  if (answer.state) {
    const steps = (answer.steps ?? []).map((step) => step.instruction);
    return [...cautions(answer, strings), answer.headline, ...steps, answer.note].filter(Boolean).join(" ");
  }
  const count = (sentence: string, list: readonly unknown[] | undefined) => (list?.length ? fill(sentence, { n: list.length }) : "");
  return [
    ...cautions(answer, strings),
    answer.note && answer.type !== "routine" ? answer.note : "",
    answer.definition ? `${answer.definition.term}:` : "",
    answer.headline ? ended(answer.headline) : "",
    answer.evidence ? fill(announce.evidence, { level: wordOf(strings.labels.evidence, answer.evidence) }) : "",
    count(announce.steps, answer.steps),
    count(announce.points, answer.points),
    count(announce.sources, answer.sources),
    count(announce.suggestions, answer.suggestions),
  ].filter(Boolean).join(" ");
}

function cautions(answer: Answer, strings: Strings): string[] {
  return (answer.cautions ?? []).map((each) => fill(strings.card.announce.read_first, { text: each.text }));
}
