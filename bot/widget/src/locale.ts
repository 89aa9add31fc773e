/** The words around the answers. English is part of the panel; other languages are files beside it. */
import english from "../locales/en.json";

export type Strings = typeof english;
export { english };

/** The words of a language tag such as `de-CH`: of its file, or of its language's; English for what that lacks. */
export async function wordsOf(tag: string, beside: string): Promise<Strings> {
  for (const name of new Set([tag, tag.split("-")[0]!])) {
    if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(name) || name === "en") continue;
    try {
      const response = await fetch(new URL(`locale-${name}.json`, beside), { credentials: "omit" });
      if (response.ok) return merged(english, await response.json()) as Strings;
    } catch { /* not reachable: the next one, or English */ }
  }
  return english;
}

/** `own` with every value that `other` has in its place, of the same kind. */
export function merged(own: unknown, other: unknown): unknown {
  if (Array.isArray(own) || typeof own !== "object" || own === null) return typeof other === typeof own ? other : own;
  if (typeof other !== "object" || other === null) return own;
  return Object.fromEntries(Object.entries(own).map(([key, value]) =>
    [key, key in other ? merged(value, (other as Record<string, unknown>)[key]) : value]));
}
