/** Small drawings beside words. They say nothing that the words do not, so assistive technology passes over them. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";

const SHAPES = {
  emergency: svg`<path d="M12 2 22 20H2Z M12 9v5 M12 17v.5"/>`,
  urgent: svg`<circle cx="12" cy="12" r="9.5"/><path d="M12 7v5.5l3.5 2.5"/>`,
  distress: svg`<path d="M12 20C5 15 3 11.5 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 11.5 19 15 12 20Z"/>`,
  caution: svg`<path d="M7 2h10l5 5v10l-5 5H7l-5-5V7Z M12 7v6 M12 16.5v.5"/>`,
  supports: svg`<path d="M12 5v14 M5 12h14"/>`,
  opposes: svg`<path d="M5 12h14"/>`,
  mixed: svg`<path d="M4 9c4-5 8 4 16-1 M4 17c4-5 8 4 16-1"/>`,
  neutral: svg`<circle cx="12" cy="12" r="4"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** The drawing of that name; none where this version has none. */
export function icon(name: string): TemplateResult | string {
  if (!Object.hasOwn(SHAPES, name)) return "";
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name as keyof typeof SHAPES]}</svg>`;
}
