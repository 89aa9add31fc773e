/** Evidence as a place on a scale, beside its words. */
import type { Strings } from "./context";
import { wordOf } from "./words";

export interface Reading {
  /** From 0, nothing was tested, up to `of`, strong evidence. */
  readonly value: number;
  readonly of: number;
  readonly words: string;
}

/** The strongest of the levels that nobody tested. They are told apart by their words: none of them fills a bar. */
const UNTESTED = "expert_opinion";

/** Where a level stands; labels.py names the levels from the strongest to the weakest. */
export function reading(level: string, strings: Strings): Reading {
  const levels = Object.keys(strings.labels.evidence);
  const tested = levels.slice(0, levels.indexOf(UNTESTED));
  const at = tested.indexOf(level);
  return { value: at < 0 ? 0 : tested.length - at, of: tested.length, words: wordOf(strings.labels.evidence, level) };
}
