import { decideRoot, type ConditionScope } from "../decide-condition.js";
import type { ConditionTest, OperatorTest, ValuesTest } from "../index-plan/plan-test.js";
import type { ReadableFacts } from "../readable-facts.js";

/** A test that is evaluated at most once a run. */
export type Predicate = (values: readonly unknown[], facts: ReadableFacts) => boolean;

/** The predicates of an index; tests written alike share one. */
export class PredicateTable {
  readonly predicates: Predicate[] = [];
  readonly #scope: ConditionScope;
  readonly #known = new Map<unknown, number>();

  constructor(scope: ConditionScope) {
    this.#scope = scope;
  }

  indexOf(test: OperatorTest | ConditionTest | ValuesTest): number {
    const key = keyOf(test);
    let index = this.#known.get(key);
    if (index === undefined) this.#known.set(key, (index = this.predicates.push(this.#predicate(test)) - 1));
    return index;
  }

  #predicate(test: OperatorTest | ConditionTest | ValuesTest): Predicate {
    if (test.kind === "operator") return operatorPredicate(test);
    if (test.kind === "condition") return (_values, facts) => decideRoot(test.node, facts, this.#scope) === true;
    return (values) => test.constants.has(values[test.slot]);
  }
}

/** What tests share that are written alike; something of its own for constants that aren't compared here. */
function keyOf(test: OperatorTest | ConditionTest | ValuesTest): unknown {
  if (test.kind === "condition") return test.node;
  // Lists of different slots are different sets.
  if (test.kind === "values") return test.constants;
  const { node, slot, valueSlot } = test;
  const constant = valueSlot === undefined ? constantKey(node.value) : String(valueSlot);
  return constant === undefined ? test : JSON.stringify([node.operator, slot, valueSlot === undefined, constant]);
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
