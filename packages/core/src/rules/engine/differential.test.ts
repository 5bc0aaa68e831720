import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWithReference } from "./testing/compare-with-reference.js";
import { ruleSetArbitrary } from "./testing/rule-set-arbitrary.js";

test("both executors decide as json-rules-engine does, on random rules and facts", async () => {
  const outcomes = { answered: 0, failed: 0, differs: 0 };
  await fc.assert(
    fc.asyncProperty(ruleSetArbitrary, async (ruleSet) => {
      const comparison = await compareWithReference(ruleSet);
      outcomes[comparison.outcome] += 1;
      expect(comparison).not.toHaveProperty("difference");
    }),
    { numRuns: 2_000, seed: 20_240_601 },
  );
  expect(outcomes.answered).toBeGreaterThan(400);
  expect(outcomes.failed).toBeGreaterThan(200);
}, 120_000);
