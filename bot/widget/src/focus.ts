/** Where the chat covers the page, as on a small screen, the focus stays in it: behind it nobody would see the focus. */

const REACHABLE = 'a[href], button, textarea, input, select, summary, [tabindex="0"]';

/** Whether the chat covers the whole window. The same lengths stand in panel_styles.ts. */
export function covers(panel: Element): boolean {
  return !panel.hasAttribute("inline") && matchMedia("(max-width: 30rem), (max-height: 30rem)").matches;
}

/** Behind the last control Tab leads to the first one, and before the first one Shift and Tab to the last. */
export function turnBack(event: KeyboardEvent, root: ParentNode): void {
  const all = [...root.querySelectorAll<HTMLElement>(REACHABLE)].filter((each) => each.checkVisibility());
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (event.composedPath()[0] !== from) return;
  event.preventDefault();
  to?.focus();
}
