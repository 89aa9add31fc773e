/** Whether the visitor is told that there is no connection: not for the moment that a reconnection takes. */
import type { Status } from "./connection";

/** Milliseconds without a connection until it is said. */
const UNSAID = 1500;

export class ConnectionSign {
  lost = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called when `lost` has changed. */
  constructor(private readonly changed: () => void) {}

  update(status: Status, offline: boolean): void {
    if (status === "online" || (status === "off" && !offline)) return this.#set(false);
    if (offline) return this.#set(true);
    if (!this.lost) this.#timer ??= setTimeout(() => this.#set(true), UNSAID);
  }

  #set(lost: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (lost === this.lost) return;
    this.lost = lost;
    this.changed();
  }
}
