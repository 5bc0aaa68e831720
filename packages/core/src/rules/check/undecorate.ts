import type { OperatorDefinition } from "../operators/operator-definition.js";

/** An operator with what its decorators make of its two sides. */
export interface UndecoratedOperator {
  readonly operator: OperatorDefinition;
  /** Whether it is asked for each entry of the fact. */
  readonly eachEntry: boolean;
  /** Whether it is asked for each entry of the value. */
  readonly eachValue: boolean;
}

/** The operator behind `not:`, `someFact:` and their like; undefined where it is unknown, or where fact and value change places. */
export function undecorate(name: string, operators: ReadonlyMap<string, OperatorDefinition>): UndecoratedOperator | undefined {
  let rest = name;
  let eachEntry = false;
  let eachValue = false;
  for (;;) {
    const operator = operators.get(rest);
    if (operator !== undefined) return { operator, eachEntry, eachValue };
    const colon = rest.indexOf(":");
    const decorator = rest.slice(0, Math.max(0, colon));
    if (decorator === "someFact" || decorator === "everyFact") eachEntry = true;
    else if (decorator === "someValue" || decorator === "everyValue") eachValue = true;
    else if (decorator !== "not") return undefined;
    rest = rest.slice(colon + 1);
  }
}
