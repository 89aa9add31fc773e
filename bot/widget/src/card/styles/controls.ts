/** Buttons, links, folds. */
import { css } from "../../styles";

export const controlStyles = css`
  plumbline-card, plumbline-timer { display: block; }
  .card, .face-map {
    container-type: inline-size;
    color: var(--pl-text);
    font: var(--pl-size)/1.5 var(--pl-font);
    overflow-wrap: anywhere;
  }
  :is(.card, .face-map) :where(h3, h4, h5, p, ul, ol, dl, dd, figure) { margin: 0; }
  :is(.card, .face-map) > * + *, .card section > * + *, .plan > li > * + * { margin-block-start: .75em; }
  .card :is(ul, ol), .face-map ul { padding-inline-start: 1.25em; }
  .card :is(h3, h4, h5), .face-map h3 { font-weight: 650; line-height: 1.3; text-wrap: balance; }
  .card h3, .face-map h3 { font-size: 1.125em; }
  .card :is(h4, h5) { font-size: 1em; }
  /* Words in another direction than the page's keep their full stops at their ends. */
  :is(.card, .face-map) :where(p, li, h3, h4, h5, td, th, dt, dd, summary, button, label) { unicode-bidi: plaintext; }
  .small { font-size: .875em; color: var(--pl-muted); }
  .icon {
    inline-size: 1.25em; block-size: 1.25em; flex: none; vertical-align: -.25em;
    fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round;
  }
  .card button, .face-map button {
    font: inherit; color: var(--pl-accent); background: var(--pl-ground); border: 1px solid var(--pl-control);
    border-radius: 1.4em; padding: .5em 1em; min-block-size: 2.75em; text-align: start; cursor: pointer;
  }
  .card button:hover, .face-map button:hover { background: var(--pl-soft); }
  .card button.main { color: var(--pl-on-accent); background: var(--pl-accent); border-color: var(--pl-accent); font-weight: 600; }
  .card button.main:hover { text-decoration: underline; }
  .card button.quiet { font-size: .875em; min-block-size: 2.4em; padding: .25em .8em; }
  .card button[aria-pressed="true"] { background: var(--pl-accent); color: var(--pl-on-accent); }
  .card button[aria-pressed="true"]::before { content: "✓ " / ""; }
  .card button.cite {
    min-block-size: 1.75em; min-inline-size: 1.75em; padding: 0 .35em; border-radius: .5em; font-size: .875em; line-height: 1.5;
    text-align: center; border-color: var(--pl-line);
  }
  .cited { display: inline-flex; flex-wrap: wrap; gap: .35em; vertical-align: baseline; }
  .card a { color: var(--pl-accent); }
  .card :is(button, a, summary, [tabindex], textarea):focus-visible, .face-map :is(button, summary, select):focus-visible {
    outline: 3px solid var(--pl-focus); outline-offset: 2px;
  }
  .card summary, .face-map summary { cursor: pointer; padding-block: .5em; font-weight: 600; color: var(--pl-accent); }
  .next, .feedback, .tools, .buttons, .doors { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; }
  :is(.next, .feedback) > p { flex-basis: 100%; }
  .by-hand { inline-size: 100%; box-sizing: border-box; font: inherit; color: inherit; background: var(--pl-soft); }
  @media (forced-colors: active) {
    .card button[aria-pressed="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
`;
