/** Keeps the newest messages in sight, unless the visitor reads something else: then it tells that there is more below. */

/** Pixels from the end within which the visitor counts as being at the end. */
const NEAR = 80;
/** A message; the lists inside a card have items of their own. */
const ITEM = "li[data-by]";

export class Scrolling {
  /** Whether there is something new below what the visitor reads. */
  below = false;
  #atEnd = true;
  #newest = "";

  /** `log` holds the list of messages and `box` is what scrolls; `changed` is called when `below` has changed. */
  constructor(private readonly log: () => ParentNode | null, private readonly box: () => HTMLElement | null, private readonly changed: () => void) {}

  /** The list was drawn again; `busy` where there is a sign below it that an answer is on its way. */
  follow(busy: boolean): void {
    const newest = [...(this.log()?.querySelectorAll<HTMLElement>(ITEM) ?? [])].at(-1);
    const { by, seq, id } = newest?.dataset ?? {};
    if (`${by} ${seq} ${id}` === this.#newest) {
      if (busy && this.#atEnd && by !== "bot") this.end();
      return;
    }
    this.#newest = `${by} ${seq} ${id}`;
    if (!newest) return;
    if (this.#atEnd) this.#showTurn();
    else this.#say(true);
  }

  /** The visitor has scrolled. */
  moved(): void {
    const box = this.box();
    if (box) this.#atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (this.#atEnd) this.#say(false);
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
    this.#say(false);
  }

  /** Shows what was said last and its answer, when it is drawn. */
  #showTurn(): void {
    const said = [...(this.log()?.querySelectorAll(`${ITEM}:not([data-by="bot"])`) ?? [])].at(-1);
    const show = (): void => (said ? this.show(said) : this.end());
    requestAnimationFrame(() => requestAnimationFrame(show)); // a card has its height one frame after the list
  }

  #say(below: boolean): void {
    if (below === this.below) return;
    this.below = below;
    this.changed();
  }
}
