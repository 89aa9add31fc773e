/** Keeps the screen on while a timer runs, where the browser allows it. */

export class Awake {
  #lock: WakeLockSentinel | null = null;
  #wanted = false;

  /** Whether the screen is kept on now. */
  get holds(): boolean {
    return this.#lock !== null && !this.#lock.released;
  }

  /** Asks for it; browsers let go of it whenever the page is hidden, so this is asked again when it is back. */
  async keep(): Promise<void> {
    this.#wanted = true;
    if (this.holds || document.visibilityState !== "visible") return;
    try {
      const lock = await navigator.wakeLock.request("screen");
      if (!this.#wanted || this.holds) await lock.release();
      else this.#lock = lock;
    } catch { /* no such thing here, or the battery is low: the screen does as it always does */ }
  }

  /** Lets the screen go dark again. */
  release(): void {
    this.#wanted = false;
    void this.#lock?.release();
    this.#lock = null;
  }
}
