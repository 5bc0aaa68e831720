import { describe, expect, it } from "vitest";
import { RandomSequence } from "./random-sequence.js";

const draw = (seed: number, count: number) => {
  const random = new RandomSequence(seed);
  return Array.from({ length: count }, () => random.next());
};

describe("RandomSequence", () => {
  it("repeats itself for a seed, and for no other", () => {
    expect(draw(7, 20)).toEqual(draw(7, 20));
    expect(draw(7, 20)).not.toEqual(draw(8, 20));
  });

  it("spreads evenly from 0 to 1", () => {
    const numbers = draw(1, 10_000);
    const tenths = Array.from({ length: 10 }, (_tenth, index) => numbers.filter((number) => Math.floor(number * 10) === index).length);
    expect(tenths.reduce((sum, count) => sum + count)).toBe(10_000);
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it("picks by weight", () => {
    const random = new RandomSequence(3);
    const picked = Array.from({ length: 4_000 }, () => random.pick(["often", "seldom", "never"], [3, 1, 0]));
    const share = picked.filter((item) => item === "often").length / picked.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.8);
    expect(picked).not.toContain("never");
  });

  it("samples different items", () => {
    const random = new RandomSequence(5);
    for (let turn = 0; turn < 50; turn += 1) expect(new Set(random.sample(["a", "b", "c", "d"], 3)).size).toBe(3);
    expect(random.sample(["a"], 4)).toEqual(["a"]);
  });
});
