import type { FactModel } from "./fact-model.js";
import { allOf, always, anyOf, negationOf, never, oneOf, type Formula } from "./formula.js";
import { testOf, type NamedOperator } from "./operator-test.js";
import { firstValue, flag, type Variable } from "./variable.js";

/** The entries a list may have: those that comparisons name or, where the words are known, all of them. */
export interface ListEntries {
  readonly entries: readonly unknown[];
  /** An entry that no comparison names, where there can be one. */
  readonly other?: unknown;
  /** Whether the entries are all there are. */
  readonly closed: boolean;
}

const sameOrNot: ReadonlySet<string> = new Set(["equal", "notEqual", "in", "notIn"]);

/** The model of a list: whether it is there, and whether it has each of the entries; nothing else is ever asked of it. */
export function listFact(name: string, { entries: named, other, closed }: ListEntries): FactModel {
  const entries = other === undefined ? named : [...named, other];
  const present = flag(name);
  const has = new Map<unknown, Variable>(entries.map((entry) => [entry, flag(`${name} has ${JSON.stringify(entry)}`)]));
  const isPresent = oneOf(present, 2n);
  const hasEntry = (entry: unknown): Formula => {
    const variable = has.get(entry);
    return variable === undefined ? never : oneOf(variable, 2n);
  };

  /** What the operator says of a list that is there. */
  const ofList = ({ decorators, name: operator, evaluate }: NamedOperator, value: unknown): Formula | undefined => {
    const [decorator, ...rest] = decorators;
    if (decorator === "someFact" || decorator === "everyFact") {
      const test = testOf({ decorators: rest, name: operator, evaluate });
      const reads = closed || (sameOrNot.has(operator) && rest.every((each) => each === "not"));
      if (test === undefined || !reads) return undefined;
      const passing = entries.filter((entry) => test(entry, value));
      if (decorator === "someFact") return anyOf(passing.map(hasEntry));
      return allOf(entries.filter((entry) => !passing.includes(entry)).map((entry) => negationOf(hasEntry(entry))));
    }
    if (decorator !== undefined) return undefined;
    if (operator === "contains") return hasEntry(value);
    if (operator === "doesNotContain") return negationOf(hasEntry(value));
    if (operator === "containsAny" && Array.isArray(value)) return anyOf(value.map(hasEntry));
    if (operator === "containsAll" && Array.isArray(value)) return allOf(value.map(hasEntry));
    if (operator === "isPresent") return value === true ? always : never;
    // A list is never the same as a constant.
    if (sameOrNot.has(operator)) return operator.startsWith("not") ? always : never;
    return undefined;
  };

  const compare = (operator: NamedOperator, value: unknown): Formula | undefined => {
    if (operator.decorators[0] === "not") {
      const inner = compare({ ...operator, decorators: operator.decorators.slice(1) }, value);
      return inner === undefined ? undefined : negationOf(inner);
    }
    const test = testOf(operator);
    if (test === undefined) return undefined;
    try {
      const ofThere = ofList(operator, value);
      if (ofThere === undefined) return undefined;
      return anyOf([allOf([isPresent, ofThere]), test(undefined, value) ? negationOf(isPresent) : never]);
    } catch {
      return undefined;
    }
  };

  return {
    name,
    comparison: compare,
    present: isPresent,
    valueOf: (solution) => {
      if (firstValue(solution.get(present) ?? 1n) === 0) return undefined;
      return [...has].filter(([, variable]) => firstValue(solution.get(variable) ?? 1n) === 1).map(([entry]) => entry);
    },
  };
}
