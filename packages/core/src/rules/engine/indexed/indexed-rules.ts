import type { CheckedRule } from "../checked-rule.js";
import type { ConditionScope } from "../decide-condition.js";
import { firedEvent } from "../fired-event.js";
import type { RulePlan } from "../index-plan/rule-plan.js";
import type { ReadableFacts } from "../readable-facts.js";
import type { RuleEvent } from "../rule-properties.js";
import { none } from "./instructions.js";
import { RuleIndex } from "./rule-index.js";

/** Decides through an index what the rules one by one decide, and one by one where the index doesn't hold. */
export class IndexedRules {
  readonly #rules: readonly CheckedRule[];
  readonly #events: readonly RuleEvent[];
  /** The places of all rules, where some of them are always evaluated. */
  readonly #places: readonly number[];
  readonly #always: readonly number[];
  readonly #index: RuleIndex;
  readonly #scope: ConditionScope;

  constructor(plan: RulePlan, scope: ConditionScope) {
    this.#rules = plan.rules;
    this.#events = plan.rules.map((rule) => rule.event);
    this.#always = plan.always;
    this.#places = plan.always.length === 0 ? [] : [...plan.rules.keys()];
    this.#index = new RuleIndex(plan, scope);
    this.#scope = scope;
  }

  /** The events of the rules that fire. */
  matches(facts: ReadableFacts): RuleEvent[] {
    const events = this.#always.length > 0 ? this.#matchesWithAlways(facts) : this.#index.all(facts, this.#events);
    return events ?? this.#matchesOneByOne(facts);
  }

  #matchesOneByOne(facts: ReadableFacts): RuleEvent[] {
    const events: RuleEvent[] = [];
    for (const rule of this.#rules) {
      const event = firedEvent(rule, facts, this.#scope);
      if (event !== undefined) events.push(event);
    }
    return events;
  }

  #matchesWithAlways(facts: ReadableFacts): RuleEvent[] | undefined {
    const found = this.#index.all(facts, this.#places);
    if (found === undefined) return undefined;
    const events: RuleEvent[] = [];
    let next = 0;
    const addUpTo = (place: number): void => {
      for (; next < found.length && (found[next] as number) < place; next += 1)
        events.push(this.#events[found[next] as number] as RuleEvent);
    };
    for (const place of this.#always) {
      const event = firedEvent(this.#rules[place] as CheckedRule, facts, this.#scope);
      if (event === undefined) continue;
      addUpTo(place);
      events.push(event);
    }
    addUpTo(this.#rules.length);
    return events;
  }

  /** The event of the first rule that fires; rules behind it play no part. */
  first(facts: ReadableFacts): RuleEvent | undefined {
    const found = this.#index.first(facts);
    // Where the index doesn't hold, every rule is evaluated until one fires.
    const end = found === undefined || found === none ? this.#rules.length : found;
    for (const place of found === undefined ? this.#rules.keys() : this.#always) {
      if (place >= end) break;
      const event = firedEvent(this.#rules[place] as CheckedRule, facts, this.#scope);
      if (event !== undefined) return event;
    }
    return this.#events[end];
  }
}
