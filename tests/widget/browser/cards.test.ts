/** Cards of real answers in a browser: in every look, by keyboard, with hostile texts in every field. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Answer } from "../../../bot/widget/src/answer";
import type { Message } from "../../../bot/widget/src/frames";
import { type Gallery, openGallery, savedMessages } from "../gallery/site";
import { accessible, fitsInWidth, reachable, unharmed, verbatim } from "../harness/check";
import { launch, skip } from "../harness/chromium";
import { visit, type Visit } from "../harness/visit";
import { until } from "../harness/wait";
import { VECTORS } from "../harness/xss";

/** One of each kind, for looks in which nothing but the colours or the room is another. */
const KINDS = "only=caution,comparison,plan,professional,definition,export,routine_study,coach_step,progress,emergency,urgent,distress,clarify";
const LOOKS: Readonly<Record<string, [query: string, options: BrowserContextOptions]>> = {
  light: ["", {}],
  dark: [`${KINDS}&theme=dark`, { colorScheme: "dark" }],
  "forced colours": [KINDS, { forcedColors: "active" }],
  "right to left": [`${KINDS}&dir=rtl`, {}],
  "320 px wide": [KINDS, { viewport: { width: 320, height: 640 } }],
};

let browser: Browser;
let gallery: Gallery;

before(async () => {
  if (skip) return;
  [browser, gallery] = await Promise.all([launch(), openGallery()]);
});

after(async () => {
  await browser?.close();
  await gallery?.close();
});

async function look(query: string, options: BrowserContextOptions = {}, of: Gallery = gallery): Promise<Visit> {
  const guest = await visit(browser, [new URL(of.url).origin], options);
  await guest.page.goto(`${of.url}?${query}`);
  await guest.page.waitForSelector("body[data-ready]");
  return guest;
}

async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator("details").all()) await fold.evaluate((each: HTMLDetailsElement) => { each.open = true; });
}

for (const [name, [query, options]] of Object.entries(LOOKS)) {
  test(`${name}: axe finds nothing in cards with every fold open, and nothing sticks out`, { skip }, async () => {
    const guest = await look(query, options);
    await unfold(guest.page);
    await accessible(guest.page);
    await fitsInWidth(guest.page);
    await unharmed(guest);
    await guest.context.close();
  });
}

test("Tab reaches everything in an answer, a comparison, a step and the face map", { skip }, async () => {
  const guest = await look("only=answer,comparison,coach_step");
  await unfold(guest.page);
  await reachable(guest.page);
  await guest.context.close();
});

test("a card has its size as soon as it is in the page, for the log scrolls by it", { skip }, async () => {
  const { page, context } = await look("only=coach_step");
  const heights = await page.evaluate(() => {
    const drawn = document.querySelector("card-gallery")!.shadowRoot!.querySelector("plumbline-card")!;
    const { answer, context: around } = drawn as unknown as { answer: unknown; context: object };
    const fresh = Object.assign(document.createElement("plumbline-card"), { answer, context: { ...around, key: "fresh" } });
    drawn.after(fresh);
    return [drawn, fresh].map((each) => each.getBoundingClientRect().height);
  });
  assert.ok(heights[0]! > 200);
  assert.equal(heights[1], heights[0]);
  await context.close();
});

test("a number opens its source in place, and a button leads back", { skip }, async () => {
  const { page, context } = await look("only=answer");
  const number = page.locator(".cite").nth(3);
  const n = (await number.textContent())?.trim();
  await number.focus();
  await page.keyboard.press("Enter");
  const source = page.locator(`#answer-source-${n}`);
  assert.equal(await source.evaluate((each: HTMLDetailsElement) => each.open), true);
  assert.equal(await source.locator("summary").evaluate((each) => each.matches(":focus")), true);
  await source.getByRole("button", { name: "Back to where you were" }).click();
  assert.equal(await number.evaluate((each) => each.matches(":focus")), true);
  await context.close();
});

test("a place of the face is asked about with the keyboard, by what was wished", { skip }, async () => {
  const { page, context } = await look("only=clarify");
  await page.getByLabel("What would you like to know?").selectOption("What helps");
  await page.locator(".map").getByRole("button", { name: "Chin" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Choose from a list").click();
  await page.locator(".places").getByRole("button", { name: "Neck" }).click();
  assert.deepEqual(await page.evaluate(() => window.heard.asked), [
    ['/ask_how_to{"area":"chin"}', "Chin: what helps?"], ['/ask_how_to{"area":"neck"}', "Neck: what helps?"],
  ]);
  await context.close();
});

test("each part of the face is pressed where it is seen", { skip }, async () => {
  const { page, context } = await look("only=clarify");
  const missed = await page.locator(".region").evaluateAll((regions) => regions.filter((region) => {
    const path = [...region.querySelectorAll("path")].at(-1)!;
    const box = path.getBoundingClientRect();
    scrollTo(0, box.top + scrollY - 100);
    const { left, top, width, height } = path.getBoundingClientRect();
    const root = region.getRootNode() as ShadowRoot;
    const at = (x: number, y: number) => root.elementFromPoint(left + width * x, top + height * y)?.closest(".region") === region;
    return ![0.1, 0.3, 0.5, 0.7, 0.9].some((x) => [0.1, 0.3, 0.5, 0.7, 0.9].some((y) => at(x, y)));
  }).map((region) => region.getAttribute("aria-label")));
  assert.deepEqual(missed, []);
  await context.close();
});

test("a rating is sent once, and thanked for", { skip }, async () => {
  const { page, context } = await look("only=answer");
  const helpful = page.getByRole("button", { name: "This was helpful" });
  await helpful.click();
  await helpful.click();
  assert.equal(await helpful.getAttribute("aria-pressed"), "true");
  assert.equal((await page.evaluate(() => window.heard.asked)).length, 1);
  assert.ok(await page.getByText("Thank you for telling us.").isVisible());
  await context.close();
});

test("a copy holds all that an answer says, and no button", { skip }, async () => {
  const { page, context } = await look("", { permissions: ["clipboard-read", "clipboard-write"] });
  let copies = 0;
  for (const [name, { custom }] of Object.entries(await savedMessages())) {
    const shown = page.locator(`section[data-name=${name}]`);
    const tool = shown.getByRole("button", { name: "Copy", exact: true });
    if (await tool.count() === 0) continue;
    await tool.click();
    await shown.locator(".said").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.deepEqual(said(custom!).filter((text) => !copied.includes(text)), [], name);
    const buttons = [...custom!.suggestions ?? [], ...custom!.feedback ?? []].map((each) => each.title);
    assert.deepEqual(copied.split("\n").filter((line) => buttons.includes(line)), [], name);
    copies += 1;
  }
  assert.ok(copies > 10);
  assert.deepEqual([...new Set(await page.evaluate(() => window.heard.announced))], ["The answer is copied."]);
  await context.close();
});

/** Every sentence of an answer. */
function said(answer: Answer): string[] {
  const parts = [
    answer.headline, answer.note, answer.cautions?.map((each) => each.text),
    answer.points?.map((each) => [each.text, each.caveat, each.article?.says]),
    answer.none_found?.map((each) => [each.text, each.as_of]), answer.debate?.summary, answer.definition?.term, answer.warnings,
    answer.explained?.map((each) => [each.term, each.text]), answer.steps?.map((each) => [each.name, each.instruction]),
    answer.referrals?.map((each) => [each.who_to_see, each.situation, each.why, each.how_soon, each.questions_to_ask]),
    answer.plan ? answer.plan.map((each) => [each.name, each.headline, each.risks.text, each.cost.text, each.effort]) : answer.columns,
    answer.see_dermatologist?.text, answer.see_dermatologist?.when,
    answer.sources?.map((each) => [each.title, each.publisher, each.url ? new URL(each.url).href : "", each.funding]),
  ];
  return texts(parts).filter(Boolean).map((text) => text.replace(/\s+/g, " "));
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

test("where the browser does not copy, the text stands there to be copied by hand", { skip }, async () => {
  const { page, context } = await look("only=answer");
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed")); });
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const field = page.locator("textarea.by-hand");
  await field.waitFor();
  assert.equal(await field.inputValue(), `${gallery.url}answers/effectiveness/facial_exercise`);
  await context.close();
});

test("an export and a calendar file are saved as files", { skip }, async () => {
  const { page, context } = await look("only=export,reminder");
  const files = [];
  for (const name of ["Save it as a file", "Save the calendar file"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    files.push([download.suggestedFilename(), await readFile(await download.path(), "utf8")]);
  }
  const { export: kept, reminder } = await savedMessages();
  assert.deepEqual(files[0], ["plumbline-my-data.json", JSON.stringify(kept!.custom, null, 2)]);
  assert.deepEqual(files[1], [reminder!.custom!.calendar!.name, reminder!.custom!.calendar!.text]);
  await context.close();
});

test("one answer is printed alone, with every fold open", { skip }, async () => {
  const guest = await look("only=answer,comparison");
  const { page } = guest;
  await page.getByRole("button", { name: "Print" }).first().click();
  const paper = await page.evaluate(() => {
    const root = document.querySelector("iframe")?.contentDocument?.body.shadowRoot;
    return { cards: root?.querySelectorAll("article").length, folded: root?.querySelectorAll("details:not([open])").length };
  });
  assert.deepEqual(paper, { cards: 1, folded: 0 });
  await unharmed(guest);
  await guest.context.close();
});

test("the timer counts by the clock, and tells its start, half and end once each", { skip }, async () => {
  const guest = await visit(browser, [new URL(gallery.url).origin]);
  const { page } = guest;
  await page.clock.install();
  await page.goto(`${gallery.url}?only=coach_step`);
  await page.waitForSelector("body[data-ready]");
  const digits = page.getByRole("timer");
  assert.equal((await digits.textContent())?.trim(), "3:12");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.clock.runFor(10_000);
  assert.equal((await digits.textContent())?.trim(), "3:02");
  assert.ok(await page.getByText("Hold 2 of 8, set 1 of 3").isVisible());
  await page.getByRole("button", { name: "Pause", exact: true }).first().click();
  await page.clock.runFor(60_000);
  assert.equal((await digits.textContent())?.trim(), "3:02");
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await page.clock.fastForward(100_000); // a tab that slept: one tick at the end, none in between
  assert.equal((await digits.textContent())?.trim(), "1:22");
  await page.clock.fastForward(100_000);
  assert.equal((await digits.textContent())?.trim(), "Time is up.");
  assert.deepEqual(await page.evaluate(() => window.heard.announced), [
    "Timer started: 3:12.", "Timer paused. Time left: 3:02.", "Timer started: 3:02.", "Half of the time is over.", "Time is up.",
  ]);
  await unharmed(guest);
  await guest.context.close();
});

test("a timer that runs goes on where it is after a reload, and is not announced again", { skip }, async () => {
  const { page, context } = await look("only=coach_step");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForFunction(() => document.querySelector("card-gallery")?.shadowRoot?.querySelector(".digits")?.textContent === "3:10");
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  await page.locator(".timer").getByRole("button", { name: "Pause", exact: true }).waitFor();
  assert.match((await page.getByRole("timer").textContent())!, /3:(?:10|0\d)/);
  assert.deepEqual(await page.evaluate(() => window.heard.announced), []);
  await context.close();
});

test("a muted bell stays muted", { skip }, async () => {
  const { page, context } = await look("only=coach_step");
  await page.getByRole("button", { name: "Bell: on" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Bell: off" }).waitFor();
  await context.close();
});

/** What a page did with the loudspeaker and the screen; the browser's own functions still run. */
interface Devices {
  tones: number;
  screens: WakeLockSentinel[];
}

test("the bell rings at the end unless it is muted, and the screen is kept on while the timer runs", { skip }, async () => {
  const guest = await visit(browser, [new URL(gallery.url).origin]);
  const { page } = guest;
  await page.addInitScript(() => {
    const devices: Devices = { tones: 0, screens: [] };
    Object.assign(window, { devices });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...given) {
      devices.tones += 1;
      start.apply(this, given);
    };
    const request = WakeLock.prototype.request;
    WakeLock.prototype.request = async function (...given) {
      const screen = await request.apply(this, given);
      devices.screens.push(screen);
      return screen;
    };
  });
  await page.clock.install();
  await page.goto(`${gallery.url}?only=coach_step`);
  await page.waitForSelector("body[data-ready]");
  const found = () => page.evaluate(() => {
    const { tones, screens } = (window as unknown as { devices: Devices }).devices;
    return { tones, on: screens.filter(({ released }) => !released).length };
  });
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await until("the screen to be kept on", async () => (await found()).on === 1);
  await page.clock.fastForward(200_000);
  await until("the end", async () => (await found()).tones === 2 && (await found()).on === 0);
  await page.getByRole("button", { name: "Bell: on" }).click();
  await page.getByRole("button", { name: "From the start", exact: true }).click();
  await until("the screen to be kept on again", async () => (await found()).on === 1);
  await page.clock.fastForward(200_000);
  await until("the second end", async () => (await found()).on === 0);
  assert.equal((await found()).tones, 2);
  await unharmed(guest);
  await guest.context.close();
});

test("hostile text in any field of any answer runs nothing and is shown as it is", { skip }, async () => {
  let at = 0;
  const next = () => VECTORS[at++ % VECTORS.length]!;
  const messages = Object.entries(await savedMessages()).map(([name, { custom }]) => [name, { custom: hostile(custom, next) }]);
  const evil = await openGallery(Object.fromEntries(messages) as Record<string, Message>);
  const guest = await look("", {}, evil);
  await unfold(guest.page);
  await verbatim(guest.page, "article", VECTORS);
  const links = await guest.page.locator("article a").evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).protocol));
  assert.deepEqual(links.filter((each) => !/^https?:$/.test(each)), []);
  await unharmed(guest);
  await guest.context.close();
  await evil.close();
});

/** The answer with a vector in place of every text but the words of its vocabularies. */
function hostile(value: unknown, next: () => string, name = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => hostile(each, next, name));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hostile(each, next, key)]));
  }
  const kept = ["type", "state", "id", "stance", "side", "source", "sources", "supports", "opposes", "area", "motion"];
  return typeof value === "string" && !kept.includes(name) ? next() : value;
}
