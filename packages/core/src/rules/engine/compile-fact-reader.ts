import type { FactOperand } from "./condition-node.js";
import { EvaluationError } from "./evaluation-error.js";
import { readOwnPropertyPath } from "./own-property-path.js";
import { hasFact, type ReadableFacts } from "./readable-facts.js";
import type { RuleOptions } from "./rule-options.js";
import { synchronousValue } from "./synchronous-value.js";

/** Reads one operand out of the facts. */
export type FactReader = (facts: ReadableFacts) => unknown;

type ReaderOptions = Pick<RuleOptions, "allowUndefinedFacts" | "pathResolver">;

/** Compiles the reading of a fact, and of the place inside it when the operand has a path. */
export function compileFactReader(operand: FactOperand, options: ReaderOptions): FactReader {
  const read = compileNameReader(operand.fact, options.allowUndefinedFacts === true);
  const { fact, path, steps } = operand;
  if (path === undefined) return read;
  const { pathResolver } = options;
  const resolve = pathResolver !== undefined || steps === undefined ? callResolver(pathResolver, fact, path) : undefined;
  return (facts) => {
    const value = read(facts);
    if (typeof value !== "object" || value === null) return value;
    return synchronousValue(resolve === undefined ? readOwnPropertyPath(value, steps ?? []) : resolve(value), fact);
  };
}

function compileNameReader(name: string, allowUndefinedFacts: boolean): FactReader {
  const mayBeInherited = name in Object.prototype;
  return (facts) => {
    const value = facts[name];
    if (value === undefined || mayBeInherited) {
      if (!hasFact(facts, name)) return undefinedFact(name, allowUndefinedFacts);
    }
    return typeof value === "object" || typeof value === "function" ? synchronousValue(value, name) : value;
  };
}

function undefinedFact(name: string, allowed: boolean): undefined {
  if (allowed) return undefined;
  throw undefinedFactError(name);
}

/** The error of a rule that reads a fact which isn't given. */
export function undefinedFactError(name: string): EvaluationError {
  return new EvaluationError("undefined_fact", `Undefined fact: "${name}". Give it a value, or allow undefined facts.`);
}

function callResolver(resolver: RuleOptions["pathResolver"], fact: string, path: string): (value: object) => unknown {
  return (value) => {
    try {
      return resolver?.(value, path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new EvaluationError("path_failed", `The path of fact "${fact}" can't be read: ${reason}`, error);
    }
  };
}
