/** Symbols are told apart by so many numbers: each stands for others too. More tell more apart, and push what a search reads out of the cache. */
const symbolCount = 1024;

/**
 * Where in a text symbols and choices are, as a number for each, in which a bit stands for a token and for each 32nd after it. So many
 * numbers are of symbols, and one of each choice by which nodes go on follows.
 */
export const whereabouts = { firstChoice: symbolCount } as const;

/** The bits of all tokens. */
export const everywhere = -1;

/** Which of the numbers is a symbol's. */
export const keyOfSymbol = (symbol: number): number => symbol & (symbolCount - 1);
