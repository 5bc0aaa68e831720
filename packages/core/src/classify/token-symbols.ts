/** What a token is to a tree, which is the same for all tokens that read alike. */
export interface TokenSymbols {
  readonly symbols: readonly number[];
  /** A bit for each symbol. */
  readonly bits: number;
  /** The children of the root, and of the root of choices, by these symbols. */
  readonly fromRoot: readonly number[];
  readonly fromChoices: readonly number[];
}

/** What a word is that no phrase of a tree has: most words of a text. */
export const unknownToken: TokenSymbols = { symbols: [], bits: 0, fromRoot: [], fromChoices: [] };
