/** Existing Rasa clients stay welcome: rasa-webchat as npm has it talks to the assistant's `socketio`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { skip } from "../harness/chromium";
import { FaultProxy } from "../harness/fault_proxy";
import { Front } from "../harness/front";
import { visit } from "../harness/visit";
import { until } from "../harness/wait";
import { world } from "../harness/world";
import { files, replies, say, start } from "../report/subject";
import { rasaWebchat } from "../report/subjects";

test("rasa-webchat: answers, quick replies, and the same conversation after a reload and a cut", { skip }, async () => {
  const subject = rasaWebchat();
  const front = await Front.start(world().assistant.port, files(subject));
  const proxy = new FaultProxy(front.port);
  await proxy.listen();
  const address = `http://127.0.0.1:${proxy.port}`;
  const { page, context } = await visit(world().browser, [address]);
  const more = async (words: string): Promise<void> => {
    const before = await replies(page, subject);
    await say(page, subject, words);
    await until(`an answer to "${words}"`, async () => (await replies(page, subject)) > before);
  };
  await page.goto(`${address}/measured/`);
  await start(page, subject);
  await more("does gua sha work");
  assert.match((await page.locator(subject.reply).allInnerTexts()).join(" "), /Gua sha may slim the face/);
  await more("help");
  await page.locator(subject.button).first().click();
  await page.locator(subject.button).first().waitFor({ state: "detached" });
  await page.reload();
  await page.locator(subject.input).waitFor();
  await more("thanks");
  proxy.cut();
  await until("a new connection", () => proxy.open > 0, 20_000);
  await more("thank you");
  await context.close();
  await proxy.close();
  await front.stop();
});
