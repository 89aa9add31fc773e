/** The conversation as it is shown: what was said, what waits to be sent, and the sign that an answer is on its way. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { isAlert } from "./announcer";
import { card, type CardContext } from "./card/index";
import { fill } from "./card/words";
import type { Button } from "./frames";
import type { Strings } from "./locale";
import type { BotItem, Conversation, Item, Outgoing, VisitorItem } from "./protocol";

export interface LogContext {
  readonly strings: Strings;
  readonly chat: Conversation;
  context(key: string, latest: boolean): CardContext;
  say(text: string, title?: string): void;
  edit(message: Outgoing): void;
  drop(message: Outgoing): void;
}

/** Every message, oldest first. */
export function entries(log: LogContext): TemplateResult {
  const { items, outbox } = log.chat;
  const latest = items.findLast((each) => each.by === "bot" && each.message.custom)?.key;
  const lastSaid = items.findLastIndex((each) => each.by === "visitor");
  return html`<ol part="entries">
    ${repeat([...items, ...outbox], keyOf, (each, place) => {
      if (!("by" in each)) return outgoing(each, log);
      return each.by === "visitor" ? visitor(each, log) : bot(each, each.key === latest, outbox.length === 0 && place > lastSaid, log);
    })}
  </ol>`;
}

const keyOf = (each: Item | Outgoing): string => ("by" in each ? each.key : `v${each.id}`);

function visitor(item: VisitorItem, { strings }: LogContext): TemplateResult {
  return html`<li class="visitor" data-by="visitor" data-id=${item.id} data-seq=${item.seq ?? nothing}>${words(item, strings)}</li>`;
}

function words({ text, title }: Pick<VisitorItem, "text" | "title">, strings: Strings): TemplateResult {
  return html`<p class="bubble" part="visitor" dir="auto"><span class="unseen">${strings.panel.you} </span>${title ?? text}</p>`;
}

function outgoing(message: Outgoing, log: LogContext): TemplateResult {
  const { state } = log.strings.panel;
  const { refusal } = message;
  const sign = { unsent: state.waiting, sent: state.sending, stored: state.stored, refused: state.refused }[message.state];
  return html`<li class="visitor" data-by="outgoing" data-id=${message.id}>
    ${words(message, log.strings)}
    <p class="sign">${sign} ${message.state === "refused" ? refusal?.message : refusal ? state.soon : nothing}</p>
    ${message.state === "refused" ? html`<p class="buttons">
      <button type="button" @click=${() => log.edit(message)}>${state.edit}</button>
      <button type="button" @click=${() => log.drop(message)}>${state.drop}</button>
    </p>` : nothing}
  </li>`;
}

function bot(item: BotItem, latest: boolean, unanswered: boolean, log: LogContext): TemplateResult {
  const { message } = item;
  const body = said(item, latest, log);
  return html`<li class="bot" lang="en" dir="ltr" data-by="bot" data-re=${item.re ?? nothing} data-seq=${item.seq ?? nothing}>
    <span class="unseen">${log.strings.panel.bot} </span>
    ${isAlert(message)
      ? html`<div class="alert" part="alert" role=${item.live ? "alert" : "group"} tabindex="-1">${body}</div>` : body}
    ${message.failed && unanswered ? again(item, log) : nothing}
  </li>`;
}

function said({ key, message }: BotItem, latest: boolean, log: LogContext): TemplateResult {
  const { custom, text, buttons, image } = message;
  return html`
    ${custom ? card(custom, log.context(key, latest)) : nothing}
    ${text && !custom ? html`<p class=${message.failed ? "bubble failed" : "bubble"} part="bot" dir="auto">${text}</p>` : nothing}
    ${image && /^https?:/i.test(image) ? html`<p><a href=${image} target="_blank" rel="noopener noreferrer">${log.strings.panel.picture}</a></p>` : nothing}
    ${buttons?.length ? html`<p class="buttons">${buttons.map((each) => choice(each, log))}</p>` : nothing}`;
}

function choice({ title, payload }: Button, { say }: LogContext): TemplateResult {
  return html`<button type="button" @click=${() => say(payload, title)}>${title}</button>`;
}

/** A turn that failed can be tried once more: the same words as a new message. */
function again({ re }: BotItem, { chat, say, strings }: LogContext): TemplateResult | typeof nothing {
  const asked = chat.items.find((each) => each.by === "visitor" && each.id === re);
  if (asked?.by !== "visitor") return nothing;
  return html`<p class="buttons"><button type="button" class="main" @click=${() => say(asked.text, asked.title)}>${strings.panel.again}</button></p>`;
}

/** The sign that an answer is on its way; nothing where it has come, or an answer would push the sign away. */
export function working({ chat, strings }: LogContext): TemplateResult | typeof nothing {
  if (chat.working.size === 0 || chat.items.at(-1)?.by === "bot") return nothing;
  return html`<p class="working" part="working"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${strings.panel.working}</p>`;
}

/** What is there before anything was said. */
export function welcome({ strings, say }: LogContext, showMap: () => void): TemplateResult {
  const { panel } = strings;
  return html`<div class="welcome" part="welcome">
    <p>${panel.hello}</p>
    <h3>${panel.examples_title}</h3>
    <p class="buttons">${panel.examples.map((each) => html`<button type="button" @click=${() => say(each)}>${each}</button>`)}
      <button type="button" @click=${showMap}>${panel.map_button}</button></p>
  </div>`;
}

/** How many messages wait, in words; empty for none. */
export function queued(count: number, { offline }: Strings["panel"]): string {
  return count === 0 ? "" : count === 1 ? offline.queued_one : fill(offline.queued, { n: count });
}
