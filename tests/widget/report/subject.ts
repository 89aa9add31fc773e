/** A widget that is measured: how it gets onto a page, and where its parts are. */
import type { Page } from "playwright-core";
import type { File } from "../harness/front";

export interface Subject {
  readonly name: string;
  /** What a visitor downloads until a first message can be written. */
  readonly scripts: readonly string[];
  /** What a page holds to embed it, served by the address that it talks to; scripts are files beside the page. */
  readonly body: string;
  readonly files: Readonly<Record<string, string>>;
  /** The policy under which it works at all. */
  readonly policy: string;
  /** CSS selectors: what opens it (null when it is always open), where words are typed, one message of the bot, one button under it. */
  readonly launcher: string | null;
  readonly input: string;
  readonly reply: string;
  readonly button: string;
}

/** Under this policy no inline style, inline script or `eval` works. */
export const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'";
export const LENIENT = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

/** The files of a subject's page, by path: under its own policy at /measured/, under a strict one at /strict/. */
export function files(subject: Subject): ReadonlyMap<string, File> {
  const found = new Map<string, File>();
  for (const [folder, policy] of [["/measured/", subject.policy], ["/strict/", STRICT]] as const) {
    found.set(folder, { type: "text/html; charset=utf-8", body: html(subject), policy });
    for (const [name, body] of Object.entries(subject.files)) found.set(folder + name, { type: "text/javascript; charset=utf-8", body });
  }
  return found;
}

function html(subject: Subject): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${subject.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>A website</h1><p>With a chat on it.</p>${subject.body}</main></body></html>`;
}

/** Opens the chat of a page that was just loaded. */
export async function start(page: Page, subject: Subject): Promise<void> {
  if (subject.launcher) await page.locator(subject.launcher).first().click();
  await page.locator(subject.input).first().waitFor();
}

/** Types words and sends them. */
export async function say(page: Page, subject: Subject, words: string): Promise<void> {
  const input = page.locator(subject.input).first();
  await input.click();
  await input.pressSequentially(words);
  await input.press("Enter");
}

/** How many messages of the bot are shown. */
export async function replies(page: Page, subject: Subject): Promise<number> {
  return await page.locator(subject.reply).count();
}
