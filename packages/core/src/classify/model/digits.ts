/** Printable characters without quotes, backslash and the sign of a template. */
const alphabet = Array.from({ length: 93 }, (_, index) => String.fromCharCode(index + 33)).filter(
  (character) => !`"'\`\\$`.includes(character),
);
const valueOf = new Int8Array(128);
for (const [value, character] of alphabet.entries()) valueOf[character.charCodeAt(0)] = value;

const written = /^[!#%&(-[\]-_a-}]*$/u;

/** Whether a value is a text of nothing but digits. */
export function isDigits(value: unknown): value is string {
  return typeof value === "string" && written.test(value);
}

/** How many values one character tells apart. */
export const digitCount = alphabet.length;

/** The character of a value below {@link digitCount}. */
export function digit(value: number): string {
  return alphabet[value] as string;
}

/** The value of the character at an index. */
export function digitAt(text: string, index: number): number {
  return valueOf[text.charCodeAt(index)] as number;
}

const lowBits = 6;
const lowValues = 2 ** lowBits;
const highEnd = digitCount - 1;

/**
 * Writes ascending numbers by their differences: first the low bits of each, one character a number, then what is above them. Apart,
 * both compress better.
 */
export function encodeKeys(keys: Int32Array): string {
  const low: string[] = [];
  const high: string[] = [];
  let before = 0;
  for (const key of keys) {
    const gap = key - before;
    before = key;
    low.push(digit(gap % lowValues));
    let rest = Math.floor(gap / lowValues);
    for (; rest >= highEnd; rest -= highEnd) high.push(digit(highEnd));
    high.push(digit(rest));
  }
  return low.join("") + high.join("");
}

/** Reads what {@link encodeKeys} wrote. */
export function decodeKeys(text: string, count: number): Int32Array {
  const keys = new Int32Array(count);
  let at = count;
  let key = 0;
  for (let index = 0; index < count; index += 1) {
    let high = digitAt(text, at++);
    for (let more = high; more === highEnd; high += more) more = digitAt(text, at++);
    key += digitAt(text, index) + high * lowValues;
    keys[index] = key;
  }
  return keys;
}

/** Whether a text is what {@link encodeKeys} writes of so many keys, to its last character. */
export function isKeys(value: unknown, count: number): value is string {
  if (!isDigits(value)) return false;
  let ends = 0;
  for (let index = 0; index < value.length; index += 1) {
    const read = digitAt(value, index);
    if (index >= count) ends += read === highEnd ? 0 : 1;
    else if (read >= lowValues) return false;
  }
  return ends === count && (count === 0 ? value === "" : digitAt(value, value.length - 1) !== highEnd);
}
