/** Prints one card and nothing else of the page around it. */
import { cardStyles } from "./styles";
import { tokens } from "../tokens";

/** Opens the browser's print dialogue with a copy of `article`: on paper every fold is open. */
export function printAlone(article: Element): void {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = document.title;
  document.body.append(frame);
  const paper = frame.contentWindow;
  if (!paper) return frame.remove();
  const root = paper.document.body.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [tokens.cssText, cardStyles.cssText].map((text) => sheet(paper, text));
  const copy = paper.document.importNode(article, true);
  for (const fold of copy.querySelectorAll("details")) fold.open = true;
  root.append(copy);
  paper.addEventListener("afterprint", () => frame.remove());
  paper.focus();
  paper.print();
}

function sheet(paper: Window, text: string): CSSStyleSheet {
  const made = new (paper as Window & typeof globalThis).CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
