import type { Policy } from "@amends/core/rules";
import type { BenchmarkRule } from "../workload/benchmark-rule.js";
import type { Question } from "./rule-engine-adapter.js";

/** The rules as a policy file holds them. */
export function benchmarkPolicy(rules: readonly BenchmarkRule[], question: Question): Policy {
  return {
    policy: "benchmarks/rules",
    version: "1.0.0",
    stage: "benchmarks",
    decision: "matched",
    decide: question,
    rules: rules.map(({ name, priority, conditions, event }) => ({ name, priority, conditions, event: { ...event } })),
  };
}
