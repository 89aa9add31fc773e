/** What the menu does to the conversation, and a second tab of the same visitor. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { announcements } from "../harness/announcements";
import { unharmed } from "../harness/check";
import { skip } from "../harness/chromium";
import { talk, type Meeting } from "../harness/talk";
import { transcript, type Transcript } from "../harness/transcript";
import { AT_ONCE, tab } from "../harness/visit";
import { until } from "../harness/wait";
import { Widget } from "../harness/widget";
import { world } from "../harness/world";

/** Another tab of the visitor on the same page, its chat opened. */
async function beside(meeting: Meeting): Promise<Meeting> {
  const { assistant, site } = world();
  const other = await tab(meeting.context, [assistant.address, site.address]);
  await other.page.goto(meeting.page.url());
  const widget = new Widget(other.page);
  await widget.open();
  return { ...other, widget };
}

async function chosen({ widget }: Meeting, name: string): Promise<void> {
  await widget.menu();
  await widget.choose(name);
}

describe("tabs and the menu", { concurrency: AT_ONCE, skip }, () => {
  test("what is said in one tab is shown in the other, once", async () => {
    const one = await talk(["thanks"]);
    const other = await beside(one);
    await other.widget.answered(1);
    await other.widget.ask("hello");
    await one.widget.answered(2);
    assert.deepEqual(await one.widget.shown(), await other.widget.shown());
    await unharmed(one);
    await unharmed(other);
    await one.context.close();
  });

  test("a draft that one tab has read is not put over what another has sent", async () => {
    const one = await talk([]);
    await one.widget.input.fill("half a question");
    await one.page.waitForTimeout(500);
    const other = await beside(one);
    await until("the draft", async () => (await other.widget.input.inputValue()) === "half a question");
    await one.widget.ask("thanks");
    await other.page.close({ runBeforeUnload: true });
    await one.page.reload();
    await one.widget.open();
    assert.equal(await one.widget.input.inputValue(), "");
    await one.context.close();
  });

  test("deleted: gone from the page, from the other tab, from the browser and from the server", async () => {
    const one = await talk(["does gua sha work"]);
    const other = await beside(one);
    await other.widget.answered(1);
    const token = await one.widget.token();
    const { address } = world().assistant;
    assert.equal((await transcript(address, token)).shown_in_chat.length, 2);
    await chosen(one, "Delete my conversation");
    await one.widget.choose("Delete it");
    for (const { widget } of [one, other]) await until("an empty chat", async () => (await widget.shown()).length === 0);
    assert.equal(await one.widget.token(), "");
    const kept: Transcript = await transcript(address, token);
    assert.deepEqual([kept.conversation, kept.shown_in_chat], [[], []]);
    assert.ok((await announcements(one.page)).some(({ text }) => text.includes("Your conversation is deleted.")));
    await one.widget.ask("thanks");
    assert.notEqual(await one.widget.token(), token);
    await unharmed(one);
    await one.context.close();
  });

  test("start again is said, and answered", async () => {
    const one = await talk(["what would help me"]);
    await chosen(one, "Start again");
    await one.widget.answered(2);
    assert.equal((await one.widget.shown()).at(-2)?.text.trim(), "Start again");
    await one.context.close();
  });

  test("a download holds what was said", async () => {
    const one = await talk(["does gua sha work"]);
    const [download] = await Promise.all([one.page.waitForEvent("download"), chosen(one, "Download the conversation")]);
    const { conversation } = JSON.parse(await readFile(await download.path(), "utf8")) as Transcript;
    assert.ok(conversation.some(({ visitor }) => visitor === "does gua sha work"));
    await one.context.close();
  });

  test("moved to another place of the page, it goes on", async () => {
    const one = await talk(["thanks"]);
    await one.page.evaluate(() => document.body.prepend(document.querySelector("plumbline-chat")!));
    await one.widget.host.and(one.page.locator("[data-connection=online]")).waitFor();
    await one.widget.ask("hello");
    await unharmed(one);
    await one.context.close();
  });

  test("an alert is not said again when the chat is closed and opened", async () => {
    const one = await talk(["one side of my face suddenly dropped"]);
    await one.widget.launcher.click();
    await one.widget.launcher.click();
    await one.widget.input.waitFor();
    assert.equal(await one.widget.host.getByRole("alert").count(), 0);
    assert.equal(await one.widget.host.locator("[part~=alert]").count(), 1);
    await one.context.close();
  });
});
