import { describe, expect, it } from "vitest";
import { splitClaims } from "./split-claims.js";
import { dayOf, instantOf, readClaim } from "./testing/sample-scored-claims.js";

const claims = [5, 1, 4, 2, 3, 0, 9, 8, 7, 6].map((days, index) => readClaim(index, days));
const daysOf = (part: readonly { at: number }[]) => part.map(({ at }) => (at - dayOf(0)) / 86_400_000);

describe("a split by time", () => {
  const split = (testShare: number, from?: string, of = claims) =>
    splitClaims(of, { kind: "outOfTime", testShare, ...(from === undefined ? {} : { from }) });

  it("tests on the latest share, in the order of time", () => {
    const { train, test, immature, from } = split(0.3);
    expect([daysOf(train), daysOf(test), immature, from]).toEqual([[0, 1, 2, 3, 4, 5, 6], [7, 8, 9], [], dayOf(7)]);
    expect(daysOf(split(0.25).test)).toEqual([8, 9]);
    expect(daysOf(split(0.05).test)).toEqual([]);
  });

  it("begins at the instant that is given, which belongs to the later time", () => {
    const { train, test, from } = split(0.3, instantOf(2));
    expect([daysOf(train), daysOf(test), from]).toEqual([[0, 1], [2, 3, 4, 5, 6, 7, 8, 9], dayOf(2)]);
    expect(daysOf(split(0.3, instantOf(10)).train)).toHaveLength(10);
  });

  it("puts claims of one instant on one side, in the order they were handed in", () => {
    const same = [readClaim(3, 1), readClaim(1, 1), readClaim(2, 0), readClaim(0, 1)];
    const { train, test } = split(0.5, undefined, same);
    expect([train, test].map((part) => part.map(({ index }) => index))).toEqual([[2], [0, 1, 3]]);
  });

  it("learns from no outcome that wasn't known when the later time began", () => {
    const known = (days: number | undefined) => readClaim(0, 0, { knownAt: days === undefined ? undefined : dayOf(days) });
    const of = [
      known(2),
      { ...known(2), knownAt: dayOf(2) + 1 },
      known(undefined),
      readClaim(3, 2),
      readClaim(4, 3, { knownAt: dayOf(9) }),
    ];
    const { train, test, immature } = split(0.3, instantOf(2), of);
    expect([train.length, test.length, immature.map(({ knownAt }) => knownAt)]).toEqual([2, 2, [dayOf(2) + 1]]);
  });

  it("of no claims has nothing to test", () => {
    expect(split(0.3, undefined, [])).toEqual({ train: [], test: [], immature: [] });
  });
});

describe("a random split", () => {
  const random = (seed: number, testShare = 0.35) => splitClaims(claims, { kind: "random", testShare, seed });

  it("tests on the share, rounded down, and leaves no claim out nor takes one twice", () => {
    const { train, test, immature, from } = random(1);
    expect([train.length, test.length, immature, from]).toEqual([7, 3, [], undefined]);
    expect([...train, ...test].map(({ index }) => index).toSorted((one, other) => one - other)).toEqual(claims.map(({ index }) => index));
  });

  it("is the same for a seed, and another for another", () => {
    expect(random(1)).toEqual(random(1));
    const tests = Array.from({ length: 20 }, (_, seed) => random(seed).test.map(({ index }) => index));
    expect(new Set(tests.map(String)).size).toBeGreaterThan(15);
    // Every claim has its turn, the first and the last handed in among them.
    expect(new Set(tests.flat()).size).toBe(claims.length);
  });

  it("leaves the claims that were handed in as they were", () => {
    random(1);
    expect(claims.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
