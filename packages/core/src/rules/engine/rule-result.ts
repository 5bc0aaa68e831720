import type { RuleEvent } from "./rule-properties.js";

/**
 * A condition with what it saw. `result` is absent where a condition of higher priority had already decided.
 * A test of a fact has `fact`, `operator` and `value`; a group has one of `all`, `any` and `not`; `condition` stands
 * only where a reference was not followed.
 */
export interface ConditionResult {
  readonly priority?: number;
  readonly name?: string;
  readonly operator?: string;
  readonly value?: unknown;
  readonly fact?: string;
  readonly factResult?: unknown;
  readonly valueResult?: unknown;
  readonly result?: boolean;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly path?: string;
  readonly all?: readonly ConditionResult[];
  readonly any?: readonly ConditionResult[];
  readonly not?: ConditionResult;
  readonly condition?: string;
}

/** How one rule came out: the tree of its conditions, its event, and whether it fired. */
export interface RuleResult {
  readonly conditions: ConditionResult;
  readonly event: RuleEvent;
  readonly priority: number;
  readonly name?: string | number;
  readonly result: boolean;
}

/** Everything one run found, each list by descending priority, then file order. */
export interface RunResult {
  readonly events: readonly RuleEvent[];
  readonly failureEvents: readonly RuleEvent[];
  readonly results: readonly RuleResult[];
  readonly failureResults: readonly RuleResult[];
}
