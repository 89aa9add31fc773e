/** How a page feels on a slow machine: tasks that block it, and things that jump. */
import type { Page } from "playwright-core";

/** What was measured since the page opened; times in milliseconds. */
export interface Timing {
  readonly longTasks: readonly number[];
  readonly shift: number; // cumulative layout shift: what moved though the visitor had not just done something
}

interface Measured {
  __timing: { longTasks: number[]; shift: number };
}

/** Measures every page that `page` opens from now on. */
export async function measure(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timing = { longTasks: [] as number[], shift: 0 };
    (window as unknown as Measured).__timing = timing;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) timing.longTasks.push(entry.duration);
    }).observe({ type: "longtask", buffered: true });
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
