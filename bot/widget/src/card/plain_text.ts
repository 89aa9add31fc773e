/** An answer as plain text, to be copied: everything that the card shows, in its order. */
import type { Answer, Point } from "../answer";
import type { Strings } from "./context";
import { articleCheck, checkedLine, counts, leftOut, sourceFacts, studyFacts } from "./facts";
import { planSides, type Side, sidesOf } from "./sides";
import { ended, fill, wordOf } from "./words";

/** The whole answer, one thing a line. */
export function plainText(answer: Answer, strings: Strings): string {
  return [...lines(answer, strings)].filter(Boolean).join("\n");
}

function* lines(answer: Answer, strings: Strings): Generator<string> {
  const words = strings.card;
  const cited = (ids: readonly string[] | undefined) => numbers(answer, ids);
  const level = (slug: string) => wordOf(strings.labels.evidence, slug);
  for (const each of answer.cautions ?? []) {
    yield `${words.read_first} ${each.text} (${wordOf(strings.labels.review, each.review_status)})${cited(each.sources)}`;
  }
  if (answer.level) yield ended(wordOf(strings.labels.levels, answer.level));
  const before = answer.type !== "routine";
  if (before) yield answer.note ?? "";
  yield answer.definition ? `${answer.definition.term}: ${answer.headline}${cited(answer.definition.sources)}` : answer.headline ?? "";
  if (answer.evidence) yield `${words.evidence}: ${level(answer.evidence)}.`;
  if (!before) yield answer.note ?? "";
  yield* (answer.warnings ?? []).map((warning) => `${words.routine_warning} ${warning}`);
  yield* leftOut(answer, strings);
  for (const [at, step] of (answer.steps ?? []).entries()) {
    const extra = counts(step, strings);
    yield `${(answer.step || 1) + at}. ${step.name}: ${step.instruction}${extra && ` (${extra})`}`;
  }
  for (const week of answer.progress?.weeks ?? []) {
    yield `${words.log.week} ${week.start}: ${fill(words.log.bar, { days: week.days })}`;
  }
  if (answer.routine) yield fill(words.frequency, { text: answer.routine.frequency }) + cited(answer.routine.sources);
  yield* answer.plan ? plan(answer, strings) : compared(answer, strings);
  for (const entry of answer.explained ?? []) yield `${entry.term}: ${entry.text}${cited(entry.sources)}`;
  if (answer.debate) yield `${words.debate}: ${answer.debate.summary}`;
  if (answer.more_points) yield fill(words.more_points, { n: answer.more_points });
  for (const each of answer.referrals ?? []) {
    yield `${each.checks_credentials ? words.credentials : words.whom_to_see}: ${each.who_to_see}${cited(each.sources)}`;
    yield `  ${words.when} ${each.situation}`;
    yield `  ${words.how_soon} ${each.how_soon}`;
    yield `  ${words.why} ${each.why}`;
    yield `  ${words.questions_to_ask}`;
    yield* each.questions_to_ask.map((question) => `  - ${question}`);
  }
  const advice = answer.see_dermatologist;
  if (advice) yield `${words.dermatologist}: ${advice.text}${cited(advice.sources)}`;
  yield* (advice?.when ?? []).map((sign) => `- ${sign}`);
  if (answer.sources?.length) yield fill(words.sources, { n: answer.sources.length });
  for (const source of answer.sources ?? []) {
    yield `[${source.n}] ${ended(source.title)} ${sourceFacts(source, strings)}. ${source.url ?? ""}`.trim();
  }
  yield checkedLine(answer, strings);
}

function* compared(answer: Answer, strings: Strings): Generator<string> {
  for (const { row, cells } of answer.rows ?? []) {
    yield wordOf(strings.labels.rows, row);
    yield* cells.map((cell, at) => {
      const text = row === "evidence" ? wordOf(strings.labels.evidence, cell.text) : cell.text;
      return `- ${answer.columns?.[at] ?? ""}: ${text}`;
    });
  }
  for (const side of sidesOf(answer, strings)) yield* oneSide(side, answer, strings);
}

function* plan(answer: Answer, strings: Strings): Generator<string> {
  const { rows, evidence } = strings.labels;
  for (const [at, item] of (answer.plan ?? []).entries()) {
    yield `${at + 1}. ${item.name} (${wordOf(evidence, item.evidence)}): ${item.headline}`;
    for (const side of planSides(item, answer, strings)) yield* oneSide(side, answer, strings);
    yield `${rows.time_to_results}: ${item.time_to_results.text}`;
    yield `${rows.risks}: ${item.risks.text}`;
    yield `${rows.cost}: ${item.cost.text}`;
    yield `${rows.effort}: ${item.effort}`;
  }
}

function* oneSide(side: Side, answer: Answer, strings: Strings): Generator<string> {
  yield `${side.heading}:`;
  for (const point of side.points) yield* onePoint(point, answer, strings);
  for (const none of side.none) yield `- ${fill(strings.card.none_found, { text: none.text, date: none.as_of })}`;
}

function* onePoint(point: Point, answer: Answer, strings: Strings): Generator<string> {
  yield `- ${point.text} (${wordOf(strings.labels.evidence, point.evidence)})${numbers(answer, point.sources)}`;
  const small = [studyFacts(point, strings), point.caveat && `${strings.card.caveat} ${point.caveat}`, articleCheck(point, answer, strings)];
  yield* small.filter(Boolean).map((line) => `  ${line}`);
}

function numbers(answer: Answer, ids: readonly string[] | undefined): string {
  const found = (answer.sources ?? []).filter((source) => ids?.includes(source.id)).map((source) => source.n);
  return found.length ? ` [${found.join(", ")}]` : "";
}
