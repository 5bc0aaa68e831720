import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorBit, factorSets, latenessFactors, type LatenessFactor } from "./lateness-factor.js";
import { shapleyNumerators } from "./shapley-values.js";
import { apportion, splitLateness } from "./split-lateness.js";

const anyWait = fc
  .array(fc.nat(100_000), { minLength: factorSets, maxLength: factorSets })
  .map((lengths) => lengths.map((length, set) => (set === 0 ? 0 : length * 1000)));
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Each order in which players can come. */
function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe("shapleyNumerators", () => {
  it("is what each player adds, over all orders in which they can come", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 32, maxLength: 32 }), (values) => {
        const worth = (set: number) => (set === 0 ? 0 : (values[set] as number));
        const added = [0, 0, 0, 0, 0];
        for (const order of orders([0, 1, 2, 3, 4])) {
          let set = 0;
          for (const player of order) {
            added[player] = (added[player] as number) + worth(set | (1 << player)) - worth(set);
            set |= 1 << player;
          }
        }
        expect(shapleyNumerators(5, worth)).toEqual(added);
      }),
    );
  });

  it("refuses games of nobody and of too many", () => {
    expect(() => shapleyNumerators(0, () => 0)).toThrow(RangeError);
    expect(() => shapleyNumerators(9, () => 0)).toThrow(RangeError);
  });
});

describe("splitLateness", () => {
  const split = (milliseconds: readonly number[], allowed: number) =>
    splitLateness({ milliseconds, allowed }, Math.max(0, sum(milliseconds) - allowed) / 1000);

  it("adds up to the lateness exactly, in whole seconds of zero or more", () => {
    fc.assert(
      fc.property(anyWait, fc.nat(2_000_000), (milliseconds, allowedSeconds) => {
        const lateSeconds = Math.max(0, sum(milliseconds) / 1000 - allowedSeconds);
        const parts = Object.values(split(milliseconds, allowedSeconds * 1000));
        expect(sum(parts)).toBe(lateSeconds);
        for (const part of parts) expect(Number.isInteger(part) && part >= 0).toBe(true);
      }),
    );
  });

  it("blames no factor that held nothing up", () => {
    fc.assert(
      fc.property(anyWait, fc.nat(1_000_000), fc.constantFrom(...latenessFactors), (milliseconds, allowed, factor) => {
        const without = milliseconds.map((length, set) => ((set & factorBit[factor]) === 0 ? length : 0));
        expect(split(without, allowed * 1000)[factor]).toBe(0);
      }),
    );
  });

  it("treats factors alike that held up alike, to the second of rounding", () => {
    fc.assert(
      fc.property(
        anyWait,
        fc.nat(1_000_000),
        fc.constantFrom(...latenessFactors),
        fc.constantFrom(...latenessFactors),
        (lengths, allowed, one, other) => {
          const swapped = (set: number) => {
            const rest = set & ~factorBit[one] & ~factorBit[other];
            return rest | ((set & factorBit[one]) === 0 ? 0 : factorBit[other]) | ((set & factorBit[other]) === 0 ? 0 : factorBit[one]);
          };
          const alike = lengths.map((length, set) => length + (lengths[swapped(set)] as number));
          const parts = split(alike, allowed * 1000);
          expect(Math.abs(parts[one] - parts[other])).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("blames a factor no less for holding a case up for longer", () => {
    fc.assert(
      fc.property(
        anyWait,
        fc.nat(1_000_000),
        fc.constantFrom(...latenessFactors),
        fc.integer({ min: 1, max: 5000 }),
        (lengths, allowed, factor, more) => {
          const longer = lengths.with(factorBit[factor], (lengths[factorBit[factor]] as number) + more * 1000);
          expect(split(longer, allowed * 1000)[factor]).toBeGreaterThanOrEqual(split(lengths, allowed * 1000)[factor] - 1);
        },
      ),
    );
  });

  it("splits what two held up at once between them, and leaves what was allowed to nobody", () => {
    const lengths = (held: Partial<Record<LatenessFactor, number>>, together = 0) => {
      const milliseconds = Array.from({ length: factorSets }, () => 0);
      for (const [factor, seconds] of Object.entries(held)) milliseconds[factorBit[factor as LatenessFactor]] = seconds * 1000;
      milliseconds[factorBit.tools | factorBit.zone] = together * 1000;
      return milliseconds;
    };
    const none = { team: 0, tools: 0, complexity: 0, zone: 0, peak: 0 };
    expect(split(lengths({}, 100), 0)).toEqual({ ...none, tools: 50, zone: 50 });
    expect(split(lengths({ team: 60, zone: 60 }), 60_000)).toEqual({ ...none, team: 30, zone: 30 });
    // Where either alone would have been enough, the one that held up for longer is blamed for more.
    expect(split(lengths({ team: 20, zone: 100 }), 60_000)).toEqual({ ...none, team: 10, zone: 50 });
    expect(split(lengths({ team: 60 }), 60_000)).toEqual(none);
  });
});

describe("apportion", () => {
  it("keeps the total and stays within one of the exact part", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 }), (total, shares) => {
        const all = sum(shares);
        const parts = apportion(total, shares);
        expect(sum(parts)).toBe(all === 0 ? 0 : total);
        for (const [index, part] of parts.entries())
          if (all > 0) expect(Math.abs(part - (total * (shares[index] as number)) / all)).toBeLessThan(1.000001);
      }),
    );
  });
});
