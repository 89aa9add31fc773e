/** How many answers the visitor has not seen: kept for the launcher of the next page, and told to the one of this page. */
import type { Conversation } from "./protocol";
import type { Store } from "./store";

export class Unread {
  #count: number;

  constructor(private readonly store: Store, private readonly tell: (count: number) => void) {
    this.#count = store.read().unread;
  }

  /** Counts anew; `known` where the conversation was read, for what the page before left unseen still is until then. */
  count({ items, seen }: Conversation, known: boolean): void {
    const count = items.filter((each) => each.by === "bot" && (each.seq ?? 0) > seen).length;
    if (count === this.#count || (!known && count === 0)) return;
    this.#count = count;
    this.store.change({ unread: count });
    this.tell(count);
  }
}
