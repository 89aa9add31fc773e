/** What stands at the end of a card: what to ask next, whether it helped, and tools. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Desk } from "./desk";
import { answerAddress } from "./links";
import { takeAlong, takeAlongText } from "./take_along";
import { fill } from "./words";

const MORE = "/more_evidence";

/** How many more points there are, and the button that shows them. */
export function morePoints(desk: Desk): TemplateResult | typeof nothing {
  const { answer, context } = desk;
  if (!answer.more_points) return nothing;
  const words = context.strings.card;
  const offered = answer.suggestions?.find((each) => each.payload.startsWith(MORE));
  const next = offered ?? (context.latest ? { title: words.more_evidence, payload: MORE } : null);
  return html`<p class="more">${fill(words.more_points, { n: answer.more_points })}
    ${next ? html`<button type="button" class="quiet" @click=${() => context.ask(next.payload, next.title)}>${next.title}</button>` : nothing}
  </p>`;
}

/** The questions that lead on; in a routine what the coach understands, of which the first goes on. */
export function suggestions(desk: Desk): TemplateResult | typeof nothing {
  const { answer, context } = desk;
  const found = (answer.suggestions ?? []).filter((each) => !(answer.more_points && each.payload.startsWith(MORE)));
  if (!found.length) return nothing;
  const id = `${context.key}-next`;
  const { go_on, ask_next } = context.strings.card;
  return html`<div class="next" role="group" aria-labelledby=${id}>
    <p class="small" id=${id}>${answer.state ? go_on : ask_next}</p>
    ${found.map((each, at) => html`<button type="button" class=${answer.state && !at ? "main" : ""} @click=${() => context.ask(each.payload, each.title)}>${each.title}</button>`)}
  </div>`;
}

/** "Was this helpful?" */
export function feedback(desk: Desk): TemplateResult | typeof nothing {
  const { answer: { feedback: found = [] }, context: { key, strings } } = desk;
  if (!found.length) return nothing;
  const id = `${key}-helpful`;
  return html`<div class="feedback" role="group" aria-labelledby=${id}>
    <p class="small" id=${id}>${desk.rated === null ? strings.card.helpful : strings.card.feedback_thanks}</p>
    ${found.map((each) => html`<button type="button" class="quiet" aria-pressed=${desk.rated === each.payload}
      @click=${() => desk.rate(each.payload, each.title)}>${each.title}</button>`)}
  </div>`;
}

/** Copy, print, share, and what to take to a dermatologist. */
export function tools(desk: Desk): TemplateResult {
  const { answer, context: { server, strings } } = desk;
  const words = strings.card;
  const address = answerAddress(server, answer);
  return html`<div class="tools" role="group" aria-label=${words.tools}>
    <button type="button" class="quiet" @click=${() => desk.copyCard()}>${words.copy}</button>
    <button type="button" class="quiet" @click=${() => desk.print()}>${words.print}</button>
    ${address ? html`<button type="button" class="quiet" @click=${() => desk.copy(address, words.share_copied)}>${words.share}</button>` : nothing}
  </div>
  ${desk.said ? html`<p class="small said">${desk.said}</p>` : nothing}
  ${desk.byHand ? html`<textarea class="by-hand" readonly rows="4" aria-label=${words.copy_by_hand}
    .value=${desk.byHand}></textarea>` : nothing}`;
}

/** Questions and signs to take along, as a list to copy. */
export function toTakeAlong(desk: Desk): TemplateResult | typeof nothing {
  const { answer, context: { strings } } = desk;
  const found = takeAlong(answer);
  if (!found) return nothing;
  const words = strings.card;
  const list = (heading: string, lines: readonly string[]) =>
    lines.length ? html`<p><strong>${heading}</strong></p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing;
  return html`<details class="take-along">
    <summary>${words.questions}</summary>
    ${list(words.questions_intro, found.questions)}${list(words.questions_tell, found.signs)}
    <button type="button" class="quiet" @click=${() => desk.copy(takeAlongText(found, answer, strings), words.questions_copied)}>
      ${words.questions_copy}</button>
  </details>`;
}
