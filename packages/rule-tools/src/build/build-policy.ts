import { hashOf } from "@amends/core/audit";
import { InvalidPolicyError } from "@amends/core/errors";
import type { Policy, PolicyVocabulary } from "@amends/core/rules";
import { planRules } from "@amends/core/rules/plan";
import { preparePolicy, type PreparedPolicy } from "@amends/core/rules/prepared";
import { ExactConditions } from "./exact-condition.js";
import { moduleCode } from "./module-code.js";
import { ModuleScope } from "./module-scope.js";
import { OperatorCode, type ImportedOperator } from "./operator-code.js";
import type { StageImport } from "./rule-rows.js";
import { typeDeclarations } from "./type-declarations.js";

/** What a policy is built with. */
export interface BuildPolicyOptions {
  /** With a stage, the policy is checked against its facts and events, and the types name them. */
  readonly stage?: PolicyVocabulary | undefined;
  /** Where the module imports the stage from. Needed where params take facts, which the stage's schemas read when a rule fires. */
  readonly stageImport?: StageImport | undefined;
  /** Operators beyond the standard ones, and where the module imports them from. */
  readonly operators?: readonly ImportedOperator[] | undefined;
}

/** A policy as an ES module. */
export interface BuiltModule {
  /** JavaScript: `decide`, `matches`, `first` and `policy`. */
  readonly code: string;
  /** The `.d.ts` beside it. */
  readonly types: string;
}

/**
 * Writes a policy as a readable ES module that decides as `compilePolicy` does. It imports the operators it uses and a small
 * runtime, `@amends/core/rules/built`; there is no `eval` in it.
 *
 * @throws {InvalidPolicyError} where the policy can't be loaded, or where params take facts and it isn't said where the stage is.
 * @example
 * import { buildPolicy } from "@amends/rule-tools";
 * const { code } = buildPolicy({
 *   policy: "shop/flags", version: "1.0.0", stage: "classification", decision: "flags", decide: "all",
 *   rules: [{ name: "vip", conditions: { all: [{ fact: "customer.vip", operator: "equal", value: true }] }, event: { type: "flag" } }],
 * });
 * code.includes("if (customerVip === true) hits.push(0); // vip"); // => true
 */
export function buildPolicy(policy: Policy, { stage, stageImport, operators = [] }: BuildPolicyOptions = {}): BuiltModule {
  const definitions = operators.map(({ definition }) => definition);
  const prepared = preparePolicy(policy, { stage, operators: definitions });
  if (stage !== undefined && stageImport === undefined) refuseParamsThatTakeFacts(prepared);
  const plan = planRules(prepared.plain.rules, { ...prepared.plain.options, operators: definitions });
  const scope = new ModuleScope();
  const operatorCode = new OperatorCode(scope, operators);
  const exact = new ExactConditions(scope, operatorCode, plan.conditions, prepared.parameterFacts);
  const code = moduleCode({
    prepared,
    plan,
    scope,
    operators: operatorCode,
    exact,
    stage: stage === undefined ? undefined : stageImport,
    hash: hashOf(prepared.policy),
  });
  return { code, types: typeDeclarations(prepared, stage) };
}

function refuseParamsThatTakeFacts({ rules }: PreparedPolicy): void {
  const findings = rules.flatMap(({ rule, readsFacts }, index) =>
    readsFacts
      ? [
          {
            code: "stage_import_missing",
            message: `the params of rule "${rule.name}" take facts, which the stage's schema reads when the rule fires`,
            path: `rules[${index}].event.params`,
            expected: "to know which module exports the stage",
            fix: 'pass stageImport, such as { from: "@amends/sla/stage", exported: "slaStage" }',
          },
        ]
      : [],
  );
  if (findings.length > 0) throw new InvalidPolicyError(findings);
}
