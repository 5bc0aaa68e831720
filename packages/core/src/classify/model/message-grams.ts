const blank = 0x20;
const firstHash = 0x811c9dc5;
const hashStep = 0x01000193;

/** Bits of a gram's key. */
export const gramKeyBits = 22;

/** Languages whose words are short in characters: grams of one character to four, of two to five in the others. */
const denseLanguages: ReadonlySet<string> = new Set(["zh", "ja", "ko", "th"]);

/** The shortest and the longest gram of a language. */
export function gramLengths(language: string): readonly [shortest: number, longest: number] {
  return denseLanguages.has(language) ? [1, 4] : [2, 5];
}

/**
 * Visits the character grams within the words of a normalised message, each word with the blanks around it. A gram comes as often
 * as it stands in the message.
 *
 * @param visit gets a hash of {@link gramKeyBits} bits, and the gram's length
 */
export function visitGrams(units: Uint16Array, language: string, visit: (key: number, length: number) => void): void {
  const [shortest, longest] = gramLengths(language);
  let wordEnd = 0;
  for (let start = 0; start < units.length - 1; start += 1) {
    if (units[start] === blank) {
      wordEnd = start + 1;
      while (units[wordEnd] !== blank) wordEnd += 1;
    }
    const last = Math.min(start + longest, wordEnd + 1);
    let hash = firstHash;
    for (let end = start; end < last; end += 1) {
      hash = Math.imul(hash ^ (units[end] as number), hashStep);
      const length = end - start + 1;
      if (length < shortest || (length === 1 && units[end] === blank)) continue;
      const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      visit((mixed ^ (mixed >>> 13)) >>> (32 - gramKeyBits), length);
    }
  }
}
