import type { CheckedRule } from "../checked-rule.js";
import type { ConditionScope } from "../decide-condition.js";
import { firedEvent } from "../fired-event.js";
import type { RulePlan } from "../index-plan/rule-plan.js";
import type { ReadableFacts } from "../readable-facts.js";
import type { RuleEvent } from "../rule-properties.js";
import { noRule } from "./instructions.js";
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
    return events ?? this.#rules.flatMap((_rule, place) => this.#eventAt(place, facts) ?? []);
  }

  #eventAt(place: number, facts: ReadableFacts): RuleEvent | undefined {
    return firedEvent(this.#rules[place] as CheckedRule, facts, this.#scope);
  }

  #matchesWithAlways(facts: ReadableFacts): RuleEvent[] | undefined {
    const found = this.#index.all(facts, this.#places);
    if (found === undefined) return undefined;
    const fired = found.map((place) => [place, this.#events[place] as RuleEvent] as const);
    for (const place of this.#always) {
      const event = this.#eventAt(place, facts);
      if (event !== undefined) fired.push([place, event]);
    }
    return fired.sort(([left], [right]) => left - right).map(([, event]) => event);
  }

  /** The event of the first rule that fires; rules behind it play no part. */
  first(facts: ReadableFacts): RuleEvent | undefined {
    const found = this.#index.first(facts);
    // Where the index doesn't hold, every rule is evaluated until one fires.
    for (const place of found === undefined ? this.#rules.keys() : this.#always) {
      if (place >= (found ?? noRule)) break;
      const event = this.#eventAt(place, facts);
      if (event !== undefined) return event;
    }
    return found === undefined || found === noRule ? undefined : this.#events[found];
  }
}
