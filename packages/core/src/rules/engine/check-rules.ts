import { requireObject } from "../../errors/require-argument.js";
import type { CheckContext, SuggestWord } from "./check-context.js";
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

/**
 * Checks rules and options. Throws InvalidPolicyError with every finding, each with its place. `expandedNodesAtMost` says how many
 * conditions there may be once references are followed, by how many are written.
 */
export function checkRules(
  rules: readonly RuleProperties[],
  options: RuleOptions,
  suggest?: SuggestWord,
  expandedNodesAtMost: (written: number) => number = () => ruleLimits.expandedNodes,
): CheckedRules {
  requireObject(options, "options");
  const findings = new FindingList();
  const operators = createOperatorRegistry(options.operators, findings);
  const context: CheckContext = {
    options,
    findings,
    operators,
    operands: new Map(),
    suggest,
    nodesAtMost: options.nodesAtMost ?? ruleLimits.nodes,
    nodes: 0,
  };
  checkPathResolver(options.pathResolver, findings);
  const conditions = checkNamedConditions(options.conditions, context);
  const checked: CheckedRule[] = [];
  if (!Array.isArray(rules)) {
    findings.add("invalid_rules", "rules", "the rules are no list", "a list of rules");
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
    expandedNodesAtMost(context.nodes),
  );
  findings.throwIfAny();
  return { rules: checked.sort((left, right) => right.priority - left.priority), conditions, operators };
}

function checkPathResolver(given: unknown, findings: FindingList): void {
  if (given === undefined || given === null) return;
  if (typeof given !== "function" || isAsyncFunction(given)) {
    findings.add("invalid_path_resolver", "pathResolver", "the path resolver is no synchronous function", "a synchronous function");
  }
}

function checkNamedConditions(written: RuleOptions["conditions"], context: CheckContext): NamedConditions {
  const conditions = new Map<string, ConditionNode>();
  if (written === undefined || written === null) return conditions;
  if (typeof written !== "object" || Array.isArray(written)) {
    context.findings.add("invalid_conditions", "conditions", "the shared conditions are no object", "conditions by name");
    return conditions;
  }
  for (const [name, condition] of Object.entries(written)) {
    if (context.findings.isFull) break;
    const node = checkRoot(condition, memberPath("conditions", name), context);
    if (node !== undefined) conditions.set(name, node);
  }
  return conditions;
}
