import type { CheckContext } from "./check-context.js";
import { checkLength } from "./check-json-value.js";
import { checkReferences } from "./check-references.js";
import { checkRoot, checkRule } from "./check-rule.js";
import type { CheckedRule } from "./checked-rule.js";
import type { ConditionNode, NamedConditions } from "./condition-node.js";
import { FindingList } from "./finding-list.js";
import { isAsyncFunction } from "./is-async-function.js";
import { memberPath } from "./json-path.js";
import { createOperatorRegistry, type OperatorRegistry } from "./operator-registry.js";
import { ruleLimits } from "./rule-limits.js";
import type { RuleOptions } from "./rule-options.js";
import type { RuleProperties } from "./rule-properties.js";

/** Rules nothing is wrong with, in the order they are decided: descending priority, then file order. */
export interface CheckedRules {
  readonly rules: readonly CheckedRule[];
  readonly conditions: NamedConditions;
  readonly operators: OperatorRegistry;
}

/** Checks rules and options. Throws InvalidPolicyError with every finding, each with its place. */
export function checkRules(rules: readonly RuleProperties[], options: RuleOptions): CheckedRules {
  const findings = new FindingList();
  const operators = createOperatorRegistry(options.operators, findings);
  const context: CheckContext = {
    findings,
    operators,
    anyPath: checkPathResolver(options.pathResolver, findings),
    fillsEvents: options.replaceFactsInEventParams === true,
    nodesAtMost: options.nodesAtMost ?? ruleLimits.nodes,
    nodes: 0,
  };
  const conditions = checkNamedConditions(options.conditions, context);
  const checked: CheckedRule[] = [];
  if (!Array.isArray(rules)) {
    findings.add({ code: "invalid_rules", message: "the rules are no list", path: "rules", expected: "a list of rules" });
  } else if (checkLength(rules.length, "rules", findings)) {
    for (const [index, written] of rules.entries()) {
      if (findings.isFull) break;
      const rule = checkRule(written, `rules[${index}]`, context);
      if (rule !== undefined) checked.push(rule);
    }
  }
  checkReferences(
    checked.map((rule) => rule.conditions),
    conditions,
    findings,
  );
  findings.throwIfAny();
  return { rules: checked.sort((left, right) => right.priority - left.priority), conditions, operators };
}

function checkPathResolver(given: unknown, findings: FindingList): boolean {
  if (given === undefined || given === null) return false;
  if (typeof given !== "function" || isAsyncFunction(given)) {
    findings.add({
      code: "invalid_path_resolver",
      message: "the path resolver is no synchronous function",
      path: "pathResolver",
      expected: "a synchronous function",
    });
  }
  return true;
}

function checkNamedConditions(written: RuleOptions["conditions"], context: CheckContext): NamedConditions {
  const conditions = new Map<string, ConditionNode>();
  if (written === undefined || written === null) return conditions;
  if (typeof written !== "object" || Array.isArray(written)) {
    context.findings.add({
      code: "invalid_conditions",
      message: "the shared conditions are no object",
      path: "conditions",
      expected: "conditions by name",
    });
    return conditions;
  }
  for (const [name, condition] of Object.entries(written)) {
    if (context.findings.isFull) break;
    const node = checkRoot(condition, memberPath("conditions", name), context);
    if (node !== undefined) conditions.set(name, node);
  }
  return conditions;
}
