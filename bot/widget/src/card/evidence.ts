/** Evidence as a place on a scale, beside its words. */
import type { Evidence } from "../answer";
import type { Strings } from "./context";
import { wordOf } from "./words";

export interface Reading {
  /** From 0, nothing was tested, up to `of`, strong evidence. */
  readonly value: number;
  readonly of: number;
  readonly words: string;
}

/** The bars that the meter has. */
const BARS = 4;

/** Where a level stands. Levels that nobody tested fill no bar; their words tell them apart. */
export function reading(level: string, strings: Strings): Reading {
  const { evidence, strength } = strings.labels;
  return { value: Object.hasOwn(strength, level) ? strength[level as Evidence] : 0, of: BARS, words: wordOf(evidence, level) };
}
