/** What a text may hold that is worth looking for. */
export const textSign = {
  /** What compatibility normalisation or one form of apostrophe for all might change, alone or beside other characters. */
  unsettled: 1,
  /** `>` and `|`. */
  quote: 2,
  dash: 4,
  colon: 8,
  /** `<` and `&`. */
  markup: 16,
  dot: 32,
  at: 64,
  hash: 128,
  digit: 256,
} as const;

const tableLength = 0x3400;

/**
 * Characters that normalisation leaves as they are. None joins with one before it; the marks among them are of one class, so that they
 * keep their order.
 */
const settledRanges: readonly (readonly [number, number])[] = [
  [0x00, 0x9f],
  [0xa1, 0xa7],
  [0xa9, 0xa9],
  [0xab, 0xae],
  [0xb0, 0xb1],
  [0xb6, 0xb7],
  [0xbb, 0xbb],
  [0xbf, 0x12f],
  [0x131, 0x131],
  [0x134, 0x13e],
  [0x141, 0x148],
  [0x14a, 0x17e],
  [0x180, 0x1c3],
  [0x1cd, 0x1f0],
  [0x1f4, 0x24f],
  [0x400, 0x481],
  [0x48a, 0x52f],
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x61f],
  [0x621, 0x64a],
  [0x660, 0x66f],
  [0x671, 0x674],
  [0x679, 0x6d5],
  [0x6f0, 0x6ff],
  [0xe01, 0xe32],
  [0xe34, 0xe37],
  [0xe3f, 0xe5b],
  [0x1e00, 0x1e99],
  [0x1e9c, 0x1eff],
  [0x2010, 0x2010],
  [0x2012, 0x2016],
  [0x2018, 0x2018],
  [0x201a, 0x2023],
  [0x20a9, 0x20c0],
  [0x2600, 0x27bf],
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30fe],
];

const characters: readonly (readonly [string, number])[] = [
  [">|", textSign.quote],
  ["-", textSign.dash],
  [":", textSign.colon],
  ["<&", textSign.markup],
  [".", textSign.dot],
  ["@", textSign.at],
  ["#", textSign.hash],
  ["0123456789", textSign.digit],
];

const buildSigns = (): Uint16Array => {
  const signs = new Uint16Array(tableLength).fill(textSign.unsettled);
  for (const [first, last] of settledRanges) signs.fill(0, first, last + 1);
  for (const [all, sign] of characters) for (const character of all) signs[character.charCodeAt(0)] = sign;
  return signs;
};

const laterSign = (code: number): number => {
  const isHan = code < 0xa000;
  const isHangul = code >= 0xac00 && code < 0xd7a4;
  // One half of a picture, and the second half of whatever the first half tells of.
  const isHalf = code === 0xd83d || (code >= 0xdc00 && code < 0xe000);
  return isHan || isHangul || isHalf || code === 0xfe0f ? 0 : textSign.unsettled;
};

let signByCode: Uint16Array | undefined;

/** Every {@link textSign} that a text has, as bits. */
export const signsOf = (text: string): number => {
  signByCode ??= buildSigns();
  let signs = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    signs |= code < tableLength ? (signByCode[code] as number) : laterSign(code);
  }
  return signs;
};
