/**
 * What the browser tests share, started once a process: the assistant, Chromium, and a website of another origin.
 *
 * It starts when a test file imports this; `index.ts` imports every file, so that they share one world.
 */
import { after } from "node:test";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { Assistant, UNLIMITED } from "./assistant";
import { launch, skip } from "./chromium";
import { freePort } from "./project";
import { policyFor, Site } from "./site";
import { visit, type Visit } from "./visit";

interface World {
  readonly assistant: Assistant;
  readonly browser: Browser;
  readonly site: Site;
}

async function start(): Promise<World> {
  const port = await freePort(); // the assistant is told of the website before that is there, and the other way round
  const assistant = await Assistant.start({ environment: { ...UNLIMITED, PLUMBLINE_ORIGINS: `http://127.0.0.1:${port}` } });
  return { assistant, browser: await launch(), site: await Site.start(policyFor(assistant.address), port) };
}

const running = skip ? undefined : await start();

/** What runs. For tests that are not skipped. */
export function world(): World {
  if (!running) throw new Error(skip || "The assistant was not started.");
  return running;
}

/** A new visitor, whose pages may talk to the assistant and the website only. */
export async function visitor(options: BrowserContextOptions = {}): Promise<Visit> {
  const { assistant, browser, site } = world();
  return await visit(browser, [assistant.address, site.address], options);
}

after(async () => {
  await running?.browser.close();
  await running?.site.stop();
  await running?.assistant.stop();
});
