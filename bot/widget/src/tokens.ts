/**
 * Colours, lengths and fonts. The panel and the cards use the short names (`--pl-…`); a website changes them through the
 * public ones (`--plumbline-…`), which bot/widget/README.md lists. Each pair of text and ground has a contrast of at
 * least 7:1 in both themes, and each border of a control 3:1.
 */
import { css } from "./styles";

const light = css`
  --pl-ground: var(--plumbline-background, #ffffff);
  --pl-text: var(--plumbline-text, #1b2126);
  --pl-muted: var(--plumbline-muted, #424d56);
  --pl-soft: #eff3f5;
  --pl-line: #c9d1d7;
  --pl-control: #74808a;
  --pl-accent: var(--plumbline-accent, #0b5563);
  --pl-on-accent: var(--plumbline-accent-text, #ffffff);
  --pl-visitor: #d9ebee;
  --pl-focus: #0b4f9e;
  --pl-emergency: #9b1013;
  --pl-emergency-ground: #fff0ef;
  --pl-urgent: #744600;
  --pl-urgent-ground: #fff5dd;
  --pl-distress: #46358a;
  --pl-distress-ground: #f3f0ff;
  --pl-for: #13582f;
  --pl-against: #8a2e15;
`;

const dark = css`
  --pl-ground: var(--plumbline-background-dark, #15191d);
  --pl-text: var(--plumbline-text-dark, #e8ecef);
  --pl-muted: var(--plumbline-muted-dark, #bcc6ce);
  --pl-soft: #20272d;
  --pl-line: #3b454e;
  --pl-control: #84909a;
  --pl-accent: var(--plumbline-accent-dark, #74cad9);
  --pl-on-accent: var(--plumbline-accent-text-dark, #06262c);
  --pl-visitor: #17363d;
  --pl-focus: #9cc7ff;
  --pl-emergency: #ffb4ae;
  --pl-emergency-ground: #3b1614;
  --pl-urgent: #ffd58c;
  --pl-urgent-ground: #352807;
  --pl-distress: #d0c6ff;
  --pl-distress-ground: #27214b;
  --pl-for: #8fd6ab;
  --pl-against: #f3b39f;
`;

/** The tokens of a shadow root whose host has `theme="light"`, `"dark"` or neither (as the visitor's system has it). */
export const tokens = css`
  :host {
    ${light}
    --pl-font: var(--plumbline-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
    --pl-radius: var(--plumbline-radius, 12px);
    --pl-size: var(--plumbline-font-size, 1rem);
    color-scheme: light;
  }
  @media screen and (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) { ${dark} color-scheme: dark; }
  }
  @media screen {
    :host([theme="dark"]) { ${dark} color-scheme: dark; }
  }
`;
