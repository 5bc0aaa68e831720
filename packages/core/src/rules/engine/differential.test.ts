import fc from "fast-check";
import { expect, test } from "vitest";
import { compareBatch } from "./testing/compare-with-reference.js";
import { ruleSetBatchArbitrary } from "./testing/rule-set-arbitrary.js";

test("both executors decide as json-rules-engine does, on random rules and facts", async () => {
  const outcomes = { answered: 0, failed: 0, differs: 0 };
  await fc.assert(
    fc.asyncProperty(ruleSetBatchArbitrary, async (batch) => {
      for (const comparison of await compareBatch(batch)) {
        outcomes[comparison.outcome] += 1;
        expect(comparison).not.toHaveProperty("difference");
      }
    }),
    { numRuns: 700, seed: 20_240_601 },
  );
  expect(outcomes.answered + outcomes.failed).toBeGreaterThan(2_000);
  expect(outcomes.answered).toBeGreaterThan(800);
  expect(outcomes.failed).toBeGreaterThan(300);
});
