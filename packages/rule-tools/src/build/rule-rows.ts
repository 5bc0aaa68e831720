import type { PreparedPolicy, PreparedRule } from "@amends/core/rules/prepared";
import type { RulePlan } from "@amends/core/rules/plan";
import type { ExactConditions } from "./exact-condition.js";
import { literal, textLiteral } from "./literal.js";
import { runtime, type ModuleScope } from "./module-scope.js";

/** Where a built module imports a stage from, whose schemas read params that take facts. */
export interface StageImport {
  /** A module specifier, such as `@amends/sla/stage`. */
  readonly from: string;
  /** The name under which the module exports the stage. */
  readonly exported: string;
}

/** The rule that stands at a place of the plan. */
export function preparedRule(prepared: PreparedPolicy, plan: RulePlan, place: number): PreparedRule {
  return prepared.rules[Number(plan.rules[place]?.event.type)] as PreparedRule;
}

/** Writes the rules as the runtime takes them, in the order of decision. */
export function ruleRows(
  prepared: PreparedPolicy,
  plan: RulePlan,
  exact: ExactConditions,
  scope: ModuleScope,
  stage: StageImport | undefined,
): string[] {
  return plan.rules.flatMap(({ conditions }, place) => {
    const rule = preparedRule(prepared, plan, place);
    const { policy: _policy, version: _version, ...said } = rule.label;
    return [
      "  {",
      ...Object.entries(said).map(([key, value]) => `    ${key}: ${literal(value)},`),
      `    ${eventMember(rule, scope, stage)},`,
      `    test: (facts) => ${exact.root(conditions)},`,
      "  },",
    ];
  });
}

function eventMember({ rule, params, readsFacts }: PreparedRule, scope: ModuleScope, stage: StageImport | undefined): string {
  const written = rule.event.params === undefined ? "" : `, params: ${literal(params)}`;
  const event = `{ type: ${textLiteral(rule.event.type)}${written} }`;
  if (!readsFacts) return `event: ${event}`;
  if (stage === undefined) return `readEvent: (facts, missing) => ${scope.use(runtime, "fillEvent")}(${event}, facts, missing)`;
  const vocabulary = scope.use(stage.from, stage.exported);
  const named = `{ name: ${textLiteral(rule.name)}, event: ${event} }`;
  return `readEvent: (facts, missing) => ${scope.use(runtime, "readEvent")}(${named}, ${literal(params)}, facts, ${vocabulary}, missing)`;
}
