import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it as it is where colours aren't wanted. */
export type Paint = (style: Style, text: string) => string;

/** A painter for a terminal that shows colours or doesn't. */
export function painter(colours: boolean): Paint {
  return colours ? (style, text) => styleText(style, text) : (_style, text) => text;
}
