/** A routine: its warnings and steps; or the one step at which a visitor is, with a timer. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Answer, RoutineStep } from "../answer";
import type { CardContext } from "./context";
import type { Desk } from "./desk";
import { drawing } from "./drawings";
import { counts } from "./facts";
import type { Shape } from "./clock";
import { cited } from "./sources";
import "./timer";
import { fill } from "./words";

/** What is to be known before the first step. */
export function warnings(desk: Desk): TemplateResult | typeof nothing {
  const found = desk.answer.warnings ?? [];
  if (!found.length) return nothing;
  return html`<ul class="warnings">${found.map((warning) => html`<li>
    <strong>${desk.context.strings.card.routine_warning}</strong> ${warning}
  </li>`)}</ul>`;
}

/** The steps as a list, or the step under way. */
export function steps(desk: Desk): TemplateResult | typeof nothing {
  const { answer, context } = desk;
  const found = answer.steps ?? [];
  if (answer.state) return html`${whereInRoutine(answer, context)}${found.map((step) => html`<div class="step alone">
    ${oneStep(step, context, 4)}</div>`)}${timer(answer, context)}`;
  if (!found.length) return nothing;
  return html`<h4>${context.strings.card.steps}</h4>
    <ol class="steps">${found.map((step) => html`<li class="step">${oneStep(step, context, 5)}</li>`)}</ol>`;
}

/** How often the routine is done, as its source says. */
export function frequency(desk: Desk): TemplateResult | typeof nothing {
  const { answer, context } = desk;
  return answer.routine?.frequency
    ? html`<p>${fill(context.strings.card.frequency, { text: answer.routine.frequency })} ${cited(answer.routine.sources, desk)}</p>`
    : nothing;
}

function oneStep(step: RoutineStep, { strings }: CardContext, rank: 4 | 5): TemplateResult {
  const extra = counts(step, strings);
  return html`${drawing(step.area, step.motion)}
    <div>
      ${rank === 4 ? html`<h4>${step.name}</h4>` : html`<h5>${step.name}</h5>`}
      <p>${step.instruction}</p>
      ${extra ? html`<p class="small">${extra}</p>` : nothing}
    </div>`;
}

function whereInRoutine(answer: Answer, { strings }: CardContext): TemplateResult | typeof nothing {
  const { step, of } = answer;
  if (!step || !of) return nothing;
  const words = fill(strings.card.progress_of, { step, of });
  return html`<progress max=${of} value=${step} aria-label=${words}></progress>`;
}

/** The timer of the step, where the source says how long it takes. Asides such as "why this one?" have no figures. */
function timer(answer: Answer, context: CardContext): TemplateResult | typeof nothing {
  if (answer.state !== "running" || !answer.seconds) return nothing;
  const shape: Shape = {
    seconds: answer.seconds, sets: answer.sets ?? 0, reps: answer.reps ?? 0, hold: answer.hold_seconds ?? 0,
  };
  return html`<plumbline-timer .shape=${shape} .step=${answer.step ?? 0} .context=${context}></plumbline-timer>`;
}
