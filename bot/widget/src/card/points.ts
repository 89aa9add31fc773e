/** Points: what speaks for and what against, side by side where there is room. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Point } from "../answer";
import type { Desk } from "./desk";
import { articleCheck, studyFacts } from "./facts";
import { icon } from "./icons";
import { level } from "./meter";
import type { Side } from "./sides";
import { cited } from "./sources";
import { fill } from "./words";

/** The sides, each a list under its heading; `rank` is the heading's level, 4 or 5. */
export function sideBySide(sides: readonly Side[], desk: Desk, rank: 4 | 5 = 4): TemplateResult | typeof nothing {
  if (!sides.length) return nothing;
  return html`<div class="sides">${sides.map((side) => html`<section class="side ${side.stance}">
    ${rank === 4 ? html`<h4>${icon(side.stance)} ${side.heading}</h4>` : html`<h5>${icon(side.stance)} ${side.heading}</h5>`}
    <ul>
      ${side.points.map((point) => html`<li class="point">${onePoint(point, desk)}</li>`)}
      ${side.none.map((none) => html`<li class="none">
        ${fill(desk.context.strings.card.none_found, { text: none.text, date: none.as_of })}
      </li>`)}
    </ul>
  </section>`)}</div>`;
}

function onePoint(point: Point, desk: Desk): TemplateResult {
  const { strings } = desk.context;
  const study = studyFacts(point, strings);
  const article = articleCheck(point, desk.answer, strings);
  return html`<p>${point.text} ${cited(point.sources, desk)}</p>
    <p class="small">${level(point.evidence, strings)}</p>
    ${study ? html`<p class="small">${study}</p>` : nothing}
    ${point.caveat ? html`<p class="small"><strong>${strings.card.caveat}</strong> ${point.caveat}</p>` : nothing}
    ${article ? html`<p class="small">${article}</p>` : nothing}`;
}
