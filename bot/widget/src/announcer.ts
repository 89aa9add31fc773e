/**
 * Says each turn of the assistant once to those who do not see it, through one live region. A safety answer is an alert and
 * says itself, so nothing is said beside it.
 */
import { announcement } from "./card/index";
import type { Message } from "./frames";
import type { Strings } from "./locale";
import type { BotItem } from "./protocol";

/** Milliseconds that a turn whose end is not told may be silent before it is said. */
const SILENCE = 1000;

/** Whether a message is about safety, and so an alert. */
export function isAlert({ custom }: Message): boolean {
  return custom?.type === "safety";
}

/** What is said of a message. */
export function spoken({ custom, text }: Message, strings: Strings): string {
  return custom ? announcement(custom, strings) : (text ?? "");
}

export class Announcer {
  #turn: BotItem[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `say` gets the messages of a turn when it has ended. */
  constructor(private readonly say: (turn: readonly BotItem[]) => void) {}

  heard(items: readonly BotItem[]): void {
    this.#turn.push(...items);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settled(), SILENCE);
  }

  settled(): void {
    clearTimeout(this.#timer);
    const turn = this.#turn;
    this.#turn = [];
    if (turn.length > 0) this.say(turn);
  }
}
