/** The words around the answers. English is part of the panel; other languages are files beside it. */
import english from "../locales/en.json";

export type Strings = typeof english;
export { english };

/** The languages that there is a file of, beside English; build.js lists them. */
declare const LANGUAGES: readonly string[];

/** The words of a language tag such as `de-CH`: of its file, or of its language's; English for what that lacks. */
export async function wordsOf(tag: string, beside: string): Promise<Strings> {
  const name = [tag, tag.split("-")[0]!].find((each) => LANGUAGES.includes(each));
  if (!name) return english;
  try {
    const file = (await import(new URL(`locale-${name}.js`, beside).href)) as { default: unknown };
    return merged(english, file.default) as Strings;
  } catch { // not reachable
    return english;
  }
}

/** `own` with every value that `other` has in its place, of the same kind. */
export function merged(own: unknown, other: unknown): unknown {
  if (Array.isArray(own) || typeof own !== "object" || own === null) return typeof other === typeof own ? other : own;
  if (typeof other !== "object" || other === null) return own;
  return Object.fromEntries(Object.entries(own).map(([key, value]) =>
    [key, key in other ? merged(value, (other as Record<string, unknown>)[key]) : value]));
}
