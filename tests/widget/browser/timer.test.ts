/** The timer of a step and the coach who leads through the routine say the same. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { skip } from "../harness/chromium";
import { ANSWERS, talk, type Meeting } from "../harness/talk";
import { AT_ONCE, tab } from "../harness/visit";
import { Widget } from "../harness/widget";
import { world } from "../harness/world";

/** At a step, its timer started. */
async function timed(): Promise<Meeting> {
  const meeting = await talk(ANSWERS["a step with its timer"]!);
  await meeting.widget.host.getByRole("button", { name: "Start", exact: true }).click();
  return meeting;
}

/** Whether each timer of the page runs, oldest first. */
async function running({ widget, page }: Meeting): Promise<readonly boolean[]> {
  const read = () => widget.host.getByRole("timer").allTextContents();
  const before = await read();
  await page.waitForTimeout(1300);
  return (await read()).map((now, place) => now !== before[place]);
}

describe("the timer and the coach", { concurrency: AT_ONCE, skip }, () => {
  test("a question about the step lets its timer run", async () => {
    const meeting = await timed();
    await meeting.widget.ask("how do I do this");
    assert.equal((await running(meeting))[0], true);
    await meeting.context.close();
  });

  for (const words of ["pause", "stop", "next"]) {
    test(`"${words}" stops it`, async () => {
      const meeting = await timed();
      assert.deepEqual(await running(meeting), [true]);
      await meeting.widget.ask(words);
      assert.equal((await running(meeting))[0], false);
      await meeting.page.reload();
      await meeting.widget.open();
      await meeting.widget.host.getByRole("timer").first().waitFor();
      assert.equal((await running(meeting))[0], false);
      await meeting.context.close();
    });
  }

  test("it runs in one tab", async () => {
    const one = await timed();
    const { assistant, site } = world();
    const other = await tab(one.context, [assistant.address, site.address]);
    await other.page.goto(one.page.url());
    const widget = new Widget(other.page);
    await widget.open();
    await widget.host.getByRole("timer").waitFor();
    assert.deepEqual([await running(one), await running({ ...other, widget })], [[true], [false]]);
    await one.context.close();
  });
});
