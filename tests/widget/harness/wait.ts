/** Waiting for something to become true, with a limit and a name for what did not. */
import { setTimeout as pause } from "node:timers/promises";

/** Waits until `done` says so, and gives the milliseconds that took; throws, naming `what`, after `limit` milliseconds. */
export async function until(what: string, done: () => boolean | Promise<boolean>, limit = 10_000): Promise<number> {
  const started = performance.now();
  while (!(await done())) {
    if (performance.now() - started > limit) throw new Error(`Waited ${limit} ms in vain for ${what}.`);
    await pause(10);
  }
  return performance.now() - started;
}
