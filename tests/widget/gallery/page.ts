/** The gallery's page: every answer as a card, the face map, and what the cards said and asked. */
import { html, type TemplateResult } from "lit/html.js";
import { announcement, card, type CardContext, cardStyles, faceMap } from "../../../bot/widget/src/card";
import { define, Drawn } from "../../../bot/widget/src/drawn";
import type { Message } from "../../../bot/widget/src/frames";
import { tokens } from "../../../bot/widget/src/tokens";
import strings from "../../../bot/widget/locales/en.json";

/** What a test reads: payloads asked, words announced. */
export interface Heard {
  readonly asked: [payload: string, title: string][];
  readonly announced: string[];
}

declare global {
  interface Window {
    heard: Heard;
  }
}

window.heard = { asked: [], announced: [] };

function context(name: string): CardContext {
  return {
    strings,
    ask: (payload, title) => window.heard.asked.push([payload, title]),
    announce: (text) => window.heard.announced.push(text),
    server: location.origin,
    latest: true,
    key: name.replaceAll("_", "-"),
    storage: localStorage,
    timers: sessionStorage,
  };
}

class CardGallery extends Drawn {
  declare messages: Record<string, Message>;

  constructor() {
    super([tokens, cardStyles]);
  }

  protected override render(): TemplateResult {
    return html`${Object.entries(this.messages ?? {}).map(([name, { custom }]) => html`<section data-name=${name}>
        <h2>${name}</h2>${card(custom!, context(name))}<p>${announcement(custom!, strings)}</p>
      </section>`)}
      <section data-name="face_map"><h2>face map</h2>${faceMap(context("face-map"))}</section>`;
  }
}

define("card-gallery", CardGallery, { messages: null });
const wanted = new URLSearchParams(location.search);
document.documentElement.dir = wanted.get("dir") ?? "ltr";
const gallery = document.createElement("card-gallery") as CardGallery;
gallery.setAttribute("theme", wanted.get("theme") ?? "light");
const messages = (await (await fetch("/messages.json")).json()) as Record<string, Message>;
const only = wanted.get("only")?.split(",");
gallery.messages = Object.fromEntries(Object.entries(messages).filter(([name]) => !only || only.includes(name)));
document.querySelector("main")!.append(gallery);
await gallery.updateComplete;
document.body.dataset["ready"] = "yes";
