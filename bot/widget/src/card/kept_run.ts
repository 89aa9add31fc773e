/**
 * Where a timer stands, for a page that the browser throws away while a phone sleeps. The one that moved last in this
 * conversation and this tab is kept.
 */
import { left, type Run, type Shape, STOPPED } from "./clock";
import type { CardContext } from "./context";

const KEY = "plumbline.timer";

/** Keeps a run under the card that it belongs to. */
export function keepRun({ key, timers }: Pick<CardContext, "key" | "timers">, run: Run): void {
  try {
    timers?.setItem(KEY, JSON.stringify({ key, ...run }));
  } catch { // the browser keeps nothing here
  }
}

/** The run that was kept for this card and is not over; else one that has not begun. */
export function keptRun({ key, timers }: Pick<CardContext, "key" | "timers">, shape: Shape, now: number): Run {
  try {
    const kept = JSON.parse(timers?.getItem(KEY) ?? "null") as Record<string, unknown> | null;
    const { before, since } = kept ?? {};
    if (kept?.["key"] === key && typeof before === "number" && (since === null || typeof since === "number")) {
      return left({ before, since }, shape, now) ? { before, since } : STOPPED;
    }
  } catch { // not what was written here
  }
  return STOPPED;
}
