/**
 * Builds the widget into bot/widget/built: plumbline.js (the launcher) and panel.js (the chat), and a file for each language
 * beside English. The files are committed, so that nobody needs Node to run the assistant.
 *
 * A language beside English is a module, for a page's Content-Security-Policy lets scripts of this server in already.
 *
 *     node bot/widget/build.js            writes them, and says how large they are
 *     node bot/widget/build.js --check    writes nothing; fails where a file is stale or too large
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transformSync } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const BUILT = join(HERE, "built");
const LOCALES = join(HERE, "locales");
/** The most that a file may weigh when it is sent, in bytes. */
const LIMITS = { "plumbline.js": 3 * 1024, "panel.js": 35 * 1024 };
const COMMON = { bundle: true, minify: true, write: false, target: "es2022", charset: "utf8", legalComments: "external", outdir: BUILT, logLevel: "warning" };

/** Templates are texts, which the bundler leaves as they are: takes their indentation away, and what styles do not need. */
const tightened = {
  name: "tightened",
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, "utf8").replace(/\n\s+/g, "\n").replace(BETWEEN_BLOCKS, "$1");
    return { contents: text.replace(/(?<=(?:\bcss|Styles = )`)[^`$]*(?=`)/g, smallest), loader: "ts" };
  }),
};

/** A line's end behind a tag beside which no space shows. */
const BETWEEN_BLOCKS = /(<\/?(?:article|details|div|dd|dl|dt|fieldset|figure|form|h\d|header|li|ol|p|section|summary|svg|t\w+|ul)\b[^<>$]*>)\n/g;

const smallest = (styles) => transformSync(styles, { loader: "css", minify: true, charset: "utf8" }).code.trim().replaceAll("\\", "\\\\");

/** The files that one entry becomes; the licences of what is bundled are one of them. */
async function bundle(entry, options) {
  const made = await build({ ...COMMON, plugins: [tightened], absWorkingDir: join(HERE, "src"), entryPoints: entry, ...options });
  return Object.fromEntries(made.outputFiles.map((file) => [basename(file.path), file.text]));
}

/** The name of each file, and its text. */
async function files() {
  const languages = readdirSync(LOCALES).map((name) => name.replace(/\.json$/, "")).filter((name) => name !== "en");
  const panel = await bundle({ panel: "panel.ts" }, { format: "esm", define: { LANGUAGES: JSON.stringify(languages) } });
  const version = createHash("sha256").update(panel["panel.js"]).digest("hex").slice(0, 12);
  const define = { PANEL_FILE: JSON.stringify(`panel.js?v=${version}`) };
  const made = { ...panel, ...(await bundle({ plumbline: "loader.ts" }, { format: "iife", define })) };
  for (const name of languages) {
    const words = JSON.parse(readFileSync(join(LOCALES, `${name}.json`), "utf8"));
    made[`locale-${name}.js`] = `export default ${JSON.stringify(words)};\n`;
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
