import type { SparseMatrix } from "./ridge-regression.js";

/** How a separation is sought. */
export interface SquaredHingeOptions {
  /** More keeps weights smaller. */
  readonly penalty: number;
  /** How often every row is visited at most. */
  readonly rounds: number;
  /** It ends where no row pulls more than this. */
  readonly tolerance: number;
}

/** What was found: the weights of the columns, and how hard each row pulls at them. */
export interface Separation {
  readonly weights: Float64Array;
  readonly pulls: Float64Array;
}

/**
 * The weights that part the rows of one side from those of the other: half the penalty times their squares, plus half the squares of
 * what each row lacks to stand 1 on its side, is least. By coordinate descent on the pulls (Hsieh et al., 2008), over the rows near
 * the border; the same input gives the same weights.
 *
 * @param sides 1 or -1 for each row; rows with 0 are left out
 */
export function solveSquaredHinge(
  { columnCount, starts, columns, values }: SparseMatrix,
  sides: Int8Array,
  { penalty, rounds, tolerance }: SquaredHingeOptions,
): Separation {
  const weights = new Float64Array(columnCount);
  const pulls = new Float64Array(sides.length);
  const lengths = new Float64Array(sides.length);
  const order = new Int32Array(sides.length);
  let rowCount = 0;
  for (let row = 0; row < sides.length; row += 1) {
    const side = sides[row]!;
    if (side === 0) continue;
    order[rowCount++] = row;
    let squares = penalty;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry += 1) squares += values[entry]! * values[entry]!;
    lengths[row] = squares;
  }
  let active = rowCount;
  // Rows that pull at nothing and lie further off than the worst of the last round are passed over until the others have settled.
  let farthest = Number.POSITIVE_INFINITY;
  let state = firstState;
  for (let round = 0; round < rounds; round += 1) {
    let most = 0;
    for (let index = 0; index < active; index += 1) {
      state = (Math.imul(state, stateStep) + stateShift) | 0;
      const other = index + ((state >>> 8) % (active - index));
      const row = order[other]!;
      order[other] = order[index]!;
      order[index] = row;
      const side = sides[row]!;
      const from = starts[row]!;
      const to = starts[row + 1]!;
      let score = 0;
      for (let entry = from; entry < to; entry += 1) score += values[entry]! * weights[columns[entry]!]!;
      const pull = pulls[row]!;
      const slope = score * side - 1 + penalty * pull;
      if (pull === 0 && slope >= 0) {
        if (slope > farthest) {
          active -= 1;
          order[index] = order[active]!;
          order[active] = row;
          index -= 1;
        }
        continue;
      }
      most = Math.max(most, Math.abs(slope));
      const next = Math.max(0, pull - slope / lengths[row]!);
      pulls[row] = next;
      const step = (next - pull) * side;
      for (let entry = from; entry < to; entry += 1) weights[columns[entry]!]! += step * values[entry]!;
    }
    if (most > tolerance) farthest = most;
    else if (active === rowCount) break;
    else {
      active = rowCount;
      farthest = Number.POSITIVE_INFINITY;
    }
  }
  return { weights, pulls };
}

const firstState = 0x2545f491;
const stateStep = 0x41c64e6d;
const stateShift = 12_345;
