import { decideRoot, type ConditionScope } from "../decide-condition.js";
import type { ConditionTest, OperatorTest } from "../index-plan/plan-test.js";
import type { ConditionNode } from "../condition-node.js";
import type { ReadableFacts } from "../readable-facts.js";

/** A test that is evaluated at most once a run. */
export type Predicate = (values: readonly unknown[], facts: ReadableFacts) => boolean;

/** The predicates of an index; tests written alike share one. */
export class PredicateTable {
  readonly predicates: Predicate[] = [];
  readonly #scope: ConditionScope;
  readonly #operators = new Map<string, number>();
  readonly #conditions = new Map<ConditionNode, number>();

  constructor(scope: ConditionScope) {
    this.#scope = scope;
  }

  indexOf(test: OperatorTest | ConditionTest): number {
    return test.kind === "operator" ? this.#operator(test) : this.#condition(test);
  }

  #operator(test: OperatorTest): number {
    const { node, slot, valueSlot } = test;
    const constant = valueSlot === undefined ? constantKey(node.value) : String(valueSlot);
    const key = constant === undefined ? undefined : JSON.stringify([node.operator, slot, valueSlot === undefined, constant]);
    const known = key === undefined ? undefined : this.#operators.get(key);
    if (known !== undefined) return known;
    const index = this.predicates.push(operatorPredicate(test)) - 1;
    if (key !== undefined) this.#operators.set(key, index);
    return index;
  }

  #condition({ node }: ConditionTest): number {
    const known = this.#conditions.get(node);
    if (known !== undefined) return known;
    const index = this.predicates.push((_values, facts) => decideRoot(node, facts, this.#scope) === true) - 1;
    this.#conditions.set(node, index);
    return index;
  }
}

function operatorPredicate({ node, slot, valueSlot }: OperatorTest): Predicate {
  const { evaluate, prepared, value } = node;
  if (valueSlot !== undefined) return (values) => evaluate(values[slot], values[valueSlot]);
  if (prepared !== undefined) return (values) => prepared(values[slot]);
  return (values) => evaluate(values[slot], value);
}

/** A text that equal constants share; undefined for constants that aren't compared here. */
function constantKey(value: unknown): string | undefined {
  if (!Array.isArray(value)) return primitiveKey(value);
  if (value.length > 32) return undefined;
  const keys = Array.from(value as unknown[], primitiveKey);
  return keys.includes(undefined) ? undefined : JSON.stringify(keys);
}

function primitiveKey(value: unknown): string | undefined {
  return (typeof value === "object" && value !== null) || typeof value === "function" ? undefined : `${typeof value} ${String(value)}`;
}
