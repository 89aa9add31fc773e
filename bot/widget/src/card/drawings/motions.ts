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

const SMILING = { mouth: "smile" } as const;

export const PICTURES = {
  spread: {
    arrows: {
      any: [[92, 52, 82, 44, 70, 50], [84, 122, 72, 126, 60, 118], [88, 178, 76, 176, 66, 166]],
    },
    fingers: [[98, 56], [90, 120], [94, 180]],
  },
  circles: { circles: [[66, 134], [50, 98], [68, 168], [80, 46]] },
  knead: { circles: [[66, 134], [84, 48], [70, 168]], fingers: [[56, 122], [76, 142], [94, 44], [80, 176]] },
  stroke_up: {
    arrows: {
      any: [[80, 222, 78, 206, 80, 192], [84, 182, 66, 170, 58, 146], [86, 138, 70, 128, 58, 106], [84, 64, 82, 50, 84, 34]],
      cheek: [[78, 150, 64, 144, 60, 120]],
    },
    fingers: [],
  },
  stroke_out: { arrows: { any: [[94, 46, 78, 42, 62, 56], [88, 122, 72, 126, 54, 112], [92, 182, 72, 174, 58, 148]] } },
  stroke_down: { arrows: { any: [[92, 182, 66, 170, 50, 132], [66, 176, 68, 196, 66, 224]] } },
  stroke_across: { both: [[60, 82, 76, 72, 92, 82], [76, 66, 77, 76, 76, 94]], eyes: "shut" },
  roll: {
    arrows: { any: [[88, 140, 72, 134, 56, 112], [92, 184, 72, 174, 56, 150]] },
    tool: "M84 128l14 10-10 14-14-10ZM92 146l16 22",
  },
  lift: { ...SMILING, arrows: { any: [[66, 144, 60, 132, 64, 112]] }, fingers: [[56, 124], [68, 120]] },
  smile: { ...SMILING, arrows: { any: [[74, 152, 62, 142, 60, 122]] } },
  puff: { arrows: { any: [[76, 142, 62, 142, 44, 142]] }, tool: "M56 128C34 128 34 164 62 164" },
  shapes: { mouth: "wide", both: [[54, 158, 60, 158, 70, 158]], middle: [[100, 136, 100, 142, 100, 148]], tool: "" },
  open_lift: { mouth: "round", arrows: { any: [[68, 146, 60, 132, 66, 112]] }, fingers: [[58, 122], [70, 118]] },
  hold_down: { arrows: { any: [[76, 38, 76, 46, 76, 58]] }, fingers: [[64, 68], [76, 64], [88, 66]] },
  close_eyes: { eyes: "shut", arrows: { any: [[76, 78, 76, 84, 76, 94]] }, fingers: [[76, 118]] },
  chin_up: { view: "side", lean: [22], middle: [[176, 150, 190, 110, 164, 66]] },
  jaw_forward: { view: "side", middle: [[134, 168, 152, 172, 172, 166], [150, 60, 160, 76, 158, 92]] },
  tilt: { lean: [14, -14], both: [[34, 40, 60, 4, 100, 2]] },
  swing: { mouth: "shut", tool: "M100 156H20M20 148v16", both: [[12, 132, 8, 156, 12, 180]] },
} satisfies Record<string, Picture>;
