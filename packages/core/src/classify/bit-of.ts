/** The bit that stands for a number, and for each 32nd after it. */
export const bitOf = (number: number): number => 1 << (number & 31);
