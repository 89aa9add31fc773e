/** axe-core in a page: every rule it has, of every tag (AAA and best practice included), through open shadow roots. */
import axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** One rule that is broken, and where. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly places: readonly string[];
}

/** The rules that the page breaks as it stands, or a part of it when a selector is given. */
export async function violations(page: Page, part?: string): Promise<readonly Violation[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(async (selector) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const values = [...new Set(here.getRules().flatMap((rule) => rule.tags))];
    return await here.run(selector ?? document, { resultTypes: ["violations"], runOnly: { type: "tag", values } });
  }, part) as AxeResults;
  return results.violations.map((each) => ({
    rule: each.id, impact: each.impact ?? "minor", help: each.help,
    places: each.nodes.map((node) => `${node.target.flat().join(" >>> ")}: ${node.failureSummary ?? ""}`),
  }));
}

/** One line for each violation, for a message. */
export function told(found: readonly Violation[]): string {
  return found.map((each) => `${each.rule} (${each.impact}): ${each.help}\n    ${each.places.join("\n    ")}`).join("\n");
}
