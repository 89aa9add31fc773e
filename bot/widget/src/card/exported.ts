/** Everything that is kept about a visitor, as a file to save. */
import { html, type TemplateResult } from "lit/html.js";
import type { Desk } from "./desk";
import { save } from "./save";

/** The card of an export; the record itself is long, so it is folded. */
export function exported(desk: Desk): TemplateResult {
  const { answer, context: { key, strings } } = desk;
  const words = strings.card.export;
  const whole = JSON.stringify(answer, null, 2);
  return html`<article class="card" data-type="export" aria-labelledby="${key}-headline">
    <h3 class="headline" id="${key}-headline">${words.title}</h3>
    <p><button type="button" class="main" @click=${() => save(whole, words.file, "application/json")}>${words.save}</button></p>
    <details><summary>${words.show}</summary><pre tabindex="0" aria-label=${words.title}>${whole}</pre></details>
  </article>`;
}
