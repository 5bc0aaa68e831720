import type { CompiledPolicy } from "@amends/core/rules";
import type { PolicySet } from "@amends/core/stage";
import type { Observation } from "./test-outcome.js";

/** The same policy set; what the named policy sees and decides is kept. */
export function recordDecisions(set: PolicySet, policy: string): { set: PolicySet; observations: Observation[] } {
  const observations: Observation[] = [];
  const record = (compiled: CompiledPolicy): CompiledPolicy => ({
    ...compiled,
    decide: (facts, options) => {
      const decision = compiled.decide(facts, options);
      observations.push({ facts, decision });
      return decision;
    },
  });
  return {
    set: {
      ...set,
      policiesFor: (decision) => set.policiesFor(decision).map((each) => (each.policy.policy === policy ? record(each) : each)),
    },
    observations,
  };
}
