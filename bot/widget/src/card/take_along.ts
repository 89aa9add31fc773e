/** What to take to a dermatologist: questions and signs that an answer holds, and nothing that was made up here. */
import type { Answer } from "../answer";
import type { Strings } from "./context";

export interface TakeAlong {
  readonly questions: readonly string[];
  readonly signs: readonly string[];
}

/** The questions of the answer's referrals and the signs of its advice, each once; null where it has neither. */
export function takeAlong(answer: Answer): TakeAlong | null {
  const questions = [...new Set((answer.referrals ?? []).flatMap((each) => each.questions_to_ask))];
  const signs = [...new Set(answer.see_dermatologist?.when ?? [])];
  return questions.length + signs.length ? { questions, signs } : null;
}

/** The same as lines of text, to be copied. */
export function takeAlongText(found: TakeAlong, answer: Answer, strings: Strings): string {
  const words = strings.card;
  const list = (heading: string, lines: readonly string[]) => (lines.length ? [heading, ...lines.map((line) => `- ${line}`)] : []);
  return [
    words.questions,
    ...(answer.headline ? [answer.headline] : []),
    ...list(words.questions_intro, found.questions),
    ...list(words.questions_tell, found.signs),
  ].join("\n");
}
