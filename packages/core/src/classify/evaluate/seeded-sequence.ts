/** Whole numbers below a bound, the same for the same seed in every runtime; for drawing samples, not for secrets. */
export interface SeededSequence {
  /** A whole number from 0 to `bound` exclusive. */
  below(bound: number): number;
}

/** The generator mulberry32: 32 bits of state, integer arithmetic alone. */
export function seededSequence(seed: number): SeededSequence {
  let state = seed | 0;
  return {
    below(bound) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
    },
  };
}
