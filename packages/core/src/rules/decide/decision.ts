import type { RuleEvent } from "../engine/rule-properties.js";
import type { DecideMode } from "../policy.js";

/** A rule that fired, with what its file says of it. */
export interface FiredRule<Event extends RuleEvent = RuleEvent> {
  readonly policy: string;
  readonly version: string;
  readonly rule: string;
  readonly priority: number;
  /** How many facts the rule tests; `mostSpecific` compares it. */
  readonly specificity: number;
  readonly event: Event;
  readonly because?: string;
  readonly source?: string;
  readonly confidence?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
}

/** What a policy decided, and the ids needed to explain it. */
export interface Decision<Event extends RuleEvent = RuleEvent> {
  readonly decide: DecideMode;
  /** The events that decide: at most one under `first`, `strictest` and `mostSpecific`. */
  readonly events: readonly Event[];
  /** The rules behind `events`, in the same order. */
  readonly fired: readonly FiredRule<Event>[];
  /** Rules that fired too and lost: to a higher priority, a stricter or more specific rule, or a rule of the same group. */
  readonly lost: readonly FiredRule<Event>[];
  /** Under `sum`: the points of the rules that count. */
  readonly total?: number;
  /** Facts that the policy reads and that were absent. */
  readonly missing: readonly string[];
}

/**
 * `policy/rule`, the name by which answers quote a rule.
 *
 * @example
 * import { ruleId } from "@amends/core/rules";
 * ruleId({ policy: "sla/standard-targets", rule: "email" }); // => "sla/standard-targets/email"
 */
export function ruleId(fired: Pick<FiredRule, "policy" | "rule">): string {
  return `${fired.policy}/${fired.rule}`;
}
