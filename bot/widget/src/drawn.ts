/** A small base for the widget's elements: lit's templates, drawn again when a property changes. lit's own base weighs 2 KB more. */
import { render } from "lit/html.js";
import type { Styles } from "./styles";

/** Whether a new value of a property is worth drawing again; by default whenever it is another one. */
type Differs<Value = never> = (now: Value, before?: Value) => boolean;
export type Properties = Readonly<Record<string, Differs | null>>;

export abstract class Drawn extends HTMLElement {
  /** Resolves when everything that has changed is drawn. */
  updateComplete: Promise<void> = Promise.resolve();
  /** Where the templates go. */
  protected readonly renderRoot: ShadowRoot | this;
  #changed = new Set<string>();
  #drawn = false;
  #waiting = false;

  /** Without `styles` it is drawn into its own children, and wears what is around it. */
  constructor(styles?: readonly Styles[]) {
    super();
    this.renderRoot = styles ? this.attachShadow({ mode: "open" }) : this;
    if (styles && this.shadowRoot) this.shadowRoot.adoptedStyleSheets = styles.map((each) => each.sheet);
  }

  /** Drawn at once, so that what comes into the page is whole: a screen reader reads an alert as it finds it. */
  connectedCallback(): void {
    this.#draw();
  }

  disconnectedCallback(): void { /* for the elements that let go of something */ }

  /** Draws soon, once for all changes until then; not before it is part of a page. */
  requestUpdate(changed?: string): void {
    if (changed) this.#changed.add(changed);
    if (this.#waiting || !this.isConnected) return;
    this.#waiting = true;
    this.updateComplete = Promise.resolve().then(() => { if (this.#waiting) this.#draw(); });
  }

  protected abstract render(): unknown;

  /** Everything is drawn; `changed` names the properties that made it so. */
  protected updated(_changed: ReadonlySet<string>): void { /* for the elements that look at what was drawn */ }

  protected firstUpdated(): void { /* the same */ }

  #draw(): void {
    if (!this.isConnected) return;
    const changed = this.#changed;
    this.#changed = new Set();
    this.#waiting = false;
    render(this.render(), this.renderRoot, { host: this });
    if (!this.#drawn) this.firstUpdated();
    this.#drawn = true;
    this.updated(changed);
  }
}

/** Makes an element known to the page, unless another version of it is; each of `properties` draws it again when it changes. */
export function define<Element extends CustomElementConstructor & { prototype: Drawn }>(name: string, element: Element, properties: Properties): void {
  if (customElements.get(name)) return;
  for (const [property, differs] of Object.entries(properties)) {
    const values = new WeakMap<Drawn, unknown>();
    Object.defineProperty(element.prototype, property, {
      get(this: Drawn) { return values.get(this); },
      set(this: Drawn, now: never) {
        const before = values.get(this) as never;
        if (values.has(this) && !(differs ? differs(now, before) : now !== before)) return;
        values.set(this, now);
        this.requestUpdate(property);
      },
    });
  }
  customElements.define(name, element);
}
