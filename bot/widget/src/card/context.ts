/** What a card needs of the panel around it: the words, and the ways to speak. */
import type locale from "../../locales/en.json";

/** The words of the cards, and the words that stand for slugs (written from bot/render/labels.py by `make generate`). */
export type Strings = Pick<typeof locale, "card" | "labels">;

export interface CardContext {
  readonly strings: Strings;
  /** Says a button's payload; `title` is what the button showed. */
  ask(payload: string, title: string): void;
  /** Origin of the assistant, without a slash at the end: where shared addresses begin. */
  readonly server: string;
  /** Whether this is the latest answer of the conversation. */
  readonly latest: boolean;
  /** Different for every message of the page; ids begin with it, so it holds letters, digits and hyphens only. */
  readonly key: string;
  /** Remembers whether the bell is muted. Both may throw. */
  readonly storage?: Pick<Storage, "getItem" | "setItem">;
  /** Remembers where a timer stands, for this tab and this conversation. Both may throw. */
  readonly timers?: Pick<Storage, "getItem" | "setItem">;
  /** Says something once through the panel's live region. */
  announce(text: string): void;
}
