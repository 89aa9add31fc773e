/**
 * What a website loads: puts a launcher on the page, and fetches the chat itself when the visitor opens it. Until then it
 * does nothing else. The launcher's page without this script is /chat, and it is where the launcher leads when the chat
 * cannot be loaded.
 */
import { launcher as words } from "../locales/en.json";
import { storageKey, type Options, type Panel } from "./options";
import { launcherStyles } from "./launcher_styles";

/** The panel's file with its version, written by build.js. */
declare const PANEL_FILE: string;

const TAG = "plumbline-chat";
const OPTIONS = ["server", "name", "locale", "theme", "dir", "position", "open", "launcher-text", "transport"];
const script = document.currentScript as HTMLScriptElement | null;
const home = new URL(".", script?.src ?? location.href);

class PlumblineChat extends HTMLElement {
  static observedAttributes = ["theme"];
  readonly #root = this.attachShadow({ mode: "open" });
  readonly #frame = document.createElement("section");
  readonly #button = document.createElement("button");
  #panel: Promise<Panel> | null = null;
  #shown: Panel | null = null;

  connectedCallback(): void {
    if (this.#root.hasChildNodes()) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(launcherStyles);
    this.#root.adoptedStyleSheets = [sheet];
    const name = this.getAttribute("name");
    if (!this.hasAttribute("launcher-text")) this.#frame.lang = "en";
    this.#frame.ariaLabel = name ? `${this.#label} (${name})` : this.#label;
    this.#root.append(this.#frame);
    if (!this.#inline) this.#addLauncher();
    if (this.#inline || this.hasAttribute("open")) void this.#unfold();
  }

  attributeChangedCallback(): void {
    this.#shown?.setAttribute("theme", this.getAttribute("theme") ?? "");
  }

  /** Opens the chat; resolves when it is there. */
  async open(): Promise<void> {
    await this.#unfold();
    await this.#shown?.begin();
  }

  close(): void {
    if (!this.#shown || this.#inline) return;
    const inside = this.#root.activeElement === this.#shown;
    this.#shown.open = false;
    this.#show();
    if (inside) this.#button.focus();
  }

  /** Says something in the visitor's name. */
  async ask(text: string): Promise<void> {
    await this.open();
    this.#shown?.ask(text);
  }

  /** Opens it without taking the focus, for a page that comes with the chat open. */
  async #unfold(): Promise<void> {
    try {
      this.#shown = await this.#load();
    } catch {
      return this.#apologise();
    }
    this.#shown.open = true;
    this.#show();
  }

  get #inline(): boolean {
    return this.hasAttribute("inline");
  }

  get #label(): string {
    return this.getAttribute("launcher-text") ?? words.text;
  }

  get #options(): Options {
    const read = (name: string) => this.getAttribute(name) ?? "";
    return {
      server: read("server").replace(/\/+$/, "") || home.origin, name: read("name"), locale: read("locale"), inline: this.#inline,
      transport: read("transport") as Options["transport"],
    };
  }

  #addLauncher(): void {
    const button = this.#button;
    button.type = "button";
    button.part.add("launcher");
    button.ariaHasPopup = "dialog";
    button.onclick = () => (this.#shown?.open ? this.close() : void this.open());
    button.onpointerenter = button.onfocus = () => void this.#load().catch(() => undefined);
    this.#frame.append(button);
    this.#show(this.#kept());
  }

  /** How many answers the last page left unseen. */
  #kept(): number {
    try {
      const { server, name } = this.#options;
      return Number(JSON.parse(localStorage.getItem(storageKey(server, name)) ?? "{}").unread) || 0;
    } catch {
      return 0;
    }
  }

  #show(unread = 0): void {
    const open = this.#shown?.open ?? false;
    this.toggleAttribute("opened", open);
    this.#button.ariaExpanded = String(open);
    const news = unread === 1 ? words.unread_one : words.unread.replace("{n}", String(unread));
    const mark = document.createElement("b");
    mark.textContent = String(unread);
    mark.ariaHidden = "true";
    mark.part.add("unread");
    this.#button.ariaLabel = open ? words.close : `${this.#label}${unread ? ` ${news}` : ""}`;
    this.#button.replaceChildren(open ? words.close : this.#label, ...(unread && !open ? [" ", mark] : []));
  }

  #load(): Promise<Panel> {
    return (this.#panel ??= this.#make().catch((error: unknown) => {
      this.#panel = null;
      throw error;
    }));
  }

  async #make(): Promise<Panel> {
    const { createPanel } = (await import(new URL(PANEL_FILE, home).href)) as { createPanel(options: Options): Panel };
    const panel = createPanel(this.#options);
    for (const name of ["theme", "position"]) panel.setAttribute(name, this.getAttribute(name) ?? "");
    panel.addEventListener("plumbline-close", () => this.close());
    panel.addEventListener("plumbline-unread", (event) => this.#show((event as CustomEvent<number>).detail));
    this.#frame.append(panel);
    return panel;
  }

  /** The chat cannot be had: the launcher becomes a link to the page that needs no script. */
  #apologise(): void {
    const link = document.createElement("a");
    link.href = `${this.#options.server}/chat`;
    link.textContent = words.failed;
    link.part.add("launcher");
    const pressed = this.#root.activeElement === this.#button;
    this.#frame.replaceChildren(link);
    if (pressed) link.focus();
  }
}

if (!customElements.get(TAG)) customElements.define(TAG, PlumblineChat);

/** The element that the script's `data-` attributes ask for, put where they say. */
function embed(from: HTMLScriptElement): void {
  const chat = document.createElement(TAG);
  for (const name of OPTIONS) {
    const value = from.getAttribute(`data-${name}`);
    if (value !== null) chat.setAttribute(name, value);
  }
  const target = from.dataset["target"];
  const place = target ? document.querySelector(target) : null;
  chat.toggleAttribute("inline", Boolean(place));
  (place ?? document.body).append(chat);
}

if (script) {
  // In a task of its own: what the browser does at the end of a page is long enough on a slow machine.
  const soon = () => setTimeout(embed, 0, script);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", soon, { once: true });
  else soon();
}
