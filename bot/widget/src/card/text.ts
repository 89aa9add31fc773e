/** An answer as text, as bot/render/text.py writes it. */
import type { Answer } from "../answer";

/** The text without the lines that stand for buttons: a copy has none. */
export function withoutButtons(text: string, answer: Answer): string {
  const rows = [answer.feedback, answer.suggestions].map((buttons) => (buttons ?? []).map((each) => each.title).join(" | "));
  return text.split("\n").filter((line) => !rows.some((row) => row && line.endsWith(row))).join("\n");
}
