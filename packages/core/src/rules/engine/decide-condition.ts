import { quotable } from "../../errors/quoted.js";
import type { ConditionNode, FactNode, GroupNode, NamedConditions, ReferenceNode } from "./condition-node.js";
import { describeCondition, type ConditionTrace } from "./describe-condition.js";
import { EvaluationError } from "./evaluation-error.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleOptions } from "./rule-options.js";

/** What deciding a condition needs beside the facts. */
export interface ConditionScope {
  readonly conditions: NamedConditions;
  readonly options: RuleOptions;
}

/**
 * Decides the root of a rule, where the answer of a single test passes through as it is; inside a group only `true` counts.
 * Given the condition's description as `trace`, it writes there what each part saw.
 */
export function decideRoot(node: ConditionNode, facts: ReadableFacts, scope: ConditionScope, trace?: ConditionTrace): unknown {
  switch (node.kind) {
    case "fact":
      return decideFact(node, facts, trace);
    case "reference":
      return decideReference(node, facts, scope, trace);
    case "not":
      return !decideMember(node.member, facts, scope, trace?.not);
    default:
      return decideGroup(node, facts, scope, trace?.[node.kind]);
  }
}

function decideMember(node: ConditionNode, facts: ReadableFacts, scope: ConditionScope, trace?: ConditionTrace): unknown {
  // Most members are.
  if (node.kind === "fact") return decideFact(node, facts, trace);
  const answer = decideRoot(node, facts, scope, trace);
  if (node.kind === "reference") return answer;
  if (trace !== undefined) trace.result = answer === true;
  return answer === true;
}

/**
 * Within one priority every member is evaluated, even when one has decided already, so that a fact missing in another
 * is still found; a lower priority is read only while nothing is decided.
 */
function decideGroup(node: GroupNode, facts: ReadableFacts, scope: ConditionScope, traces?: readonly ConditionTrace[]): unknown {
  const { members, sets } = node;
  const [only] = members;
  if (only === undefined) return true;
  if (members.length === 1) return decideMember(only, facts, scope, traces?.[0]);
  const undecided = node.kind === "all";
  for (const indices of sets) {
    let isDecided = false;
    for (const index of indices) {
      const holds = decideMember(members[index] as ConditionNode, facts, scope, traces?.[index]) === true;
      if (holds !== undecided) isDecided = true;
    }
    if (isDecided) return !undecided;
  }
  return undecided;
}

function decideReference(node: ReferenceNode, facts: ReadableFacts, scope: ConditionScope, trace?: ConditionTrace): unknown {
  const { condition, priority, name } = node;
  const target = scope.conditions.get(condition);
  if (target === undefined) {
    const answer = undefinedCondition(condition, scope.options);
    if (trace !== undefined) trace.result = answer;
    return answer;
  }
  if (trace === undefined) return decideMember(target, facts, scope);
  // What it refers to stands in its place.
  const shown = { ...target, priority: target.priority ?? priority, name: target.name ?? name };
  for (const key of ["condition", "priority", "name"] as const) delete trace[key];
  return decideMember(shown, facts, scope, Object.assign(trace, describeCondition(shown)));
}

/** The answer of a reference to an unknown condition. */
export function undefinedCondition(name: string, options: RuleOptions): false {
  if (options.allowUndefinedConditions === true) return false;
  throw new EvaluationError({
    code: "undefined_condition",
    message: `No condition "${quotable(name)}" exists. Share it under "conditions", or allow undefined conditions.`,
  });
}

function decideFact(node: FactNode, facts: ReadableFacts, trace: ConditionTrace | undefined): boolean {
  const { evaluate, prepared, valueFact } = node;
  const factResult = node.read(facts);
  const valueResult = valueFact === undefined ? node.value : valueFact.read(facts);
  const answer = prepared === undefined ? evaluate(factResult, valueResult) : prepared(factResult);
  if (trace !== undefined) {
    if (factResult !== undefined) trace.factResult = factResult;
    if (valueResult !== undefined) trace.valueResult = valueResult;
    if (answer !== undefined) trace.result = answer;
  }
  return answer;
}
