import type { RulePlan } from "@amends/core/rules/plan";
import type { PreparedPolicy } from "@amends/core/rules/prepared";
import { ExpectedTypes } from "./expected-types.js";
import type { ExactConditions } from "./exact-condition.js";
import { commentText, literal, textLiteral } from "./literal.js";
import { runtime, type ModuleScope } from "./module-scope.js";
import type { OperatorCode } from "./operator-code.js";
import { PlanCode } from "./plan-code.js";
import { preparedRule, ruleRows, type StageImport } from "./rule-rows.js";
import { SlotCode } from "./slot-code.js";
import { TestCode } from "./test-code.js";

/** What a module is written from. */
export interface ModuleParts {
  readonly prepared: PreparedPolicy;
  readonly plan: RulePlan;
  readonly scope: ModuleScope;
  readonly operators: OperatorCode;
  readonly exact: ExactConditions;
  readonly stage: StageImport | undefined;
  /** Of the policy, as `hashOf` gives it. */
  readonly hash: string;
}

const exported = ["policy", "decide", "matches", "first"];
const local = ["facts", "missing", "hits", "rules", "find", "built"];

/** The text of a module. */
export function moduleCode({ prepared, plan, scope, operators, exact, stage, hash }: ModuleParts): string {
  for (const name of [...exported, ...local]) scope.names.take(name);
  const { policy, dates, compared } = prepared;
  const createBuiltPolicy = scope.use(runtime, "createBuiltPolicy");
  const rows = ruleRows(prepared, plan, exact, scope, stage);
  const find = findFunctions(prepared, plan, scope, operators, exact);
  const dated = dates.length === 0 ? [] : [`  dated: ${datedRules(prepared, scope)},`];
  return [
    `// ${commentText(`${policy.policy} ${policy.version}`)}, written by "amends build". Change the policy, not this file.`,
    ...(policy.description === undefined ? [] : [`// ${commentText(policy.description)}`]),
    ...scope.imports(),
    "",
    "/** Which policy this is; the hash tells whether it is the one you have. */",
    `export const policy = { name: ${textLiteral(policy.policy)}, version: ${textLiteral(policy.version)}, hash: ${textLiteral(hash)} };`,
    "",
    ...lines(scope.declarations()),
    "// The rules in the order of decision. `test` asks about everything a rule reads; it is called for facts that are no plain data.",
    "const rules = [",
    ...rows,
    "];",
    "",
    ...find,
    `const built = ${createBuiltPolicy}({`,
    `  policy: policy.name,`,
    `  version: policy.version,`,
    `  decide: ${textLiteral(policy.decide)},`,
    `  compared: ${literal(compared)},`,
    ...dated,
    "  rules,",
    "  find,",
    "});",
    "",
    "/** The decision, with the rules behind it and the facts it lacks. */",
    "export const decide = built.decide;",
    "",
    "/** The events of all rules that fire, by descending priority, then in the policy's order. */",
    "export const matches = built.matches;",
    "",
    "/** The event of the first rule that fires. */",
    "export const first = built.first;",
    "",
  ].join("\n");
}

/** The function that finds the rules whose conditions hold, and the functions it is cut into. */
function findFunctions(
  prepared: PreparedPolicy,
  plan: RulePlan,
  scope: ModuleScope,
  operators: OperatorCode,
  exact: ExactConditions,
): string[] {
  const expected = new ExpectedTypes([...plan.rules.map(({ conditions }) => conditions), ...plan.conditions.values()]);
  const slots = new SlotCode(plan.slots, scope, prepared.parameterFacts, expected);
  const names = plan.rules.map((_, place) => commentText(preparedRule(prepared, plan, place).rule.name));
  const code = new PlanCode(scope, slots, new TestCode(slots, scope, operators, exact), names);
  const tree = code.statements(plan.root);
  const exceptions = slots.exceptions();
  const body = [
    ...slots.reads(),
    ...(exceptions.length === 0
      ? []
      : [
          "// Facts that are no plain data might fail a rule that is passed over here.",
          "if (",
          ...exceptions.map((exception, index) => `  ${exception}${index === exceptions.length - 1 ? "" : " ||"}`),
          ") return undefined;",
        ]),
    ...slots.numbers(tree.uses),
    ...plan.always.map((place) => `if (rules[${place}].test(facts)) hits.push(${place}); // ${names[place] ?? ""}`),
    ...tree.lines,
    "return hits;",
  ];
  return [
    ...code.functions.flatMap((text) => [text, ""]),
    "// Notes the places of the rules whose conditions hold; undefined where every rule has to be asked. Where the first alone counts,",
    "// `hits.end` is the first place noted so far, and what could only fire behind it is passed over.",
    "function find(facts, hits = []) {",
    ...body.map((line) => `  ${line}`),
    "}",
    "",
  ];
}

function datedRules({ policy, dates }: PreparedPolicy, scope: ModuleScope): string {
  const rulesInForce = scope.use(runtime, "rulesInForce");
  const zones = scope.use("@amends/core/time", "intlZoneProvider");
  const facts = literal(dates);
  return `{ facts: ${facts}, inForce: ${rulesInForce}(${facts}, ${textLiteral(policy.zone ?? "UTC")}, ${zones}) }`;
}

function lines(declarations: readonly string[]): readonly string[] {
  return declarations.length === 0 ? [] : [...declarations, ""];
}
