/** Judgements that many tests make of a page. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { told, violations } from "./axe";
import { controls, walk } from "./keyboard";
import type { Visit } from "./visit";

/** Nothing ran, broke a policy, failed or asked anybody else for something. */
export async function unharmed({ watch }: Visit): Promise<void> {
  assert.deepEqual(await watch.all(), []);
}

/** No rule of axe-core is broken. */
export async function accessible(page: Page): Promise<void> {
  assert.equal(told(await violations(page)), "");
}

/** Everything that can be used can be reached with Tab, from the top of the page. */
export async function reachable(page: Page): Promise<void> {
  const reached = new Set((await walk(page)).map((each) => each.id));
  const missed = (await controls(page)).filter((each) => !reached.has(each.id));
  assert.deepEqual(missed.map((each) => `${each.tag} ${each.name}`), []);
}

/** Nothing sticks out to the side: one direction of scrolling is enough. */
export async function fitsInWidth(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
}

/** The texts stand in the page as they are, apart from white space. */
export async function verbatim(page: Page, selector: string, texts: readonly string[]): Promise<void> {
  const shown = flat((await page.locator(selector).allTextContents()).join("\n"));
  assert.deepEqual(texts.filter((each) => !shown.includes(flat(each))), []);
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
