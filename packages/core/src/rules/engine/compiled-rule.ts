import type { ConditionTest } from "./compile-condition.js";
import type { EventFiller } from "./compile-event.js";
import type { ConditionNode } from "./condition-node.js";
import type { RuleEvent } from "./rule-properties.js";

/** A rule ready to decide. `order` is its place among the rules, which stand by descending priority, then file order. */
export interface CompiledRule {
  readonly name: string | number | undefined;
  /** The name for messages: the rule's own, else its place. */
  readonly label: string;
  readonly priority: number;
  readonly order: number;
  /** The checked conditions, for explaining and for indexing. */
  readonly conditions: ConditionNode;
  readonly test: ConditionTest;
  /** Frozen; the event of every run in which nothing is filled in. */
  readonly event: RuleEvent;
  readonly fillEvent: EventFiller | undefined;
}
