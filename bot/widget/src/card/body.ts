/** The parts of a card in their order: what has to be read first, the bottom line, both sides, where it comes from. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import { dermatologist, referrals } from "./advice";
import type { Desk } from "./desk";
import { feedback, morePoints, suggestions, toTakeAlong, tools } from "./ending";
import { exported } from "./exported";
import { checkedLine, leftOut } from "./facts";
import { icon } from "./icons";
import { practice, reminders } from "./log";
import { meter } from "./meter";
import { plan } from "./plan";
import { sideBySide } from "./points";
import { frequency, steps, warnings } from "./routine";
import { sidesOf } from "./sides";
import { cited, sourceList } from "./sources";
import { comparison } from "./table";
import { wordOf } from "./words";

/** Types of which there is nothing to copy, print or share. */
const FLEETING = new Set(["safety", "clarify", "out_of_scope"]);

/** The card of a desk's answer. */
export function body(desk: Desk): TemplateResult {
  const { type } = desk.answer;
  if (type === "export") return exported(desk);
  return type === "safety" ? safety(desk) : answer(desk);
}

function answer(desk: Desk): TemplateResult {
  const { answer, context: { key, strings } } = desk;
  const { debate } = answer;
  const note = answer.note ? html`<p class="remark">${answer.note}</p>` : nothing;
  const atStep = answer.state !== undefined;
  return html`<article class="card" data-type=${answer.type} aria-labelledby="${key}-headline">
    ${cautions(desk)}
    ${answer.type === "routine" ? nothing : note}
    ${headline(desk)}
    ${answer.evidence ? meter(answer.evidence, strings) : nothing}
    ${answer.type === "routine" ? note : nothing}
    ${warnings(desk)}
    ${leftOut(answer, strings).map((line) => html`<p class="left-out">${line}</p>`)}
    ${steps(desk)}${practice(desk)}${reminders(desk)}${frequency(desk)}
    ${atStep ? suggestions(desk) : nothing}
    ${answer.plan ? plan(desk) : html`${comparison(answer, desk.context)}${sideBySide(sidesOf(answer, strings), desk)}`}
    ${explained(desk)}
    ${debate ? html`<section class="debate"><h4>${strings.card.debate}</h4><p>${debate.summary}</p></section>` : nothing}
    ${morePoints(desk)}
    ${referrals(desk)}${dermatologist(desk)}${toTakeAlong(desk)}
    ${sourceList(desk)}
    ${ending(desk, atStep)}
  </article>`;
}

function headline(desk: Desk): TemplateResult {
  const { answer, context: { key } } = desk;
  const { definition } = answer;
  return html`<h3 class="headline" id="${key}-headline">
      ${definition ? html`<dfn>${definition.term}:</dfn> ` : nothing}${answer.headline}
    </h3>
    ${definition ? cited(definition.sources, desk) : nothing}`;
}

function cautions(desk: Desk): TemplateResult[] {
  const { strings } = desk.context;
  return (desk.answer.cautions ?? []).map((each) => html`<p class="caution">
    ${icon("caution")}<span><strong>${strings.card.read_first}</strong> ${each.text}
    <em class="status">(${wordOf(strings.labels.review, each.review_status)})</em> ${cited(each.sources, desk)}</span>
  </p>`);
}

function explained(desk: Desk): TemplateResult | typeof nothing {
  const found = desk.answer.explained ?? [];
  if (!found.length) return nothing;
  return html`<section><h4>${desk.context.strings.card.hard_words}</h4>
    <dl>${found.map((entry) => html`<div><dt>${entry.term}</dt><dd>${entry.text} ${cited(entry.sources, desk)}</dd></div>`)}</dl>
  </section>`;
}

function ending(desk: Desk, atStep: boolean): TemplateResult {
  const { answer, context } = desk;
  const checked = checkedLine(answer, context.strings);
  return html`
    ${checked ? html`<p class="small checked">${checked}</p>` : nothing}
    ${FLEETING.has(answer.type) || atStep ? nothing : tools(desk)}
    ${feedback(desk)}
    ${atStep ? nothing : suggestions(desk)}`;
}

/** A safety answer: its level in words, its fixed text, and only what came with it. */
function safety(desk: Desk): TemplateResult {
  const { answer, context: { key, strings } } = desk;
  const level = answer.level ?? "caution";
  return html`<article class="card safety ${level}" data-type="safety" aria-labelledby="${key}-headline">
    <h3 class="level-name" id="${key}-headline">${icon(level)} ${wordOf(strings.labels.levels, level)}</h3>
    ${cautions(desk)}
    <p class="fixed">${answer.headline}</p>
    ${dermatologist(desk)}${sourceList(desk)}${ending(desk, false)}
  </article>`;
}
