import { describe, expect, it } from "vitest";
import { randomSource } from "./random-source.js";

const many = <Value>(draw: () => Value, count = 2000): Value[] => Array.from({ length: count }, draw);

describe("a source of random numbers", () => {
  it("is the same for a seed, and another for another", () => {
    const draw = (seed: number) => many(randomSource(seed).share, 5);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("draws shares from 0 up to 1, and whole numbers with both ends", () => {
    const { share, whole } = randomSource(3);
    const shares = many(share);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(shares.reduce((sum, each) => sum + each, 0) / shares.length).toBeCloseTo(0.5, 1);
    expect(new Set(many(() => whole(2, 5)))).toEqual(new Set([2, 3, 4, 5]));
  });

  it("lets things happen as often as they are likely: never at 0, always at 1", () => {
    const { happens } = randomSource(4);
    const often = (probability: number) => many(() => happens(probability)).filter(Boolean).length / 2000;
    expect([often(0), often(1)]).toEqual([0, 1]);
    expect(often(0.3)).toBeGreaterThan(0.26);
    expect(often(0.3)).toBeLessThan(0.34);
  });

  it("picks each as often as it weighs, and what weighs nothing never", () => {
    const { pick } = randomSource(5);
    const weights = { a: 1, none: 0, b: 3 };
    const picked = many(() => pick(Object.keys(weights) as (keyof typeof weights)[], (key) => weights[key]));
    expect(picked).not.toContain("none");
    const share = picked.filter((key) => key === "b").length / picked.length;
    expect(share).toBeGreaterThan(0.71);
    expect(share).toBeLessThan(0.79);
    expect(pick(["first", "last"], () => 0)).toBe("last");
    expect(pick(["only"], () => 2)).toBe("only");
  });
});
