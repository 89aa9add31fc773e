/**
 * Says each turn of the assistant once to those who do not see it, through one live region. A safety answer is an alert and
 * says itself, so nothing is said beside it.
 */
import { html, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { announcement } from "./card/announcement";
import { fill } from "./card/words";
import type { Message } from "./frames";
import type { Strings } from "./locale";
import type { BotItem } from "./protocol";

/** Milliseconds that a turn whose end is not told may be silent before it is said. */
const SILENCE = 1000;

/** Whether a message is about safety, and so an alert. */
export function isAlert({ custom }: Message): boolean {
  return custom?.type === "safety";
}

/** What is said of a message. */
export function spoken({ custom, text }: Message, strings: Strings): string {
  return custom ? announcement(custom, strings) : (text ?? "");
}

/** Who is told: the panel. */
interface Audience {
  readonly open: boolean;
  readonly strings: Strings;
  requestUpdate(): void;
  /** A safety answer has come, which says itself. */
  alerted(): void;
}

export class Announcer {
  #turn: BotItem[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = { text: "", count: 0 };

  constructor(private readonly audience: Audience) {}

  /** The live region, which stands beside the chat so that it speaks when that is closed. */
  region(): TemplateResult {
    return html`<div class="unseen" aria-live="polite" lang=${this.audience.strings.panel.language}>
      ${repeat([this.#said], ({ count }) => count, ({ text }) => html`<p>${text}</p>`)}
    </div>`;
  }

  /** Says something once, also when it is what was said before. */
  say(text: string): void {
    this.#said = { text, count: this.#said.count + 1 };
    this.audience.requestUpdate();
  }

  /** The assistant has said something; it is announced when its turn has ended. */
  heard(items: readonly BotItem[]): void {
    this.#turn.push(...items);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settled(), SILENCE);
  }

  /** The turn has ended. */
  settled(): void {
    clearTimeout(this.#timer);
    const turn = this.#turn;
    this.#turn = [];
    const { open, strings } = this.audience;
    if (turn.length === 0) return;
    if (!open) this.say(turn.length === 1 ? strings.launcher.unread_one : fill(strings.launcher.unread, { n: turn.length }));
    else if (turn.some((each) => isAlert(each.message))) this.audience.alerted();
    else this.say(turn.map((each) => spoken(each.message, strings)).join(" "));
  }
}
