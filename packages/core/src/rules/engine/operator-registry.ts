import { defaultOperators } from "../operators/default-operators.js";
import type { OperatorDefinition, OperatorFunction } from "../operators/operator-definition.js";
import type { OperatorDecorator } from "./decorators/operator-decorator.js";
import { standardDecorators } from "./decorators/standard-decorators.js";
import { EvaluationError } from "./evaluation-error.js";
import type { FindingList } from "./finding-list.js";
import { isAsyncFunction } from "./is-async-function.js";
import { memberPath } from "./json-path.js";
import type { OperatorRegistrations } from "./rule-options.js";
import { ruleLimits } from "./rule-limits.js";
import { isThenable } from "./synchronous-value.js";

/** The operators a set of rules may use, by name. */
export type OperatorRegistry = ReadonlyMap<string, OperatorDefinition>;

/** The default operators and those registered, which win. Findings: definitions that can't be used. */
export function createOperatorRegistry(registrations: OperatorRegistrations | undefined, findings: FindingList): OperatorRegistry {
  const registry = new Map(defaultOperators.map((operator) => [operator.name, operator]));
  for (const { name, place, given } of entriesOf(registrations)) {
    const evaluate: unknown = typeof given === "function" ? given : (given as OperatorDefinition | undefined)?.evaluate;
    if (typeof name !== "string" || name === "" || typeof evaluate !== "function") {
      findings.add({
        code: "invalid_operator",
        message: "this is no operator",
        path: place,
        expected: "a name and a function of the fact's value and the rule's value",
      });
    } else if (isAsyncFunction(evaluate)) {
      findings.add({
        code: "async_operator",
        message: `operator "${name}" is asynchronous`,
        path: place,
        expected: "a synchronous function",
        fix: "compute what it needs beforehand and give it as a fact",
      });
    } else {
      registry.set(name, typeof given === "function" ? synchronous({ name, evaluate: given as OperatorFunction }) : adopt(name, given));
    }
  }
  return registry;
}

function entriesOf(registrations: OperatorRegistrations | undefined): { name: unknown; place: string; given: unknown }[] {
  if (registrations === undefined || registrations === null) return [];
  if (Array.isArray(registrations)) {
    return registrations.map((given: OperatorDefinition | undefined, index) => ({
      name: given?.name,
      place: `operators[${index}]`,
      given,
    }));
  }
  return Object.entries(registrations).map(([name, given]) => ({ name, place: memberPath("operators", name), given }));
}

function adopt(name: string, given: unknown): OperatorDefinition {
  const definition = given as OperatorDefinition;
  const { answers, checkValue, prepare, takes, value } = definition;
  return {
    ...(takes === undefined ? {} : { takes }),
    ...(value === undefined ? {} : { value }),
    ...(answers === undefined ? {} : { answers }),
    ...synchronous({ name, evaluate: (factValue, constant) => definition.evaluate(factValue, constant) }),
    ...(checkValue === undefined ? {} : { checkValue: (constant: unknown) => checkValue.call(definition, constant) }),
    ...(prepare === undefined ? {} : { prepare: (constant: unknown) => prepare.call(definition, constant) }),
  };
}

function synchronous({ name, evaluate }: { name: string; evaluate: OperatorFunction }): OperatorDefinition {
  return {
    name,
    evaluate: (factValue, value) => {
      const outcome = evaluate(factValue, value);
      if (isThenable(outcome))
        throw new EvaluationError("async_operator", `Operator "${name}" answered with a promise; it must be synchronous.`);
      return outcome;
    },
  };
}

/** An operator as a rule names it, decorators applied. */
export interface ResolvedOperator {
  readonly evaluate: OperatorFunction;
  /** The operator behind the decorators. */
  readonly definition: OperatorDefinition;
  /** The names of the decorators, outermost first. */
  readonly decorators: readonly string[];
  /** The operator itself when no decorator changes what it sees as `value`. */
  readonly checks: OperatorDefinition | undefined;
  /** The test for a constant, decorators applied; undefined where the operator prepares none, or a decorator changes its `value`. */
  readonly prepare: (value: unknown) => ((factValue: unknown) => boolean) | undefined;
}

/** Why a name is no operator: the part of it that is unknown, or too many decorators. */
export interface UnknownOperator {
  readonly unknown: "operator" | "decorator" | "end";
  readonly word: string;
}

/** Finds an operator by name; the leftmost decorator is the outermost, and an operator registered under the whole name wins. */
export function resolveOperator(name: string, registry: OperatorRegistry): ResolvedOperator | UnknownOperator {
  let known = resolved.get(registry);
  if (known === undefined) resolved.set(registry, (known = new Map()));
  let operator = known.get(name);
  if (operator === undefined) known.set(name, (operator = resolve(name, registry)));
  return operator;
}

/** What the names resolve to in each registry, so that rules share operators. */
const resolved = new WeakMap<OperatorRegistry, Map<string, ResolvedOperator | UnknownOperator>>();

function resolve(name: string, registry: OperatorRegistry): ResolvedOperator | UnknownOperator {
  const decorators: OperatorDecorator[] = [];
  let rest = name;
  let operator = registry.get(rest);
  while (operator === undefined) {
    const colon = rest.indexOf(":");
    if (colon <= 0) return { unknown: "operator", word: rest };
    const word = rest.slice(0, colon);
    const decorator = standardDecorators.get(word);
    if (decorator === undefined) return { unknown: "decorator", word };
    if (decorators.length === ruleLimits.decorators) return { unknown: "end", word };
    decorators.push(decorator);
    rest = rest.slice(colon + 1);
    operator = registry.get(rest);
  }
  const found = operator;
  const decorated = (bare: OperatorFunction) => decorators.reduceRight((next, decorator) => decorator.decorate(next), bare);
  const checks = decorators.every((decorator) => decorator.keepsValue) ? found : undefined;
  return {
    evaluate: decorated((factValue, value) => found.evaluate(factValue, value)),
    definition: found,
    decorators: decorators.map((decorator) => decorator.name),
    checks,
    prepare: (value) => {
      const test = checks?.prepare?.(value);
      if (test === undefined || decorators.length === 0) return test;
      const outer = decorated(test);
      return (factValue) => outer(factValue, value);
    },
  };
}
