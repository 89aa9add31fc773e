/** Serves the gallery on loopback, with the Content-Security-Policy that the real pages have. */
import { build } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Message } from "../../../bot/widget/src/frames";

const HERE = new URL("./", import.meta.url);
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cards</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/page.css">
<body><main><h1>Cards</h1></main><script type="module" src="/page.js"></script></body></html>`;

export interface Gallery {
  readonly url: string;
  close(): Promise<void>;
}

/** Every saved message by its name. */
export async function savedMessages(): Promise<Record<string, Message>> {
  const folder = new URL("messages/", HERE);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
  return Object.fromEntries(names.map((name, at) => [name.replace(/\.json$/, ""), JSON.parse(texts[at]!) as Message]));
}

/** The gallery of `messages`, by default the saved ones. */
export async function openGallery(messages?: Record<string, Message>): Promise<Gallery> {
  const files = new Map<string, [type: string, body: string]>([
    ["/", ["text/html", PAGE]],
    ["/page.js", ["text/javascript", await bundle()]],
    ["/page.css", ["text/css", await readFile(new URL("page.css", HERE), "utf8")]],
    ["/messages.json", ["application/json", JSON.stringify(messages ?? await savedMessages())]],
  ]);
  const server = createServer((request, response) => {
    const found = files.get(new URL(request.url ?? "/", "http://localhost").pathname);
    response.writeHead(found ? 200 : 204, { // browsers ask for an icon
      "Content-Type": `${found?.[0] ?? "text/plain"}; charset=utf-8`, "Content-Security-Policy": CSP,
    });
    response.end(found?.[1] ?? "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    }),
  };
}

async function bundle(): Promise<string> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL("page.ts", HERE))], bundle: true, format: "esm", target: "es2022", write: false,
  });
  return built.outputFiles[0]!.text;
}
