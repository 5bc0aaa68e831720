import type { CheckedRule } from "./checked-rule.js";
import { compileRoot, type ConditionScope, type ConditionTest } from "./compile-condition.js";
import { compileEvent } from "./compile-event.js";
import type { CompiledRule } from "./compiled-rule.js";

/** Compiles rules that are checked and stand in the order of decision. */
export function compileCheckedRules(rules: readonly CheckedRule[], scope: ConditionScope): readonly CompiledRule[] {
  return rules.map((rule, order) => ({
    name: rule.name,
    label: rule.label,
    priority: rule.priority,
    order,
    conditions: rule.conditions,
    test: whenAsked(() => compileRoot(rule.conditions, scope)),
    event: rule.event,
    fillEvent: compileEvent(rule.event, rule.eventFacts, scope.options),
  }));
}

/** A test compiled when first asked: where an index decides, most never are. */
function whenAsked(compile: () => ConditionTest): ConditionTest {
  let test: ConditionTest | undefined;
  return (facts) => {
    test ??= compile();
    return test(facts);
  };
}
