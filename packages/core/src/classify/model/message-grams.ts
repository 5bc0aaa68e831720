const blank = 0x20;
const firstHash = 0x811c9dc5;
const hashStep = 0x01000193;
const keyBits = 20;

/** Languages whose words are short in characters: grams of one character to four, of two to five in the others. */
const denseLanguages: ReadonlySet<string> = new Set(["zh", "ja", "ko", "th"]);

/**
 * The keys of the character grams within the words of a normalised message, each word with the blanks around it. A key of 20 bits
 * comes as often as its gram stands in the message.
 *
 * @param keys where to put them; it must hold four for each unit
 * @returns how many there are
 */
export function readGrams(units: Uint16Array, language: string, keys: Int32Array): number {
  const shortest = denseLanguages.has(language) ? 1 : 2;
  const longest = shortest + 3;
  let count = 0;
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
      keys[count] = (mixed ^ (mixed >>> 13)) >>> (32 - keyBits);
      count += 1;
    }
  }
  return count;
}

/** How many grams of a message begin at one unit at most. */
export const gramsPerUnit = 4;
