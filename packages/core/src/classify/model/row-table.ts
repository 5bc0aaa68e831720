import type { WeightRows } from "./model-weights.js";

/** Adds up rows of weights, each key's once for a message. */
export interface RowTable {
  /** Begins another message. */
  begin(): void;
  add(key: number): void;
  /** Adds what was found to the scores: the more keys were found, the less each counts. */
  addTo(scores: Float64Array, step: number): void;
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
  const sums = new Int32Array(outputs);
  /** The message in which a row was found last. */
  const seenIn = new Uint32Array(keys.length);
  let message = 0;
  let found = 0;
  return {
    begin: () => {
      message = (message + 1) >>> 0;
      if (message === 0) {
        seenIn.fill(0);
        message = 1;
      }
      found = 0;
      sums.fill(0);
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
      const from = row * outputs;
      for (let output = 0; output < outputs; output += 1) sums[output] = (sums[output] as number) + (weights[from + output] as number);
    },
    addTo: (scores, step) => {
      if (found === 0) return;
      const unit = step / Math.sqrt(found);
      for (let output = 0; output < outputs; output += 1) scores[output] = (scores[output] as number) + unit * (sums[output] as number);
    },
  };
}

const spread = 0x9e3779b1;
