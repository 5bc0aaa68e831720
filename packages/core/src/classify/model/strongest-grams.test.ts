import { describe, expect, it } from "vitest";
import { modelOutputs } from "./model-outputs.js";
import { strongestGrams } from "./strongest-grams.js";

const outputs = modelOutputs.length;
const rowsOf = (...weights: readonly number[]) => {
  const values = new Float64Array(weights.length * outputs);
  for (const [row, weight] of weights.entries()) values[row * outputs] = weight;
  return { keys: Int32Array.from(weights, (_, index) => 100 + index), values };
};
const firstWeights = (values: Float64Array): number[] => [...values].filter((_, index) => index % outputs === 0);

describe("strongestGrams", () => {
  it("keeps great weights that stand in many messages, in the order of their keys", () => {
    const kept = strongestGrams(rowsOf(1, 3, 2, 1), [[0, 1, 2], [0, 2], [0, 3], [3]], 2);
    expect([...kept.keys]).toEqual([101, 102]);
    expect(firstWeights(kept.values)).toEqual([3, 2]);
  });

  it("lets one gram speak for all that stand in the very same messages", () => {
    const kept = strongestGrams(rowsOf(1, 1, 2, 1), [[0, 1, 2], [0, 1], [3]], 9);
    expect([...kept.keys]).toEqual([100, 102, 103]);
    expect(firstWeights(kept.values)).toEqual([2, 2, 1]);
  });

  it("doesn't take grams of as many other messages for the same", () => {
    expect([
      ...strongestGrams(
        rowsOf(1, 1, 1),
        [
          [0, 1],
          [1, 2],
          [0, 2],
        ],
        9,
      ).keys,
    ]).toEqual([100, 101, 102]);
  });

  it("counts many that speak alike six times at most", () => {
    const many = rowsOf(...Array.from({ length: 10 }, () => 1));
    expect(firstWeights(strongestGrams(many, [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]], 9).values)).toEqual([6]);
  });
});
