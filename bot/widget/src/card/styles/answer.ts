/** The parts of an answer: cautions, the bottom line, the meter, both sides, sources, tables. */
import { css } from "../../styles";

export const answerStyles = css`
  .caution, .warnings li {
    display: flex; gap: .5em; padding: .6em .75em; border: 1px solid var(--pl-urgent); border-inline-start-width: 5px;
    border-radius: .5em; background: var(--pl-urgent-ground);
  }
  .caution .icon, .caution strong, .warnings strong { color: var(--pl-urgent); }
  .caution .status { font-size: .875em; }
  .card ul.warnings { list-style: none; padding: 0; display: grid; gap: .5em; }
  .warnings li { display: block; }
  .remark, .left-out { color: var(--pl-muted); border-inline-start: 3px solid var(--pl-line); padding-inline-start: .75em; }
  .headline dfn { font-style: normal; }
  .evidence { display: flex; flex-wrap: wrap; gap: .25em .5em; align-items: center; }
  .evidence-label { font-size: .875em; color: var(--pl-muted); }
  .meter { display: inline-flex; gap: 2px; vertical-align: baseline; }
  .meter .bar { inline-size: .5em; block-size: .75em; box-sizing: border-box; border: 1px solid var(--pl-control); border-radius: 2px; }
  .meter .bar.full { background: var(--pl-accent); border-color: var(--pl-accent); }
  .evidence .bar { inline-size: .75em; block-size: 1em; }
  .level { white-space: nowrap; }
  .sides { display: grid; gap: .75em; }
  .side { border: 1px solid var(--pl-line); border-block-start: 4px solid var(--pl-control); border-radius: .5em; padding: .6em .75em; }
  .side.supports { border-block-start-color: var(--pl-for); }
  .side.opposes { border-block-start-color: var(--pl-against); border-block-start-style: double; }
  .side.mixed { border-block-start-style: dashed; }
  .supports > :is(h4, h5) { color: var(--pl-for); }
  .opposes > :is(h4, h5) { color: var(--pl-against); }
  .card .side ul { list-style: none; padding: 0; }
  .side li + li { margin-block-start: .75em; padding-block-start: .75em; border-block-start: 1px solid var(--pl-line); }
  .point > p + p { margin-block-start: .25em; }
  @container (min-width: 34em) {
    .sides { grid-template-columns: repeat(auto-fit, minmax(15em, 1fr)); align-items: start; }
    .side:is(.mixed, .neutral), .sides:not(:has(> .supports + .opposes, > .opposes + .supports)) > .side { grid-column: 1 / -1; }
  }
  .advice, .referral, .debate { background: var(--pl-soft); border: 1px solid transparent; border-radius: .5em; padding: .6em .75em; }
  .card .sources ol { list-style: none; padding: 0; }
  .source { border-block-start: 1px solid var(--pl-line); padding-block-end: .25em; }
  .source > :not(summary) { padding-inline-start: 2.2em; padding-block-end: .35em; }
  .card .source > summary { font-weight: 400; color: var(--pl-text); }
  .source .number {
    display: inline-block; min-inline-size: 1.5em; text-align: center; border: 1px solid var(--pl-line); border-radius: .5em;
    color: var(--pl-accent);
  }
  .funding strong { color: var(--pl-against); }
  .address { font-size: .875em; color: var(--pl-muted); flex-basis: 100%; order: 1; }
  .wide { overflow-x: auto; border: 1px solid var(--pl-line); border-radius: .5em; }
  .card table { border-collapse: collapse; inline-size: 100%; }
  .card caption { text-align: start; padding: .5em .75em; font-weight: 650; }
  .card :is(th, td) { border: 1px solid var(--pl-line); padding: .5em .75em; text-align: start; vertical-align: top; }
  .card th { background: var(--pl-soft); }
  .wide :is(th, td) { min-inline-size: 8em; }
  .wide tbody th { min-inline-size: 6em; }
  .card dl { display: grid; gap: .5em; }
  .card dt { font-weight: 650; }
  .plan { display: grid; gap: 1em; }
  .plan > li::marker { font-weight: 650; }
  .more { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; }
`;
