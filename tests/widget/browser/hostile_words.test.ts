/** Hostile texts as what visitors write and as what the server sends: shown as they are, and nothing of them runs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { unharmed } from "../harness/check";
import { skip } from "../harness/chromium";
import { meet, talk } from "../harness/talk";
import { visitor, world } from "../harness/world";
import { VECTORS } from "../harness/xss";

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
const AT_ONCE = 12; // messages sent without waiting for the answer
const SOME = 6; // every sixth

test("as a visitor's message: shown as it was written, kept as it was written", { skip }, async () => {
  const meeting = await talk([]);
  const { widget, page } = meeting;
  for (let start = 0; start < VECTORS.length; start += AT_ONCE) {
    const some = VECTORS.slice(start, start + AT_ONCE);
    for (const each of some) await widget.say(each);
    await widget.answered(start + some.length, 60_000);
  }
  const written = async (): Promise<string[]> => (await widget.shown()).filter((each) => each.by === "visitor").map((each) => flat(each.text));
  assert.deepEqual(await written(), VECTORS.map(flat));
  await page.reload();
  await widget.open();
  await widget.answered(VECTORS.length, 20_000);
  assert.deepEqual(await written(), VECTORS.map(flat));
  await unharmed(meeting);
  await meeting.context.close();
});

test("as a visitor's message on the plain page", { skip }, async () => {
  const guest = await visitor();
  const { page } = guest;
  await page.goto(`${world().assistant.address}/chat`);
  const some = VECTORS.filter((_, number) => number % SOME === 0); // a page a message, each as long as all before
  for (const each of some) {
    const field = page.locator("form textarea, form input[type=text]").first();
    await field.fill(each);
    await Promise.all([page.waitForNavigation(), field.evaluate((found: HTMLInputElement) => found.form?.requestSubmit())]);
  }
  await page.goto(`${world().assistant.address}/chat?all=1`);
  const shown = flat((await page.locator("body").textContent()) ?? "");
  assert.deepEqual(some.filter((each) => !shown.includes(flat(each))), []);
  await unharmed(guest);
  await guest.context.close();
});

/** Replies with hostile texts wherever a text can be, and in every field that a page may take for a name or an address. */
class Spoiler {
  private used = 0;

  frame(frame: string): string {
    const value = JSON.parse(frame) as { t: string; by?: string; message?: Record<string, unknown> };
    if (value.t !== "entry" || value.by !== "bot" || !value.message) return frame;
    const words = (): object => ({ text: this.next(), buttons: [{ title: this.next(), payload: VECTORS[0] }], image: VECTORS[this.used % VECTORS.length] });
    return JSON.stringify({ ...value, message: value.message["custom"] ? this.spoil(value.message, "") : words() });
  }

  private next(): string {
    return VECTORS[this.used++ % VECTORS.length] ?? "";
  }

  private spoil(part: unknown, name: string): unknown {
    if (typeof part === "string") return name === "type" ? part : this.next();
    if (Array.isArray(part)) return part.map((each) => this.spoil(each, name));
    if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, this.spoil(each, key)]));
    return part;
  }
}

test("as what the server sends, in every field of every kind of answer", { skip }, async () => {
  const meeting = await meet();
  const { page, widget } = meeting;
  const spoiler = new Spoiler();
  await page.routeWebSocket(/\/webhooks\/web\/socket$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => socket.send(typeof frame === "string" ? spoiler.frame(frame) : frame));
  });
  await page.reload();
  await widget.open();
  for (const each of ["thanks", "does gua sha work", "gua sha or facial exercises, which is better", "show my progress",
    "show me a routine for the jaw", "start", "next", "one side of my face suddenly dropped", "what is ptosis"]) await widget.ask(each);
  for (let times = 0; times < VECTORS.length; times += 2) await widget.ask("thanks");
  const addresses = await widget.host.locator("a[href]").evaluateAll((links) => links.map((each) => (each as HTMLAnchorElement).protocol));
  assert.deepEqual(addresses.filter((each) => !["http:", "https:"].includes(each)), []);
  const shown = flat((await widget.replies.allTextContents()).join("\n"));
  assert.deepEqual(VECTORS.filter((each) => !shown.includes(flat(each))), []);
  await unharmed(meeting);
  await meeting.context.close();
});
