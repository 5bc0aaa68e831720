/** The numbers of a slot: the word's hash, what is known of it (0 where the slot is empty), where its letters stand, and how many. */
const slotSize = 4;
const at = { hash: 0, value: 1, start: 2, length: 3 } as const;

/** The hash by which a word is looked up. */
export const hashOf = (codes: Uint16Array, start: number, end: number): number => {
  let hash = 0x811c9dc5 | 0;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (codes[index] as number), 0x01000193);
  return hash;
};

const spread = (hash: number): number => hash ^ (hash >>> 15);

/** Words and a number other than 0 for each, found by their letters without a string being made of them. */
export class WordTable {
  readonly #mask: number;
  readonly #slots: Int32Array;
  readonly #letters: Uint16Array;

  constructor(values: ReadonlyMap<string, number>) {
    let capacity = 4;
    while (capacity < values.size * 2) capacity *= 2;
    const mask = capacity - 1;
    const slots = new Int32Array(capacity * slotSize);
    const letters = new Uint16Array([...values.keys()].reduce((sum, word) => sum + word.length, 0));
    let start = 0;
    for (const [word, value] of values) {
      const end = start + word.length;
      for (let index = start; index < end; index += 1) letters[index] = word.charCodeAt(index - start);
      const hash = hashOf(letters, start, end);
      let slot = spread(hash) & mask;
      while (slots[slot * slotSize + at.value] !== 0) slot = (slot + 1) & mask;
      const place = slot * slotSize;
      slots[place + at.hash] = hash;
      slots[place + at.value] = value;
      slots[place + at.start] = start;
      slots[place + at.length] = word.length;
      start = end;
    }
    this.#mask = mask;
    this.#slots = slots;
    this.#letters = letters;
  }

  /** The number of the word whose letters stand in `codes` from `start` up to `end`; 0 for an unknown one. */
  valueOf(codes: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    for (let slot = spread(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const place = slot * slotSize;
      const value = slots[place + at.value] as number;
      if (value === 0) return 0;
      if (
        slots[place + at.hash] === hash &&
        this.#has(slots[place + at.start] as number, slots[place + at.length] as number, codes, start, end)
      )
        return value;
    }
  }

  #has(first: number, length: number, codes: Uint16Array, start: number, end: number): boolean {
    if (length !== end - start) return false;
    for (let index = 0; index < length; index += 1) if (this.#letters[first + index] !== codes[start + index]) return false;
    return true;
  }
}
