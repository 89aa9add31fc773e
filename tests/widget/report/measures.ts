/** What is measured of each widget, in the same way. */
import { gzipSync } from "node:zlib";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { announcements } from "../harness/announcements";
import { violations, type Violation } from "../harness/axe";
import { FaultProxy, type Fault } from "../harness/fault_proxy";
import { Front } from "../harness/front";
import { walk } from "../harness/keyboard";
import { ROOT } from "../harness/project";
import { visit } from "../harness/visit";
import { until } from "../harness/wait";
import { files, replies, say, start, type Subject } from "./subject";

export interface Measures {
  readonly name: string;
  readonly kilobytes: number;
  readonly closed: readonly Violation[];
  readonly answered: readonly Violation[];
  readonly reachesLauncher: boolean | null; // null: there is none
  readonly reachesButtons: boolean;
  readonly announced: number; // for one answer
  readonly strangers: readonly string[]; // addresses of others that it asks for something
  readonly brokenPolicies: number; // under a strict policy, until the chat is open
  readonly lost: number;
  readonly doubled: number;
}

const CUTS = 20;
const QUESTION = "does gua sha work";
const PATIENCE = 8000; // milliseconds until the next word is said all the same
const LATEST = 30_000; // milliseconds after the last word until replies that did not come count as lost
const FAULTS: readonly Fault[] = [
  { how: "before_send" }, { how: "during_reply", bytes: 20 }, { how: "after_reply", quiet: 50 }, { how: "half_open" },
];

async function look(browser: Browser, subject: Subject, address: string): Promise<Omit<Measures, "name" | "kilobytes" | "brokenPolicies" | "lost" | "doubled">> {
  const { page, context, watch } = await visit(browser, [address]);
  await page.goto(`${address}/measured/`);
  if (subject.launcher) await page.locator(subject.launcher).first().waitFor();
  const closed = await violations(page);
  const reachesLauncher = subject.launcher === null ? null : (await walk(page)).length > 0;
  await picture(page, subject, "closed");
  await start(page, subject);
  await until("a connection", async () => page.locator(subject.input).first().isEnabled());
  const before = (await announcements(page)).length;
  await say(page, subject, QUESTION);
  await page.locator(subject.reply).last().waitFor();
  await pause(2000);
  const announced = (await announcements(page)).length - before;
  await picture(page, subject, "answered");
  const answered = await violations(page);
  const wanted = await page.locator(subject.button).first().innerText().catch(() => "");
  const reachesButtons = wanted !== "" && (await walk(page)).some((each) => each.name.includes(wanted.trim()));
  const strangers = [...new Set(watch.noticed.filter((each) => each.startsWith("request: ")))];
  await context.close();
  return { closed, answered, reachesLauncher, reachesButtons, announced, strangers };
}

async function picture(page: Page, subject: Subject, state: string): Promise<void> {
  const name = subject.name.split(" ")[0]?.toLowerCase() ?? "widget";
  await page.screenshot({ path: `${ROOT}/var/widget-report/${name}-${state}.png` });
}

/** How often the widget breaks a strict policy until the chat is open. */
async function policies(browser: Browser, subject: Subject, address: string): Promise<number> {
  const { page, context, watch } = await visit(browser, [address]);
  await page.goto(`${address}/strict/`);
  await start(page, subject).catch(() => undefined); // one that does not even start breaks it all the same
  const broken = (await watch.all()).filter((each) => each.startsWith("policy: ")).length;
  await context.close();
  return broken;
}

/**
 * Says a word with each of the cuts, and counts the replies that never came and those that came more than once: a reply
 * beyond those that are waited for is one too many.
 */
async function cuts(browser: Browser, subject: Subject, port: number): Promise<{ lost: number; doubled: number }> {
  const proxy = new FaultProxy(port);
  await proxy.listen();
  const address = `http://127.0.0.1:${proxy.port}`;
  const { page, context } = await visit(browser, [address]);
  await page.goto(`${address}/measured/`);
  await start(page, subject);
  let [shown, awaited, doubled] = [await replies(page, subject), 0, 0];
  const count = async (): Promise<void> => {
    const now = await replies(page, subject);
    doubled += Math.max(0, now - shown - awaited);
    awaited = Math.max(0, awaited - (now - shown));
    shown = now;
  };
  for (let cut = 0; cut < CUTS; cut++) {
    proxy.arm(FAULTS[cut % FAULTS.length] ?? { how: "before_send" }, 40);
    await say(page, subject, "thanks");
    awaited += 1;
    await until("a reply", async () => (await replies(page, subject)) > shown, PATIENCE).catch(() => undefined);
    await pause(300);
    proxy.disarm();
    await count();
  }
  await until("late replies", async () => (await replies(page, subject)) - shown >= awaited, LATEST).catch(() => undefined);
  await pause(300);
  await count();
  await context.close();
  await proxy.close();
  return { lost: awaited, doubled };
}

/** Measures a widget that talks to the assistant on `port`. */
export async function measures(browser: Browser, subject: Subject, port: number): Promise<Measures> {
  const front = await Front.start(port, files(subject));
  const address = `http://127.0.0.1:${front.port}`;
  try {
    return {
      name: subject.name,
      kilobytes: subject.scripts.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).length, 0) / 1024,
      ...await look(browser, subject, address),
      brokenPolicies: await policies(browser, subject, address),
      ...await cuts(browser, subject, front.port),
    };
  } finally {
    await front.stop();
  }
}
