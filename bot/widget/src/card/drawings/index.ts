/** Drawings of steps: a face, the area that works, and the direction of the movement. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import { type Area, BOX, FRONT, front, pair, place, SIDE, SIDE_HEAD, SIDE_NECK, shoulders, single } from "./face";
import { type Arrow, type Picture, PICTURES } from "./motions";

const HEAD_OF_ARROW = 8;
const NECK = "100 190";
const NECK_AT_SIDE = "76 168";

/** The drawing of a step. The instruction beside it says the same, so it is hidden from assistive technology. */
export function drawing(area: string, motion: string | null | undefined): TemplateResult | typeof nothing {
  if (!Object.hasOwn(FRONT, area)) return nothing;
  const picture: Picture = motion && Object.hasOwn(PICTURES, motion) ? PICTURES[motion as keyof typeof PICTURES] : {};
  const scene = picture.view === "side" ? fromTheSide(area as Area, picture) : fromTheFront(area as Area, picture);
  return html`<svg class="drawing" viewBox=${BOX} aria-hidden="true">${scene}</svg>`;
}

function fromTheFront(area: Area, picture: Picture): SVGTemplateResult {
  const still = area === "neck" ? place(area, "works") : nothing;
  const head = svg`${area === "neck" ? nothing : place(area, "works")}${front(picture.mouth, picture.eyes)}`;
  return svg`${still}${shoulders()}${picture.lean ? leaning(head, picture.lean, NECK) : head}${marks(area, picture)}`;
}

function fromTheSide(area: Area, picture: Picture): SVGTemplateResult {
  const works = single(SIDE[area] ?? SIDE.jaw!, "works");
  const head = svg`${area === "neck" ? nothing : works}<g class="line">${single(SIDE_HEAD)}</g>`;
  return svg`${area === "neck" ? works : nothing}<g class="line">${single(SIDE_NECK)}</g>
    ${picture.lean ? leaning(head, picture.lean, NECK_AT_SIDE) : head}${marks(area, picture)}`;
}

/** The head as it was, faint, and as it leans. */
function leaning(head: SVGTemplateResult, degrees: readonly number[], around: string): SVGTemplateResult {
  const [now = 0, before = 0] = degrees;
  const turned = (by: number, className: string) => svg`<g class=${className} transform="rotate(${-by} ${around})">${head}</g>`;
  return svg`${turned(before, "before")}${turned(now, "")}`;
}

function marks(area: Area, picture: Picture): SVGTemplateResult {
  const arrows = picture.arrows?.[area] ?? picture.arrows?.any ?? [];
  return svg`${picture.tool ? pair(picture.tool, "tool") : nothing}
    ${(picture.fingers ?? []).map(([x, y]) => pair(circle(x, y, 6), "finger"))}
    ${(picture.circles ?? []).map(([x, y]) => pair(turning(x, y), "arrow"))}
    ${arrows.map((each) => pair(arrow(each), "arrow"))}
    ${(picture.both ?? []).map((each) => pair(`${arrow(each)}${arrow(reversed(each))}`, "arrow"))}
    ${(picture.middle ?? []).map((each) => single(arrow(each), "arrow"))}`;
}

function reversed([x0, y0, cx, cy, x1, y1]: Arrow): Arrow {
  return [x1, y1, cx, cy, x0, y0];
}

/** A bent line with a head at its end. */
function arrow([x0, y0, cx, cy, x1, y1]: Arrow): string {
  return `M${x0} ${y0}Q${cx} ${cy} ${x1} ${y1}${headOfArrow(x1, y1, Math.atan2(y1 - cy, x1 - cx))}`;
}

function headOfArrow(x: number, y: number, angle: number): string {
  const barb = (turn: number) => [x - HEAD_OF_ARROW * Math.cos(angle + turn), y - HEAD_OF_ARROW * Math.sin(angle + turn)]
    .map((value) => value.toFixed(1)).join(" ");
  return `M${barb(0.5)}L${x} ${y}L${barb(-0.5)}`;
}

/** Most of a circle, with a head: the way that fingers turn. */
function turning(x: number, y: number): string {
  return `M${x - 9} ${y}A9 9 0 1 1 ${x} ${y + 9}${headOfArrow(x, y + 9, Math.PI)}`;
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}
