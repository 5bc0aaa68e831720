/** Bits that one search needs and the next may have: to make them anew costs more than the search. */
export class ScratchBits {
  #bits = new Uint32Array(0);

  cleared(words: number): Uint32Array {
    if (this.#bits.length < words) this.#bits = new Uint32Array(words * 2);
    else this.#bits.fill(0, 0, words);
    return this.#bits;
  }
}
