/** With the keyboard alone: everything is reached, nothing in a closed chat is, Escape closes, and the focus comes back. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { reachable, unharmed } from "../harness/check";
import { skip } from "../harness/chromium";
import { controls, focus, walk, walkOn } from "../harness/keyboard";
import { ANSWERS, meet, talk } from "../harness/talk";
import { AT_ONCE } from "../harness/visit";

const HOST = "plumbline-chat";

describe("keyboard", { concurrency: AT_ONCE, skip }, () => {
  test("closed: Tab reaches the launcher and nothing else of it", async () => {
    const { page, context } = await meet();
    assert.deepEqual((await walk(page)).map((each) => [each.host, each.tag]), [[HOST, "button"]]);
    await context.close();
  });

  test("closed again after a talk: still the launcher alone", async () => {
    const meeting = await talk(["does gua sha work"]);
    const { page, context } = meeting;
    assert.ok((await controls(page)).length > 10);
    await page.keyboard.press("Escape");
    assert.deepEqual((await walk(page)).map((each) => [each.host, each.tag]), [[HOST, "button"]]);
    assert.equal((await controls(page)).length, 1);
    await unharmed(meeting);
    await context.close();
  });

  test("Enter opens, the words can be typed at once, Escape closes, and the launcher has the focus again", async () => {
    const meeting = await meet();
    const { page, widget, context } = meeting;
    await page.keyboard.press("Tab");
    const launcher = await focus(page);
    await page.keyboard.press("Enter");
    await widget.input.waitFor();
    assert.equal((await focus(page)).tag, "textarea");
    await page.keyboard.type("thanks");
    await page.keyboard.press("Enter");
    await widget.answered(1);
    assert.equal((await focus(page)).tag, "textarea");
    await page.keyboard.press("Escape");
    assert.equal(await widget.input.isVisible(), false);
    assert.equal((await focus(page)).id, launcher.id);
    await page.keyboard.press("Enter");
    await widget.input.waitFor();
    assert.equal((await widget.shown()).length, 2);
    await unharmed(meeting);
    await context.close();
  });

  for (const name of ["answer", "comparison", "a step with its timer", "tracking with a log", "form", "plan", "emergency"]) {
    test(`${name}: Tab reaches everything, and Shift and Tab lead back the same way`, async () => {
      const { page, context } = await talk(ANSWERS[name] ?? []);
      await reachable(page);
      const forth = await walk(page);
      await page.keyboard.press("Tab"); // out of the page and round again
      await walkOn(page);
      const last = forth.at(-1);
      assert.ok(last);
      const back = await backFrom(page, last.id);
      assert.deepEqual(back, forth.map((each) => each.id).reverse());
      await context.close();
    });
  }

  /** The stops of Shift and Tab from one, which is reached with Tab first. */
  async function backFrom(page: Page, id: number): Promise<number[]> {
    await walk(page, "Tab", 1);
    for (let steps = 0; (await focus(page)).id !== id && steps < 500; steps++) await page.keyboard.press("Tab");
    return [id, ...(await walkOn(page, "Shift+Tab")).map((each) => each.id)];
  }

  test("a button under an answer is pressed with the keyboard, and its question is asked", async () => {
    const { page, widget, context } = await talk(["help"]);
    const button = widget.replies.last().getByRole("button").first();
    await button.focus();
    await page.keyboard.press("Enter");
    await widget.answered(2);
    await context.close();
  });

  test("Escape closes the menu first, then the chat", async () => {
    const { page, widget, context } = await talk(["thanks"]);
    const menu = widget.host.getByRole("button", { name: "Menu" });
    await menu.focus();
    await page.keyboard.press("Enter");
    assert.equal(await menu.getAttribute("aria-expanded"), "true");
    await reachable(page);
    await widget.host.getByRole("button", { name: "Print the conversation" }).focus();
    await page.keyboard.press("Escape");
    assert.equal(await menu.getAttribute("aria-expanded"), "false");
    assert.equal((await focus(page)).name, "Menu");
    await page.keyboard.press("Escape");
    assert.equal(await widget.input.isVisible(), false);
    await context.close();
  });

  test("the face map: every part is reached with the keyboard, and asks about it", async () => {
    const { page, widget, context } = await talk([]);
    await widget.menu();
    await widget.choose("Show the face map");
    await reachable(page);
    const jaw = widget.host.locator("svg [role=radio], svg [role=button], svg a, svg [tabindex]").and(widget.host.getByLabel("Jaw", { exact: true })).first();
    await jaw.focus();
    await page.keyboard.press("Enter");
    await widget.answered(1);
    assert.match((await widget.shown())[0]?.text ?? "", /jaw/i);
    await context.close();
  });

  test("with a draft half written, an emergency does not take the focus away", async () => {
    const { page, widget, context } = await talk(["thanks"]);
    await widget.say("one side of my face suddenly dropped");
    await page.keyboard.type("and my ar");
    await widget.answered(2);
    await page.waitForTimeout(300);
    assert.equal((await focus(page)).tag, "textarea");
    assert.equal(await widget.input.inputValue(), "and my ar");
    await context.close();
  });

  test("otherwise it brings the visitor there", async () => {
    const { page, widget, context } = await talk(["one side of my face suddenly dropped"]);
    await page.waitForFunction(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.getAttribute("role") === "alert";
    });
    await page.keyboard.press("Escape");
    assert.equal(await widget.input.isVisible(), false);
    await context.close();
  });
});
