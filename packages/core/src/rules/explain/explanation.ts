import type { ChooseOptions } from "../decide/choose-rules.js";
import type { RuleEvent } from "../engine/rule-properties.js";
import type { DecideMode } from "../policy.js";
import type { ExplainedCondition, ExplainedTree } from "./explained-condition.js";
import type { SmallestChange } from "./fact-change.js";

/** How much is explained. */
export interface ExplainOptions<Event extends RuleEvent = RuleEvent> extends ChooseOptions<Event> {
  /** One rule by name instead of all. */
  readonly rule?: string;
  /** How many of the rules that missed are explained, nearest first. Default: 5. */
  readonly nearest?: number;
  /** Every rule that missed, nearest first. */
  readonly all?: boolean;
  /** With `false`, nothing is said of what would have made a rule fire. */
  readonly changes?: boolean;
}

/** The rule that a fired rule lost to, and by what. */
export interface LostTo {
  readonly rule: string;
  /** `group`: rules of one group exclude each other, and the other moves the score more; `order`: it only comes before. */
  readonly by: "priority" | "order" | "stricter" | "moreSpecific" | "group";
}

/** Why the dates of a rule leave it out of force. */
export interface OutOfForce {
  readonly effectiveFrom?: string;
  /** Exclusive. */
  readonly effectiveTo?: string;
  /** The facts that date the policy, the first known one counting. */
  readonly datedBy: readonly string[];
  /** What they say; absent where none is known. */
  readonly at?: string;
}

/** Why one rule fired or did not. */
export interface ExplainedRule extends SmallestChange {
  readonly rule: string;
  readonly priority: number;
  /** Its conditions hold, it is in force, and its event has its facts: it decided, or lost. */
  readonly fired: boolean;
  readonly lostTo?: LostTo;
  /** Why a rule whose conditions hold did not count: its dates. */
  readonly notInForce?: true;
  readonly outOfForce?: OutOfForce;
  /** The facts that its event takes and the case lacks. */
  readonly lacks?: readonly string[];
  readonly because?: string;
  readonly source?: string;
  /** What it yields, where it fired. */
  readonly event?: RuleEvent;
  readonly conditions: ExplainedTree;
  /** The comparisons that kept it from firing. */
  readonly failed: readonly ExplainedCondition[];
}

/** Why a policy decided as it did: the rules that fired, those that decided first, and those that missed, nearest first. */
export interface Explanation {
  readonly policy: string;
  readonly version: string;
  readonly stage: string;
  readonly decision: string;
  readonly decide: DecideMode;
  /** The one rule that was asked for; nothing is said of others. */
  readonly rule?: string;
  /** Under `sum`: the points of the rules that count. */
  readonly total?: number;
  readonly fired: readonly ExplainedRule[];
  /** The nearest: the fewest facts to change, dates out of force counting as one more, then the order of the rules. */
  readonly missed: readonly ExplainedRule[];
  /** How many rules missed in all. */
  readonly missedInAll: number;
  /** Facts that the policy reads and that were absent. */
  readonly missing: readonly string[];
}
