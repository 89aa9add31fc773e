/**
 * What the browser tests share, started once a process: the assistant, Chromium, and a website of another origin.
 *
 * A test file that imports this registers the hooks; `all.test.ts` imports every file, so that they share one world.
 */
import { after, before } from "node:test";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { Assistant, UNLIMITED } from "./assistant";
import { launch, skip } from "./chromium";
import { freePort } from "./project";
import { policyFor, Site } from "./site";
import { visit, type Visit } from "./visit";

let running: { assistant: Assistant; browser: Browser; site: Site } | undefined;

/** What runs. Only inside a test. */
export function world(): { assistant: Assistant; browser: Browser; site: Site } {
  if (!running) throw new Error("The assistant was not started.");
  return running;
}

/** A new visitor, whose pages may talk to the assistant and the website only. */
export async function visitor(options: BrowserContextOptions = {}): Promise<Visit> {
  const { assistant, browser, site } = world();
  return await visit(browser, [assistant.address, site.address], options);
}

before(async () => {
  if (skip) return;
  const port = await freePort(); // the assistant is told of the website before that is there, and the other way round
  const assistant = await Assistant.start({ environment: { ...UNLIMITED, PLUMBLINE_ORIGINS: `http://127.0.0.1:${port}` } });
  running = { assistant, browser: await launch(), site: await Site.start(policyFor(assistant.address), port) };
});

after(async () => {
  await running?.browser.close();
  await running?.site.stop();
  await running?.assistant.stop();
});
