/** Words: sentences with places to fill, and slugs as words. */

/** `sentence` with each `{name}` filled in. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
}

/** The word of a slug; the slug itself, readable, where this version does not know it. */
export function wordOf(words: Readonly<Record<string, string>>, slug: string): string {
  return Object.hasOwn(words, slug) ? words[slug]! : slug.replaceAll("_", " ");
}

/** `sentence` with a full stop, unless it ends with a mark. */
export function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
