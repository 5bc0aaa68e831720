/** What a token is to a tree, which is the same for all tokens that read alike. */
export interface TokenSymbols {
  readonly symbols: readonly number[];
  /** A bit for each symbol. */
  readonly bits: number;
  /** The children of the root, and of the root of choices, by these symbols. */
  readonly fromRoot: readonly number[];
  readonly fromChoices: readonly number[];
}
