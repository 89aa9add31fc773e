/** Keeps the newest message in sight, unless the visitor reads something else. */

/** Pixels from the end within which the visitor counts as being at the end. */
const NEAR = 80;

export class Scrolling {
  #atEnd = true;

  /** `box` is what scrolls. */
  constructor(private readonly box: () => HTMLElement | null) {}

  get atEnd(): boolean {
    return this.#atEnd;
  }

  /** The visitor has scrolled. */
  moved(): void {
    const box = this.box();
    if (box) this.#atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  }

  /** Shows `item` from its beginning, for a long answer is read from there; the end where it fits. */
  show(item: Element): void {
    const box = this.box();
    if (!box) return;
    const top = item.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTop = Math.min(top, box.scrollHeight - box.clientHeight);
    this.moved();
  }

  end(): void {
    const box = this.box();
    if (box) box.scrollTop = box.scrollHeight;
    this.#atEnd = true;
  }
}
