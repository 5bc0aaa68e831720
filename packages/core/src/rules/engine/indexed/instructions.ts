/**
 * The operations of an index's program. An instruction begins with a word: the column that a range test reads, or, negative, an
 * operation and its column. The ints behind it are named below. Places are positions in the program.
 *
 * - A range test: place of its two limits, place when it holds, place when it doesn't.
 * - `among`, `predicate`: operand, place when it holds, place when it doesn't.
 * - `fire`: the rule, place of what comes next.
 * - `guard`, in front of every node and every few rules: the smallest rule behind it.
 * - `values`: otherwise, base of its cases.
 * - `ranges`: otherwise, where its starts start, how many they are, then the places of the segments.
 */
export const operation = {
  /** The bit of the column's code is set in the mask at the operand. */
  among: 0,
  /** The predicate at the operand holds. */
  predicate: 1,
  /** A rule fires. */
  fire: 2,
  /** What is behind it is passed over where no rule of it is of use. */
  guard: 3,
  /** A node of values. */
  values: 4,
  /** A node of ranges. */
  ranges: 5,
} as const;

export const operationBits = 3;

/** The ints of a test. */
export const testSize = 4;

/** The ints of a rule that fires. */
export const fireSize = 3;

/** The ints of a guard. */
export const guardSize = 2;

/** No place. */
export const none = -1;

/** No rule: greater than every rule. */
export const noRule = 0x7fffffff;

/** The word of an operation. */
export function wordOf(code: number, column = 0): number {
  return ~(code | (column << operationBits));
}

/** Where a slot's code stands among the columns; its number stands behind it. */
export function codeColumn(slot: number): number {
  return slot * 2;
}
