/** The pages that need no script, in a browser: for everybody, without scripts, in every look. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { BrowserContextOptions } from "playwright-core";
import { accessible, fitsInWidth, reachable, unharmed } from "../harness/check";
import { skip } from "../harness/chromium";
import { AT_ONCE } from "../harness/visit";
import { visitor, world } from "../harness/world";

const PAGES: readonly (readonly [string, number])[] = [
  ["/", 200], ["/chat", 200], ["/answers", 200], ["/answers/effectiveness/gua_sha", 200], ["/answers/risk/thread_lift", 200],
  ["/answers/cause/jaw", 200], ["/answers/comparison/gua_sha/facial_exercise", 200], ["/answers/routine/jaw", 200],
  ["/answers/effectiveness/no_such_thing", 404],
];
const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "320 px wide": { viewport: { width: 320, height: 640 } },
};

describe("pages", { concurrency: AT_ONCE, skip }, () => {
  for (const [look, options] of Object.entries(LOOKS)) {
    for (const [path, status] of PAGES) {
      test(`${path}, ${look}: axe finds nothing, nothing sticks out`, async () => {
        const guest = await visitor(options);
        const response = await guest.page.goto(world().assistant.address + path);
        assert.equal(response?.status(), status);
        await accessible(guest.page);
        await fitsInWidth(guest.page);
        if (status === 200) await unharmed(guest);
        await guest.context.close();
      });
    }
  }

  for (const [path] of PAGES) {
    test(`${path}: Tab reaches everything`, async () => {
      const guest = await visitor();
      await guest.page.goto(world().assistant.address + path);
      await reachable(guest.page);
      await guest.context.close();
    });
  }
});
