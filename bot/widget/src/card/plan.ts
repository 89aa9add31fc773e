/** A plan: a few things that could help, each with both its sides. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { PlanItem } from "../answer";
import type { Desk } from "./desk";
import { level } from "./meter";
import { sideBySide } from "./points";
import { planSides } from "./sides";

/** The things of the plan, in order. */
export function plan(desk: Desk): TemplateResult | typeof nothing {
  const items = desk.answer.plan ?? [];
  if (!items.length) return nothing;
  return html`<ol class="plan">${items.map((item) => html`<li>${oneThing(item, desk)}</li>`)}</ol>`;
}

function oneThing(item: PlanItem, desk: Desk): TemplateResult {
  const { strings } = desk.context;
  const { rows } = strings.labels;
  const facts: [string, string][] = [
    [rows.time_to_results, item.time_to_results.text], [rows.risks, item.risks.text], [rows.cost, item.cost.text],
    [rows.effort, item.effort],
  ];
  return html`<h4>${item.name}</h4>
    <p class="small">${level(item.evidence, strings)}</p>
    <p>${item.headline}</p>
    ${sideBySide(planSides(item, desk.answer, strings), desk, 5)}
    <dl>${facts.map(([term, text]) => (text ? html`<div><dt>${term}</dt><dd>${text}</dd></div>` : nothing))}</dl>`;
}
