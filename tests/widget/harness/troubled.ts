/** A visitor with bad reception: says things all the time while the connection is broken again and again. */
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { Chance } from "./chance";
import { FaultProxy, type Fault } from "./fault_proxy";
import { transcript, turns } from "./transcript";
import { visit, type Visit } from "./visit";
import { until } from "./wait";
import { Widget } from "./widget";

export const TRANSPORTS = {
  websocket: [],
  events: ["GET /webhooks/web/socket"],
  polling: ["GET /webhooks/web/socket", "GET /webhooks/web/events"],
} as const;
export type Transport = keyof typeof TRANSPORTS;

/** What was said to the assistant is small talk, which it answers with one message. */
const WORDS = ["thanks", "thank you", "hello", "hi there", "good morning", "many thanks"];
const STRIKE = 8000; // milliseconds until a fault that has found nothing to strike is given up
const PATIENCE = 40_000; // milliseconds until an answer that did not come is lost
const SENT = 40; // bytes of the smallest thing that carries a message; a ping is smaller

/** When the assistant was away, on the clock of `performance.now()`. */
export interface Away {
  readonly from: number;
  to: number; // infinite while it still is
}

export class Troubled {
  /**
   * Milliseconds from a cut, or from the assistant's return, to the answer that the visitor waited for, without those that
   * the assistant took to answer. Known when everything has been accounted for.
   */
  readonly delays: number[] = [];
  readonly said: string[] = [];
  /** The same with the assistant's, and which of the messages were waited for. */
  private readonly waits: { readonly milliseconds: number; readonly from: number; readonly to: number }[] = [];
  private readonly chance: Chance;

  private constructor(
    private readonly visit: Visit, private readonly proxy: FaultProxy, private readonly widget: Widget, seed: number,
  ) {
    this.chance = new Chance(seed);
  }

  /** Opens the assistant's own page through a proxy that leaves one transport only. */
  static async start(browser: Browser, port: number, transport: Transport, seed: number): Promise<Troubled> {
    const proxy = new FaultProxy(port);
    proxy.blocked.push(...TRANSPORTS[transport]);
    await proxy.listen();
    const address = `http://127.0.0.1:${proxy.port}`;
    const guest = await visit(browser, [address]);
    await guest.page.goto(address);
    const widget = new Widget(guest.page);
    await widget.open();
    const troubled = new Troubled(guest, proxy, widget, seed);
    await troubled.say();
    await widget.answered(1, PATIENCE);
    return troubled;
  }

  get cuts(): ReadonlyMap<string, number> {
    return this.proxy.cuts;
  }

  /** Goes through as many faults, saying one or two things with each. */
  async suffer(faults: number, away: readonly Away[]): Promise<void> {
    for (let count = 0; count < faults; count++) {
      const [before, from] = [this.proxy.total, this.said.length];
      this.proxy.arm(this.fault(), SENT);
      for (let times = 1 + this.chance.below(2); times > 0; times--) await this.say();
      await until("a fault to strike", () => this.proxy.total > before, STRIKE).catch(() => undefined);
      const struck = performance.now();
      await this.widget.answered(this.said.length, PATIENCE);
      const end = performance.now();
      const back = Math.max(struck, ...away.filter((each) => each.to > struck && each.from < end).map((each) => each.to));
      this.waits.push({ milliseconds: end - back, from, to: this.said.length });
    }
    this.proxy.disarm();
  }

  /** Everything was shown once, in order, answered once; the server says the same, and so does the page when it is loaded anew. */
  async account(address: string): Promise<void> {
    await this.widget.answered(this.said.length, PATIENCE);
    await this.check();
    const kept = await transcript(address, await this.widget.token());
    assert.deepEqual(kept.conversation.flatMap((each) => each.visitor ?? []).filter((each) => !each.startsWith("/")), this.said);
    const taken = turns(kept);
    this.delays.push(...this.waits.map(({ milliseconds, from, to }) => taken.slice(from, to).reduce((rest, each) => rest - each, milliseconds)));
    const shown = await this.widget.shown();
    assert.deepEqual(shown.map((each) => each.by), kept.shown_in_chat.map((each) => each.by));
    await this.visit.page.reload();
    await this.widget.open();
    await this.widget.answered(this.said.length, PATIENCE);
    assert.deepEqual(await this.widget.shown(), shown);
    assert.deepEqual(await this.visit.watch.all(), []);
  }

  async leave(): Promise<void> {
    await this.visit.context.close();
    await this.proxy.close();
  }

  private async check(): Promise<void> {
    const shown = await this.widget.shown();
    const mine = shown.filter((each) => each.by === "visitor");
    assert.deepEqual(mine.map((each) => each.text), this.said);
    assert.deepEqual(shown.map((each) => each.seq), shown.map((_, place) => place + 1));
    for (const { id, text } of mine) {
      const replies = shown.filter((each) => each.re === id);
      assert.equal(replies.length, 1, `to "${text}" was said: ${replies.map((each) => `${each.seq} ${each.text}`).join("; ") || "nothing"}`);
    }
  }

  private async say(): Promise<void> {
    const words = this.chance.of(WORDS);
    this.said.push(words);
    await this.widget.say(words);
  }

  private fault(): Fault {
    const kind = this.chance.below(10);
    if (kind < 3) return { how: "before_send" };
    if (kind < 7) return { how: "during_reply", bytes: this.chance.below(400) };
    if (kind < 9) return { how: "after_reply", quiet: this.chance.below(30) };
    return { how: "half_open" };
  }
}
