/** The words of another language: those that its file has, English for the rest. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { english, merged, wordsOf } from "../../../bot/widget/src/locale";

Object.assign(globalThis, { LANGUAGES: ["xx", "yy"] }); // what build.js writes into the panel; yy has no file
const folder = mkdtempSync(join(tmpdir(), "plumbline-locale-"));
const beside = pathToFileURL(`${folder}/panel.js`).href;
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
writeFileSync(join(folder, "locale-xx.js"), 'export default { launcher: { text: "Frag mich" }, panel: 3, unheard: "of" };');
after(() => rmSync(folder, { recursive: true }));

for (const tag of ["xx", "xx-CH"]) {
  test(`${tag}: what its file has, and English for what it lacks or has of another kind`, async () => {
    assert.deepEqual(await wordsOf(tag, beside), { ...english, launcher: { ...english.launcher, text: "Frag mich" } });
  });
}

for (const tag of ["", "en", "en-GB", "zz", "yy", "../xx"]) {
  test(`"${tag}": English, where there is no file or it cannot be loaded`, async () => {
    assert.deepEqual(await wordsOf(tag, beside), english);
  });
}

test("lists are taken whole", () => {
  assert.deepEqual(merged({ a: ["b", "c"], d: { e: "f" } }, { a: ["g"], d: null }), { a: ["g"], d: { e: "f" } });
});
