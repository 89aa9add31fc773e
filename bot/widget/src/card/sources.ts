/** Sources: numbers in the text, and the list in which each opens in place. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Source } from "../answer";
import type { Desk } from "./desk";
import { sourceFacts } from "./facts";
import { webAddress } from "./links";
import { fill } from "./words";

/** Buttons that open the sources behind a sentence. */
export function cited(ids: readonly string[] | undefined, desk: Desk): TemplateResult | typeof nothing {
  const found = (desk.answer.sources ?? []).filter((source) => ids?.includes(source.id));
  if (!found.length) return nothing;
  return html`<span class="cited">${found.map((source) => html`<button type="button" class="cite"
    aria-label=${`${fill(desk.context.strings.card.source, { n: source.n })}: ${source.title}`}
    @click=${(event: Event) => desk.open(source, event.currentTarget as HTMLElement)}>${source.n}</button>`)}</span>`;
}

/** The list of all sources of the answer. */
export function sourceList(desk: Desk): TemplateResult | typeof nothing {
  const { answer: { sources = [] }, context } = desk;
  if (!sources.length) return nothing;
  return html`<details class="sources">
    <summary>${fill(context.strings.card.sources, { n: sources.length })}</summary>
    <ol>${sources.map((source) => html`<li>${oneSource(source, desk)}</li>`)}</ol>
  </details>`;
}

/** The id of a source's place in the list. */
export function sourceId(source: Source, key: string): string {
  return `${key}-source-${source.n}`;
}

function oneSource(source: Source, desk: Desk): TemplateResult {
  const { key, strings } = desk.context;
  const words = strings.card;
  const address = webAddress(source.url);
  return html`<details class="source" id=${sourceId(source, key)}>
    <summary><span class="number">${source.n}</span> <span>${source.title}</span></summary>
    <p>${sourceFacts(source, strings)}.</p>
    ${source.funding ? html`<p class="funding"><strong>${words.funding}</strong> ${source.funding}</p>` : nothing}
    <p class="doors">
      ${address
        ? html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${words.source_open}</a>
          <span class="address">${address}</span>`
        : words.source_no_link}
      ${desk.openedFor === source
        ? html`<button type="button" class="quiet" @click=${() => desk.back()}>${words.source_back}</button>`
        : nothing}
    </p>
  </details>`;
}
