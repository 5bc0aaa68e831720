export { checkPolicy, type PathFinding } from "./check/check-policy.js";
export { chooseRules, type ChooseOptions } from "./decide/choose-rules.js";
export { compilePolicy, type CompiledPolicy, type CompilePolicyOptions, type FactResolver, type Facts } from "./compile-policy.js";
export { ruleId, type Decision, type FiredRule } from "./decide/decision.js";
export { compileRules, type RuleEngine } from "./engine/compile-rules.js";
export { ownPropertyPathResolver } from "./engine/own-property-path.js";
export { ruleLimits } from "./engine/rule-limits.js";
export type { OperatorRegistrations, PathResolver, RuleOptions } from "./engine/rule-options.js";
export type {
  AllConditions,
  AnyConditions,
  ConditionReference,
  FactCondition,
  FactReference,
  NotCondition,
  RootCondition,
  RuleCondition,
  RuleEvent,
  RuleProperties,
} from "./engine/rule-properties.js";
export type { ConditionResult, RuleResult, RunResult } from "./engine/rule-result.js";
export type { ExplainedCondition, ExplainedTree } from "./explain/explained-condition.js";
export type { ExplainedRule, Explanation, ExplainOptions, LostTo, OutOfForce } from "./explain/explanation.js";
export type { Bound, FactChange, SmallestChange, Threshold, Wanted, WantedCondition } from "./explain/fact-change.js";
export { readJson, type JsonSource, type Place } from "./parse/json-source.js";
export { defaultOperators } from "./operators/default-operators.js";
export type { OperatorDefinition, OperatorFunction } from "./operators/operator-definition.js";
export { checkPolicySource, checkPolicyText, parsePolicy, readPolicy, type ParsePolicyOptions } from "./parse/parse-policy.js";
export { confidences, decideModes, policySchema, type DecideMode, type ParameterValue, type Policy, type PolicyRule } from "./policy.js";
export type { EventsOf, FactsOf, PolicyVocabulary } from "./policy-vocabulary.js";
export { leavesOf, type Leaf } from "./check/walk-conditions.js";
