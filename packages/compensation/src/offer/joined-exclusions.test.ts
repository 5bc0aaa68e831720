import fc from "fast-check";
import { expect, it } from "vitest";
import { joinedExclusions } from "./joined-exclusions.js";

it("what was taken out stands in the order of the steps, in a list of its own", () => {
  const step = fc.array(fc.nat(9), { maxLength: 3 }).map((codes) => ({
    excluded: codes.map((code) => ({ remedy: "gift", reason: `code_${code}`, because: "so", rule: null })),
  }));
  fc.assert(
    fc.property(step, step, step, step, step, (...steps) => {
      const joined = joinedExclusions(...steps);
      expect(joined).toEqual(steps.flatMap(({ excluded }) => excluded));
      for (const { excluded } of steps) expect(joined).not.toBe(excluded);
    }),
  );
});
