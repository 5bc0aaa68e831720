// Controls, bidi marks, embeddings, overrides and isolates: none belongs in a name or a place, and some would turn the text around.
const unwanted = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;
const longest = 200;

/** A text of the case as it may stand inside a sentence: one line, no control characters, not endless. */
export function plainText(text: string): string {
  const line = text.replace(unwanted, " ").replace(/\s+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join("")}…`;
}

/** The same, set apart from text that runs the other way. */
export function isolated(text: string, rightToLeft: boolean): string {
  return rightToLeft ? `\u2068${text}\u2069` : text;
}
