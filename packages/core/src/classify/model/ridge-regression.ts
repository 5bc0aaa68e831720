/** Rows of few values each: row i has columns[starts[i] … starts[i + 1]) with values alike. */
export interface SparseMatrix {
  readonly columnCount: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * The weights, column by column with `outputs` values each, that bring the rows closest to their targets: least squares with a penalty
 * on large weights, by conjugate gradients. The same input gives the same weights.
 *
 * @param targets `outputs` values a row
 * @param rowWeights how much each row counts
 * @param penalty more keeps weights smaller
 */
export function solveRidge(
  matrix: SparseMatrix,
  targets: Float64Array,
  rowWeights: Float64Array,
  outputs: number,
  { penalty, rounds }: { readonly penalty: number; readonly rounds: number },
): Float64Array {
  const rowCount = rowWeights.length;
  const weights = new Float64Array(matrix.columnCount * outputs);
  const product = new Float64Array(rowCount * outputs);
  product.set(targets);
  weighRows(product, rowWeights, outputs);
  const residual = new Float64Array(weights.length);
  multiplyTransposed(matrix, product, residual, outputs);
  const direction = residual.slice();
  const image = new Float64Array(weights.length);
  let errors = squares(residual, outputs);
  for (let round = 0; round < rounds; round += 1) {
    multiply(matrix, direction, product, outputs);
    weighRows(product, rowWeights, outputs);
    image.fill(0);
    multiplyTransposed(matrix, product, image, outputs);
    for (let index = 0; index < image.length; index += 1) image[index]! += penalty * direction[index]!;
    const curvatures = dots(direction, image, outputs);
    const steps = errors.map((error, output) => (curvatures[output]! > tiny ? error / curvatures[output]! : 0));
    for (let index = 0; index < weights.length; index += 1) {
      const step = steps[index % outputs]!;
      weights[index]! += step * direction[index]!;
      residual[index]! -= step * image[index]!;
    }
    const next = squares(residual, outputs);
    const turns = next.map((error, output) => (errors[output]! > tiny ? error / errors[output]! : 0));
    for (let index = 0; index < direction.length; index += 1)
      direction[index] = residual[index]! + turns[index % outputs]! * direction[index]!;
    errors = next;
  }
  return weights;
}

const tiny = 1e-12;

function multiply({ starts, columns, values }: SparseMatrix, weights: Float64Array, out: Float64Array, outputs: number): void {
  out.fill(0);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const to = row * outputs;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry += 1) {
      const from = columns[entry]! * outputs;
      const value = values[entry]!;
      for (let output = 0; output < outputs; output += 1) out[to + output]! += value * weights[from + output]!;
    }
  }
}

function multiplyTransposed({ starts, columns, values }: SparseMatrix, rows: Float64Array, out: Float64Array, outputs: number): void {
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const from = row * outputs;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry += 1) {
      const to = columns[entry]! * outputs;
      const value = values[entry]!;
      for (let output = 0; output < outputs; output += 1) out[to + output]! += value * rows[from + output]!;
    }
  }
}

function weighRows(rows: Float64Array, rowWeights: Float64Array, outputs: number): void {
  for (let index = 0; index < rows.length; index += 1) rows[index]! *= rowWeights[Math.floor(index / outputs)]!;
}

function squares(values: Float64Array, outputs: number): number[] {
  return dots(values, values, outputs);
}

function dots(left: Float64Array, right: Float64Array, outputs: number): number[] {
  const sums = new Array<number>(outputs).fill(0);
  for (let index = 0; index < left.length; index += 1) sums[index % outputs]! += left[index]! * right[index]!;
  return sums;
}
