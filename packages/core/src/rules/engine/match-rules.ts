import type { CompiledRule } from "./compiled-rule.js";
import { firedEvent } from "./fired-event.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleEvent } from "./rule-properties.js";

/** The events of the rules that fire, all rules evaluated. */
export function matchRules(rules: readonly CompiledRule[], facts: ReadableFacts): RuleEvent[] {
  const events: RuleEvent[] = [];
  for (const rule of rules) {
    const event = firedEvent(rule, facts);
    if (event !== undefined) events.push(event);
  }
  return events;
}
