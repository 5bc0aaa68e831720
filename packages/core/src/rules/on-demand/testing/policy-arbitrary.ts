import fc from "fast-check";
import type { Facts } from "../../compile-policy.js";
import { decideModes, type Policy } from "../../policy.js";

/** The facts that random policies read. */
export const names = ["a", "b", "c", "d"];

/** What those facts may be. */
export const value = fc.constantFrom<unknown>(0, 1, 2, "x", true, [1, 2]);
const operand = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 1, arbitrary: fc.constantFrom({ fact: "a" }, { fact: "parameters.p" }) },
);
const leaf = fc.record(
  {
    fact: fc.constantFrom(...names, "parameters.p"),
    operator: fc.constantFrom("equal", "notEqual", "greaterThan", "not:lessThan", "someFact:equal"),
    value: operand,
    priority: fc.constantFrom(1, 5),
  },
  { requiredKeys: ["fact", "operator", "value"] },
);
const { root } = fc.letrec<{ node: unknown; root: unknown }>((tie) => {
  const members = fc.array(tie("node"), { minLength: 1, maxLength: 3 });
  return {
    root: fc.oneof(
      { weight: 4, arbitrary: fc.record({ all: members }) },
      { weight: 4, arbitrary: fc.record({ any: members }) },
      { weight: 1, arbitrary: fc.record({ not: tie("node") }) },
      { weight: 1, arbitrary: fc.constant({ condition: "shared" }) },
    ),
    node: fc.oneof({ maxDepth: 2 }, { weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: tie("root") }),
  };
});
const dates = fc.constantFrom({}, {}, {}, { effectiveFrom: "2026-01-01" }, { effectiveTo: "2026-01-01" });
const params = fc.constantFrom<object>(
  {},
  { params: { points: 3 } },
  { params: { points: { fact: "c" } } },
  { params: { at: { fact: "d" }, group: "g" } },
);
const rule = fc
  .tuple(root, fc.integer({ min: 1, max: 3 }), dates, params)
  .map(([conditions, priority, dated, paramsOf]) => ({ conditions, priority, ...dated, event: { type: "e", ...paramsOf } }));

/** Random policies, in every mode, with shared conditions, dates and params that read facts. */
export const policyArbitrary: fc.Arbitrary<Policy> = fc
  .record({ rules: fc.array(rule, { minLength: 1, maxLength: 7 }), decide: fc.constantFrom(...decideModes), shared: root })
  .map(
    ({ rules, decide, shared }) =>
      ({
        policy: "random",
        version: "1.0.0",
        stage: "s",
        decision: "d",
        decide,
        asOf: "placed ?? now",
        parameters: { p: 1 },
        conditions: {
          shared: {
            all: [{ fact: "d", operator: "equal", value: 1 }, ...(JSON.stringify(shared).includes('"condition"') ? [] : [shared])],
          },
        },
        rules: rules.map((each, index) => ({ name: `r${index}`, ...each })),
      }) as unknown as Policy,
  );

/** Random facts for them, any of which may be absent. */
export const factsArbitrary: fc.Arbitrary<Facts> = fc.record(
  { a: value, b: value, c: value, d: value, now: fc.constantFrom("2025-06-01T00:00:00Z", "2026-06-01T00:00:00Z") },
  { requiredKeys: [] },
);
