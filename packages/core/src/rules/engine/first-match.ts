import type { CompiledRule } from "./compiled-rule.js";
import { decisionErrorOf } from "./decision-error-of.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleEvent } from "./rule-properties.js";

/** The event of the first rule that fires; rules behind it are not evaluated. */
export function firstMatch(rules: readonly CompiledRule[], facts: ReadableFacts): RuleEvent | undefined {
  let current = "";
  try {
    for (const rule of rules) {
      current = rule.label;
      const fires = rule.test(facts);
      const event = rule.fillEvent === undefined ? rule.event : rule.fillEvent(facts);
      if (fires) return event;
    }
  } catch (error) {
    throw decisionErrorOf(error, current);
  }
  return undefined;
}
