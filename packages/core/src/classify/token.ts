/** One word, number, emoji, or character of a script without spaces. */
export interface Token {
  /** Folded: how phrases know it. */
  readonly text: string;
  readonly exact: string;
  readonly shortened: readonly string[];
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** What parts it from the token before: nothing, a comma, or the end of a sentence. */
  readonly breakBefore: 0 | 1 | 2;
  readonly kind: "word" | "number" | "character" | "emoji";
  readonly shouted: boolean;
  readonly cased: boolean;
  /** Where each tree of phrases has what it is to it, once asked, by the tree's number; shared by all tokens that read alike. */
  readonly symbols: (number | undefined)[];
}
