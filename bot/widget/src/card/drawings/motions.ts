/** How each motion of bot/model.py is drawn: a face, arrows, and where fingers lie. All on the left, and mirrored. */
import type { Area, EYES, MOUTHS } from "./face";

/** From, a point that bends it, to. */
export type Arrow = readonly [number, number, number, number, number, number];
type Spot = readonly [number, number];

export interface Picture {
  readonly view?: "front" | "side";
  readonly mouth?: keyof typeof MOUTHS;
  readonly eyes?: keyof typeof EYES;
  /** Arrows by area; `any` where the area has none of its own. */
  readonly arrows?: { readonly [area in Area | "any"]?: readonly Arrow[] };
  /** Arrows with a head at both ends. */
  readonly both?: readonly Arrow[];
  /** Arrows in the middle of the face, not mirrored. */
  readonly middle?: readonly Arrow[];
  readonly fingers?: readonly Spot[];
  /** Small circles that the fingers draw. */
  readonly circles?: readonly Spot[];
  /** Degrees by which the head leans from where it was; positive leans back. */
  readonly lean?: readonly number[];
  /** Lines that belong to the picture, such as a tool. */
  readonly tool?: string;
}

const UP: readonly Arrow[] = [[84, 182, 66, 170, 58, 146], [86, 138, 70, 128, 58, 106], [84, 64, 82, 50, 84, 34]];

export const PICTURES = {
  spread: {
    arrows: { any: [[82, 46, 72, 44, 62, 54], [78, 126, 68, 126, 54, 114], [82, 176, 72, 170, 60, 152]] },
    fingers: [[90, 46], [86, 126], [90, 180]],
  },
  circles: { circles: [[66, 134], [50, 98], [68, 168], [80, 46]] },
  knead: {
    arrows: {
      any: [
        [48, 126, 54, 128, 64, 132], [92, 142, 86, 140, 76, 136], [60, 46, 66, 45, 75, 44], [98, 42, 94, 42, 88, 43],
        [56, 160, 62, 162, 71, 166], [96, 176, 92, 174, 83, 171],
      ],
    },
  },
  stroke_up: { arrows: { any: UP, cheek: [[78, 150, 64, 144, 60, 120]] } },
  stroke_up_from_neck: { arrows: { any: [...UP, [80, 222, 78, 206, 80, 192]] } },
  stroke_out: { arrows: { any: [[94, 46, 78, 42, 62, 56], [88, 122, 72, 126, 54, 112], [92, 182, 72, 174, 58, 148]] } },
  stroke_down_to_neck: { arrows: { any: [[92, 182, 66, 170, 50, 132], [66, 176, 68, 196, 66, 224]] } },
  stroke_across: { eyes: "shut", both: [[54, 116, 76, 126, 96, 116], [44, 78, 36, 94, 42, 112]] },
  roll: {
    arrows: { any: [[90, 136, 80, 128, 72, 106], [94, 184, 76, 178, 62, 156]] },
    tool: "M48 130L66 150M57 140L26 172",
  },
  lift: { mouth: "smile", arrows: { any: [[72, 146, 62, 140, 60, 126]] }, fingers: [[52, 116], [66, 114]] },
  smile: { mouth: "smile", arrows: { any: [[74, 152, 62, 142, 60, 122]] } },
  puff: { arrows: { any: [[74, 144, 66, 144, 42, 144]] }, tool: "M50 122C26 124 28 168 60 170" },
  shapes: { mouth: "wide", arrows: { any: [[68, 158, 60, 158, 46, 158]] }, middle: [[100, 178, 100, 182, 100, 190]] },
  open_lift: { mouth: "round", arrows: { any: [[72, 146, 62, 140, 60, 126]] }, fingers: [[52, 116], [66, 114]] },
  hold_down: { arrows: { any: [[76, 34, 76, 40, 76, 54]] }, fingers: [[64, 68], [76, 64], [88, 66]] },
  close_eyes: { eyes: "shut", arrows: { any: [[48, 80, 50, 86, 56, 94]] }, fingers: [[76, 120]] },
  chin_up: { view: "side", lean: [22], middle: [[176, 150, 190, 110, 164, 66]] },
  jaw_forward: { view: "side", middle: [[134, 168, 152, 172, 172, 166], [150, 60, 160, 76, 158, 92]] },
  tilt: { lean: [12, -12], both: [[24, 66, 26, 34, 52, 14]] },
  swing: { tool: "M100 156H20M20 148v16", both: [[12, 132, 8, 156, 12, 180]] },
} satisfies Record<string, Picture>;
