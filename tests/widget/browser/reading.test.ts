/** Whoever asks begins to read where the answer begins, however long it is and whatever was said before. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { skip } from "../harness/chromium";
import { talk } from "../harness/talk";
import { AT_ONCE } from "../harness/visit";

const LONG = ["does gua sha work", "gua sha or facial exercises, which is better", "whom should I see about my eyelids"];
const NEAR = 2; // pixels

describe("reading", { concurrency: AT_ONCE, skip }, () => {
  for (const [said, question] of LONG.entries()) {
    test(`answer ${said + 1}: the question stands at the top, its answer below it`, async () => {
      const meeting = await talk(LONG.slice(0, said + 1));
      await meeting.page.waitForTimeout(300);
      const log = await meeting.widget.host.locator("[part~=log]").boundingBox();
      const asked = await meeting.widget.host.locator("[data-by=visitor]", { hasText: question }).boundingBox();
      const answer = await meeting.widget.replies.last().boundingBox();
      assert.ok(log && asked && answer);
      assert.ok(answer.height > log.height, "the answer is not long enough to tell");
      assert.ok(Math.abs(asked.y - log.y) <= NEAR, `the question stands ${asked.y - log.y} pixels below the top`);
      await meeting.context.close();
    });
  }
});
