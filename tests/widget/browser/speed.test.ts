/** On a machine four times as slow: nothing blocks the page before the first click, nothing jumps, answers appear at once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { unharmed } from "../harness/check";
import { skip } from "../harness/chromium";
import { embed } from "../harness/site";
import { tasksOf, throttle, timing } from "../harness/timing";
import { Widget } from "../harness/widget";
import { visitor, world } from "../harness/world";

const SLOWER = 4;
const RUNS = 5;
const LONG_TASK = 50; // milliseconds
const CARD = 150; // milliseconds from the server's reply to the painted card

interface Clocked {
  __received: number;
  __painted: number;
}

/** Notes when an answer arrives on the socket, and when its card has been painted. */
async function clock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const here = window as unknown as Clocked;
    here.__received = here.__painted = 0;
    const find = (root: ParentNode): boolean => [...root.querySelectorAll("*")].some(
      (each) => each.matches("[data-by=bot] article") || (each.shadowRoot !== null && find(each.shadowRoot)));
    const look = (): void => {
      if (!find(document)) requestAnimationFrame(look);
      else setTimeout(() => { here.__painted = performance.now(); }); // what a frame begins with is painted by then
    };
    const Original = window.WebSocket;
    window.WebSocket = class extends Original {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        this.addEventListener("message", ({ data }) => {
          if (here.__received || !String(data).includes('"custom"')) return;
          here.__received = performance.now();
          requestAnimationFrame(look);
        });
      }
    };
  });
}

interface Run {
  readonly longest: number; // of the widget's tasks before the first click
  readonly card: number;
}

/** `before` is a page of the same website without the widget: with it the browser's own start is over. */
async function run(plain: string, address: string): Promise<Run> {
  const guest = await visitor();
  const { page } = guest;
  await clock(page);
  await page.goto(plain);
  await throttle(page, SLOWER);
  const tasks = await tasksOf(page, ["plumbline.js", "panel.js"], async () => {
    await page.goto(address);
    await page.waitForTimeout(1000);
  });
  assert.ok(tasks.length > 0, "the widget did nothing");
  const widget = new Widget(page);
  await widget.open();
  await widget.say("does gua sha work");
  await page.waitForFunction(() => (window as unknown as Clocked).__painted > 0);
  const card = await page.evaluate(() => (window as unknown as Clocked).__painted - (window as unknown as Clocked).__received);
  assert.equal((await timing(page)).shift, 0);
  await unharmed(guest);
  await guest.context.close();
  return { longest: Math.max(...tasks), card };
}

/** The middle one, for other work on the machine that measures can only make a run slower. */
function middle(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? Number.POSITIVE_INFINITY;
}

test(`${SLOWER} times slower: no long task before the first click, no shift, the first card within ${CARD} ms`, { skip }, async (context) => {
  const { site, assistant } = world();
  const plain = site.page("/plain", { body: "" });
  const address = site.page("/fast", { body: embed(assistant.address) });
  const runs: Run[] = [];
  for (let count = 0; count < RUNS; count++) runs.push(await run(plain, address));
  const [longest, cards] = [runs.map((each) => Math.round(each.longest)), runs.map((each) => Math.round(each.card))];
  context.diagnostic(`longest task before the first click: ${longest.join(", ")} ms; card painted after ${cards.join(", ")} ms`);
  assert.ok(middle(longest) <= LONG_TASK, `longest tasks: ${longest.join(", ")} ms`);
  assert.ok(middle(cards) <= CARD, `cards: ${cards.join(", ")} ms`);
});
