/** The look of the cards. Colours are those of ../tokens.ts; lengths follow the size of the text. */
import { css, type Styles } from "../../styles";
import { answerStyles } from "./answer";
import { controlStyles } from "./controls";
import { pictureStyles } from "./pictures";
import { specialStyles } from "./special";

export const cardStyles: Styles = css`${controlStyles}${answerStyles}${pictureStyles}${specialStyles}`;
