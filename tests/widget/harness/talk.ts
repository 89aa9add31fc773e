/** Ways into every state that the widget has, as visitors get there. */
import type { BrowserContextOptions } from "playwright-core";
import { embed } from "./site";
import type { Visit } from "./visit";
import { Widget } from "./widget";
import { visitor, world } from "./world";

export interface Meeting extends Visit {
  readonly widget: Widget;
}

/** A website of another origin that embeds the widget, with the widget still closed. */
export async function meet(options: BrowserContextOptions = {}, data: Readonly<Record<string, string>> = {}, direction: "ltr" | "rtl" = "ltr"): Promise<Meeting> {
  const guest = await visitor(options);
  const { site, assistant } = world();
  await guest.page.goto(site.page(`/${direction}`, { direction, body: embed(assistant.address, data) }));
  return { ...guest, widget: new Widget(guest.page) };
}

/** The same, opened, after some questions were answered. */
export async function talk(questions: readonly string[], options: BrowserContextOptions = {}, data: Readonly<Record<string, string>> = {}, direction: "ltr" | "rtl" = "ltr"): Promise<Meeting> {
  const meeting = await meet(options, data, direction);
  await meeting.widget.open();
  for (const each of questions) await meeting.widget.ask(each);
  return meeting;
}

/** What to say to get each kind of answer. */
export const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  "words without a card": ["thanks"],
  answer: ["does gua sha work"],
  comparison: ["gua sha or facial exercises, which is better"],
  routine: ["show me a routine for the jaw"],
  "a step with its timer": ["show me a routine for the jaw", "start", "next"],
  tracking: ["show my progress"],
  "tracking with a log": ["show me a routine for the jaw", "start", "next", "stop", "show my progress"],
  emergency: ["one side of my face suddenly dropped"],
  distress: ["I want to die"],
  caution: ["I am pregnant"],
  "a question back": ["blorp fizz"],
  "out of scope": ["what is the capital of France"],
  "what it can do": ["help"],
  form: ["what would help me"],
  plan: ["what would help me", "jaw", "two years", "no surgery", "none", "10 minutes"],
  referral: ["whom should I see about my eyelids"],
  "a hard word": ["what is ptosis"],
  "another language": ["warum hängt mein Gesicht"],
  "what is kept": ["what do you know about me"],
};
