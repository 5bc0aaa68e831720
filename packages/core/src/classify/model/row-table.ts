import type { WeightRows } from "./model-weights.js";

/** Adds up rows of weights, each key's once for a message. */
export interface RowTable {
  /** Begins another message. */
  begin(): void;
  add(key: number): void;
  /** Adds what was found to the scores: the more keys were found, the less each counts; fewer than `fewest` count as if they were so many. */
  addTo(scores: Float64Array, step: number, fewest?: number): void;
}

/** A table of rows by key, with open addressing. */
export function rowTable({ keys, weights }: WeightRows, outputs: number): RowTable {
  let size = 8;
  while (size < keys.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  const slotKeys = new Int32Array(size).fill(-1);
  for (const [row, key] of keys.entries()) {
    let slot = Math.imul(key, spread) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = row;
    slotKeys[slot] = key;
  }
  const { packed, width, greatest } = packLanes(weights, keys.length, outputs);
  /** How many rows can be added before a lane could run over. */
  const roomFor = Math.floor((2 ** laneBits - 1) / (2 * greatest));
  const lanes = new Int32Array(width);
  const sums = new Int32Array(outputs);
  /** The message in which a row was found last. */
  const seenIn = new Uint32Array(keys.length);
  let message = 0;
  let found = 0;
  let added = 0;

  const empty = (): void => {
    for (let output = 0; output < outputs; output += 1) {
      const lane = (lanes[Math.floor(output / lanesPerWord)] as number) >> ((output % lanesPerWord) * laneBits);
      sums[output] = (sums[output] as number) + (lane & laneMask) - greatest * added;
    }
    lanes.fill(0);
    added = 0;
  };

  return {
    begin: () => {
      message = (message + 1) >>> 0;
      if (message === 0) {
        seenIn.fill(0);
        message = 1;
      }
      found = 0;
      added = 0;
      sums.fill(0);
      lanes.fill(0);
    },
    add: (key) => {
      let slot = Math.imul(key, spread) & mask;
      for (;;) {
        if (slotKeys[slot] === key) break;
        if (slotKeys[slot] === -1) return;
        slot = (slot + 1) & mask;
      }
      const row = slots[slot] as number;
      if (seenIn[row] === message) return;
      seenIn[row] = message;
      found += 1;
      if (added === roomFor) empty();
      added += 1;
      const from = row * width;
      for (let word = 0; word < width; word += 1) lanes[word] = (lanes[word] as number) + (packed[from + word] as number);
    },
    addTo: (scores, step, fewest = 1) => {
      if (found === 0) return;
      empty();
      const unit = step / Math.sqrt(Math.max(found, fewest));
      for (let output = 0; output < outputs; output += 1) scores[output] = (scores[output] as number) + unit * (sums[output] as number);
    },
  };
}

const spread = 0x9e3779b1;
const lanesPerWord = 3;
const laneBits = 10;
const laneMask = 2 ** laneBits - 1;

/** Three weights to a word, raised above nought, so that one addition adds three. */
function packLanes(weights: Int8Array, rows: number, outputs: number) {
  const greatest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1);
  const width = Math.ceil(outputs / lanesPerWord);
  const packed = new Int32Array(rows * width);
  for (const [index, weight] of weights.entries()) {
    const output = index % outputs;
    const word = Math.floor(index / outputs) * width + Math.floor(output / lanesPerWord);
    packed[word] = (packed[word] as number) | ((weight + greatest) << ((output % lanesPerWord) * laneBits));
  }
  return { packed, width, greatest };
}
