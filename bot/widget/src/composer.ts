/** Where the visitor writes: grows with the text, Enter sends, Shift and Enter begins a new line. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import { fill } from "./card/words";
import type { Strings } from "./locale";

export const MOST_CHARACTERS = 4000;
const COUNTED_FROM = 3500;

export interface ComposerContext {
  readonly strings: Strings;
  readonly draft: string;
  /** Why the draft was not sent; empty otherwise. */
  readonly problem: string;
  write(draft: string): void;
  send(): void;
}

/** How many characters the server counts. */
export const lengthOf = (text: string): number => [...text].length;

/** Why a draft cannot be sent; empty when it can. */
export function problemOf(draft: string, { panel: { composer } }: Strings): string {
  const over = lengthOf(draft) - MOST_CHARACTERS;
  if (!draft.trim()) return composer.empty;
  return over > 0 ? fill(composer.too_long, { n: over }) : "";
}

/** Whether a key press sends. While an input method composes a word, Enter belongs to it. */
export function sends(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

export function composer({ strings, draft, problem, write, send }: ComposerContext): TemplateResult {
  const words = strings.panel.composer;
  const count = lengthOf(draft);
  const note = problem || (count > COUNTED_FROM ? fill(words.left, { n: Math.max(0, MOST_CHARACTERS - count) }) : "");
  return html`<form class="composer" part="composer" novalidate @submit=${(event: Event) => { event.preventDefault(); send(); }}>
    <label class="unseen" for="draft">${words.label}</label>
    <textarea id="draft" part="input" rows="1" dir="auto" enterkeyhint="send" autocomplete="off" .value=${draft}
      placeholder=${words.placeholder} aria-invalid=${problem ? "true" : "false"} aria-describedby=${note ? "note" : nothing}
      @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => { if (sends(event)) { event.preventDefault(); send(); } }}></textarea>
    <button type="submit" class="main" part="send">${words.send}</button>
    ${note ? html`<p id="note" class=${problem ? "problem" : ""}>${note}</p>` : nothing}
  </form>`;
}
