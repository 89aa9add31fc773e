/** Whoever does not see the chat hears each turn of the assistant once: not twice, and never not at all. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { announcements } from "../harness/announcements";
import { skip } from "../harness/chromium";
import { ANSWERS, talk, type Meeting } from "../harness/talk";
import { AT_ONCE } from "../harness/visit";

const LATE = 1500; // milliseconds in which a second announcement would come

/** What is announced while `act` is done, and a while after. */
async function during(meeting: Meeting, act: () => Promise<void>): Promise<readonly { urgent: boolean; text: string }[]> {
  const before = (await announcements(meeting.page)).length;
  await act();
  await meeting.page.waitForTimeout(LATE);
  return (await announcements(meeting.page)).slice(before);
}

describe("announcements", { concurrency: AT_ONCE, skip }, () => {
  for (const [name, questions] of Object.entries(ANSWERS)) {
    test(`${name}: announced once`, async () => {
      const meeting = await talk(questions.slice(0, -1));
      await meeting.page.waitForTimeout(300); // the turns before have been said
      const heard = await during(meeting, () => meeting.widget.ask(questions.at(-1) ?? ""));
      assert.equal(heard.length, 1, JSON.stringify(heard));
      assert.ok((heard[0]?.text.length ?? 0) > 10);
      if (["emergency", "distress"].includes(name)) assert.equal(heard[0]?.urgent, true);
      await meeting.context.close();
    });
  }

  test("closed: news is announced once, too", async () => {
    const meeting = await talk(["thanks"]);
    await meeting.page.waitForTimeout(300);
    const heard = await during(meeting, async () => {
      await meeting.widget.say("does gua sha work");
      await meeting.page.keyboard.press("Escape");
      await meeting.widget.host.locator("[part~=unread]").waitFor();
    });
    assert.equal(heard.length, 1, JSON.stringify(heard));
    await meeting.context.close();
  });

  test("what was said before a reload is not announced again", async () => {
    const meeting = await talk(["does gua sha work", "one side of my face suddenly dropped"]);
    await meeting.page.reload();
    const heard = await during(meeting, async () => {
      await meeting.widget.open();
      await meeting.widget.answered(2);
    });
    assert.deepEqual(heard, []);
    await meeting.context.close();
  });
});
