/** The practice log as a small chart with a table behind it; reminders, and the calendar file. */
import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Progress, Reminder, Week } from "../answer";
import type { Desk } from "./desk";
import { save } from "./save";
import { fill, wordOf } from "./words";

const BAR = 22;
const DAY = 9;
const DAYS = 7;
/** Weeks that fit into the chart; the table has them all. */
const SHOWN = 12;

/** The chart of the weeks. */
export function practice(desk: Desk): TemplateResult | typeof nothing {
  const { progress } = desk.answer;
  if (!progress?.weeks.length) return nothing;
  const words = desk.context.strings.card.log;
  return html`<figure class="practice">
    <figcaption>${words.title}. ${fill(words.streak, { n: progress.streak, longest: progress.longest_streak })}</figcaption>
    ${chart(progress.weeks.slice(-SHOWN))}
    ${table(progress, desk)}
  </figure>`;
}

function chart(weeks: readonly Week[]): TemplateResult {
  const height = DAYS * DAY;
  const width = weeks.length * BAR;
  return html`<svg class="chart" viewBox="0 0 ${width} ${height + 4}" width=${width * 1.5} aria-hidden="true">
    ${[0, DAYS].map((days) => svg`<path class="grid" d="M0 ${2 + height - days * DAY}H${width}"/>`)}
    ${weeks.map((week, at) => svg`<rect class="bar" x=${at * BAR + 4} y=${2 + height - week.days * DAY} width=${BAR - 8}
      height=${Math.max(week.days * DAY, 1)} rx="2"/>`)}
  </svg>`;
}

function table({ weeks }: Progress, desk: Desk): TemplateResult {
  const words = desk.context.strings.card.log;
  return html`<table class="weeks">
    <thead><tr>${[words.week, words.days, words.sessions, words.minutes].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${weeks.map((week) => html`<tr>
      <th scope="row">${week.start}</th><td>${week.days}</td><td>${week.sessions}</td><td>${week.minutes}</td>
    </tr>`)}</tbody>
  </table>`;
}

/** The reminders that are set, and the calendar file on channels that cannot write first. */
export function reminders(desk: Desk): TemplateResult | typeof nothing {
  const { reminders: found = [], calendar } = desk.answer;
  const words = desk.context.strings.card.log;
  return html`
    ${found.length ? html`<h4>${words.reminders}</h4><ul>${found.map((each) => html`<li>${oneReminder(each, desk)}</li>`)}</ul>` : nothing}
    ${calendar ? html`<p><button type="button" class="main" @click=${() => save(calendar.text, calendar.name, "text/calendar")}>
      ${words.calendar}</button> ${words.calendar_help}</p>` : nothing}`;
}

function oneReminder(each: Reminder, desk: Desk): string {
  const words = desk.context.strings.card.log;
  const often = each.every_days === 1 ? words.often_1 : fill(words.often, { n: each.every_days });
  const said = fill(words.reminder, { what: wordOf(words.what, each.what), time: each.time_of_day, often });
  return each.time_zone ? `${said}, ${fill(words.zone, { zone: each.time_zone })}` : said;
}
