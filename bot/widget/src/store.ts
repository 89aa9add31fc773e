/** What outlives a reload: the token, what waits to be sent, the draft. In memory where the browser keeps nothing. */
import type { Outgoing } from "./protocol";

export interface Kept {
  /** The way into the conversation; empty before there is one. */
  readonly token: string;
  /** Messages that the server does not have yet. */
  readonly queue: readonly Pick<Outgoing, "id" | "text" | "title">[];
  readonly draft: string;
  /** How many answers the visitor has not seen; the launcher shows it on the next page. */
  readonly unread: number;
}

const NOTHING: Kept = { token: "", queue: [], draft: "", unread: 0 };

export class Store {
  #memory = NOTHING;

  constructor(private readonly key: string) {}

  /** What is kept now, which another tab may have changed. */
  read(): Kept {
    try {
      const text = localStorage.getItem(this.key);
      this.#memory = text ? { ...NOTHING, ...(JSON.parse(text) as Partial<Kept>) } : NOTHING;
    } catch { /* the browser keeps nothing: what is in memory counts */ }
    return this.#memory;
  }

  change(change: Partial<Kept>): void {
    this.#memory = { ...this.read(), ...change };
    try {
      localStorage.setItem(this.key, JSON.stringify(this.#memory));
    } catch { /* full or forbidden: kept in memory */ }
  }

  /** Keeps a message until `sent` says that the server has it. Other tabs keep theirs in the same list. */
  wait(message: Kept["queue"][number]): void {
    this.change({ queue: [...this.read().queue, message] });
  }

  sent(ids: ReadonlySet<string>): void {
    const { queue } = this.read();
    const rest = queue.filter((each) => !ids.has(each.id));
    if (rest.length < queue.length) this.change({ queue: rest });
  }

  /** Calls back when another tab changed something, until the signal aborts. */
  watch(changed: (kept: Kept) => void, signal: AbortSignal): void {
    addEventListener("storage", (event) => { if (event.key === this.key || event.key === null) changed(this.read()); }, { signal });
  }
}
