/** A card as plain text: all that it shows with every fold open, and nothing that can only be pressed. */

const LINES = "h3, h4, h5, p, li, tr, dt, dd, caption, figcaption, summary, .evidence";
const PRESSED = ".tools, .feedback, .next, .take-along, .said, .more button, .doors button, .doors a, plumbline-timer";

/** The card's text, a line for each of its parts. */
export function textOf(article: Element): string {
  const copy = article.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll(PRESSED)) each.remove();
  for (const number of copy.querySelectorAll(".cite")) number.replaceWith(`[${number.textContent}]`);
  const parts = [...copy.querySelectorAll(LINES)].filter((each) => !each.querySelector(LINES));
  return parts.map(line).filter(Boolean).join("\n");
}

function line(part: Element): string {
  if (part instanceof HTMLTableRowElement) return [...part.cells].map(words).join(" | ");
  return `${part.matches("ul:not(.warnings) > li") ? "- " : ""}${words(part)}`;
}

function words(part: Element): string {
  return (part.textContent ?? "").replace(/\s+/g, " ").trim();
}
