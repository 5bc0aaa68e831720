import type { ConditionScope } from "../compile-condition.js";
import type { CompiledRule } from "../compiled-rule.js";
import { firedEvent } from "../fired-event.js";
import { firstMatch } from "../first-match.js";
import type { RulePlan } from "../index-plan/rule-plan.js";
import { matchRules } from "../match-rules.js";
import type { ReadableFacts } from "../readable-facts.js";
import type { RuleEvent } from "../rule-properties.js";
import { none } from "./instructions.js";
import { RuleIndex } from "./rule-index.js";

/** Decides through an index what the rules one by one decide, and one by one where the index doesn't hold. */
export class IndexedRules {
  readonly #rules: readonly CompiledRule[];
  readonly #events: readonly RuleEvent[];
  readonly #always: readonly CompiledRule[];
  readonly #index: RuleIndex;

  constructor(rules: readonly CompiledRule[], plan: RulePlan, scope: ConditionScope) {
    this.#rules = rules;
    this.#events = rules.map((rule) => rule.event);
    this.#always = plan.always.map((index) => rules[index] as CompiledRule);
    this.#index = new RuleIndex(plan, scope);
  }

  /** The events of the rules that fire. */
  matches(facts: ReadableFacts): RuleEvent[] {
    if (this.#always.length > 0) return this.#matchesWithAlways(facts);
    return this.#index.all(facts, this.#events) ?? matchRules(this.#rules, facts);
  }

  #matchesWithAlways(facts: ReadableFacts): RuleEvent[] {
    const found = this.#index.all(facts, this.#rules);
    if (found === undefined) return matchRules(this.#rules, facts);
    const events: RuleEvent[] = [];
    let next = 0;
    for (const rule of this.#always) {
      const event = firedEvent(rule, facts);
      if (event === undefined) continue;
      for (let before = found[next]; before !== undefined && before.order < rule.order; before = found[next]) {
        events.push(before.event);
        next += 1;
      }
      events.push(event);
    }
    for (const rule of found.slice(next)) events.push(rule.event);
    return events;
  }

  /** The event of the first rule that fires; rules behind it play no part. */
  first(facts: ReadableFacts): RuleEvent | undefined {
    const found = this.#index.first(facts);
    if (found === undefined) return firstMatch(this.#rules, facts);
    for (const rule of this.#always) {
      if (found !== none && rule.order > found) break;
      const event = firedEvent(rule, facts);
      if (event !== undefined) return event;
    }
    return found === none ? undefined : this.#events[found];
  }
}
