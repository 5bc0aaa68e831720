import type { CheckedRule } from "./checked-rule.js";
import { decideRoot, type ConditionScope } from "./decide-condition.js";
import { decisionErrorOf } from "./decision-error-of.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleEvent } from "./rule-properties.js";

/** The event of a rule if it fires. The event is filled in any case, since a fact missing in it fails the rule. */
export function firedEvent(rule: CheckedRule, facts: ReadableFacts, scope: ConditionScope): RuleEvent | undefined {
  try {
    const fires = decideRoot(rule.conditions, facts, scope);
    const event = filledEvent(rule, facts);
    return fires ? event : undefined;
  } catch (error) {
    throw decisionErrorOf(error, rule.label);
  }
}

/** The event with the facts it takes; a missing fact fails the run, of a rule that didn't fire too. */
export function filledEvent({ event, eventFacts }: CheckedRule, facts: ReadableFacts): RuleEvent {
  if (eventFacts.length === 0) return event;
  const params = (Array.isArray(event.params) ? [...(event.params as unknown[])] : { ...event.params }) as Record<string, unknown>;
  for (const { key, read } of eventFacts) params[key] = read(facts);
  return { type: event.type, params };
}
