import fc from "fast-check";
import { compilePolicy, type Policy } from "@amends/core/rules";
import * as z from "zod";
import { describe, expect, it } from "vitest";
import { samplePolicy, sampleStage } from "../testing/sample-stage.js";
import { ComparisonOutcomes } from "./comparison-outcomes.js";
import { traceLeaves } from "./trace-leaves.js";

const policy = samplePolicy as unknown as Policy;
const compiled = compilePolicy(policy, { stage: sampleStage });

const facts = fc.record(
  {
    "customer.vip": fc.boolean(),
    "shipment.daysInTransit": fc.integer({ min: 43, max: 47 }),
    "ticket.channel": fc.constantFrom("email", "phone"),
    "order.total": fc.constantFrom(99, 100, 101),
    "sample.doubled": fc.integer({ min: 8, max: 12 }),
  },
  { requiredKeys: [] },
);

describe("ComparisonOutcomes", () => {
  it("sees what an explanation sees, and which rules hold", () => {
    const comparisons = ComparisonOutcomes.of(compiled);
    fc.assert(
      fc.property(facts, (given) => {
        const outcomes = comparisons?.of(given) ?? new Map<string, string>();
        const { fired, missed } = compiled.explain(given, { all: true, changes: false });
        for (const { rule, conditions } of [...fired, ...missed]) {
          const index = policy.rules.findIndex(({ name }) => name === rule);
          for (const { path, result } of traceLeaves(conditions, policy.rules[index]?.conditions ?? { all: [] }, ["rules", index, "conditions"], policy)) {
            const absent = result.factResult === undefined && result.operator !== "isPresent";
            const expected = result.result === true ? "seenTrue" : absent ? "absent" : "seenFalse";
            expect(outcomes.get(z.core.toDotPath(path)), z.core.toDotPath(path)).toBe(expected);
          }
          expect(comparisons?.holds(index, outcomes as never)).toBe(conditions.result ?? (conditions.all ?? conditions.any ?? []).every(Boolean));
        }
      }),
    );
  });

  it("leaves policies alone of which not every comparison is looked at", () => {
    const [, rule] = policy.rules;
    const conditions = { all: [{ fact: "ticket.channel", operator: "equal", value: "email", priority: 2 }] };
    const ordered = compilePolicy({ ...policy, rules: [{ ...(rule as Policy["rules"][number]), conditions }] });
    expect(ComparisonOutcomes.of(ordered)).toBeUndefined();
  });
});
