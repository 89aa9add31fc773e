/** Hostile texts in published content: pages and widget show them as they are, and nothing of them runs. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Locator } from "playwright-core";
import { Assistant, UNLIMITED } from "../harness/assistant";
import { unharmed, verbatim } from "../harness/check";
import { launch, skip } from "../harness/chromium";
import { visit } from "../harness/visit";
import { Widget } from "../harness/widget";
import { VECTORS } from "../harness/xss";

test("there are at least a hundred, each once", () => {
  assert.ok(VECTORS.length >= 100);
  assert.equal(new Set(VECTORS).size, VECTORS.length);
});

describe("published", { skip }, () => {
  let assistant: Assistant;
  let browser: Browser;

  before(async () => {
    browser = await launch();
    const publish = { module: "tests.widget.harness.hostile", input: JSON.stringify(VECTORS) };
    assistant = await Assistant.start({ environment: UNLIMITED, publish });
  });

  after(async () => {
    await browser?.close();
    await assistant?.stop();
  });

  for (const path of ["/answers/effectiveness/gua_sha", "/answers/risk/gua_sha", "/answers/comparison/gua_sha/facial_exercise"]) {
    test(`${path}: shown as it is, and nothing runs`, async () => {
      const guest = await visit(browser, [assistant.address]);
      await guest.page.goto(assistant.address + path);
      await verbatim(guest.page, "body", VECTORS);
      await harmlessLinks(guest.page.locator("a[href]"));
      for (const summary of await guest.page.locator("summary").all()) await summary.click();
      await unharmed(guest);
      await guest.context.close();
    });
  }

  test("in the widget: shown as it is, and nothing runs", async () => {
    const guest = await visit(browser, [assistant.address]);
    await guest.page.goto(assistant.address);
    const widget = new Widget(guest.page);
    await widget.open();
    for (const each of ["does gua sha work", "is gua sha safe", "show me the sources"]) {
      await widget.ask(each);
      await verbatim(guest.page, "plumbline-chat [data-by=bot]", VECTORS);
    }
    for (const summary of await widget.host.locator("summary").all()) await summary.click();
    await harmlessLinks(widget.host.locator("a[href]"));
    await unharmed(guest);
    await guest.context.close();
  });
});

async function harmlessLinks(links: Locator): Promise<void> {
  const found = await links.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).protocol));
  assert.deepEqual(found.filter((each) => !["http:", "https:"].includes(each)), []);
}
