import type { FactModel } from "./fact-model.js";
import { always, never, oneOf, type Formula } from "./formula.js";
import { testOf, type NamedOperator } from "./operator-test.js";
import { everyValue, firstValue, valuesWhere, type Variable } from "./variable.js";

/** A fact whose values are listed, or fall into classes of which one value each is listed. */
export interface FiniteFact extends FactModel {
  readonly variable: Variable;
  /** The values by their place in the variable; the last one is `undefined`, for the absent fact, unless the fact is never absent. */
  readonly values: readonly unknown[];
}

interface Options {
  /** Whether the values are all there are for a comparison: no value behaves differently from each of them. */
  readonly covers: (operator: NamedOperator, value: unknown) => boolean;
  readonly neverAbsent?: boolean;
}

/** The model of a fact by its values: what a comparison says of each is found by really comparing it. */
export function finiteFact(name: string, present: readonly unknown[], { covers, neverAbsent = false }: Options): FiniteFact {
  const values = neverAbsent ? present : [...present, undefined];
  const variable: Variable = { name, size: values.length };
  const known = new Map<string, Formula | undefined>();
  const compare = (operator: NamedOperator, value: unknown): Formula | undefined => {
    const test = covers(operator, value) ? testOf(operator) : undefined;
    if (test === undefined) return undefined;
    try {
      return oneOf(
        variable,
        valuesWhere(values.length, (index) => test(values[index], value)),
      );
    } catch {
      // A comparison that fails the decision says nothing of the fact.
      return undefined;
    }
  };
  return {
    name,
    variable,
    values,
    comparison: (operator, value) => {
      const key = JSON.stringify([operator.decorators, operator.name, value]);
      if (!known.has(key)) known.set(key, compare(operator, value));
      return known.get(key);
    },
    present: present.length === 0 ? never : neverAbsent ? always : oneOf(variable, everyValue(variable) >> 1n),
    valueOf: (solution) => {
      const allowed = solution.get(variable);
      return allowed === undefined ? undefined : values[firstValue(allowed)];
    },
  };
}
