/** The end of short texts that start differently, ready to be hashed behind any of them: it need not be read anew for each. */
export class TextEnd {
  readonly text: string;
  /** All bits of its characters. */
  readonly bits: number;
  readonly #words: (Int32Array | undefined)[] = [undefined, undefined, undefined, undefined];

  constructor(text: string) {
    this.text = text;
    let bits = 0;
    for (let index = 0; index < text.length; index += 1) bits |= text.charCodeAt(index);
    this.bits = bits;
  }

  /** Its characters as words, where the first stands at this place of its word, and the single bit that ends every text. */
  wordsFrom(place: number): Int32Array {
    return (this.#words[place] ??= wordsOf(this.text, place));
  }
}

function wordsOf(text: string, place: number): Int32Array {
  const words = new Int32Array((place + text.length + 4) >> 2);
  for (let index = 0; index <= text.length; index += 1) {
    const at = place + index;
    const code = index < text.length ? text.charCodeAt(index) : 0x80;
    words[at >> 2] = (words[at >> 2] as number) | (code << (24 - 8 * (at & 3)));
  }
  return words;
}
