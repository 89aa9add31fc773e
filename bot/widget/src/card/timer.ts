/** The timer of one step: start, pause, from the start; the coach's own buttons skip and go on. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import { define, Drawn } from "../drawn";
import { Awake } from "./awake";
import { isMuted, mute, ring, tune } from "./bell";
import { digits, elapsed, holdAt, left, paused, type Run, type Shape, started, STOPPED } from "./clock";
import type { CardContext } from "./context";
import { keepRun, keptRun } from "./kept_run";
import { fill } from "./words";

const NAME = "plumbline-timer";
const TICK = 250;
/** One timer runs at a time in each widget: the next step stops the one before. */
const running = new WeakMap<Node, Timer>();

/** The coach waits or has stopped: so does the timer that runs in a widget. */
export function stand(root: Node): void {
  running.get(root)?.pause();
}

class Timer extends Drawn {
  declare shape: Shape;
  /** Which step of the routine it is for. */
  declare step: number;
  declare context: CardContext;
  declare run: Run;
  declare muted: boolean;
  #tick = 0;
  #saidHalf = false;
  #holds = "";
  #awake = new Awake();

  constructor() {
    super();
    this.run = STOPPED;
    this.muted = false;
  }

  override connectedCallback(): void {
    // First, for drawing takes up the run that this step had before a reload. What is told about a step lets its timer run.
    const other = running.get(this.getRootNode());
    if (other?.step !== this.step) other?.pause();
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#awoken);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#awoken);
    this.#stand();
  }

  protected override firstUpdated(): void {
    this.muted = isMuted(this.context);
    const now = Date.now();
    this.run = keptRun(this.context, this.shape, now);
    this.#saidHalf = elapsed(this.run, now) * 2 >= this.shape.seconds * 1000;
    if (this.run.since !== null) this.#tickOn();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.shape || !this.context) return nothing;
    const words = this.context.strings.card.timer;
    const now = Date.now();
    const seconds = left(this.run, this.shape, now);
    const hold = holdAt(this.run, this.shape, now);
    return html`<div class="timer" role="group" aria-label=${words.title}>
      <div class="digits" role="timer" aria-live="off" aria-label=${words.left}>${seconds ? digits(seconds) : words.over}</div>
      ${hold ? html`<p class="small">${fill(words.hold, { ...hold })}</p>` : nothing}
      <progress max=${this.shape.seconds} value=${this.shape.seconds - seconds} aria-hidden="true"></progress>
      <p class="buttons">
        <button type="button" class="main" @click=${this.#startOrPause}>${this.#verb(seconds)}</button>
        <button type="button" class="quiet" @click=${this.#again}>${words.again}</button>
        <button type="button" class="quiet" @click=${this.#mute}>${this.muted ? words.bell_off : words.bell_on}</button>
      </p>
    </div>`;
  }

  #verb(seconds: number): string {
    const words = this.context.strings.card.timer;
    if (this.run.since !== null) return words.pause;
    return this.run.before && seconds ? words.resume : words.start;
  }

  #startOrPause = (): void => {
    if (this.run.since !== null) this.pause(true);
    else if (left(this.run, this.shape, Date.now())) this.#start();
    else this.#again();
  };

  #start(): void {
    tune();
    this.#move(started(this.run, Date.now()));
    this.#say("started");
    this.#tickOn();
  }

  #tickOn(): void {
    const root = this.getRootNode();
    if (running.get(root) !== this) running.get(root)?.pause();
    running.set(root, this);
    void this.#awake.keep();
    this.#tick = window.setInterval(this.#go, TICK);
  }

  #move(run: Run): void {
    this.run = run;
    keepRun(this.context, run);
  }

  /** Stands still; `aloud` where the visitor asked for it. */
  pause(aloud = false): void {
    if (this.run.since === null) return;
    this.#move(paused(this.run, Date.now()));
    this.#stand();
    if (aloud) this.#say("paused");
  }

  #again = (): void => {
    this.#stand();
    this.run = STOPPED;
    this.#saidHalf = false;
    this.#holds = "";
    this.#start();
  };

  #mute = (): void => {
    this.muted = !this.muted;
    mute(this.context, this.muted);
  };

  /** Looks at the clock. Ticks come late or not at all while a tab sleeps, so nothing is counted by them. */
  #go = (): void => {
    const now = Date.now();
    this.requestUpdate();
    if (!left(this.run, this.shape, now)) return this.#over();
    if (!this.#saidHalf && elapsed(this.run, now) * 2 >= this.shape.seconds * 1000) {
      this.#saidHalf = true;
      this.#say("half");
    }
    const hold = holdAt(this.run, this.shape, now);
    const holds = hold ? `${hold.set}.${hold.hold}` : "";
    if (this.#holds && holds !== this.#holds) this.#ring(false);
    this.#holds = holds;
  };

  #over(): void {
    this.#move(paused(this.run, Date.now()));
    this.#stand();
    this.#ring(true);
    this.#say("over");
  }

  #awoken = (): void => {
    if (document.visibilityState !== "visible" || this.run.since === null) return;
    this.#go();
    if (this.run.since !== null) void this.#awake.keep();
  };

  #stand(): void {
    window.clearInterval(this.#tick);
    this.#awake.release();
  }

  #ring(end: boolean): void {
    if (!this.muted) ring(end);
  }

  #say(what: "started" | "half" | "paused" | "over"): void {
    const time = digits(left(this.run, this.shape, Date.now()));
    this.context.announce(fill(this.context.strings.card.timer[what], { time }));
  }
}

define(NAME, Timer, {
  run: null, muted: null, step: null,
  shape: (now: Shape, before?: Shape) => JSON.stringify(now) !== JSON.stringify(before),
  context: (now: CardContext, before?: CardContext) => now.strings !== before?.strings,
});
