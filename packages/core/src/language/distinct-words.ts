import { readAtMost, type WordList } from "./word-list.js";

const capacity = 512;

const sameLetters = ({ codes, bounds }: WordList, left: number, right: number): boolean => {
  const [from, other] = [bounds[left] as number, bounds[right] as number];
  const length = (bounds[left + 1] as number) - from;
  if ((bounds[right + 1] as number) - other !== length) return false;
  for (let index = 0; index < length; index += 1) if (codes[from + index] !== codes[other + index]) return false;
  return true;
};

/** Tells which of a text's words have stood in it before. */
export class DistinctWords {
  /** The number of a word and one, or 0. */
  readonly #slots = new Uint8Array(capacity);
  readonly #hashes = new Int32Array(readAtMost.words);

  clear(): void {
    this.#slots.fill(0);
  }

  /** Whether a word, known by its number in the list, is the first of its letters. */
  add(words: WordList, number: number, hash: number): boolean {
    for (let slot = (hash ^ (hash >>> 15)) & (capacity - 1); ; slot = (slot + 1) & (capacity - 1)) {
      const held = this.#slots[slot] as number;
      if (held === 0) {
        this.#slots[slot] = number + 1;
        this.#hashes[number] = hash;
        return true;
      }
      if (this.#hashes[held - 1] === hash && sameLetters(words, held - 1, number)) return false;
    }
  }
}
