import type { CompiledRule } from "./compiled-rule.js";
import { decisionErrorOf } from "./decision-error-of.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleEvent } from "./rule-properties.js";

/** The events of the rules that fire, all rules evaluated. */
export function matchRules(rules: readonly CompiledRule[], facts: ReadableFacts): RuleEvent[] {
  const events: RuleEvent[] = [];
  let current = "";
  try {
    for (const rule of rules) {
      current = rule.label;
      const fires = rule.test(facts);
      const event = rule.fillEvent === undefined ? rule.event : rule.fillEvent(facts);
      if (fires) events.push(event);
    }
  } catch (error) {
    throw decisionErrorOf(error, current);
  }
  return events;
}
