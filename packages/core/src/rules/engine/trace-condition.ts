import { operandReaders, undefinedCondition, type ConditionScope } from "./compile-condition.js";
import type { ConditionNode, FactNode, GroupNode, ReferenceNode } from "./condition-node.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { ConditionResult } from "./rule-result.js";

/** A condition's answer and the tree that explains it. */
export interface ConditionTrace {
  readonly answer: unknown;
  readonly result: ConditionResult;
}

/** A result while it is put together. */
type Draft = { -readonly [Key in keyof ConditionResult]: ConditionResult[Key] };

/** Evaluates a condition and keeps what each part saw. Decides as the compiled condition does, part for part. */
export function traceRoot(node: ConditionNode, facts: ReadableFacts, scope: ConditionScope): ConditionTrace {
  return node.kind === "fact" || node.kind === "reference" ? traceCondition(node, facts, scope) : traceAnswer(node, facts, scope);
}

function traceCondition(node: ConditionNode, facts: ReadableFacts, scope: ConditionScope): ConditionTrace {
  if (node.kind === "fact") return traceFact(node, facts, scope);
  if (node.kind === "reference") return traceReference(node, facts, scope);
  const { answer, result } = traceAnswer(node, facts, scope);
  result.result = answer === true;
  return { answer: answer === true, result };
}

function traceAnswer(
  node: Exclude<ConditionNode, FactNode | ReferenceNode>,
  facts: ReadableFacts,
  scope: ConditionScope,
): { answer: unknown; result: Draft } {
  const result = labelOf(node);
  if (node.kind === "not") {
    const member = traceCondition(node.member, facts, scope);
    result.not = member.result;
    return { answer: !member.answer, result };
  }
  const evaluated: (ConditionResult | undefined)[] = node.members.map(() => undefined);
  const answer = traceMembers(node, evaluated, facts, scope);
  result[node.kind] = node.members.map((member, index) => evaluated[index] ?? describeCondition(member));
  return { answer, result };
}

function traceMembers(node: GroupNode, evaluated: (ConditionResult | undefined)[], facts: ReadableFacts, scope: ConditionScope): unknown {
  const traceAt = (index: number): unknown => {
    const trace = traceCondition(node.members[index] as ConditionNode, facts, scope);
    evaluated[index] = trace.result;
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
  const { readFact, readValue } = operandReaders(node, scope);
  const factResult = readFact(facts);
  const valueResult = readValue(facts);
  const answer = node.prepared === undefined ? node.evaluate(factResult, valueResult) : node.prepared(factResult);
  return { answer, result: describeFact(node, factResult, valueResult, answer) };
}

/** A condition that was not evaluated: as written, without a result. */
function describeCondition(node: ConditionNode): ConditionResult {
  if (node.kind === "fact") return describeFact(node, undefined, undefined, undefined);
  const result = labelOf(node);
  if (node.kind === "reference") result.condition = node.condition;
  else if (node.kind === "not") result.not = describeCondition(node.member);
  else result[node.kind] = node.members.map(describeCondition);
  return result;
}

function describeFact(node: FactNode, factResult: unknown, valueResult: unknown, answer: boolean | undefined): ConditionResult {
  const result = labelOf(node);
  result.operator = node.operator;
  result.value = node.value;
  result.fact = node.fact;
  if (factResult !== undefined) result.factResult = factResult;
  if (valueResult !== undefined) result.valueResult = valueResult;
  if (answer !== undefined) result.result = answer;
  if (node.params !== undefined) result.params = node.params;
  if (node.path !== undefined) result.path = node.path;
  return result;
}

function labelOf({ priority, name }: ConditionNode): Draft {
  const result: Draft = {};
  if (priority) result.priority = priority;
  if (name) result.name = name;
  return result;
}
