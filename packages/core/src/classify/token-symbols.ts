/**
 * What a token is to a tree, as a list in the tree's memory: the bits of its symbols; how many symbols it has, how many numbers
 * tell the children of the root they lead to, and how many those of the root of choices; these three in turn: the symbols, each
 * child as a node with what it leads on by and the bits of its words, and in the tree of choices with the alternative that ends there;
 * and how many and which choices end at any of the last. The same for all tokens that read alike.
 */
export const tokenSymbols = { bits: 0, symbols: 1, fromRoot: 2, fromChoices: 3, first: 4 } as const;
/** So many numbers tell a child of the root, and one of the root of choices. */
export const childSize = { ofRoot: 2, ofChoices: 3 } as const;

/** The place of a word that no phrase of a tree has: most words of a text. */
export const unknownToken = 0;
