const scatter = 0x01000193;

/** Beginnings of words with a symbol each: those of one word are found by going through its letters once. */
export class BeginningTable {
  readonly #longest: number;
  /** By hash: the place of a beginning and 1, or 0. */
  readonly #slots: Int32Array;
  readonly #hashes: Int32Array;
  readonly #texts: readonly string[];
  readonly #symbols: readonly number[];

  constructor(beginnings: ReadonlyMap<string, number>) {
    this.#texts = [...beginnings.keys()];
    this.#symbols = [...beginnings.values()];
    this.#longest = this.#texts.reduce((most, { length }) => Math.max(most, length), 0);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(4 * this.#texts.length + 1)));
    this.#hashes = Int32Array.from(this.#texts, hashOf);
    const mask = this.#slots.length - 1;
    for (const [place, hash] of this.#hashes.entries()) {
      let slot = slotOf(hash) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = place + 1;
    }
  }

  /** Adds the symbols of all beginnings that a word has, the shortest first. */
  addTo(found: number[], word: string): void {
    const end = Math.min(word.length, this.#longest);
    const mask = this.#slots.length - 1;
    let hash = 0;
    for (let at = 0; at < end; at += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(at), scatter);
      for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
        const place = (this.#slots[slot] as number) - 1;
        if (place < 0) break;
        if (this.#hashes[place] !== hash) continue;
        const text = this.#texts[place] as string;
        if (text.length !== at + 1 || !word.startsWith(text)) continue;
        found.push(this.#symbols[place] as number);
        break;
      }
    }
  }
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), scatter);
  return hash;
}

function slotOf(hash: number): number {
  return hash ^ (hash >>> 15);
}
