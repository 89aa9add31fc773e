/** What a website chooses with `data-` attributes; bot/widget/README.md lists them. */
import type { Open } from "./transport/link";

export type Way = "websocket" | "events" | "polling";

export interface Options {
  /** Origin of the assistant, without a slash at the end. */
  readonly server: string;
  /** Tells conversations on one page apart. */
  readonly name: string;
  /** Language tag of the words around the answers; empty for the page's. */
  readonly locale: string;
  /** In the page instead of above it: always open, no launcher. */
  readonly inline: boolean;
  /** The only way to the server that is tried; empty for all. */
  readonly transport: Way | "";
}

/** What the panel is to the launcher. */
export interface Panel extends HTMLElement {
  open: boolean;
  /** Puts the focus where the visitor begins. */
  begin(): Promise<void>;
  /** Says something in the visitor's name. */
  ask(text: string): void;
}

export type Ways = Readonly<Record<Way, Open>>;

/** Where the browser keeps what belongs to a conversation. */
export const storageKey = (server: string, name: string): string => `plumbline:${server}:${name}`;
