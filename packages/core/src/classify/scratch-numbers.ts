/** Numbers that one search needs and the next may have: to make them anew costs more than the search. */
export class ScratchNumbers {
  #numbers = new Int32Array(0);

  /** So many at least, of whatever value. */
  ofLength(length: number): Int32Array {
    if (this.#numbers.length < length) this.#numbers = new Int32Array(length * 2);
    return this.#numbers;
  }

  /** So many zeros. */
  cleared(length: number): Int32Array {
    return this.ofLength(length).fill(0, 0, length);
  }
}
