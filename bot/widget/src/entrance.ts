/** How a visitor gets in: a token from the server. */

/** A token; `later` where there was none to be had now; `barred` where this website may not have one. */
export type Entry = { readonly token: string } | "later" | "barred";

export class Entrance {
  /** How many times in a row the server could be reached, and its answer could not be read. */
  #unread = 0;

  constructor(private readonly server: string) {}

  /** Asks for a token. `patience` is how many milliseconds the server may take. */
  async ask(patience: number): Promise<Entry> {
    const signal = AbortSignal.timeout(patience);
    try {
      const response = await fetch(`${this.server}/webhooks/web/session`, { method: "POST", credentials: "omit", signal });
      this.#unread = 0;
      if (response.ok) return (await response.json()) as { token: string };
      return response.status === 403 ? "barred" : "later";
    } catch {
      return this.#refused(patience);
    }
  }

  /** A refusal of a foreign website cannot be read by it. It shows in that the server is there all the same, twice in a row. */
  async #refused(patience: number): Promise<Entry> {
    if (new URL(this.server).origin === location.origin) return "later";
    try {
      const signal = AbortSignal.timeout(patience);
      await fetch(`${this.server}/plumbline.js`, { method: "HEAD", mode: "no-cors", cache: "no-store", signal });
      this.#unread += 1;
    } catch {
      this.#unread = 0;
    }
    return this.#unread > 1 ? "barred" : "later";
  }
}
