/** How strong evidence is: words, and beside them the place on the scale. */
import { html, type TemplateResult } from "lit/html.js";
import type { Strings } from "./context";
import { reading } from "./evidence";

/** The meter of a whole answer; its label is written above it. */
export function meter(level: string, strings: Strings): TemplateResult {
  const { value, of, words } = reading(level, strings);
  const label = strings.card.evidence;
  return html`<div class="evidence">
    <span class="evidence-label">${label}:</span>
    <div class="meter" role="meter" aria-label=${label} aria-valuemin="0" aria-valuemax=${of} aria-valuenow=${value}
      aria-valuetext=${words}>${bars(value, of)}</div>
    <strong class="evidence-words">${words}</strong>
  </div>`;
}

/** The level of one point, in its line. */
export function level(slug: string, strings: Strings): TemplateResult {
  const { value, of, words } = reading(slug, strings);
  return html`<span class="level"><span class="meter" aria-hidden="true">${bars(value, of)}</span> ${words}</span>`;
}

function bars(value: number, of: number): TemplateResult[] {
  return Array.from({ length: of }, (_, at) => html`<span class=${at < value ? "bar full" : "bar"}></span>`);
}
