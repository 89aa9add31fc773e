/** What stands above the conversation: what this is, that there is no connection, what was done, what is asked before. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import { queued } from "./log";
import type { Strings } from "./locale";

/** There is no connection, or there will be none on this page. */
export function connectionBanner(strings: Strings, lost: boolean, barred: "origin" | "protocol" | null, waiting: number, server: string):
  TemplateResult | typeof nothing {
  const { offline, barred: words } = strings.panel;
  if (!lost && !barred) return nothing;
  return html`<div class="banner" part="banner">
    <p>${barred ? words[barred] : `${offline.text} ${queued(waiting, strings.panel)}`}</p>
    ${barred === "origin" ? html`<p><a href="${server}/chat">${words.link}</a></p>` : nothing}
    <p><strong>${offline.emergency}</strong></p>
  </div>`;
}

/** Asks once whether everything is to go. */
export function removal(strings: Strings, yes: () => void, no: () => void): TemplateResult {
  const words = strings.panel.remove;
  return html`<div class="banner" role="group" aria-labelledby="remove" part="banner">
    <h3 id="remove" tabindex="-1">${words.title}</h3>
    <p>${words.text}</p>
    <p class="buttons"><button type="button" class="main" @click=${yes}>${words.yes}</button>
      <button type="button" @click=${no}>${words.no}</button></p>
  </div>`;
}
