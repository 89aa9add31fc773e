/** The chat: what build.js makes into panel.js, and the launcher fetches when the visitor opens it. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import { Announcer } from "./announcer";
import { connectionBanner, removal } from "./banner";
import { cardStyles, faceMap, type CardContext } from "./card/index";
import { printAlone } from "./card/print";
import { save } from "./card/save";
import { composer, problemOf } from "./composer";
import { ConnectionSign } from "./connection_sign";
import { define, Drawn } from "./drawn";
import { covers, turnBack } from "./focus";
import { english, wordsOf, type Strings } from "./locale";
import { entries, welcome, working, type LogContext } from "./log";
import { header, type Choice } from "./menu";
import { storageKey, type Options, type Panel } from "./options";
import { panelStyles } from "./panel_styles";
import type { BotItem } from "./protocol";
import { Scrolling } from "./scrolling";
import { Session } from "./session";
import { tokens } from "./tokens";
import { events } from "./transport/events";
import { polling } from "./transport/polling";
import { Unread } from "./unread";
import { websocket } from "./transport/websocket";

const TAG = "plumbline-panel";
/** What starts the conversation again, as data/nlu/_smalltalk.yml knows it. */
const START_AGAIN = "start again";
const PARTS = "panel, header, menu, disclaimer, banner, log, entries, welcome, visitor, bot, alert, working, jump, composer, input, send";

class PlumblinePanel extends Drawn implements Panel {
  declare open: boolean;
  declare strings: Strings;
  declare draft: string;
  declare problem: string;
  declare menuOpen: boolean;
  declare mapShown: boolean;
  /** Whether the visitor is asked before everything is deleted. */
  declare asking: boolean;
  declare notice: string;

  readonly #session: Session;
  readonly #unread: Unread;
  readonly #announcer = new Announcer(this);
  readonly #scrolling = new Scrolling(() => this.renderRoot, () => this.#box(), () => this.requestUpdate());
  readonly #sign = new ConnectionSign(() => this.#signChanged());
  #listening = new AbortController();
  #saving: ReturnType<typeof setTimeout> | undefined;
  /** Whether the visitor has opened the chat on this page: until then it stays off the network. */
  #used = false;
  #toldWhy = "";

  constructor(readonly options: Options) {
    super([tokens, cardStyles, panelStyles]);
    this.open = this.menuOpen = this.mapShown = this.asking = false;
    this.problem = this.notice = "";
    this.strings = english;
    const listener = {
      changed: () => this.#changed(),
      heard: (items: readonly BotItem[]) => this.#announcer.heard(items),
      settled: () => this.#announcer.settled(),
      refused: (why: string) => { if (this.open) this.#announcer.say(why); },
    };
    this.#session = new Session(options, listener, { websocket, events, polling }, storageKey(options.server, options.name));
    this.#unread = new Unread(this.#session.store, (count) => this.dispatchEvent(new CustomEvent("plumbline-unread", { detail: count })));
    this.draft = this.#session.store.read().draft;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("exportparts", PARTS);
    this.toggleAttribute("inline", this.options.inline);
    const signal = (this.#listening = new AbortController()).signal;
    const back = () => { if (this.#used) this.#session.wake(); this.#changed(); };
    for (const name of ["online", "offline", "pageshow"]) addEventListener(name, back, { signal });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) back(); }, { signal });
    // A page that keeps a connection open is not kept ready for the "back" button.
    addEventListener("pagehide", () => { this.#keepDraft(); this.#session.sleep(); }, { signal });
    this.#changed();
    this.#session.store.watch((kept) => this.#session.follow(kept), signal);
    if (this.#used) this.#session.wake(); // it was moved to another place of the page
    void wordsOf(this.options.locale || document.documentElement.lang || "en", import.meta.url).then((words) => { this.strings = words; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#session.sleep();
  }

  ask(text: string): void {
    this.#say(text);
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    return html`
      <div class="panel" part="panel" role=${this.options.inline ? "region" : "dialog"} aria-label=${this.#named(strings.panel.title)} lang=${strings.panel.language}
        ?hidden=${!this.open} @keydown=${this.#key}>
        ${header({
          strings, open: this.menuOpen, mapShown: this.mapShown, closable: !this.options.inline,
          toggle: () => { this.menuOpen = !this.menuOpen; }, choose: (choice) => this.#choose(choice), close: () => this.#close(),
        })}
        <p class="disclaimer" part="disclaimer">${strings.panel.disclaimer}</p>
        ${this.#banners()}
        <div class="log" part="log" role="region" aria-label=${this.#named(strings.panel.log)} tabindex="0" data-busy=${String(this.#session.chat.working.size > 0)} @scroll=${() => this.#scrolling.moved()}>${this.#log()}</div>
        ${this.#scrolling.below ? html`<button type="button" class="jump" part="jump" @click=${this.#jump}>${strings.panel.new_below}</button>` : nothing}
        ${composer({ strings, draft: this.draft, problem: this.problem, write: (draft) => this.#write(draft), send: () => this.#send() })}
      </div>
      ${this.#announcer.region()}`;
  }

  protected override updated(changed: ReadonlySet<string>): void {
    if (changed.has("open") && this.open) this.#opened();
    else if (changed.has("open")) this.#session.chat.leave();
    if (changed.has("draft")) this.#grow();
    if (this.open) this.#scrolling.follow(this.#session.chat.working.size > 0);
    this.#look();
  }

  /** A name that tells two chats on one page apart. */
  #named(text: string): string {
    return this.options.name ? `${text} (${this.options.name})` : text;
  }

  #banners(): TemplateResult {
    const { strings } = this;
    const { chat, barred, ended } = this.#session;
    return html`
      ${connectionBanner(strings, this.#sign.lost, barred, chat.unsent().length, this.options.server)}
      ${this.notice || ended ? html`<p class="notice">${this.notice || strings.panel.ended}</p>` : nothing}
      ${this.asking ? removal(strings, () => void this.#remove(), () => this.#keepAll()) : nothing}`;
  }

  #log(): TemplateResult {
    const { chat } = this.#session;
    const log: LogContext = {
      strings: this.strings, chat,
      context: (key, latest) => this.#context(key, latest),
      say: (text, title) => this.#say(text, title),
      edit: ({ id, text }) => { this.#session.drop(id); this.#write([text, this.draft].filter((each) => each.trim()).join("\n")); this.#input()?.focus(); },
      drop: ({ id }) => { this.#session.drop(id); this.#input()?.focus(); },
    };
    const empty = chat.items.length + chat.outbox.length === 0;
    return html`
      ${empty ? welcome(log, () => this.#choose("map")) : entries(log)}
      ${working(log)}
      ${this.mapShown ? html`<div id="map" tabindex="-1">${faceMap(this.#context("map", true))}</div>` : nothing}`;
  }

  #context(key: string, latest: boolean): CardContext {
    const { server, name } = this.options;
    const talk = `${storageKey(server, name)}:${this.#session.chat.epoch}:`;
    return {
      strings: this.strings, server, latest, key: key.replace(/[^A-Za-z0-9-]/g, "-"),
      ask: (payload, title) => this.#say(payload, title),
      announce: (text) => this.#announcer.say(text),
      storage: { getItem: (name) => localStorage.getItem(name), setItem: (name, value) => localStorage.setItem(name, value) },
      timers: { getItem: (name) => sessionStorage.getItem(talk + name), setItem: (name, value) => sessionStorage.setItem(talk + name, value) },
    };
  }

  // What the visitor does.

  #say(text: string, title?: string): void {
    this.mapShown = this.asking = false;
    this.notice = "";
    this.#scrolling.end();
    this.#session.say(text, title);
    void this.#keepFocus();
  }

  /** What was pressed may be gone when its words are said: then the focus goes on to where the visitor writes. */
  async #keepFocus(): Promise<void> {
    const pressed = this.shadowRoot?.activeElement;
    await this.updateComplete;
    if (pressed && !pressed.isConnected) await this.begin();
  }

  #write(draft: string): void {
    this.draft = draft;
    if (this.problem) this.problem = problemOf(draft, this.strings);
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#keepDraft(), 300);
  }

  /** Keeps what was written here; a draft that was only read may have been changed or sent by another tab since. */
  #keepDraft(): void {
    if (this.#saving === undefined) return;
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#session.store.change({ draft: this.draft });
  }

  #send(): void {
    this.problem = problemOf(this.draft, this.strings);
    if (this.problem) return this.#announcer.say(this.problem);
    const text = this.draft;
    this.#write("");
    this.#keepDraft();
    this.#say(text);
  }

  #choose(choice: Choice): void {
    this.menuOpen = false;
    const button = this.renderRoot.querySelector<HTMLElement>("#menu-button");
    button?.focus();
    if (choice === "start_again") this.#say(START_AGAIN, this.strings.panel.items.start_again);
    else if (choice === "map") void this.#toggleMap();
    else if (choice === "print") printAlone(this.renderRoot.querySelector(".log")!);
    else if (choice === "download") void this.#download();
    else void this.#askToRemove();
  }

  async #toggleMap(): Promise<void> {
    this.mapShown = !this.mapShown;
    await this.updateComplete;
    const map = this.renderRoot.querySelector<HTMLElement>("#map");
    if (!map) return;
    this.#scrolling.show(map);
    map.focus({ preventScroll: true });
  }

  async #download(): Promise<void> {
    const { panel } = this.strings;
    if (!this.#session.known) return this.#tell(panel.download_none);
    const kept = await this.#session.transcript();
    if (kept) save(await kept.text(), panel.download_file, "application/json");
    else this.#tell(panel.download_failed);
  }

  async #askToRemove(): Promise<void> {
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("#remove")?.focus();
  }

  #keepAll(): void {
    this.asking = false;
    this.#input()?.focus();
  }

  async #remove(): Promise<void> {
    const { done, failed } = this.strings.panel.remove;
    const removed = await this.#session.remove();
    this.asking = !removed;
    if (removed) this.#write("");
    this.#tell(removed ? done : failed);
    if (removed) this.#input()?.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Tab" && covers(this)) turnBack(event, this.renderRoot);
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    if (this.menuOpen) {
      this.menuOpen = false;
      this.renderRoot.querySelector<HTMLElement>("#menu-button")?.focus();
    } else if (this.asking) this.#keepAll();
    else this.#close();
    event.stopPropagation();
  }

  #close(): void {
    this.menuOpen = false;
    if (!this.options.inline) this.dispatchEvent(new CustomEvent("plumbline-close"));
  }

  // What is told and shown.

  #opened(): void {
    this.#used = true;
    this.#session.wake();
    this.#scrolling.end();
  }

  async begin(): Promise<void> {
    await this.updateComplete;
    // On a touch screen the keyboard would cover what is to be read.
    const touch = matchMedia("(pointer: coarse)").matches;
    (touch ? this.renderRoot.querySelector<HTMLElement>("#menu-button") : this.#input())?.focus();
  }

  #changed(): void {
    const { status, known, way } = this.#session;
    this.#sign.update(status, !navigator.onLine && (known || this.open));
    const root = this.getRootNode();
    if (root instanceof ShadowRoot && root.host instanceof HTMLElement) {
      const connection = this.#sign.lost ? "offline" : status;
      Object.assign(root.host.dataset, { connection, transport: way });
    }
    this.#tellWhy();
    this.requestUpdate();
  }

  #signChanged(): void {
    const { text, emergency, back } = this.strings.panel.offline;
    if (this.open && this.#sign.lost) this.#announcer.say(`${text} ${emergency}`);
    else if (this.open && this.#session.status === "online") this.#announcer.say(back);
    this.#changed();
  }

  /** Says once why there is no connection any more, or another conversation. */
  #tellWhy(): void {
    const { barred, ended } = this.#session;
    const { panel } = this.strings;
    const why = barred ? panel.barred[barred] : ended ? panel.ended : "";
    if (why && why !== this.#toldWhy && this.open) this.#announcer.say(why);
    this.#toldWhy = why;
  }

  #tell(notice: string): void {
    this.notice = notice;
    this.#announcer.say(notice);
  }

  /** Brings the visitor to a safety answer, unless they are writing or are somewhere else. */
  async alerted(): Promise<void> {
    await this.updateComplete;
    const inside = this.shadowRoot?.activeElement;
    const alert = [...this.renderRoot.querySelectorAll<HTMLElement>('[role="alert"]')].at(-1);
    if (!alert || !inside || this.draft.trim()) return;
    alert.focus({ preventScroll: true });
    this.#scrolling.show(alert);
  }

  #jump(): void {
    this.#scrolling.end();
    this.renderRoot.querySelector<HTMLElement>(".log")?.focus();
  }

  /** Marks what is shown as seen, and counts what is not. */
  #look(): void {
    this.#session.watched = this.open && !document.hidden;
    if (this.#session.watched) this.#session.see();
    this.#unread.count(this.#session.chat, this.open);
  }

  #input(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea#draft");
  }

  /** What scrolls: the conversation, or on a very low screen all of the chat. */
  #box(): HTMLElement | null {
    const log = this.renderRoot.querySelector<HTMLElement>(".log");
    return log && getComputedStyle(log).overflowY === "visible" ? log.parentElement : log;
  }

  #grow(): void {
    const input = this.#input();
    if (!input || CSS.supports("field-sizing", "content")) return;
    input.style.blockSize = "auto";
    input.style.blockSize = `${input.scrollHeight + 2}px`;
  }
}

define(TAG, PlumblinePanel, {
  open: null, strings: null, draft: null, problem: null, menuOpen: null, mapShown: null, asking: null, notice: null,
});

/** A closed chat, to be put beside its launcher. */
export function createPanel(options: Options): Panel {
  return new (customElements.get(TAG) as typeof PlumblinePanel)(options);
}
