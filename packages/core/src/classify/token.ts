/** One word, number, emoji, or character of a script without spaces. */
export interface Token {
  /** The number of the word in the table it was read with, which knows how it is looked up. */
  readonly number: number;
  /** What is counted of it, as {@link wordMarks} says. */
  readonly marks: number;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** What parts it from the token before: nothing, a comma, or the end of a sentence. */
  readonly breakBefore: 0 | 1 | 2;
  readonly kind: "word" | "number" | "character" | "emoji";
}
