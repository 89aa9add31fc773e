/** A comparison as a table: a column for each thing, a row for each question. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Answer } from "../answer";
import type { CardContext, Strings } from "./context";
import { level } from "./meter";
import { wordOf } from "./words";

/** The table, in a region of its own that scrolls where it is too wide. */
export function comparison(answer: Answer, { strings, key }: CardContext): TemplateResult | typeof nothing {
  const { columns = [], rows = [] } = answer;
  if (!rows.length) return nothing;
  const id = `${key}-compared`;
  return html`<div class="wide" role="region" tabindex="0" aria-labelledby=${id}>
    <table>
      <caption id=${id}>${strings.card.comparison}</caption>
      <thead><tr>
        <td></td>
        ${columns.map((name) => html`<th scope="col">${name}</th>`)}
      </tr></thead>
      <tbody>${rows.map(({ row, cells }) => html`<tr>
        <th scope="row">${wordOf(strings.labels.rows, row)}</th>
        ${cells.map((cell) => html`<td>${row === "evidence" ? evidence(cell.text, strings) : cell.text}</td>`)}
      </tr>`)}</tbody>
    </table>
  </div>`;
}

function evidence(text: string, strings: Strings): TemplateResult | string {
  return Object.hasOwn(strings.labels.evidence, text) ? level(text, strings) : text;
}
