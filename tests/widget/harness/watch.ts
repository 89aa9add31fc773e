/** Watches a page for what must never happen: script from a text, a broken policy, an error, a request to somebody else. */
import type { Page } from "playwright-core";

/** What a page reports about itself; lives in the page. */
interface Reports {
  __ran: string[];
  __broken: string[];
  __xss: () => void;
}

/** Runs in every page and frame before anything else. */
function report(): void {
  const here = window as unknown as Reports;
  here.__ran = [];
  here.__broken = [];
  here.__xss = () => {
    here.__ran.push(new Error().stack ?? "unknown");
  };
  document.addEventListener("securitypolicyviolation", (event) => {
    here.__broken.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
}

/** What a failing connection makes the browser itself write to the console; no fault of the page. */
const NETWORK = /^Failed to load resource: |^WebSocket connection to .* failed|net::ERR_/;

export class Watch {
  /** Everything that was noticed, in words. */
  readonly noticed: string[] = [];

  private constructor(private readonly page: Page, private readonly origins: readonly string[]) {}

  /** Watches everything that `page` opens from now on. Requests may go to `origins` only. */
  static async over(page: Page, origins: readonly string[]): Promise<Watch> {
    await page.addInitScript(report);
    const watch = new Watch(page, origins);
    watch.listen();
    return watch;
  }

  /** What was noticed so far, the page's own reports included. */
  async all(): Promise<readonly string[]> {
    const frames = this.page.frames().map((frame) => frame.evaluate(() => {
      const here = window as unknown as Reports;
      return [...here.__ran.map((each) => `ran: ${each}`), ...here.__broken.map((each) => `policy: ${each}`)];
    }).catch(() => [])); // a frame that has gone
    return [...this.noticed, ...(await Promise.all(frames)).flat()];
  }

  private listen(): void {
    this.page.on("dialog", (dialog) => {
      this.noticed.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    this.page.on("pageerror", (error) => this.noticed.push(`error: ${error.stack ?? error.message}`));
    this.page.on("console", (message) => {
      if (message.type() === "error" && !NETWORK.test(message.text())) this.noticed.push(`console: ${message.text()}`);
    });
    this.page.on("request", (request) => this.address(request.url()));
    this.page.on("websocket", (socket) => this.address(socket.url().replace(/^ws/, "http")));
  }

  private address(url: string): void {
    const { protocol, origin } = new URL(url);
    if (/^https?:$/.test(protocol) && !this.origins.includes(origin)) this.noticed.push(`request: ${url}`);
  }
}
