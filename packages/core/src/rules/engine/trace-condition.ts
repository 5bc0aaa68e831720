import { compileFactReader } from "./compile-fact-reader.js";
import { undefinedCondition, type ConditionScope } from "./compile-condition.js";
import type { ConditionNode, FactNode, GroupNode, ReferenceNode } from "./condition-node.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { ConditionResult } from "./rule-result.js";

/** A condition's answer and the tree that explains it. */
export interface ConditionTrace {
  readonly answer: unknown;
  readonly result: ConditionResult;
}

/** Evaluates a condition and keeps what each part saw. Decides as the compiled condition does, part for part. */
export function traceRoot(node: ConditionNode, facts: ReadableFacts, scope: ConditionScope): ConditionTrace {
  return node.kind === "fact" || node.kind === "reference" ? traceCondition(node, facts, scope) : traceAnswer(node, facts, scope);
}

function traceCondition(node: ConditionNode, facts: ReadableFacts, scope: ConditionScope): ConditionTrace {
  if (node.kind === "fact") return traceFact(node, facts, scope);
  if (node.kind === "reference") return traceReference(node, facts, scope);
  const { answer, result } = traceAnswer(node, facts, scope);
  return { answer: answer === true, result: { ...result, result: answer === true } };
}

function traceAnswer(node: Exclude<ConditionNode, FactNode | ReferenceNode>, facts: ReadableFacts, scope: ConditionScope): ConditionTrace {
  if (node.kind === "not") {
    const member = traceCondition(node.member, facts, scope);
    return { answer: !member.answer, result: { ...labelOf(node), not: member.result } };
  }
  const results = node.members.map(describeCondition);
  const answer = traceMembers(node, results, facts, scope);
  return { answer, result: { ...labelOf(node), [node.kind]: results } };
}

function traceMembers(node: GroupNode, results: ConditionResult[], facts: ReadableFacts, scope: ConditionScope): unknown {
  const traceAt = (index: number): unknown => {
    const trace = traceCondition(node.members[index] as ConditionNode, facts, scope);
    results[index] = trace.result;
    return trace.answer;
  };
  if (node.members.length === 0) return true;
  if (node.members.length === 1) return traceAt(0);
  const undecided = node.kind === "all";
  for (const indices of node.sets) {
    const answers = indices.map((index) => traceAt(index) === true);
    if ((undecided ? answers.every(Boolean) : answers.some(Boolean)) !== undecided) return !undecided;
  }
  return undecided;
}

function traceReference(node: ReferenceNode, facts: ReadableFacts, scope: ConditionScope): ConditionTrace {
  const target = scope.conditions.get(node.condition);
  if (target === undefined) {
    const answer = undefinedCondition(node.condition, scope.options);
    return { answer, result: { ...describeCondition(node), result: answer } };
  }
  return traceCondition({ ...target, priority: target.priority ?? node.priority, name: target.name ?? node.name }, facts, scope);
}

function traceFact(node: FactNode, facts: ReadableFacts, scope: ConditionScope): ConditionTrace {
  const valueResult = node.valueFact === undefined ? node.value : compileFactReader(node.valueFact, scope.options)(facts);
  const factResult = compileFactReader(node, scope.options)(facts);
  const answer = node.evaluate(factResult, valueResult);
  return { answer, result: describeFact(node, { factResult, valueResult, result: answer }) };
}

/** A condition that was not evaluated: as written, without a result. */
export function describeCondition(node: ConditionNode): ConditionResult {
  if (node.kind === "fact") return describeFact(node, {});
  if (node.kind === "reference") return { ...labelOf(node), condition: node.condition };
  if (node.kind === "not") return { ...labelOf(node), not: describeCondition(node.member) };
  return { ...labelOf(node), [node.kind]: node.members.map(describeCondition) };
}

function describeFact(node: FactNode, seen: { factResult?: unknown; valueResult?: unknown; result?: boolean }): ConditionResult {
  const { factResult, valueResult, result } = seen;
  return {
    ...labelOf(node),
    operator: node.operator,
    value: node.value,
    fact: node.fact,
    ...(factResult === undefined ? {} : { factResult }),
    ...(valueResult === undefined ? {} : { valueResult }),
    ...(result === undefined ? {} : { result }),
    ...(node.params === undefined ? {} : { params: node.params }),
    ...(node.path === undefined ? {} : { path: node.path }),
  };
}

function labelOf({ priority, name }: ConditionNode): { priority?: number; name?: string } {
  return { ...(priority ? { priority } : {}), ...(name ? { name } : {}) };
}
