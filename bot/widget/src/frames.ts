/** The frames of the chat protocol, version 1. bot/channels/README.md says what each means. */
import type { Answer } from "./answer";

export const VERSION = 1;

export interface Button {
  readonly title: string;
  readonly payload: string;
}

/** What the assistant says in one go. */
export interface Message {
  readonly text?: string;
  readonly custom?: Answer;
  readonly buttons?: readonly Button[];
  readonly image?: string;
  readonly failed?: boolean;
}

export interface VisitorEntry {
  readonly t: "entry";
  readonly seq: number;
  readonly by: "visitor";
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly title?: string;
}

export interface BotEntry {
  readonly t: "entry";
  readonly seq: number;
  readonly by: "bot";
  readonly re: string | null;
  readonly at: string;
  readonly message: Message;
}

export type Entry = VisitorEntry | BotEntry;

export interface Say {
  readonly t: "say";
  readonly id: string;
  readonly text: string;
  readonly title?: string;
}

export type ClientFrame =
  | { readonly t: "hello"; readonly v: typeof VERSION; readonly token: string; readonly epoch: string; readonly since: number }
  | Say
  | { readonly t: "seen"; readonly upto: number }
  | { readonly t: "ping" };

export type RefusalCode = "too_long" | "empty" | "too_often" | "malformed";
export type ByeCode = "token" | "origin" | "protocol" | "stopping";

export type ServerFrame =
  | { readonly t: "welcome"; readonly v: number; readonly epoch: string; readonly last: number; readonly seen: number; readonly token?: string }
  | Entry
  | { readonly t: "stored"; readonly id: string; readonly seq: number | null }
  | { readonly t: "working"; readonly re: string }
  | { readonly t: "settled"; readonly re: string }
  | { readonly t: "loose"; readonly id: string; readonly re: string | null; readonly message: Message }
  | { readonly t: "refused"; readonly id: string; readonly code: RefusalCode; readonly message: string; readonly retry_after?: number }
  | { readonly t: "reset"; readonly epoch: string }
  | { readonly t: "bye"; readonly code: ByeCode; readonly message: string }
  | { readonly t: "pong" };
