/** Safety answers, and cards on paper. */
import { css } from "../../styles";

export const specialStyles = css`
  .safety {
    --level: var(--pl-urgent);
    border: 3px solid var(--level); border-inline-start-width: 10px; border-radius: .5em; padding: .75em 1em;
    background: var(--pl-urgent-ground);
  }
  .safety.emergency { --level: var(--pl-emergency); background: var(--pl-emergency-ground); border-style: double; border-width: 6px; }
  .safety.distress { --level: var(--pl-distress); background: var(--pl-distress-ground); }
  .safety .level-name { color: var(--level); font-size: 1.25em; }
  .safety .fixed { font-size: 1.0625em; }
  .card pre { max-block-size: 20em; overflow: auto; font-size: .8125em; background: var(--pl-soft); padding: .75em; white-space: pre-wrap; }
  @media print {
    .meter .bar { print-color-adjust: exact; }
    .card :is(button, textarea), .card .said, .card .tools, .card .feedback, .card .next, .timer { display: none; }
    .card button.cite { display: inline; border: none; padding: 0; }
    .cite::before { content: "["; }
    .cite::after { content: "]"; }
    .side, .point, .step, .source, tr, .caution { break-inside: avoid; }
    .wide { overflow: visible; }
    .card summary { list-style: none; }
  }
`;
