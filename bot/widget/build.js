/**
 * Builds the widget into bot/widget/built: plumbline.js (the launcher) and panel.js (the chat), and a file for each language
 * beside English. The files are committed, so that nobody needs Node to run the assistant.
 *
 *     node bot/widget/build.js            writes them, and says how large they are
 *     node bot/widget/build.js --check    writes nothing; fails where a file is stale or too large
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const BUILT = join(HERE, "built");
const LOCALES = join(HERE, "locales");
/** The most that a file may weigh when it is sent, in bytes. */
const LIMITS = { "plumbline.js": 3 * 1024, "panel.js": 35 * 1024 };
const COMMON = { bundle: true, minify: true, write: false, target: "es2022", charset: "utf8", legalComments: "eof", logLevel: "warning" };

async function bundle(entry, options) {
  const made = await build({ ...COMMON, entryPoints: [join(HERE, "src", entry)], ...options });
  return made.outputFiles[0].text;
}

/** The name of each file, and its text. */
async function files() {
  const panel = await bundle("panel.ts", { format: "esm" });
  const version = createHash("sha256").update(panel).digest("hex").slice(0, 12);
  const define = { PANEL_FILE: JSON.stringify(`panel.js?v=${version}`) };
  const made = { "plumbline.js": await bundle("loader.ts", { format: "iife", define }), "panel.js": panel };
  for (const name of readdirSync(LOCALES).filter((each) => each !== "en.json")) {
    made[`locale-${name}`] = JSON.stringify(JSON.parse(readFileSync(join(LOCALES, name), "utf8")));
  }
  return made;
}

function written(name) {
  try {
    return readFileSync(join(BUILT, name), "utf8");
  } catch {
    return null;
  }
}

/** What is wrong with the files on disk, one sentence each. */
function stale(made) {
  const known = new Set(Object.keys(made));
  const others = readdirSync(BUILT).filter((name) => !known.has(name));
  return [
    ...[...known].filter((name) => written(name) !== made[name]).map((name) => `bot/widget/built/${name} is stale: run \`make widget\`.`),
    ...others.map((name) => `bot/widget/built/${name} is built from nothing: run \`make widget\`.`),
  ];
}

function write(made) {
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT);
  for (const [name, text] of Object.entries(made)) writeFileSync(join(BUILT, name), text);
}

/** Says how large each file is; gives back what is too large. */
function weigh(made) {
  return Object.entries(made).flatMap(([name, text]) => {
    const size = gzipSync(text, { level: 9 }).length;
    const limit = LIMITS[name];
    console.log(`${name}: ${size} bytes gzipped${limit ? ` of ${limit}` : ""}`);
    return limit && size > limit ? [`bot/widget/built/${name} is too large: ${size} bytes gzipped, and at most ${limit} are allowed.`] : [];
  });
}

const made = await files();
if (!process.argv.includes("--check")) write(made);
const wrong = [...weigh(made), ...stale(made)];
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length > 0 ? 1 : 0;
