/** A face on which a visitor shows the place that they ask about. */
import { html, type TemplateResult } from "lit";
import type { CardContext } from "./context";
import { fill } from "./words";

/** The areas of taxonomy.yml, from top to bottom. */
export const AREAS = [
  "forehead", "brow", "upper_eyelid", "under_eye", "cheek", "nasolabial_fold", "mouth", "jaw", "chin", "neck", "whole_face",
] as const;
export type Area = (typeof AREAS)[number];

/** The areas, each asking about itself. */
export function faceMap(context: CardContext): TemplateResult {
  const { areas, map } = context.strings.card;
  return html`<section aria-label=${map.title}>
    <ul>${AREAS.map((area) => html`<li>
      <button type="button" @click=${() => context.ask(`/ask_cause{"area": "${area}"}`, fill(map.asked.cause, { area: areas[area] }))}>
        ${areas[area]}
      </button>
    </li>`)}</ul>
  </section>`;
}
