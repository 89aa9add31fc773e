/** Where a timer stands, for a page that the browser throws away while a phone sleeps. The one that moved last is kept. */
import { left, type Run, type Shape, STOPPED } from "./clock";
import type { CardContext } from "./context";

const KEY = "plumbline.timer";

/** Keeps a run under the card that it belongs to. */
export function keepRun({ key, storage }: Pick<CardContext, "key" | "storage">, run: Run): void {
  try {
    storage?.setItem(KEY, JSON.stringify({ key, ...run }));
  } catch { // the browser keeps nothing here
  }
}

/** The run that was kept for this card and is not over; else one that has not begun. */
export function keptRun({ key, storage }: Pick<CardContext, "key" | "storage">, shape: Shape, now: number): Run {
  try {
    const kept = JSON.parse(storage?.getItem(KEY) ?? "null") as Record<string, unknown> | null;
    const { before, since } = kept ?? {};
    if (kept?.["key"] === key && typeof before === "number" && (since === null || typeof since === "number")) {
      return left({ before, since }, shape, now) ? { before, since } : STOPPED;
    }
  } catch { // not what was written here
  }
  return STOPPED;
}
