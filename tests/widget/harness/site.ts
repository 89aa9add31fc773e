/** Somebody's website: pages of another origin that embed the widget, under a policy as strict as the widget allows. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a page is made of. */
export interface Content {
  readonly title?: string;
  readonly direction?: "ltr" | "rtl";
  readonly body: string;
  readonly policy?: string; // a Content-Security-Policy of its own
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };

/** The line that embeds the widget, with its options: `{ name: "one" }` is `data-name="one"`. */
export function embed(server: string, options: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(options).map(([name, value]) => ` data-${name}="${value.replace(/[&<"]/g, (each) => ENTITIES[each] ?? each)}"`);
  return `<script src="${server}/plumbline.js"${given.join("")}></script>`;
}

/** The strictest policy under which a page can embed the widget from `server`. */
export function policyFor(server: string): string {
  return `default-src 'none'; script-src ${server}; connect-src ${server} ${server.replace(/^http/, "ws")}; ` +
    "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";
}

function markup(content: Content): string {
  return `<!doctype html>
<html lang="en" dir="${content.direction ?? "ltr"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title ?? "A website"}</title></head>
<body><main><h1>${content.title ?? "A website"}</h1>
<p>Words of a website that has its visitors ask about their face.</p>
${content.body}
</main></body></html>
`;
}

/** Serves pages, and counts nothing else. */
export class Site {
  private readonly pages = new Map<string, Content>();
  private readonly files = new Map<string, { readonly type: string; readonly bytes: Buffer | string }>();
  private readonly server: Server;

  private constructor(private readonly policy: string) {
    this.server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      const content = this.pages.get(path);
      const file = this.files.get(path);
      if (content) {
        response.writeHead(200, {
          "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": content.policy ?? this.policy,
        });
        response.end(markup(content));
      } else if (file) {
        response.writeHead(200, { "Content-Type": file.type });
        response.end(file.bytes);
      } else {
        response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
      }
    });
  }

  /** Starts a website whose pages have `policy` for their Content-Security-Policy. */
  static async start(policy: string, port = 0): Promise<Site> {
    const site = new Site(policy);
    await new Promise<void>((done, failed) => {
      site.server.once("error", failed);
      site.server.listen(port, "127.0.0.1", done);
    });
    return site;
  }

  /** Its origin. */
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Puts a page at a path, and gives its address. */
  page(path: string, content: Content): string {
    this.pages.set(path, content);
    return this.address + path;
  }

  /** Puts a file at a path, and gives its address. */
  file(path: string, type: string, bytes: Buffer | string): string {
    this.files.set(path, { type, bytes });
    return this.address + path;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}
