import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowTable } from "./row-table.js";

const outputs = 5;

describe("rowTable", () => {
  it("adds up as by hand, each key once", () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.integer({ min: -43, max: 43 }), { minLength: 300, maxLength: 300 }),
        fc.array(fc.nat(70)),
        fc.integer({ min: 1, max: 6 }),
        (keys, numbers, asked, fewest) => {
          const weights = Int8Array.from(numbers.slice(0, keys.length * outputs));
          const table = rowTable({ keys: Int32Array.from(keys), weights }, outputs);
          const picked = [...new Set(asked)].filter((index) => index < keys.length);
          for (let message = 0; message < 2; message += 1) {
            const scores = new Float64Array(outputs);
            table.begin();
            for (const index of asked) table.add(keys[index] ?? 5_000_000 + index);
            table.addTo(scores, 2, fewest);
            for (const [output, score] of scores.entries()) {
              const sum = picked.reduce((total, index) => total + (weights[index * outputs + output] as number), 0);
              expect(score).toBeCloseTo(picked.length === 0 ? 0 : (2 * sum) / Math.sqrt(Math.max(picked.length, fewest)), 9);
            }
          }
        },
      ),
    );
  });
});
