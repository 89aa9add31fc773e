/** Evidence as a place on a scale, beside its words. */
import type { Strings } from "./context";
import { wordOf } from "./words";

export interface Reading {
  /** 1 is a seller's claim, `of` is strong evidence; 0 for a level that this version does not know. */
  readonly value: number;
  readonly of: number;
  readonly words: string;
}

/** Where a level stands among all levels; labels.py names them from the strongest to the weakest. */
export function reading(level: string, strings: Strings): Reading {
  const levels = Object.keys(strings.labels.evidence);
  const at = levels.indexOf(level);
  return { value: at < 0 ? 0 : levels.length - at, of: levels.length, words: wordOf(strings.labels.evidence, level) };
}
