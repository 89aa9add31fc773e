/** Answers as cards. Everything that the panel needs of this folder is exported here. */
export { announcement } from "./announcement";
export { card } from "./card";
export type { CardContext, Strings } from "./context";
export { faceMap } from "./face_map";
export { cardStyles } from "./styles";
