/** The small print of points, steps and sources as words. */
import type { Answer, Point, RoutineStep, Source } from "../answer";
import type { Strings } from "./context";
import { fill, wordOf } from "./words";

/** "Study: before and after, 27 people, 20 weeks, paid for by …."; empty where no study stands behind the point. */
export function studyFacts(point: Point, strings: Strings): string {
  const { study } = point;
  if (!study) return "";
  const words = strings.card;
  const facts = [
    study.design,
    study.participants === null ? "" : fill(words.participants, { n: study.participants }),
    study.duration,
    study.funded_by ? fill(words.funded_by, { name: study.funded_by }) : "",
  ];
  return fill(words.study, { facts: facts.filter(Boolean).join(", ") });
}

/** What a popular article says of the point, and how better sources see it; empty where none was checked. */
export function articleCheck(point: Point, answer: Answer, strings: Strings): string {
  const { article } = point;
  if (!article) return "";
  const source = (answer.sources ?? []).find((each) => each.id === article.source);
  const verdict = wordOf(strings.labels.verdicts, article.verdict);
  return fill(strings.card.article, { title: source?.title ?? strings.card.an_article, says: article.says, verdict });
}

/** "3 sets, 8 times, hold 8 s"; empty where the source gives no figure. */
export function counts(step: Pick<RoutineStep, "sets" | "reps" | "hold_seconds" | "duration_seconds">, strings: Strings): string {
  const words = strings.card;
  const count = (sentence: string, n: number | null | undefined) => (n ? fill(sentence, { n }) : "");
  const all = [
    count(words.sets, step.sets), count(words.reps, step.reps), count(words.hold, step.hold_seconds),
    count(words.seconds, step.duration_seconds),
  ];
  return all.filter(Boolean).join(", ");
}

/** "Example Press, 2020, controlled trial, has something to sell". */
export function sourceFacts(source: Source, strings: Strings): string {
  const words = strings.card;
  return [
    source.publisher, source.year === null ? words.no_date : String(source.year), wordOf(strings.labels.source_kinds, source.kind),
    source.commercial_interest ? words.sells : "",
  ].filter(Boolean).join(", ");
}

/** One sentence a reason: what is not offered to this visitor, and why. */
export function leftOut(answer: Answer, strings: Strings): string[] {
  const found = answer.left_out ?? [];
  const reasons = [...new Set(found.map((each) => each.because))];
  return reasons.map((because) => {
    const names = [...new Set(found.filter((each) => each.because === because).map((each) => each.name))];
    return fill(strings.card.left_out, { because, names: names.join(", ") });
  });
}

/** "Last checked 2026-11-21, checked by an editor, not by a doctor. …"; empty where nothing was checked. */
export function checkedLine(answer: Answer, strings: Strings): string {
  if (!answer.reviewed_on || !answer.review_status || answer.type === "clarify" || answer.type === "out_of_scope") return "";
  const status = wordOf(strings.labels.review, answer.review_status);
  return fill(strings.card.checked, { date: answer.reviewed_on, status });
}
