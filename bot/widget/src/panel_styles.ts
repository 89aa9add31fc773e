/** The look of the chat around the answers. Lengths follow the size of the text, so that it can be enlarged. */
import { css } from "./styles";

const frame = css`
  :host { font: var(--pl-size)/1.5 var(--pl-font); color: var(--pl-text); }
  :host, :host * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  .panel {
    position: fixed; inset-block-end: calc(max(1rem, env(safe-area-inset-bottom)) + 3.75rem); inset-inline-end: max(1rem, env(safe-area-inset-right));
    inline-size: min(var(--plumbline-width, 27rem), 100vw - 2rem); block-size: min(var(--plumbline-height, 44rem), 100dvh - 6rem);
    display: flex; flex-direction: column; overflow: hidden; z-index: var(--plumbline-z-index, 2147483000);
    background: var(--pl-ground); border: 1px solid var(--pl-control); border-radius: var(--pl-radius); box-shadow: 0 8px 32px #0004;
  }
  :host([position="start"]) .panel { inset-inline: max(1rem, env(safe-area-inset-left)) auto; }
  :host([inline]) .panel { position: static; inline-size: 100%; block-size: 100%; box-shadow: none; }
  .panel > * { flex: none; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .bubble > .unseen { position: static; display: inline-block; inline-size: 0; block-size: 1em; }
`;

const top = css`
  header { display: flex; align-items: center; gap: .5rem; padding: .5rem .75rem; background: var(--pl-accent); color: var(--pl-on-accent); }
  h2 { flex: 1; margin: 0; font-size: 1.125em; line-height: 1.3; }
  header button { min-inline-size: 2.75rem; min-block-size: 2.75rem; padding: .25rem .75rem; border: 1px solid transparent; border-radius: .6rem;
    background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
  header button:hover { border-color: currentColor; }
  header svg { inline-size: 1.25rem; block-size: 1.25rem; vertical-align: -.3rem; fill: none; stroke: currentColor; stroke-width: 2.5; }
  #menu { margin: 0; padding: .25rem; list-style: none; border-block-end: 1px solid var(--pl-line); max-block-size: 60%; overflow: auto; }
  #menu button { inline-size: 100%; min-block-size: 2.75rem; padding: .25rem .75rem; border: 0; border-radius: .5rem; background: none;
    color: var(--pl-text); font: inherit; text-align: start; cursor: pointer; }
  #menu button:hover { background: var(--pl-soft); text-decoration: underline; }
  .disclaimer { margin: 0; padding: .35rem .75rem; border-block-end: 1px solid var(--pl-line); background: var(--pl-soft); color: var(--pl-muted);
    font-size: .8125em; }
  .banner, .notice { margin: 0; padding: .6rem .75rem; border-block-end: 1px solid var(--pl-urgent); background: var(--pl-urgent-ground); }
  .banner { border-inline-start: 5px solid var(--pl-urgent); }
  .banner { display: grid; gap: .5rem; }
  .banner > * { margin: 0; }
  .banner h3 { font-size: 1em; }
  .notice { border-block-end-color: var(--pl-line); background: var(--pl-soft); }
  .banner a, .bot a { color: var(--pl-accent); }
`;

const conversation = css`
  .panel > .log { flex: 1 1 auto; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; padding: .75rem; }
  ol[part] { margin: 0; padding: 0; list-style: none; display: flex; flex-direction: column; gap: .75rem; }
  li { min-inline-size: 0; }
  .panel :is(p, h3, button) { unicode-bidi: plaintext; }
  .visitor { align-self: flex-end; max-inline-size: 88%; display: grid; justify-items: end; gap: .25rem; }
  .bubble { margin: 0; padding: .5rem .8rem; border-radius: .9rem; background: var(--pl-soft); border: 1px solid var(--pl-line); white-space: pre-line;
    overflow-wrap: anywhere; inline-size: fit-content; max-inline-size: 100%; }
  .visitor .bubble { background: var(--pl-visitor); border-end-end-radius: .2rem; }
  .bot > .bubble { max-inline-size: 92%; border-end-start-radius: .2rem; }
  .bot { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; }
  .failed { border: 1px dashed var(--pl-urgent); background: var(--pl-urgent-ground); }
  .sign { margin: 0; font-size: .8125em; color: var(--pl-muted); }
  .alert { border-radius: .5rem; }
  .buttons { margin: 0; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
  .buttons button, .jump, .composer button { min-block-size: 2.75rem; padding: .4rem 1rem; border: 1px solid var(--pl-control); border-radius: 1.4rem;
    background: var(--pl-ground); color: var(--pl-accent); font: inherit; text-align: start; cursor: pointer; }
  .buttons button:hover, .jump:hover { background: var(--pl-soft); text-decoration: underline; }
  .buttons .main, .composer .main { background: var(--pl-accent); border-color: var(--pl-accent); color: var(--pl-on-accent); font-weight: 600; }
  .buttons .main:hover, .composer .main:hover { background: var(--pl-accent); text-decoration: underline; }
  .welcome > * { margin: 0 0 .75rem; }
  .welcome h3 { font-size: 1em; }
  .working { margin: .75rem 0 0; color: var(--pl-muted); }
  .dots { display: inline-flex; gap: .25rem; margin-inline-end: .35rem; }
  .dots i { inline-size: .45rem; block-size: .45rem; border-radius: 50%; background: currentColor; }
  .jump { align-self: center; margin-block: .35rem; border-color: var(--pl-accent); font-weight: 600; }
  #map { margin-block-start: .75rem; }
`;

const writing = css`
  .composer { display: flex; flex-wrap: wrap; align-items: flex-end; gap: .5rem; padding: .6rem .75rem; border-block-start: 1px solid var(--pl-line); }
  textarea#draft { flex: 1 1 10rem; min-inline-size: 0; min-block-size: 2.75rem; max-block-size: 9rem; padding: .55rem .8rem; resize: none;
    border: 1px solid var(--pl-control); border-radius: .8rem; background: var(--pl-ground); color: inherit; font: inherit; line-height: 1.4;
    field-sizing: content; overflow-y: auto; }
  textarea#draft::placeholder { color: var(--pl-muted); opacity: 1; }
  textarea#draft[aria-invalid="true"] { border: 2px solid var(--pl-emergency); }
  #note { flex-basis: 100%; margin: 0; font-size: .875em; color: var(--pl-muted); }
  #note.problem { color: var(--pl-emergency); font-weight: 600; }
  :is(button, a, textarea, [tabindex]):focus-visible { outline: 3px solid var(--pl-focus); outline-offset: 2px; }
  .log:focus-visible { outline-offset: -4px; }
  header button:focus-visible { outline-color: var(--pl-on-accent); outline-offset: -4px; }
  #menu button:focus-visible { outline-offset: -3px; }
`;

const circumstances = css`
  @media (prefers-reduced-motion: no-preference) {
    .dots i { animation: blink 1.2s infinite; }
    .dots i:nth-child(2) { animation-delay: .2s; }
    .dots i:nth-child(3) { animation-delay: .4s; }
    @keyframes blink { 50% { opacity: .25; } }
  }
  @media (max-width: 30rem), (max-height: 30rem) {
    :host(:not([inline])) .panel { inset: 0; inline-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; }
  }
  /* A low screen, as at 400 %: everything scrolls together, or nothing would be left for the conversation. */
  @media (max-height: 30rem) {
    :host(:not([inline])) .panel { display: block; overflow-y: auto; }
    :host(:not([inline])) .log { overflow-y: visible; }
  }
  @media (forced-colors: active) {
    .bubble, .banner, .panel, .disclaimer { border: 1px solid CanvasText; }
    .alert { border: 3px double CanvasText; }
    .dots i { background: CanvasText; forced-color-adjust: none; }
  }
  @media print {
    :host { display: none; }
  }
`;

export const panelStyles = css`${frame}${top}${conversation}${writing}${circumstances}`;
