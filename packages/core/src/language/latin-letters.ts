/** What a code unit is to a word of Latin letters, where it is not its letter in lower case. */
export const noLetter = 0;
/** Only the whole word tells. */
export const unsureLetter = 1;

const tableLength = 0x2100;
const variationSelector = 0xfe0f;

const latinRanges = [
  [0x41, 0x5b],
  [0x61, 0x7b],
  [0xc0, 0xd7],
  [0xd8, 0xf7],
  [0xf8, 0x250],
  [0x1e00, 0x1f00],
] as const;
const signRanges = [
  [0, 0xaa],
  [0xab, 0xb5],
  [0xb6, 0xba],
  [0xbb, 0xc0],
  [0xd7, 0xd8],
  [0xf7, 0xf8],
  [0x2000, 0x2070],
] as const;

const buildLetters = (): Uint16Array => {
  const letters = new Uint16Array(tableLength).fill(unsureLetter);
  for (const [first, end] of signRanges) letters.fill(noLetter, first, end);
  for (const [first, end] of latinRanges) {
    for (let code = first as number; code < end; code += 1) {
      const lower = String.fromCharCode(code).toLowerCase();
      letters[code] = lower.length === 1 ? lower.charCodeAt(0) : unsureLetter;
    }
  }
  for (let mark = 0x300; mark < 0x370; mark += 1) letters[mark] = mark;
  return letters;
};

let letters: Uint16Array | undefined;

/** What each of the first code units is to a word: its letter in lower case, a mark on a letter, {@link noLetter} or {@link unsureLetter}. */
export const latinLetters = (): Uint16Array => {
  letters ??= buildLetters();
  return letters;
};

/** The same for the code units that the table is too short for. */
export const laterLetter = (code: number): number => {
  if (code === variationSelector) return code;
  const isPicture = (code >= 0x2190 && code < 0x2c00) || (code >= 0xd83c && code <= 0xd83e) || (code >= 0xdc00 && code < 0xe000);
  return isPicture || (code >= 0x3000 && code < 0x3005) || (code >= 0x3008 && code < 0x3021) ? noLetter : unsureLetter;
};
