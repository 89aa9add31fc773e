/** One answer as a card. */
import { html, nothing, type TemplateResult } from "lit";
import type { Answer } from "../answer";
import type { CardContext } from "./context";

/** The card of an answer: an article with a heading. */
export function card(answer: Answer, context: CardContext): TemplateResult {
  const heading = `${context.key}-headline`;
  return html`<article class="card" aria-labelledby=${heading}>
    <h3 id=${heading}>${answer.headline}</h3>
    <ul class="next">
      ${(answer.suggestions ?? []).map((each) => html`<li>
        <button type="button" @click=${() => context.ask(each.payload, each.title)}>${each.title}</button>
      </li>`)}
    </ul>
    ${nothing}
  </article>`;
}
