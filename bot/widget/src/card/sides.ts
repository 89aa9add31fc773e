/** What speaks for and what against, in the order in which it is shown. */
import type { Answer, NoneFound, PlanItem, Point, Stance } from "../answer";
import type { Strings } from "./context";

export interface Side {
  readonly stance: Stance;
  readonly heading: string;
  readonly points: readonly Point[];
  readonly none: readonly NoneFound[];
}

/** The order of the sides, as bot/render/labels.py has it. */
const STANCES: readonly Stance[] = ["supports", "opposes", "mixed", "neutral"];

/** The sides of an answer that have something to say; for somebody who asks for doubts, what speaks for it comes last. */
export function sidesOf(answer: Answer, strings: Strings): Side[] {
  const headings = headingsOf(answer.kind_answered ?? answer.question?.kind, strings);
  const order = answer.question?.focus === "against" ? [...STANCES.slice(1), STANCES[0]!] : STANCES;
  return order
    .map((stance) => ({
      stance,
      heading: headings[stance],
      points: (answer.points ?? []).filter((point) => point.stance === stance),
      none: (answer.none_found ?? []).filter((side) => side.side === stance),
    }))
    .filter((side) => side.points.length + side.none.length > 0);
}

function headingsOf(kind: string | null | undefined, strings: Strings): Readonly<Record<Stance, string>> {
  const { sides } = strings.labels;
  return kind && Object.hasOwn(sides, kind) ? sides[kind as keyof typeof sides] : sides.default;
}

/** The sides of one thing of a plan: a point that stands on both is shown once. */
export function planSides(item: PlanItem, answer: Answer, strings: Strings): Side[] {
  const words = strings.card;
  const points = new Map((answer.points ?? []).map((point) => [point.id, point]));
  const found = (ids: readonly string[]) => ids.map((id) => points.get(id)).filter((point) => point !== undefined);
  const both = item.supports.filter((id) => item.opposes.includes(id));
  const only = (ids: readonly string[]) => found(ids.filter((id) => !both.includes(id)));
  const none = (stance: Stance) => item.none_found.filter((side) => side.side === stance);
  const sides: Side[] = [
    { stance: "mixed", heading: words.for_and_against, points: found(both), none: [] },
    { stance: "supports", heading: words.for, points: only(item.supports), none: none("supports") },
    { stance: "opposes", heading: words.against, points: only(item.opposes), none: none("opposes") },
  ];
  return sides.filter((side) => side.points.length + side.none.length > 0);
}
