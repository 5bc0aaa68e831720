import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveRidge, type SparseMatrix } from "./ridge-regression.js";

function sparse(rows: readonly (readonly number[])[]): SparseMatrix {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [column, value] of row.entries()) {
      if (value === 0) continue;
      columns.push(column);
      values.push(value);
    }
    starts.push(columns.length);
  }
  return {
    columnCount: rows[0]?.length ?? 0,
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}

/** The gradient of the penalised squares, by hand; nought at the solution. */
function gradient(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  weighs: readonly number[],
  w: Float64Array,
  penalty: number,
) {
  return Array.from(w, (own, column) =>
    rows.reduce((sum, row, index) => {
      const said = row.reduce((total, value, at) => total + value * (w[at] as number), 0);
      return sum + (weighs[index] as number) * (row[column] as number) * (said - (targets[index] as number));
    }, penalty * own),
  );
}

const small = fc.integer({ min: -3, max: 3 });

describe("solveRidge", () => {
  it("finds where the penalised squares are least", () => {
    const rows = fc.array(fc.tuple(small, small, small), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.array(small, { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (given, targets, penalty) => {
        const weighs = given.map((_, index) => (index % 3) + 0.5);
        const weights = solveRidge(sparse(given), Float64Array.from(targets.slice(0, given.length)), Float64Array.from(weighs), 1, {
          penalty,
          rounds: 30,
        });
        for (const slope of gradient(given, targets, weighs, weights, penalty)) expect(Math.abs(slope)).toBeLessThan(1e-6);
      }),
    );
  });

  it("solves several outputs as it solves each alone", () => {
    const matrix = sparse([
      [1, 0, 2],
      [0, 1, 1],
      [1, 1, 0],
    ]);
    const ones = Float64Array.of(1, 1, 1);
    const options = { penalty: 0.5, rounds: 10 };
    const both = solveRidge(matrix, Float64Array.of(1, -1, 0, 2, -1, 1), ones, 2, options);
    const first = solveRidge(matrix, Float64Array.of(1, 0, -1), ones, 1, options);
    for (const [index, weight] of first.entries()) expect(both[index * 2]).toBeCloseTo(weight, 10);
  });

  it("leaves out rows that weigh nothing", () => {
    const weights = solveRidge(sparse([[1], [1]]), Float64Array.of(1, -50), Float64Array.of(1, 0), 1, { penalty: 1, rounds: 5 });
    expect(weights[0]).toBeCloseTo(0.5, 10);
  });
});
