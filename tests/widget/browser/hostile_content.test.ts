/** Hostile texts in published content: the pages show them as they are, and nothing of them runs. */
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { Assistant, UNLIMITED } from "../harness/assistant";
import { unharmed, verbatim } from "../harness/check";
import { launch, skip } from "../harness/chromium";
import { visit } from "../harness/visit";
import { VECTORS } from "../harness/xss";

let assistant: Assistant;
let browser: Browser;

before(async () => {
  if (skip) return;
  browser = await launch();
  assistant = await Assistant.start({ environment: UNLIMITED, publish: { module: "tests.widget.harness.hostile", input: JSON.stringify(VECTORS) } });
});

after(async () => {
  await browser?.close();
  await assistant?.stop();
});

test("there are at least a hundred, each once", () => {
  assert.ok(VECTORS.length >= 100);
  assert.equal(new Set(VECTORS).size, VECTORS.length);
});

for (const path of ["/answers/effectiveness/gua_sha", "/answers/risk/gua_sha", "/answers/comparison/gua_sha/facial_exercise"]) {
  test(`${path}: shown as it is, and nothing runs`, { skip }, async () => {
    const guest = await visit(browser, [assistant.address]);
    await guest.page.goto(assistant.address + path);
    await verbatim(guest.page, "body", VECTORS);
    const addresses = await guest.page.locator("a[href]").evaluateAll((links) => links.map((each) => (each as HTMLAnchorElement).protocol));
    assert.deepEqual(addresses.filter((each) => !["http:", "https:", "mailto:"].includes(each)), []);
    for (const summary of await guest.page.locator("summary").all()) await summary.click();
    await unharmed(guest);
    await guest.context.close();
  });
}
