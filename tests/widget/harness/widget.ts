/** The widget on a page, as a visitor uses it. */
import type { Locator, Page } from "playwright-core";

/** One message as it is shown. `by` is `outgoing` for one that the server's log does not show yet. */
export interface Shown {
  readonly by: "visitor" | "bot" | "outgoing";
  readonly seq: number;
  readonly id: string; // of a visitor's message
  readonly re: string; // of a bot's: the message that it answers
  readonly text: string;
}

export class Widget {
  readonly host: Locator;

  /** `host` is a selector of the element, for pages that have several. */
  constructor(readonly page: Page, host = "plumbline-chat") {
    this.host = page.locator(host);
  }

  get launcher(): Locator {
    return this.host.locator("[part~=launcher]");
  }

  get input(): Locator {
    return this.host.locator("textarea");
  }

  /** Messages of the bot, oldest first. */
  get replies(): Locator {
    return this.host.locator("[data-by=bot]");
  }

  /** Opens it from the launcher and waits until words can be typed. */
  async open(): Promise<void> {
    await this.launcher.click();
    await this.input.waitFor();
  }

  /** Opens the menu. */
  async menu(): Promise<void> {
    await this.host.getByRole("button", { name: "Menu" }).click();
  }

  /** Chooses what the open menu offers under a name. */
  async choose(name: string): Promise<void> {
    await this.host.getByRole("button", { name }).click();
  }

  /** Types words and sends them. */
  async say(words: string): Promise<void> {
    await this.input.fill(words);
    await this.input.press("Enter");
  }

  /** Says words and waits for everything that is said to them. */
  async ask(words: string): Promise<void> {
    const before = await this.replies.count();
    await this.say(words);
    await this.answered(before + 1);
  }

  /** Waits until the bot has said `replies` messages, nothing waits to be sent, and no answer is on its way. */
  async answered(replies: number, limit = 10_000): Promise<void> {
    const host = await this.host.elementHandle();
    await this.page.waitForFunction(([element, wanted]) => {
      const find = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll("*")].flatMap(
        (each) => [...(each.matches(selector) ? [each] : []), ...(each.shadowRoot ? find(each.shadowRoot, selector) : [])]);
      const root = (element as Element).shadowRoot ?? document;
      return find(root, "[data-by=bot]").length >= (wanted as number) && find(root, "[data-by=outgoing], [data-busy=true]").length === 0;
    }, [host, replies] as const, { polling: 60, timeout: limit });
  }

  /** Everything that is shown, in order. */
  async shown(): Promise<readonly Shown[]> {
    return await this.host.locator("[data-by]").evaluateAll((all) => all.map((each) => ({
      by: each.getAttribute("data-by") as Shown["by"], seq: Number(each.getAttribute("data-seq") ?? 0),
      id: each.getAttribute("data-id") ?? "", re: each.getAttribute("data-re") ?? "",
      text: (each.querySelector(".bubble") ?? each).lastChild?.textContent ?? "",
    })));
  }

  /** The visitor's token, of the only conversation that this page keeps. */
  async token(): Promise<string> {
    return await this.page.evaluate(() => {
      const key = Object.keys(localStorage).find((each) => each.startsWith("plumbline:"));
      return (JSON.parse(localStorage.getItem(key ?? "") ?? "{}") as { token?: string }).token ?? "";
    });
  }
}
