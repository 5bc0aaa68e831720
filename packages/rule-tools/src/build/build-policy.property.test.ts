import { DecisionError } from "@amends/core/errors";
import { compilePolicy } from "@amends/core/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPolicy } from "./build-policy.js";
import { loadModule } from "./testing/load-module.js";
import { factsArbitrary, policyArbitrary } from "./testing/policy-arbitrary.js";

type Answer = { readonly value: unknown } | { readonly code: string; readonly rule: string | undefined; readonly message: string };

function answerOf(decide: () => unknown): Answer {
  try {
    return { value: decide() };
  } catch (error) {
    if (!DecisionError.isInstance(error)) throw error;
    return { code: error.code, rule: error.rule, message: error.message };
  }
}

describe("a built policy", () => {
  it("decides as the compiled one does", () => {
    fc.assert(
      fc.property(policyArbitrary, fc.array(factsArbitrary, { minLength: 4, maxLength: 12 }), (policy, cases) => {
        const compiled = compilePolicy(policy);
        const all = compilePolicy({ ...policy, decide: "all" });
        const module = loadModule(buildPolicy(policy).code);
        for (const facts of cases) {
          expect(answerOf(() => module.decide(facts))).toEqual(answerOf(() => compiled.decide(facts)));
          const events = answerOf(() => all.decide(facts).events);
          expect(answerOf(() => module.matches(facts))).toEqual(events);
          // Of rules behind the first that fires, not even an error counts.
          const first = answerOf(() => module.first(facts));
          if ("value" in events) expect(first).toEqual({ value: (events.value as unknown[])[0] });
          else if (!("value" in first)) expect(first).toEqual(events);
        }
      }),
      { numRuns: 100 },
    );
  });
});
