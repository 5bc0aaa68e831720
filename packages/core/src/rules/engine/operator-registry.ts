import { quotable } from "../../errors/quoted.js";
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
    const definition = (typeof given === "function" ? { evaluate: given } : given) as OperatorDefinition | undefined;
    const evaluate: unknown = definition?.evaluate;
    if (typeof name !== "string" || name === "" || typeof evaluate !== "function") {
      findings.add("invalid_operator", place, "this is no operator", "a name and a function of the fact's value and the rule's value");
    } else if (isAsyncFunction(evaluate)) {
      findings.add(
        "async_operator",
        place,
        `operator "${quotable(name)}" is asynchronous`,
        "a synchronous function",
        "compute what it needs beforehand and give it as a fact",
      );
    } else registry.set(name, adopt(name, definition as OperatorDefinition));
  }
  return registry;
}

function entriesOf(registrations: OperatorRegistrations | undefined): { name: unknown; place: string; given: unknown }[] {
  if (Array.isArray(registrations)) {
    return registrations.map((given: OperatorDefinition | undefined, index) => ({
      name: given?.name,
      place: `operators[${index}]`,
      given,
    }));
  }
  return Object.entries(registrations ?? {}).map(([name, given]) => ({ name, place: memberPath("operators", name), given }));
}

/** An operator of the caller, which keeps its own `this` and has to answer at once. */
function adopt(name: string, definition: OperatorDefinition): OperatorDefinition {
  const { answers, checkValue, prepare, takes, value } = definition;
  return {
    name,
    ...(takes && { takes }),
    ...(value && { value }),
    ...(answers && { answers }),
    evaluate: (factValue, constant) => {
      const outcome = definition.evaluate(factValue, constant);
      if (isThenable(outcome))
        throw new EvaluationError({
          code: "async_operator",
          message: `Operator "${quotable(name)}" answered with a promise; it must be synchronous.`,
        });
      return outcome;
    },
    ...(checkValue && { checkValue: checkValue.bind(definition) }),
    ...(prepare && { prepare: prepare.bind(definition) }),
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
