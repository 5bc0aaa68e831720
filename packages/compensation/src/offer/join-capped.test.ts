import fc from "fast-check";
import { expect, it } from "vitest";
import { joinCapped, type CapEffects } from "./join-capped.js";
import { sampleCap } from "./testing/sample-choices.js";

const names = fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 });
const cap = sampleCap("cap", { remedies: ["points"], limit: 1 });
const effects = fc.tuple(names, names, names, fc.nat(2)).map(
  ([excluded, approvals, missing, count]): CapEffects => ({
    excluded: excluded.map((remedy) => ({ remedy, reason: "above_cap", because: "cap", rule: null })),
    approvals: approvals.map((rule) => ({ needed: true, role: "operations", because: "cap", rule })),
    followed: Array.from({ length: count }, () => cap),
    missing,
  }),
);

it("tells what caps do in one order, and changes none of its parts", () => {
  fc.assert(
    fc.property(effects, effects, effects, (choices, additions, range) => {
      const before = structuredClone([choices.missing, additions.missing, range.missing]);
      const all = joinCapped(choices, additions, range);
      for (const key of ["excluded", "approvals", "followed", "missing"] as const)
        expect(all[key]).toEqual([...choices[key], ...additions[key], ...range[key]]);
      expect([choices.missing, additions.missing, range.missing]).toEqual(before);
    }),
  );
});
