/**
 * The widgets that ours is measured beside, as npm has them. They are fetched one file each, checked against a hash and
 * kept in `.cache/widgets`: installed as packages they would bring some 200 others with them.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { ROOT } from "./project";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly sha512: string; // of the package as npm packs it
  readonly script: string; // the file that a page loads
}

const FOLDER = `${ROOT}/.cache/widgets`;

export const RASA_WEBCHAT: Package = {
  name: "rasa-webchat", version: "1.0.1", script: "package/lib/index.js",
  sha512: "Ld1zVJvTAaTrs6A5p8t70agNNrKYRyXlvqXZRgBoDvKKUXbA0jhJKECi5bdPGlaR6jsmqWtVylHS+YqIqo0x8w==",
};

export const DEEP_CHAT: Package = {
  name: "deep-chat", version: "2.4.2", script: "package/dist/deepChat.bundle.js",
  sha512: "wQNd6Z6HDoH7OMeoQKpmxDm9XdWrRjMkBJ2yl5tsYND9Dz2UCv/BdGVM8vK2V0mhO1u+OniHYPWDGvjlNxjCeQ==",
};

/** The script of a package; throws when it is not the one that was measured before. */
export function script(wanted: Package): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}/${wanted.name}-${wanted.version}.tgz`;
  if (!existsSync(file)) {
    execFileSync("npm", ["pack", "--ignore-scripts", "--silent", `${wanted.name}@${wanted.version}`], { cwd: FOLDER, stdio: "pipe" });
  }
  const found = createHash("sha512").update(readFileSync(file)).digest("base64");
  if (found !== wanted.sha512) throw new Error(`${file} is not what npm had: its hash is ${found}. Remove it and try again.`);
  return execFileSync("tar", ["-xzOf", file, wanted.script], { maxBuffer: 8 * 1024 ** 2 }).toString();
}
