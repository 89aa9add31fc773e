/** What the templates of one card share: the answer, the panel around it, and what a visitor opens in the card. */
import type { Answer, Source } from "../answer";
import type { CardContext } from "./context";

export interface Desk {
  readonly answer: Answer;
  readonly context: CardContext;
  /** The payload of the rating that was given, or null. */
  readonly rated: string | null;
  /** What a tool last said, such as that the answer was copied; and the text to copy by hand where that failed. */
  readonly said: string;
  readonly byHand: string;
  rate(payload: string, title: string): void;
  /** The source that a number in the text opened last: from there a button leads back. */
  readonly openedFor: Source | null;
  /** Opens a source in place and moves there; `from` is the button to come back to. */
  open(source: Source, from: HTMLElement): void;
  back(): void;
  copy(text: string, done: string): Promise<void>;
  copyCard(): Promise<void>;
  print(): void;
}
