/** A face in simple lines, from the front and from the side, and where its areas are. Drawn on 200 × 250 units. */
import { svg, type SVGTemplateResult } from "lit/html.js";

export const BOX = "0 0 200 250";
const MIRRORED = "matrix(-1 0 0 1 200 0)";

/** A path on the left of the picture and, mirrored, on the right. */
export function pair(d: string, className = ""): SVGTemplateResult {
  return svg`<path class=${className} d=${d}/><path class=${className} d=${d} transform=${MIRRORED}/>`;
}

export function single(d: string, className = ""): SVGTemplateResult {
  return svg`<path class=${className} d=${d}/>`;
}

interface Place {
  readonly d: string;
  readonly twice: boolean;
}

export const HEAD = "M100 12C62 12 42 44 42 90c0 26 3 46 12 64 10 20 28 38 46 38s36-18 46-38c9-18 12-38 12-64 0-46-20-78-58-78Z";

/** The areas of taxonomy.yml as seen from the front; each is a place of its own, so that it can be pressed. */
export const FRONT = {
  whole_face: { d: HEAD, twice: false },
  forehead: { d: "M56 60C58 38 76 28 100 28s42 10 44 32C126 52 74 52 56 60Z", twice: false },
  brow: { d: "M52 82C53 64 74 56 96 66l-1 12C78 71 64 73 58 86Z", twice: true },
  upper_eyelid: { d: "M57 98C58 80 84 76 96 91l-3 8Q76 86 61 101Z", twice: true },
  under_eye: { d: "M58 103Q76 114 94 103l1 6C88 123 66 123 56 110Z", twice: true },
  cheek: { d: "M48 114C58 128 76 128 87 122 85 133 79 140 71 148 60 150 51 138 48 114Z", twice: true },
  nasolabial_fold: { d: "M90 124C88 136 80 144 73 152l7 6C88 150 95 142 96 132Z", twice: true },
  mouth: { d: "M79 155Q100 138 121 155 100 176 79 155Z", twice: false },
  jaw: { d: "M48 130C50 152 64 174 84 187l7-9C76 166 66 154 60 146 55 142 51 137 48 130Z", twice: true },
  chin: { d: "M84 176Q100 167 116 176C116 186 108 191 100 191S84 186 84 176Z", twice: false },
  neck: { d: "M74 190Q100 206 126 190V222Q100 236 74 222Z", twice: false },
} satisfies Record<string, Place>;
export type Area = keyof typeof FRONT;

/** The shape of an area, seen from the front. */
export function place(area: Area, className = ""): SVGTemplateResult {
  const { d, twice } = FRONT[area];
  return twice ? pair(d, className) : single(d, className);
}

export const MOUTHS = {
  shut: "M80 155Q90 149 100 151 110 149 120 155M80 155Q100 164 120 155",
  smile: "M76 150Q100 172 124 150M76 150q-4-2-4-5M124 150q4-2 4-5",
  round: "M100 142c9 0 13 6 13 14s-4 14-13 14-13-6-13-14 4-14 13-14Z",
  wide: "M72 152Q100 146 128 152 118 172 100 172T72 152ZM78 158Q100 162 122 158",
} as const;

export const EYES = {
  open: "M61 99Q76 86 92 99 76 109 61 99ZM76 95a4 4 0 1 0 .1 0Z",
  shut: "M61 97Q76 108 92 97M66 103l-3 5M76 105v5M86 103l3 5",
} as const;

/** The neck and shoulders from the front, on which the head stands. */
export function shoulders(): SVGTemplateResult {
  return svg`<g class="line">${pair("M74 182v30c0 12-14 18-34 26")}</g>`;
}

/** The head from the front, in lines. */
export function front(mouth: keyof typeof MOUTHS = "shut", eyes: keyof typeof EYES = "open"): SVGTemplateResult {
  return svg`<g class="line">
    ${single(HEAD)}${pair("M42 92c-9-6-13 4-11 14s7 18 13 15")}
    ${pair("M54 78Q72 62 92 72", "thick")}${pair(EYES[eyes])}
    ${single("M96 100c-1 14-6 20-6 26 0 4 5 6 10 6s10-2 10-6")}${single(MOUTHS[mouth])}
    ${single("M46 74C48 40 72 26 100 26s52 14 54 48", "faint")}
  </g>`;
}

/** The face from its side, looking to the right: the head, and the neck that it turns on. */
export const SIDE_HEAD =
  "M128 40C112 10 46 12 40 76c-3 30 10 44 16 66M128 40c6 10 7 22 5 34 0 6 5 10 8 16l9 16c2 4-1 7-8 8 0 5 3 7 3 10s-4 3-6 5c4 2 6 5 4 8" +
  "s-5 4-6 8c3 8 2 16-5 20-10 5-26 2-42-8M116 78q8-5 14 0M118 84a3 3 0 1 0 .1 0ZM112 68q10-7 20-2M78 88c-10-8-18 2-12 14 3 7 6 12 10 8" +
  "M126 138q8-1 12-1";
export const SIDE_NECK = "M56 140C54 170 50 200 34 226M92 158C92 180 98 200 112 226";

/** Areas seen from the side, for drawings in which the head moves. */
export const SIDE: Partial<Record<Area, string>> = {
  jaw: "M76 140C90 158 112 166 126 164c8-4 9-12 6-20-14 4-34 2-52-12Z",
  neck: "M60 150C60 176 56 200 44 220h64C98 200 94 180 93 160 80 156 68 152 60 150Z",
  chin: "M112 158c8 4 14 4 17 2 6-4 7-10 4-16-8 2-14 2-20 0Z",
};
