/** The styles arrive whole in the built file, and their colours can be read. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { cardStyles } from "../../../bot/widget/src/card/styles";
import { panelStyles } from "../../../bot/widget/src/panel_styles";
import { tokens } from "../../../bot/widget/src/tokens";

const built = readFileSync(new URL("../../../bot/widget/built/panel.js", import.meta.url), "utf8");

/** The class names that a style sheet speaks of. */
const classes = (text: string) => new Set(text.replace(/\/\*.*?\*\//gs, "").match(/\.[a-z][a-z-]*(?=[\s.,:>+)[{])/g));

test("every class that is styled is styled in the built file", () => {
  const wanted = [...classes(cardStyles.cssText), ...classes(panelStyles.cssText)];
  assert.ok(wanted.length > 80);
  assert.deepEqual(wanted.filter((name) => !built.includes(name)), []);
});

test("no template of the built file holds an escape that JavaScript does not know", () => {
  const templates = built.match(/`[^`]*`/g) ?? [];
  assert.ok(templates.length > 100);
  assert.deepEqual(templates.filter((text) => /(?<!\\)(?:\\\\)*\\[0-9xu]/.test(text)), []);
});

/** Relative luminance, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((first, second) => second - first);
  return (light! + 0.05) / (dark! + 0.05);
}

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  text: ["ground", "soft", "visitor", "emergency-ground", "urgent-ground", "distress-ground"], muted: ["ground", "soft"],
  accent: ["ground", "soft"], "on-accent": ["accent"], emergency: ["ground", "emergency-ground"], urgent: ["ground", "urgent-ground"],
  distress: ["ground", "distress-ground"], for: ["ground"], against: ["ground"],
};

for (const [place, theme] of ["light", "dark"].entries()) {
  const text = tokens.cssText.split(/(?=--pl-ground:)/)[place + 1] ?? "";
  const colours = Object.fromEntries([...text.matchAll(/--pl-([a-z-]+):[^;#]*(#[0-9a-f]{6})/g)].map((found) => [found[1]!, found[2]!]));

  test(`text of the ${theme} theme has a contrast of 7:1, borders and focus 3:1`, () => {
    const pairs = Object.entries(TEXTS).flatMap(([name, grounds]) => grounds.map((ground) => [name, ground] as const));
    assert.deepEqual(pairs.filter(([name, ground]) => contrast(colours[name]!, colours[ground]!) < 7), []);
    assert.deepEqual(["control", "focus"].filter((name) => contrast(colours[name]!, colours["ground"]!) < 3), []);
  });
}
