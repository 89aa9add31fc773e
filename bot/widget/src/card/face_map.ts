/** A face on which a visitor shows the place that they ask about, and the same places as a list. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import type { CardContext } from "./context";
import { type Area, BOX, FRONT, front, place, shoulders } from "./drawings/face";
import { fill } from "./words";

/** The areas of taxonomy.yml: the whole face lies behind the others, the others go from top to bottom. */
export const AREAS = Object.keys(FRONT) as readonly Area[];
/** What can be asked about a place, the most asked first. */
const WISHES = ["cause", "how_to", "professional"] as const;

/** The face, what to ask about it, and the list. */
export function faceMap(context: CardContext): TemplateResult {
  const words = context.strings.card.map;
  const { areas } = context.strings.card;
  return html`<section class="face-map" aria-labelledby="${context.key}-map">
    <h3 id="${context.key}-map">${words.title}</h3>
    <p><label for="${context.key}-wish">${words.wish}</label>
      <select id="${context.key}-wish">${WISHES.map((wish) => html`<option value=${wish}>${words.wishes[wish]}</option>`)}</select>
    </p>
    <p class="small" id="${context.key}-map-help">${words.help}</p>
    <svg class="map" viewBox=${BOX} role="group" aria-label=${words.face} aria-describedby="${context.key}-map-help">
      ${AREAS.map((area) => region(area, context))}
      ${shoulders()}${front()}
    </svg>
    <details>
      <summary>${words.list}</summary>
      <ul class="places">${AREAS.map((area) => html`<li>
        <button type="button" @click=${(event: Event) => choose(event, area, context)}>${areas[area]}</button>
      </li>`)}</ul>
    </details>
  </section>`;
}

function region(area: Area, context: CardContext): SVGTemplateResult {
  const name = context.strings.card.areas[area];
  return svg`<g class="region" role="button" tabindex="0" aria-label=${name}
    @click=${(event: Event) => choose(event, area, context)}
    @keydown=${(event: KeyboardEvent) => pressed(event, area, context)}>
    <title>${name}</title>${place(area)}
  </g>`;
}

function pressed(event: KeyboardEvent, area: Area, context: CardContext): void {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault(); // the page would scroll
  choose(event, area, context);
}

function choose(event: Event, area: Area, context: CardContext): void {
  const map = (event.currentTarget as Element).closest(".face-map");
  const chosen = map?.querySelector("select")?.value;
  const wish = WISHES.find((each) => each === chosen) ?? "cause";
  const { areas, map: words } = context.strings.card;
  context.ask(`/ask_${wish}${JSON.stringify({ area })}`, fill(words.asked[wish], { area: areas[area] }));
}
