/**
 * What a screen reader would say of its own accord: text that appears in a live region, and alerts that appear.
 *
 * Changes of one task are one announcement a region: the browser tells a screen reader of them when the task is over. Shadow roots are watched from
 * their making on, closed ones included.
 */
import type { Page } from "playwright-core";

/** One announcement. */
export interface Announcement {
  readonly urgent: boolean; // said at once, over what is being read
  readonly text: string;
  readonly at: number; // milliseconds on the page's clock
}

interface Listening {
  __announcements: Announcement[];
}

/** Runs in the page before anything else. */
function listen(): void {
  const said: Announcement[] = [];
  (window as unknown as Listening).__announcements = said;
  const ROLES: Readonly<Record<string, string>> = { alert: "assertive", status: "polite", log: "polite" };

  function liveness(element: Element): string {
    const role = element.getAttribute("role") ?? (element.localName === "output" ? "status" : "");
    return element.getAttribute("aria-live") ?? ROLES[role] ?? "";
  }

  function parent(node: Node): Node | null {
    return node instanceof ShadowRoot ? node.host : (node as Element).assignedSlot ?? node.parentNode;
  }

  /** Whether assistive technology sees it at all. */
  function isExposed(element: Element): boolean {
    for (let node: Node | null = element; node; node = parent(node)) {
      if (node instanceof Element && (node.getAttribute("aria-hidden") === "true" || (node as HTMLElement).inert)) return false;
    }
    return element.checkVisibility({ visibilityProperty: true });
  }

  /** The nearest live region around a node, the node included. */
  function regionOf(start: Node): Element | null {
    for (let node: Node | null = start; node; node = parent(node)) {
      const how = node instanceof Element ? liveness(node) : "";
      if (how) return how === "off" ? null : node as Element;
    }
    return null;
  }

  function alertsIn(node: Node): Element[] {
    if (!(node instanceof Element)) return [];
    return [node, ...node.querySelectorAll("*")].filter((each) => each.getAttribute("role") === "alert");
  }

  const texts = new Map<Element, string>(); // of the present task
  const tell = (): void => {
    for (const [region, text] of texts) said.push({ urgent: liveness(region) === "assertive", text, at: performance.now() });
    texts.clear();
  };

  function heard(changes: readonly MutationRecord[]): void {
    if (texts.size === 0) setTimeout(tell);
    const add = (region: Element | null, text: string): void => {
      if (region && text.trim() && isExposed(region)) texts.set(region, `${texts.get(region) ?? ""} ${text.trim()}`.trim());
    };
    for (const change of changes) {
      if (change.type === "characterData") add(regionOf(change.target), change.target.textContent ?? "");
      for (const node of change.addedNodes) {
        const around = regionOf(change.target);
        add(around, node.textContent ?? "");
        for (const alert of alertsIn(node)) if (alert !== around) add(alert, alert.textContent ?? "");
      }
    }
  }

  const observer = new MutationObserver(heard);
  const what = { childList: true, characterData: true, subtree: true };
  observer.observe(document, what);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options: ShadowRootInit): ShadowRoot {
    const root = attach.call(this, options);
    observer.observe(root, what);
    return root;
  };
}

/** Listens on every page that `page` opens from now on. */
export async function listenForAnnouncements(page: Page): Promise<void> {
  await page.addInitScript(listen);
}

/** Everything that was announced on the page since it opened. */
export async function announcements(page: Page): Promise<readonly Announcement[]> {
  return await page.evaluate(() => (window as unknown as Listening).__announcements);
}
