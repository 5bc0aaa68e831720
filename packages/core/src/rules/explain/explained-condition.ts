import type { ConditionResult } from "../engine/rule-result.js";

/** One comparison: what the rule wanted and what it saw; `result` is absent where it was not needed. */
export interface ExplainedCondition {
  readonly fact: string;
  /** The place inside the fact, where the comparison reads one. */
  readonly path?: string;
  readonly operator: string;
  /** The threshold: parameters and other facts as their values. */
  readonly expected: unknown;
  /** The fact's value; undefined where it is absent. */
  readonly observed: unknown;
  readonly result?: boolean;
  /** The parameters that the threshold is made of. */
  readonly parameters?: readonly string[];
  /** The fact that the threshold is. */
  readonly expectedFact?: string;
  /** What the fact is counted in, where a stage's catalogue says so; a currency for an amount. */
  readonly unit?: string;
}

/** The tree of a rule's conditions as they were evaluated, each comparison with what it saw. */
export interface ExplainedTree extends ConditionResult {
  readonly all?: readonly ExplainedTree[];
  readonly any?: readonly ExplainedTree[];
  readonly not?: ExplainedTree;
  /** The name under which the policy shares this condition. */
  readonly shared?: string;
  /** The parameters that the threshold of a comparison is made of. */
  readonly parameters?: readonly string[];
  readonly unit?: string;
}
