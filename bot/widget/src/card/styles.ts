/** The look of the cards. Colours are custom properties that the panel sets (tokens.ts). */
import { css } from "lit";

export const cardStyles = css`
  .card { display: block; }
`;
