/** The look of the launcher, and where the chat stands on the page. */
export const launcherStyles = `
:host {
  --launcher: var(--plumbline-accent, #0b5563);
  --on-launcher: var(--plumbline-accent-text, #fff);
  position: fixed; inset-block-end: max(1rem, env(safe-area-inset-bottom)); inset-inline-end: max(1rem, env(safe-area-inset-right));
  z-index: var(--plumbline-z-index, 2147483000);
}
:host([position="start"]) { inset-inline: max(1rem, env(safe-area-inset-left)) auto; }
:host([inline]) { position: static; display: block; block-size: var(--plumbline-height, 40rem); }
section { display: contents; }
button, a {
  display: block; box-sizing: border-box; margin: 0; max-inline-size: calc(100vw - 2rem); min-block-size: 3rem; padding: .6rem 1.25rem;
  border: 2px solid var(--launcher); border-radius: 1.5rem; background: var(--launcher); color: var(--on-launcher);
  font: 600 1rem/1.4 var(--plumbline-font, system-ui, sans-serif); text-decoration: none; cursor: pointer;
  box-shadow: 0 2px 10px #0005;
}
button:hover, a:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--on-launcher); outline-offset: -6px; box-shadow: 0 0 0 3px var(--launcher), 0 0 0 6px #fff; }
b {
  display: inline-block; min-inline-size: 1.4em; margin-inline-start: .5em; padding-inline: .3em; border-radius: 1em;
  background: var(--on-launcher); color: var(--launcher); text-align: center;
}
@media screen and (prefers-color-scheme: dark) {
  :host(:not([theme="light"])) { --launcher: var(--plumbline-accent-dark, #74cad9); --on-launcher: var(--plumbline-accent-text-dark, #06262c); }
}
:host([theme="dark"]) { --launcher: var(--plumbline-accent-dark, #74cad9); --on-launcher: var(--plumbline-accent-text-dark, #06262c); }
@media (max-width: 30rem), (max-height: 30rem) { :host([opened]) button { display: none; } }
@media print { :host { display: none; } }
`;
