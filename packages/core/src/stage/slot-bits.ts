/**
 * A bit for each slot, sixteen in a word: small whole numbers on every engine, so that a case has few words to write and a policy few to
 * look at.
 */
export type SlotBits = number[];

const wordBits = 16;

/** Bits for so many slots, none of them set. */
export function noBits(slots: number): SlotBits {
  const bits: SlotBits = [];
  makeRoom(bits, slots);
  return bits;
}

/** Adds unset bits until there are some for so many slots. */
export function makeRoom(bits: SlotBits, slots: number): void {
  while (bits.length * wordBits < slots) bits.push(0);
}

/** Bits of which those of some slots are set. */
export function bitsOf(indices: readonly number[]): SlotBits {
  const bits = noBits(Math.max(-1, ...indices) + 1);
  for (const index of indices) setBit(bits, index);
  return bits;
}

/** Sets the bit of a slot, which may be behind the last word. */
export function setBit(bits: SlotBits, index: number): void {
  const word = index >> 4;
  while (bits.length <= word) bits.push(0);
  bits[word] = (bits[word] as number) | (1 << (index & 15));
}

export function clearBit(bits: SlotBits, index: number): void {
  const word = index >> 4;
  if (word < bits.length) bits[word] = (bits[word] as number) & ~(1 << (index & 15));
}

export function hasBit(bits: SlotBits, index: number): boolean {
  const word = index >> 4;
  return word < bits.length && (((bits[word] as number) >> (index & 15)) & 1) === 1;
}

/** Sets the bits that are set in others. */
export function setBits(bits: SlotBits, others: SlotBits): void {
  while (bits.length < others.length) bits.push(0);
  for (let word = 0; word < others.length; word += 1) bits[word] = (bits[word] as number) | (others[word] as number);
}

/** Those bits of a word that are set in one list and not in another. */
export function bitsWithout(bits: SlotBits, others: SlotBits, word: number): number {
  return (bits[word] as number) & ~(others[word] ?? 0);
}

/** The slot of the lowest bit that is set in a word. */
export function lowestSlot(word: number, bits: number): number {
  return (word << 4) + 31 - Math.clz32(bits & -bits);
}
