import type { EventFact } from "./check-event-facts.js";
import type { ConditionNode } from "./condition-node.js";
import type { RuleEvent } from "./rule-properties.js";

/** A rule after checking. */
export interface CheckedRule {
  readonly name: string | number | undefined;
  /** The name for messages: the rule's own, else its place. */
  readonly label: string;
  readonly priority: number;
  readonly conditions: ConditionNode;
  /** Frozen. */
  readonly event: RuleEvent;
  /** Facts to fill into the event's params; empty unless the option asks for it. */
  readonly eventFacts: readonly EventFact[];
}
