/** The table of the report: what was measured, a column for each widget. */
import type { Violation } from "../harness/axe";
import type { Measures } from "./measures";

function impacts(found: readonly Violation[]): string {
  const count = (impact: string): number => found.filter((each) => each.impact === impact).length;
  return found.length === 0 ? "0" : `${found.length} (${count("critical")} critical, ${count("serious")} serious)`;
}

const yes = (answer: boolean | null): string => (answer === null ? "has none" : answer ? "yes" : "no");

const ROWS: readonly (readonly [string, (of: Measures) => string])[] = [
  ["Size, gzip", (of) => `${of.kilobytes.toFixed(1)} KB`],
  ["axe-core, chat closed: rules broken", (of) => impacts(of.closed)],
  ["axe-core, after an answer: rules broken", (of) => impacts(of.answered)],
  ["Tab reaches the launcher", (of) => yes(of.reachesLauncher)],
  ["Tab reaches the buttons under an answer", (of) => yes(of.reachesButtons)],
  ["Announcements to a screen reader for one answer", (of) => String(of.announced)],
  ["Requests to third parties", (of) => String(of.strangers.length)],
  ["Breaches of a strict Content-Security-Policy", (of) => String(of.brokenPolicies)],
  ["Replies lost in 20 connection cuts", (of) => String(of.lost)],
  ["Replies shown twice", (of) => String(of.doubled)],
];

/** Markdown. */
export function table(all: readonly Measures[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["", ...all.map((each) => each.name)]),
    line(["---", ...all.map(() => "---:")]),
    ...ROWS.map(([name, cell]) => line([name, ...all.map(cell)])),
  ].join("\n");
}
