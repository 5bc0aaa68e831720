import { gramBytes, gramCharacters, gramData, gramLanguages, gramScore } from "./gram-data.js";

/** A read-only hash table from a gram (up to four bytes and its place in the word) to the points it gives each language. */
export type GramTable = {
  /** The slot of a gram, or -1. `flags`: 1 opens a word, 2 ends one. */
  slotOf(bytes: number, flags: number): number;
  /** Offset into `points` of the gram in a slot: the points of `gramLanguages`, in order. */
  offsetOf(slot: number): number;
  readonly points: Uint8Array;
  readonly capacity: number;
};

const capacity = 1 << 17;
const digitZero = 48;

const hash = (bytes: number, flags: number): number => {
  const mixed = Math.imul(bytes ^ (flags << 29) ^ (bytes >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (capacity - 1);
};

const buildGramTable = (): GramTable => {
  const keys = new Uint32Array(capacity);
  const places = new Uint8Array(capacity);
  const groups = new Uint16Array(capacity);
  const lines = gramData.split("\n");
  const points = new Uint8Array(lines.length * gramLanguages.length);
  const byteOfCharacter = new Uint8Array(128);
  gramBytes.forEach((byte, index) => {
    byteOfCharacter[gramCharacters.charCodeAt(index)] = byte;
  });

  const insert = (bytes: number, flags: number, group: number): void => {
    let slot = hash(bytes, flags);
    while (places[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    keys[slot] = bytes;
    places[slot] = flags + 1;
    groups[slot] = group;
  };

  lines.forEach((line, group) => {
    const end = line.indexOf(" ");
    const flags = line.charCodeAt(0) - digitZero;
    for (let at = 1; at < end; at += 2) {
      points[group * gramLanguages.length + line.charCodeAt(at) - 97] = gramScore.base + gramScore.step * (line.charCodeAt(at + 1) - 65);
    }
    const gram = [0, 0, 0, 0];
    let length = 0;
    for (let at = end + 1; at < line.length; at += 1) {
      const code = line.charCodeAt(at);
      if (code >= digitZero && code < digitZero + 4) {
        length = code - digitZero;
        gram.fill(0, length);
      } else {
        gram[length] = byteOfCharacter[code] ?? 0;
        length += 1;
      }
      const next = line.charCodeAt(at + 1);
      const isWhole = at + 1 === line.length || (next >= digitZero && next < digitZero + 4);
      if (isWhole && length > 0) insert(packGram(gram, 0, length), flags, group);
    }
  });

  return {
    capacity,
    points,
    slotOf: (bytes, flags) => {
      let slot = hash(bytes, flags);
      for (;;) {
        const place = places[slot];
        if (place === 0) return -1;
        if (place === flags + 1 && keys[slot] === bytes) return slot;
        slot = (slot + 1) & (capacity - 1);
      }
    },
    offsetOf: (slot) => (groups[slot] ?? 0) * gramLanguages.length,
  };
};

/** Up to four bytes from `start` as one unsigned number, the first byte highest. */
export const packGram = (bytes: ArrayLike<number>, start: number, length: number): number => {
  let packed = 0;
  for (let index = 0; index < 4; index += 1) packed = (packed << 8) | (index < length ? (bytes[start + index] ?? 0) : 0);
  return packed >>> 0;
};

let table: GramTable | undefined;

/** The table of the eleven languages in Latin letters; unpacked on first use. */
export const gramTable = (): GramTable => {
  table ??= buildGramTable();
  return table;
};
