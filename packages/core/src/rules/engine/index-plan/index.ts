export { planRules } from "./plan-rules.js";
export type { AllTests, AnyTests, ConditionTest, IntervalTest, OperatorTest, PlanTest, ValuesTest } from "./plan-test.js";
export type { PlanBoundary, PlanEntry, PlanNode, PlanSlot, RangesNode, RulePlan, RulesNode, ValuesNode } from "./rule-plan.js";
