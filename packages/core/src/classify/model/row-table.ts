import type { WeightRows } from "./model-weights.js";

/** Looks rows of weights up by key. */
export interface RowTable {
  /** The row of a key, or −1. */
  find(key: number): number;
  readonly weights: Int8Array;
  readonly rows: number;
}

/** Builds a table with open addressing. */
export function rowTable({ keys, weights }: WeightRows): RowTable {
  let size = 8;
  while (size < keys.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  for (const [row, key] of keys.entries()) {
    let slot = Math.imul(key, spread) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = row;
  }
  return {
    weights,
    rows: keys.length,
    find: (key) => {
      let slot = Math.imul(key, spread) & mask;
      for (;;) {
        const row = slots[slot] as number;
        if (row === -1 || keys[row] === key) return row;
        slot = (slot + 1) & mask;
      }
    },
  };
}

const spread = 0x9e3779b1;
