/** One answer as a card. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Answer, Source } from "../answer";
import { body } from "./body";
import { define, Drawn } from "../drawn";
import type { CardContext } from "./context";
import type { Desk } from "./desk";
import { printAlone } from "./print";
import { sourceId } from "./sources";
import { textOf } from "./text";
import { stand } from "./timer";

const NAME = "plumbline-card";

/** The card of an answer: an article with a heading. */
export function card(answer: Answer, context: CardContext): TemplateResult {
  return html`<plumbline-card .answer=${answer} .context=${context}></plumbline-card>`;
}

function sameContext(now: CardContext, before: CardContext | undefined): boolean {
  return now.key === before?.key && now.latest === before.latest && now.strings === before.strings && now.server === before.server;
}

/** Keeps what a visitor opened or pressed in one card. It renders into the panel's own tree, whose styles it uses. */
class Card extends Drawn implements Desk {
  declare answer: Answer;
  declare context: CardContext;
  declare rated: string | null;
  declare said: string;
  declare byHand: string;
  declare openedFor: Source | null;
  #from: HTMLElement | null = null;

  constructor() {
    super();
    this.rated = this.openedFor = null;
    this.said = this.byHand = "";
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.answer && this.context ? body(this) : nothing;
  }

  protected override firstUpdated(): void {
    const { state } = this.answer;
    if (state && state !== "running") stand(this.getRootNode());
  }

  rate(payload: string, title: string): void {
    if (this.rated === payload) return;
    this.rated = payload;
    this.context.ask(payload, title);
  }

  open(source: Source, from: HTMLElement): void {
    this.#from = from;
    this.openedFor = source;
    const list = this.querySelector<HTMLDetailsElement>("details.sources");
    const place = this.querySelector<HTMLDetailsElement>(`#${sourceId(source, this.context.key)}`);
    if (!list || !place) return;
    list.open = place.open = true;
    const summary = place.querySelector("summary");
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: "nearest" });
  }

  back(): void {
    this.openedFor = null;
    this.#from?.focus();
  }

  async copy(text: string, done: string): Promise<void> {
    const copied = await write(text);
    this.byHand = copied ? "" : text;
    this.said = copied ? done : this.context.strings.card.copy_by_hand;
    this.context.announce(this.said);
    await this.updateComplete;
    if (!copied) this.querySelector<HTMLTextAreaElement>("textarea.by-hand")?.select();
  }

  async copyCard(): Promise<void> {
    const article = this.querySelector("article");
    if (article) await this.copy(textOf(article), this.context.strings.card.copied);
  }

  print(): void {
    const article = this.querySelector("article");
    if (article) printAlone(article);
  }
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // not allowed here, or not over https
    return false;
  }
}

define(NAME, Card, {
  answer: null, rated: null, said: null, byHand: null, openedFor: null,
  context: (now: CardContext, before?: CardContext) => !sameContext(now, before),
});
