/** Addresses: which of them may be opened, and the address of an answer. */
import type { Question } from "../answer";

/** `url` when it is a web address without a password in it, else null: nothing else becomes a link. */
export function webAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  return ["http:", "https:"].includes(protocol) && !username && !password ? href : null;
}

const SLUG = /^[a-z0-9_]+$/;

/** The address at which anybody can read the answer to a question, or null where it has none.
 *
 * It names the kind, the subject and the area: nothing that a visitor told of themselves. */
export function answerAddress(server: string, question: Question | undefined, kind?: string | null): string | null {
  const asked = kind ?? question?.kind;
  const [first, ...others] = question?.subjects ?? [];
  const area = question?.areas[0];
  const path = first ? [asked, [first, ...others].join("+"), area] : [asked, "area", area];
  const parts = path.filter((part) => part !== undefined && part !== null);
  const whole = asked && (first || area) && parts.every((part) => part.split("+").every((slug) => SLUG.test(slug)));
  return whole ? `${server}/answers/${parts.join("/")}` : null;
}
