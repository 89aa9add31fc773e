/** A visitor: a browser context of their own with one page, on which everything that the tests look at is recorded. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { listenForAnnouncements } from "./announcements";
import { followFocus } from "./keyboard";
import { measure } from "./timing";
import { Watch } from "./watch";

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
}

/** How many visitors there are at a time, in tests that run beside each other. */
export const AT_ONCE = 3;

/** The test runner's compiler wraps the functions that go into pages in calls of this helper of its own. */
const COMPILED = "globalThis.__name = (each) => each;";

/** A new page in `context`: another tab of the same visitor. */
export async function tab(context: BrowserContext, origins: readonly string[]): Promise<Visit> {
  const page = await context.newPage();
  await page.addInitScript(COMPILED);
  await listenForAnnouncements(page);
  await followFocus(page);
  await measure(page);
  return { context, page, watch: await Watch.over(page, origins) };
}

/** A new visitor with an empty page. Requests may go to `origins` only. */
export async function visit(browser: Browser, origins: readonly string[], options: BrowserContextOptions = {}): Promise<Visit> {
  return await tab(await browser.newContext({ viewport: { width: 1024, height: 768 }, ...options }), origins);
}
