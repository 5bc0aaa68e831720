/** Symbols are told apart by so many bits: each stands for others too. */
const symbolBits = 2048;

/** What a text has anywhere, as bits in words of 32: first those of its symbols, then one for each choice by which nodes go on. */
export const anywhereBits = { firstChoice: symbolBits, firstWordOfChoices: symbolBits >>> 5 } as const;

export const anywhereBitOfSymbol = (symbol: number): number => symbol & (symbolBits - 1);

export function hasBit(bits: Int32Array, bit: number): boolean {
  return ((bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}
