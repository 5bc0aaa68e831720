/** The bit that stands for a number, and for each 32nd after it. */
export const bitOf = (number: number): number => 1 << (number & 31);

/** The bits of tokens from one on, the first one's lowest. Turned and not shifted, for each bit stands for every 32nd token after it, too. */
export const turned = (bits: number, by: number): number => (bits >>> (by & 31)) | (bits << (-by & 31));
