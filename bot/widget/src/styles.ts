/** Styles as constructable sheets, which every Content-Security-Policy allows. */

export class Styles {
  #sheet: CSSStyleSheet | null = null;

  constructor(readonly cssText: string) {}

  /** One sheet for all who wear these styles. */
  get sheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.cssText);
    }
    return this.#sheet;
  }
}

/** The styles in a template, and others in it. */
export function css(texts: TemplateStringsArray, ...others: readonly Styles[]): Styles {
  return new Styles(texts.reduce((all, text, place) => all + others[place - 1]!.cssText + text));
}
