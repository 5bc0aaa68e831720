/** As many of a text's words, and of a word's letters, are read: more than a language needs, and a bound. */
export const readAtMost = { words: 160, letters: 60 } as const;

const drawnOut = /(.)\1{2,}/gu;

/** The words that are read of a text, letter after letter in one memory: a string of each would cost more to make than to read. */
export class WordList {
  readonly codes = new Uint16Array(readAtMost.words * readAtMost.letters);
  /** Where each word begins and the one before it ends. */
  readonly bounds = new Uint16Array(readAtMost.words + 1);
  count = 0;

  /** Holds words as they are written, in lower case and `sooo` as `so`. */
  replace(words: readonly string[]): void {
    this.count = 0;
    for (const word of words) this.#add(word.slice(0, readAtMost.letters).toLowerCase().replace(drawnOut, "$1"));
  }

  #add(word: string): void {
    const start = this.bounds[this.count] as number;
    for (let index = 0; index < word.length; index += 1) this.codes[start + index] = word.charCodeAt(index);
    this.count += 1;
    this.bounds[this.count] = start + word.length;
  }
}
