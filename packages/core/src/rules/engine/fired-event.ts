import type { CompiledRule } from "./compiled-rule.js";
import { decisionErrorOf } from "./decision-error-of.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleEvent } from "./rule-properties.js";

/** The event of a rule if it fires. The event is filled in any case, since a fact missing in it fails the rule. */
export function firedEvent(rule: CompiledRule, facts: ReadableFacts): RuleEvent | undefined {
  try {
    const fires = rule.test(facts);
    const event = rule.fillEvent === undefined ? rule.event : rule.fillEvent(facts);
    return fires ? event : undefined;
  } catch (error) {
    throw decisionErrorOf(error, rule.label);
  }
}
