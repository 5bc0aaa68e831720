import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SparseMatrix } from "./ridge-regression.js";
import { solveSquaredHinge } from "./squared-hinge.js";

type Rows = readonly (readonly number[])[];

function sparse(rows: Rows): SparseMatrix {
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

const scoreOf = (row: readonly number[], weights: ArrayLike<number>): number =>
  row.reduce((sum, value, column) => sum + value * (weights[column] as number), 0);

const lackOf = (row: readonly number[], side: number, weights: ArrayLike<number>): number =>
  side === 0 ? 0 : Math.max(0, 1 - side * scoreOf(row, weights));

/** The steepest way down in small steps, on dense rows. */
function solveNaively(rows: Rows, sides: readonly number[], penalty: number): number[] {
  const steepest = penalty + rows.reduce((sum, row) => sum + scoreOf(row, row), 0);
  let weights = (rows[0] ?? []).map(() => 0);
  for (let round = 0; round < 4000; round += 1) {
    const lacks = rows.map((row, index) => lackOf(row, sides[index] as number, weights));
    weights = weights.map((weight, column) => {
      const pull = rows.reduce((sum, row, index) => sum + (lacks[index] as number) * (sides[index] as number) * (row[column] as number), 0);
      return weight - (penalty * weight - pull) / steepest;
    });
  }
  return weights;
}

const small = fc.integer({ min: -2, max: 2 });
const problems = fc.record({
  rows: fc.array(fc.tuple(small, small, small), { minLength: 1, maxLength: 8 }),
  sides: fc.array(fc.constantFrom(1, -1, 0), { minLength: 8, maxLength: 8 }),
  penalty: fc.constantFrom(0.5, 1, 3),
});
const exactly = { rounds: 4000, tolerance: 1e-9 };

describe("solveSquaredHinge", () => {
  it("agrees with a naive solver", () => {
    fc.assert(
      fc.property(problems, ({ rows, sides, penalty }) => {
        const own = sides.slice(0, rows.length);
        const { weights } = solveSquaredHinge(sparse(rows), Int8Array.from(own), { penalty, ...exactly });
        for (const [column, weight] of solveNaively(rows, own, penalty).entries()) expect(weights[column]).toBeCloseTo(weight, 5);
      }),
      { numRuns: 60 },
    );
  });

  it("pulls with what a row lacks to stand 1 on its side, and not beyond", () => {
    fc.assert(
      fc.property(problems, ({ rows, sides, penalty }) => {
        const own = sides.slice(0, rows.length);
        const { weights, pulls } = solveSquaredHinge(sparse(rows), Int8Array.from(own), { penalty, ...exactly });
        for (const [index, row] of rows.entries()) {
          expect((pulls[index] as number) * penalty).toBeCloseTo(lackOf(row, own[index] as number, weights), 5);
        }
      }),
    );
  });

  it("parts what can be parted, the better the smaller the penalty", () => {
    const rows = [
      [2, 1],
      [1, 2],
      [-1, -2],
      [-2, -1],
    ];
    const margin = (penalty: number): number => {
      const { weights } = solveSquaredHinge(sparse(rows), Int8Array.of(1, 1, -1, -1), { penalty, ...exactly });
      return Math.min(...rows.map((row, index) => (index < 2 ? 1 : -1) * scoreOf(row, weights)));
    };
    expect(margin(10)).toBeGreaterThan(0);
    expect(margin(0.01)).toBeGreaterThan(margin(10));
    expect(margin(0.01)).toBeCloseTo(1, 2);
  });

  it("gives the same weights each time", () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row % 7, (row * row) % 5, row % 3]);
    const sides = Int8Array.from(rows, ([first = 0, second = 0]) => (first > second ? 1 : -1));
    const options = { penalty: 1, rounds: 5, tolerance: 0.1 };
    expect(solveSquaredHinge(sparse(rows), sides, options)).toEqual(solveSquaredHinge(sparse(rows), sides, options));
  });
});
