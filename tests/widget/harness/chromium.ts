/** Debian's Chromium, driven through playwright-core. Nothing here downloads a browser. */
import { accessSync, constants } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PROGRAM = process.env["PLUMBLINE_CHROMIUM"] || "/usr/bin/chromium";
const SWITCHES = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

function isThere(): boolean {
  try {
    accessSync(PROGRAM, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Set where Chromium must be there (continuous integration): its tests then fail instead of being skipped. */
function isRequired(): boolean {
  return !["", "0"].includes(process.env["PLUMBLINE_REQUIRE_CHROMIUM"] ?? "");
}

/** For `test(…, { skip })`: why there can be no browser tests here, or false when there can, or must. */
export const skip: string | false = isThere() || isRequired()
  ? false
  : `There is no Chromium at ${PROGRAM}. Install it (apt-get install chromium), or set PLUMBLINE_CHROMIUM to where it is.`;

/** Starts Chromium without a window. */
export async function launch(): Promise<Browser> {
  if (!isThere()) {
    throw new Error(`Chromium is required (PLUMBLINE_REQUIRE_CHROMIUM), and there is none at ${PROGRAM}. ` +
      "Install it with apt-get install chromium, or set PLUMBLINE_CHROMIUM to where it is.");
  }
  return await chromium.launch({ executablePath: PROGRAM, args: SWITCHES, chromiumSandbox: false });
}
