import { gramBytes, gramCharacters, gramData, gramScore } from "./gram-data.js";

/** A hash table from a gram (up to four bytes and its place in the word) to the points it gives the languages that have it. */
export type GramTable = {
  /**
   * Two numbers a slot, beside each other because they are read together: the gram's key (0 where the slot is empty), and
   * the place of its points in the lower half of the second, whose upper half is free for whoever counts grams to mark them.
   */
  readonly slots: Int32Array;
  /** A language and its points, as `language << 8 | points`, for each language that has the gram; the last one has {@link lastPoints}. */
  readonly points: Uint16Array;
  /** The symbol, of seven bits, by which a key knows a byte. */
  readonly symbolOfByte: Uint8Array;
};

export const lastPoints = 0x8000;

const capacity = 1 << 17;
const symbolBits = 7;
const flagsShift = 4 * symbolBits;
const digitZero = 48;
const lineEnd = 10;
/** Stands for the bytes that no gram has. */
const unknownSymbol = 127;

/** The key of a gram of up to four symbols, 0 after its last. `flags`: 1 opens a word, 2 ends one. */
export const gramKey = (first: number, second: number, third: number, fourth: number, flags: number): number =>
  (flags << flagsShift) | (first << (3 * symbolBits)) | (second << (2 * symbolBits)) | (third << symbolBits) | fourth;

const hash = (key: number): number => {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (capacity - 1);
};

/** Where in `slots` a gram is looked for first. */
export const homeOf = (key: number): number => hash(key) * 2;

/** The place in `slots` of a gram or of the empty slot that says it is unknown. */
export const placeOfGram = (slots: Int32Array, key: number): number => {
  let slot = hash(key);
  for (;;) {
    const found = slots[slot * 2];
    if (found === key || found === 0) return slot * 2;
    slot = (slot + 1) & (capacity - 1);
  }
};

/** Reads the points of the line that begins at `start` up to the space that ends them; where that is. */
const readPoints = (start: number, points: number[]): number => {
  const end = gramData.indexOf(" ", start);
  for (let at = start + 1; at < end; at += 2) {
    const value = gramScore.base + gramScore.step * (gramData.charCodeAt(at + 1) - 65);
    points.push(((gramData.charCodeAt(at) - 97) << 8) | value | (at + 2 < end ? 0 : lastPoints));
  }
  return end;
};

const buildGramTable = (): GramTable => {
  const slots = new Int32Array(capacity * 2);
  const points: number[] = [];
  const symbolOfByte = new Uint8Array(256).fill(unknownSymbol);
  const symbolOfCharacter = new Uint8Array(128);
  gramBytes.forEach((byte, index) => {
    symbolOfByte[byte] = index + 1;
    symbolOfCharacter[gramCharacters.charCodeAt(index)] = index + 1;
  });
  let flags = 0;
  let place = 0;
  let key = 0;
  let length = 0;
  for (let at = -1; at < gramData.length; at += 1) {
    const code = at < 0 ? lineEnd : gramData.charCodeAt(at);
    if (code === lineEnd) {
      flags = (gramData.charCodeAt(at + 1) - digitZero) << flagsShift;
      place = points.length;
      at = readPoints(at + 1, points);
    } else if (code >= digitZero && code < digitZero + 4) {
      length = code - digitZero;
      key &= -1 << (symbolBits * (4 - length));
    } else {
      key |= (symbolOfCharacter[code] as number) << (symbolBits * (3 - length));
      length += 1;
      const next = at + 1 < gramData.length ? gramData.charCodeAt(at + 1) : lineEnd;
      if (next !== lineEnd && (next < digitZero || next >= digitZero + 4)) continue;
      const slot = placeOfGram(slots, key | flags);
      slots[slot] = key | flags;
      slots[slot + 1] = place;
    }
  }
  return { slots, points: Uint16Array.from(points), symbolOfByte };
};

let table: GramTable | undefined;

/** The table of the eleven languages in Latin letters; unpacked on first use. */
export const gramTable = (): GramTable => {
  table ??= buildGramTable();
  return table;
};
