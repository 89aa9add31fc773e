/** How a page feels on a slow machine: tasks that block it, and things that jump. Times in milliseconds. */
import type { Page } from "playwright-core";

/** What was measured since the page opened. */
export interface Timing {
  readonly shift: number; // cumulative layout shift: what moved though the visitor had not just done something
}

interface Measured {
  __timing: { shift: number };
}

/** Measures every page that `page` opens from now on. */
export async function measure(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timing = { shift: 0 };
    (window as unknown as Measured).__timing = timing;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
        if (!entry.hadRecentInput) timing.shift += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Slows the page's processor by a factor. */
export async function throttle(page: Page, factor: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: factor });
}

/** What was measured so far. */
export async function timing(page: Page): Promise<Timing> {
  return await page.evaluate(() => (window as unknown as Measured).__timing);
}

/** One thing that a thread of the browser did, as it traces it; times in microseconds. */
interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number; // of these, how long the thread had a processor
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** What V8 traces when it runs a script; the browser names a script's address long before, when it fetches the file. */
const RUNNING = ["EvaluateScript", "FunctionCall"];

/**
 * The tasks of the page's thread, from the first in which a script ran whose address ends with one of `files`, while
 * `act` was done: how long each kept the processor. What the browser lays out and paints for the script is among them;
 * what it did to open the page is not, and neither is what other programs on this machine took meanwhile.
 */
export async function tasksOf(page: Page, files: readonly string[], act: () => Promise<void>): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const traced: Traced[] = [];
  session.on("Tracing.dataCollected", ({ value }) => traced.push(...(value as unknown as Traced[])));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] } });
  await act();
  const ended = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await ended;
  const isOurs = ({ name, args }: Traced) => RUNNING.includes(name) && files.some((file) => new RegExp(`/${file}(\\?|$)`).test(args?.data?.url ?? ""));
  const [first] = traced.filter(isOurs).sort((one, other) => one.ts - other.ts);
  if (!first) return [];
  const isAfter = ({ name, pid, tid, ts, dur = 0 }: Traced) => name === "RunTask" && pid === first.pid && tid === first.tid && ts + dur >= first.ts;
  return traced.filter(isAfter).map(({ tdur = 0 }) => tdur / 1000);
}
