/** The words and drawings of the cards cover the vocabularies of the content. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { FRONT } from "../../../bot/widget/src/card/drawings/face";
import { PICTURES } from "../../../bot/widget/src/card/drawings/motions";
import strings from "../../../bot/widget/locales/en.json";

interface Property {
  readonly enum?: readonly string[];
}
interface Schema {
  readonly definitions: { readonly RoutineStep: { readonly properties: { readonly motion: Property; readonly area: Property } } };
}

const schema = JSON.parse(
  await readFile(new URL("../../../bot/editorial/schema/routine.json", import.meta.url), "utf8"),
) as Schema;
const { motion, area } = schema.definitions.RoutineStep.properties;

test("every motion that editors may write is drawn, and nothing else", () => {
  assert.deepEqual(Object.keys(PICTURES).toSorted(), [...motion.enum!].toSorted());
});

test("every area of the taxonomy has a place and a name", () => {
  assert.deepEqual(Object.keys(FRONT).toSorted(), [...area.enum!].toSorted());
  assert.deepEqual(Object.keys(strings.card.areas).toSorted(), [...area.enum!].toSorted());
});
