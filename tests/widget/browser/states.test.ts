/** axe-core finds nothing in any state of the widget, in any look, and nothing breaks the policy of the website around it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { BrowserContextOptions } from "playwright-core";
import { accessible, fitsInWidth, reachable, unharmed } from "../harness/check";
import { skip } from "../harness/chromium";
import { embed } from "../harness/site";
import { ANSWERS, meet, talk, type Meeting } from "../harness/talk";
import { AT_ONCE } from "../harness/visit";
import { Widget } from "../harness/widget";
import { visitor, world } from "../harness/world";

/** Judges what stands there, and ends the visit. */
async function judge(meeting: Meeting): Promise<void> {
  await accessible(meeting.page);
  await fitsInWidth(meeting.page);
  await unharmed(meeting);
  await meeting.context.close();
}

test("closed", { skip }, async () => {
  await judge(await meet());
});

test("open, before anything was said", { skip }, async () => {
  await judge(await talk([]));
});

describe("open", { concurrency: AT_ONCE, skip }, () => {
  for (const [name, questions] of Object.entries(ANSWERS)) {
    test(name, async () => {
      await judge(await talk(questions));
    });
  }
});

test("sources open", { skip }, async () => {
  const meeting = await talk(ANSWERS["answer"] ?? []);
  for (const summary of await meeting.widget.host.locator("summary").all()) await summary.click();
  await judge(meeting);
});

test("menu, face map, and the question before deleting", { skip }, async () => {
  const meeting = await talk(["thanks"]);
  const { widget, page } = meeting;
  await widget.menu();
  await accessible(page);
  await widget.choose("Show the face map");
  await accessible(page);
  await reachable(page);
  await widget.menu();
  await widget.choose("Delete my conversation");
  await judge(meeting);
});

test("typing, and an error with a way to try again", { skip }, async () => {
  const meeting = await talk(["thanks"]);
  const { widget, page } = meeting;
  world().assistant.freezeActions();
  try {
    await widget.say("does gua sha work");
    await widget.host.locator("[part=working]").waitFor();
    await accessible(page);
    await widget.answered(2);
    await widget.host.getByRole("button", { name: "Try again" }).waitFor();
    await accessible(page);
  } finally {
    world().assistant.thawActions();
  }
  await widget.host.getByRole("button", { name: "Try again" }).click();
  await widget.host.locator("article").waitFor();
  await judge(meeting);
});

test("offline, with messages that wait, and back", { skip }, async () => {
  const meeting = await talk(["thanks"]);
  const { widget, page, context } = meeting;
  await context.setOffline(true);
  await widget.host.locator("[part=banner]").waitFor();
  await widget.say("hello");
  await widget.say("thank you");
  await widget.host.getByText("2 messages wait to be sent").waitFor();
  await accessible(page);
  await context.setOffline(false);
  await widget.answered(3, 20_000);
  await judge(meeting);
});

test("a message that is too long", { skip }, async () => {
  const meeting = await talk([]);
  await meeting.widget.say("long ".repeat(801));
  await meeting.widget.host.getByText(/too long/).first().waitFor();
  await judge(meeting);
});

test("closed, with a mark for what is unread", { skip }, async () => {
  const meeting = await talk(["thanks"]);
  await meeting.widget.say("does gua sha work");
  await meeting.page.keyboard.press("Escape");
  await meeting.widget.host.locator("[part~=unread]").waitFor();
  await judge(meeting);
});

test("two widgets on one page do not mix", { skip }, async () => {
  const guest = await visitor();
  const { site, assistant } = world();
  const body = ["one", "two"].map((name) => `<div id="${name}"></div>${embed(assistant.address, { name, target: `#${name}`, "launcher-text": `Chat ${name}` })}`);
  await guest.page.goto(site.page("/two", { body: body.join("") }));
  const one = new Widget(guest.page, "#one plumbline-chat");
  const two = new Widget(guest.page, "#two plumbline-chat");
  await one.ask("does gua sha work");
  await two.ask("thanks");
  await guest.page.reload();
  await one.answered(1);
  await two.answered(1);
  assert.deepEqual((await one.shown()).map((each) => each.by), ["visitor", "bot"]);
  assert.deepEqual((await two.shown()).map((each) => each.text)[0], "thanks");
  await accessible(guest.page);
  await reachable(guest.page);
  await unharmed(guest);
  await guest.context.close();
});

const LOOKS: Readonly<Record<string, { options?: BrowserContextOptions; data?: Record<string, string>; direction?: "rtl" }>> = {
  dark: { options: { colorScheme: "dark" } },
  "dark by the website's wish": { data: { theme: "dark" } },
  "forced colours": { options: { forcedColors: "active" } },
  "320 px wide": { options: { viewport: { width: 320, height: 640 } } },
  "400 % zoom": { options: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } },
  "right to left": { direction: "rtl", data: { dir: "rtl" } },
  "less motion": { options: { reducedMotion: "reduce" } },
};
const MANY = ["thanks", "does gua sha work", "gua sha or facial exercises, which is better", "show my progress",
  "show me a routine for the jaw", "start", "next", "one side of my face suddenly dropped"];

describe("looks", { concurrency: AT_ONCE, skip }, () => {
  for (const [look, { options, data, direction }] of Object.entries(LOOKS)) {
    test(`${look}: closed, open, and one of everything`, async () => {
      const meeting = await meet(options, data, direction);
      await accessible(meeting.page);
      await meeting.widget.open();
      await accessible(meeting.page);
      for (const each of MANY) await meeting.widget.ask(each);
      for (const summary of await meeting.widget.host.locator("summary").all()) await summary.click();
      await judge(meeting);
    });
  }
});
