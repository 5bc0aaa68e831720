import { checkRules } from "./check-rules.js";
import { planCheckedRules } from "./index-plan/plan-rules.js";
import { IndexedRules } from "./indexed/indexed-rules.js";
import { readableFacts } from "./readable-facts.js";
import type { RuleOptions } from "./rule-options.js";
import type { RuleEvent, RuleProperties } from "./rule-properties.js";
import type { RunResult } from "./rule-result.js";
import { runRules } from "./run-rules.js";

/** Rules compiled once, to decide many times. Facts are values by flat name, such as `"order.total"`. */
export interface RuleEngine {
  /** Evaluates all rules and explains each. Throws DecisionError when a rule fails. */
  run(facts: object): RunResult;
  /** The events of the rules that fire; builds no explanation. Throws DecisionError when a rule fails. */
  matches(facts: object): RuleEvent[];
  /**
   * The event of the first rule that fires, by descending priority, then file order. Rules behind it are not
   * evaluated. Throws DecisionError when a rule before it fails.
   */
  first(facts: object): RuleEvent | undefined;
}

/**
 * Compiles json-rules-engine rules into a synchronous engine that decides as json-rules-engine 7.3.1 does. Events come
 * by descending priority, then file order; they and the rules' constants are frozen.
 *
 * Refused with an InvalidPolicyError that lists every finding: unknown operators, decorators and malformed rules;
 * asynchronous operators; handlers; circular references; paths beyond `$.a.b[0]`; anything beyond the limits.
 *
 * @example
 * import { compileRules } from "@amends/core/rules";
 * const late = { all: [{ fact: "shipment.daysInTransit", operator: "greaterThanInclusive", value: 45 }] };
 * const rules = compileRules([{ name: "long-delay", conditions: late, event: { type: "offer", params: { tier: 2 } } }]);
 * rules.matches({ "shipment.daysInTransit": 50 }); // => [{ type: "offer", params: { tier: 2 } }]
 */
export function compileRules(rules: readonly RuleProperties[], options: RuleOptions = {}): RuleEngine {
  const checked = checkRules(rules, options);
  const scope = { conditions: checked.conditions, options };
  const indexed = new IndexedRules(planCheckedRules(checked, options), scope);
  return {
    run: (facts) => runRules(checked.rules, readableFacts(facts), scope),
    matches: (facts) => indexed.matches(readableFacts(facts)),
    first: (facts) => indexed.first(readableFacts(facts)),
  };
}
