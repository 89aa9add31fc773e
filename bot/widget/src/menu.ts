/** The title, the menu behind a button, and the way out. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Strings } from "./locale";

export type Choice = "start_again" | "map" | "print" | "download" | "remove";
const CHOICES: readonly Choice[] = ["start_again", "map", "print", "download", "remove"];

export interface MenuContext {
  readonly strings: Strings;
  readonly open: boolean;
  readonly mapShown: boolean;
  /** Whether there is a way out: not where the chat is part of the page. */
  readonly closable: boolean;
  toggle(): void;
  choose(choice: Choice): void;
  close(): void;
}

export function header(menu: MenuContext): TemplateResult {
  const { panel } = menu.strings;
  return html`<header part="header">
    <h2>${panel.title}</h2>
    <button type="button" id="menu-button" aria-expanded=${menu.open ? "true" : "false"} aria-controls="menu" @click=${menu.toggle}>
      ${panel.menu}</button>
    ${menu.closable ? html`<button type="button" aria-label=${panel.close} @click=${menu.close}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 5 19 19M19 5 5 19"></path></svg></button>` : nothing}
  </header>
  <ul id="menu" part="menu" ?hidden=${!menu.open}>
    ${CHOICES.map((each) => html`<li><button type="button" @click=${() => menu.choose(each)}>${label(each, menu)}</button></li>`)}
  </ul>`;
}

function label(choice: Choice, { strings: { panel: { items } }, mapShown }: MenuContext): string {
  return choice === "map" && mapShown ? items.map_close : items[choice];
}
