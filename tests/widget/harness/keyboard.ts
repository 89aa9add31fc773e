/** Walking a page with the keyboard alone, through open shadow roots. */
import type { Page } from "playwright-core";

/** Something that takes the focus. */
export interface Stop {
  readonly id: number; // the same element has the same number throughout a page's life
  readonly tag: string;
  readonly name: string; // its label, else its text
  readonly host: string; // the outermost element whose shadow it stands in, else empty
}

const NOWHERE: Stop = { id: 0, tag: "body", name: "", host: "" };

/** Runs in the page: numbers and describes elements. */
function describer(): void {
  const numbers = new WeakMap<Element, number>();
  let last = 0;
  const named = (element: Element): string => (element.getAttribute("aria-label") || (element as HTMLInputElement).labels?.[0]?.textContent
    || element.textContent || element.getAttribute("title") || "").replace(/\s+/g, " ").trim().slice(0, 80);
  const outermost = (element: Element): string => {
    let host = "";
    for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) host = root.host.localName;
    return host;
  };
  const describe = (element: Element): Stop => {
    if (!numbers.has(element)) numbers.set(element, ++last);
    return { id: numbers.get(element) ?? 0, tag: element.localName, name: named(element), host: outermost(element) };
  };
  const everything = (root: ParentNode): Element[] => [...root.querySelectorAll("*")].flatMap(
    (each) => [each, ...(each.shadowRoot ? everything(each.shadowRoot) : [])]);
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]";
  const isControl = (element: Element): boolean => element.matches(CONTROLS) && !element.matches(":disabled, [type=hidden], [tabindex='-1']")
    && element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]");
  Object.assign(window, {
    __focus: (): Stop | null => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at && at !== document.body ? describe(at) : null;
    },
    __controls: (): Stop[] => everything(document).filter(isControl).map(describe),
  });
}

interface Described {
  __focus: () => Stop | null;
  __controls: () => Stop[];
}

/** Makes every page that `page` opens from now on tell where its focus is. */
export async function followFocus(page: Page): Promise<void> {
  await page.addInitScript(describer);
}

/** What has the focus now. */
export async function focus(page: Page): Promise<Stop> {
  return await page.evaluate(() => (window as unknown as Described).__focus()) ?? NOWHERE;
}

/** Everything visible that a visitor may want to reach, apart from what is reached with arrow keys (tabindex -1). */
export async function controls(page: Page): Promise<readonly Stop[]> {
  return await page.evaluate(() => (window as unknown as Described).__controls());
}

const MOST = 2000; // stops until a walk is given up

/** Every stop that Tab makes, from the top of the page until it comes round or leaves the page; at most `most` stops. */
export async function walk(page: Page, key = "Tab", most = MOST): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1; // Tab goes on from what had the focus last
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  return await walkOn(page, key, most);
}

/** The same from where the focus is. */
export async function walkOn(page: Page, key = "Tab", most = MOST): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  const seen = new Set<number>();
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(key);
    const stop = await focus(page);
    if (stop.id === 0 || seen.has(stop.id)) break;
    seen.add(stop.id);
    stops.push(stop);
  }
  return stops;
}
