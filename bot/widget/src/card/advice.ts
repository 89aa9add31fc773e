/** Whom to see, when, and what to ask there. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Referral } from "../answer";
import type { Desk } from "./desk";
import { cited } from "./sources";

/** The people to see, each with how soon and what to ask. */
export function referrals(desk: Desk): TemplateResult | typeof nothing {
  const found = desk.answer.referrals ?? [];
  return found.length ? html`${found.map((each) => oneReferral(each, desk))}` : nothing;
}

/** The see-a-dermatologist line and the signs that should bring a visitor in. */
export function dermatologist(desk: Desk): TemplateResult | typeof nothing {
  const advice = desk.answer.see_dermatologist;
  if (!advice) return nothing;
  return html`<section class="advice">
    <h4>${desk.context.strings.card.dermatologist}</h4>
    <p>${advice.text} ${cited(advice.sources, desk)}</p>
    ${advice.when.length ? html`<ul>${advice.when.map((sign) => html`<li>${sign}</li>`)}</ul>` : nothing}
  </section>`;
}

function oneReferral(each: Referral, desk: Desk): TemplateResult {
  const words = desk.context.strings.card;
  return html`<section class="referral">
    <h4>${each.checks_credentials ? words.credentials : words.whom_to_see}</h4>
    <p>${each.who_to_see} ${cited(each.sources, desk)}</p>
    <p><strong>${words.when}</strong> ${each.situation}</p>
    <p><strong>${words.how_soon}</strong> ${each.how_soon}</p>
    <p><strong>${words.why}</strong> ${each.why}</p>
    ${each.questions_to_ask.length ? html`<p><strong>${words.questions_to_ask}</strong></p>
      <ul>${each.questions_to_ask.map((question) => html`<li>${question}</li>`)}</ul>` : nothing}
  </section>`;
}
