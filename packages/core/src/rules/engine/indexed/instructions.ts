/**
 * The operations of an index's program. Each instruction is an int that holds its operation in the lowest bits and its slot
 * above them, and the ints named below. Places are positions in the program.
 *
 * - `is`, `among`, `atLeast`, `atMost`, `within`, `member`, `predicate`: operand, place when it holds, place when it doesn't.
 * - `fire`: the rule.
 * - `guard`: the smallest rule from here to the next `end`.
 * - `values`: the smallest rule below it, otherwise, base of its cases.
 * - `ranges`: the smallest rule below it, otherwise, where its starts start, how many they are, then the places of the segments.
 * - `end`: nothing.
 */
export const operation = {
  /** The slot's code is the operand. */
  is: 0,
  /** The bit of the slot's code is set in the mask at the operand. */
  among: 1,
  /** The slot's number is at least the limit at the operand. */
  atLeast: 2,
  /** The slot's number is at most the limit at the operand. */
  atMost: 3,
  /** The slot's number lies between the two limits at the operand, both included. */
  within: 4,
  /** The set at the operand has the slot's value. */
  member: 5,
  /** The predicate at the operand holds. */
  predicate: 6,
  /** A rule fires. */
  fire: 7,
  /** The start of rules. */
  guard: 8,
  /** A node of values. */
  values: 9,
  /** A node of ranges. */
  ranges: 10,
  /** The end of rules. */
  end: 11,
} as const;

export const operationBits = 4;

/** The ints of a test. */
export const testSize = 4;

/** No place. */
export const none = -1;
