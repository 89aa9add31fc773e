/** Addresses: which of them may be opened, and the address of an answer. */
import type { Answer } from "../answer";

/** `url` when it is a web address without a password in it, else null: nothing else becomes a link. */
export function webAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  return ["http:", "https:"].includes(protocol) && !username && !password ? href : null;
}

const SLUG = /^[a-z0-9_]+$/;
/** Types of answers that speak to one visitor, or that answer nothing. */
const PERSONAL = new Set(["safety", "clarify", "out_of_scope", "tracking", "export"]);

/** The address at which anybody can read an answer, built as bot/render/addresses.py builds it; null where it has none.
 *
 * It names the kind, the subjects, the areas and the terms: nothing that a visitor told of themselves. */
export function answerAddress(server: string, answer: Answer): string | null {
  const { question, type } = answer;
  if (!question?.kind || PERSONAL.has(type) || answer.plan || answer.state) return null;
  const slugs = new Set([...question.subjects, ...question.areas, ...question.terms]);
  const parts = [question.kind, ...slugs];
  const path = `${server}/answers/${parts.join("/")}`;
  return parts.every((part) => SLUG.test(part)) ? path + (question.page ? `?page=${question.page}` : "") : null;
}
