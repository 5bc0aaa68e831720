import type { Decision, Facts } from "@amends/core/rules";
import type { Difference } from "../match-expected.js";

/** What a policy saw and decided while a test ran. */
export interface Observation {
  readonly facts: Facts;
  readonly decision: Decision;
}

/** What came of one test, before it counts as passed or failed. */
export interface TestOutcome {
  readonly differences: readonly Difference[];
  readonly rules: readonly string[];
  readonly observations: readonly Observation[];
  /** Why coverage can't tell what the policy saw. */
  readonly unobserved?: string;
}
