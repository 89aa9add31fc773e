/** Drawings of steps, the face map, the chart, the timer. */
import { css } from "../../styles";

export const pictureStyles = css`
  .drawing { inline-size: 6.5em; block-size: 8.1em; flex: none; background: var(--pl-soft); border-radius: .5em; }
  .alone .drawing { inline-size: 9em; block-size: 11.25em; }
  .line path { fill: none; stroke: var(--pl-text); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
  .line .thick { stroke-width: 5; }
  .line .faint { stroke-width: 1.5; stroke: var(--pl-control); }
  .works { fill: var(--pl-accent); fill-opacity: .32; stroke: var(--pl-accent); stroke-width: 2; stroke-dasharray: 4 3; }
  .before { opacity: .4; }
  .arrow { fill: none; stroke: var(--pl-against); stroke-width: 5; stroke-linecap: round; stroke-linejoin: round; }
  .finger { fill: var(--pl-ground); stroke: var(--pl-against); stroke-width: 3; }
  .tool { fill: none; stroke: var(--pl-control); stroke-width: 5; stroke-linecap: round; stroke-linejoin: round; }
  .card ol.steps { list-style: none; padding: 0; counter-reset: step; display: grid; gap: .75em; }
  .step { display: flex; gap: .75em; align-items: flex-start; }
  .step > div { flex: 1; min-inline-size: 0; }
  .steps .step { counter-increment: step; }
  .steps h5::before { content: counter(step) ". "; }
  @container (max-width: 19em) {
    .step { flex-direction: column; }
  }
  .map { display: block; inline-size: min(100%, 22em); margin-inline: auto; }
  .map .line { pointer-events: none; }
  .region { cursor: pointer; fill: var(--pl-soft); stroke: var(--pl-control); stroke-width: 1; outline: none; }
  .region:hover { fill: var(--pl-visitor); stroke: var(--pl-accent); stroke-width: 2; }
  .region:focus-visible { fill: var(--pl-visitor); stroke: var(--pl-focus); stroke-width: 5; }
  .face-map select {
    font: inherit; color: var(--pl-text); background: var(--pl-ground); border: 1px solid var(--pl-control);
    border-radius: .5em; padding: .4em .6em; min-block-size: 2.75em; max-inline-size: 100%;
  }
  .face-map ul.places { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5em; }
  .practice { display: grid; gap: .75em; overflow-x: auto; }
  .chart { max-inline-size: 100%; block-size: auto; }
  .chart .bar { fill: var(--pl-accent); }
  .chart .grid { stroke: var(--pl-line); stroke-width: 1; }
  .weeks { font-size: .875em; }
  .timer { border: 1px solid var(--pl-line); border-radius: .5em; padding: .75em; display: grid; gap: .5em; justify-items: center; }
  .timer .digits { font-size: 2.5em; line-height: 1.1; font-weight: 650; font-variant-numeric: tabular-nums; }
  .card progress { inline-size: 100%; block-size: .6em; accent-color: var(--pl-accent); }
  .timer .buttons { justify-content: center; }
  @media (forced-colors: active) {
    .drawing { background: Canvas; border: 1px solid CanvasText; }
    .line path { stroke: CanvasText; }
    .works { fill: Highlight; stroke: Highlight; }
    .arrow, .finger { stroke: LinkText; }
    .finger { fill: Canvas; }
    .tool, .chart .grid { stroke: GrayText; }
    .chart .bar, .meter .bar.full { forced-color-adjust: none; fill: CanvasText; background: CanvasText; }
    .region { fill: Canvas; stroke: GrayText; }
    .region:hover { fill: Canvas; stroke: Highlight; }
    .region:focus-visible { fill: Canvas; stroke: Highlight; }
  }
`;
