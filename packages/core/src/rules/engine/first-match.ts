import type { CompiledRule } from "./compiled-rule.js";
import { firedEvent } from "./fired-event.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleEvent } from "./rule-properties.js";

/** The event of the first rule that fires; rules behind it are not evaluated. */
export function firstMatch(rules: readonly CompiledRule[], facts: ReadableFacts): RuleEvent | undefined {
  for (const rule of rules) {
    const event = firedEvent(rule, facts);
    if (event !== undefined) return event;
  }
  return undefined;
}
