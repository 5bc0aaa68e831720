import { defaultOperators, type OperatorDefinition, type OperatorRegistrations } from "@amends/core/rules";

/** The operators a policy may use, by name. */
export type Operators = ReadonlyMap<string, Pick<OperatorDefinition, "evaluate">>;

/** An operator as a comparison names it: decorators, the outermost first, and what they decorate. */
export interface NamedOperator {
  readonly decorators: readonly string[];
  readonly name: string;
  readonly evaluate: (factValue: unknown, value: unknown) => boolean;
}

/** The standard operators and those registered, which win. */
export function operatorsWith(registrations: OperatorRegistrations | undefined): Operators {
  const operators = new Map<string, Pick<OperatorDefinition, "evaluate">>(defaultOperators.map((operator) => [operator.name, operator]));
  if (registrations === undefined) return operators;
  const given: readonly (readonly [string, unknown])[] = Array.isArray(registrations)
    ? (registrations as readonly OperatorDefinition[]).map((operator) => [operator.name, operator])
    : Object.entries(registrations);
  for (const [name, operator] of given) {
    operators.set(
      name,
      typeof operator === "function"
        ? { evaluate: operator as OperatorDefinition["evaluate"] }
        : (operator as Pick<OperatorDefinition, "evaluate">),
    );
  }
  return operators;
}

/** Reads an operator's name; an operator registered under the whole name wins. Undefined where there is none. */
export function readOperator(name: string, operators: Operators): NamedOperator | undefined {
  const decorators: string[] = [];
  let rest = name;
  for (;;) {
    const operator = operators.get(rest);
    if (operator !== undefined) return { decorators, name: rest, evaluate: (factValue, value) => operator.evaluate(factValue, value) };
    const colon = rest.indexOf(":");
    if (colon <= 0) return undefined;
    decorators.push(rest.slice(0, colon));
    rest = rest.slice(colon + 1);
  }
}

type Test = (factValue: unknown, value: unknown) => boolean;

const decorations: Readonly<Record<string, (next: Test) => Test>> = {
  not: (next) => (factValue, value) => !next(factValue, value),
  swap: (next) => (factValue, value) => next(value, factValue),
  someFact: (next) => (factValue, value) => Array.isArray(factValue) && factValue.some((entry) => next(entry, value)),
  everyFact: (next) => (factValue, value) => Array.isArray(factValue) && factValue.every((entry) => next(entry, value)),
  someValue: (next) => (factValue, value) => (value as unknown[]).some((entry) => next(factValue, entry)),
  everyValue: (next) => (factValue, value) => (value as unknown[]).every((entry) => next(factValue, entry)),
};

/** What the operator decides, decorators applied. Undefined where a decorator is unknown. */
export function testOf({ decorators, evaluate }: NamedOperator): Test | undefined {
  let test: Test | undefined = evaluate;
  for (const decorator of decorators.toReversed()) {
    const decorate: ((next: Test) => Test) | undefined = Object.hasOwn(decorations, decorator) ? decorations[decorator] : undefined;
    test = test === undefined || decorate === undefined ? undefined : decorate(test);
  }
  return test;
}
