import { quotable } from "../../errors/quoted.js";
import { EvaluationError } from "./evaluation-error.js";
import { readOwnPropertyPath, type OwnPropertyPath } from "./own-property-path.js";
import { hasFact, type ReadableFacts } from "./readable-facts.js";
import type { RuleOptions } from "./rule-options.js";
import { synchronousValue } from "./synchronous-value.js";

/** Reads one operand out of the facts. */
export type FactReader = (facts: ReadableFacts) => unknown;

/** Compiles the reading of a fact, and of the place inside it when there is a path. `steps` is the parsed path. */
export function compileFactReader(
  fact: string,
  path: string | undefined,
  steps: OwnPropertyPath | undefined,
  { allowUndefinedFacts, pathResolver }: RuleOptions,
): FactReader {
  const read = compileNameReader(fact, allowUndefinedFacts === true);
  if (path === undefined) return read;
  return (facts) => {
    const value = read(facts);
    if (typeof value !== "object" || value === null) return value;
    return synchronousValue(steps === undefined ? callResolver(pathResolver, value, path, fact) : readOwnPropertyPath(value, steps), fact);
  };
}

function compileNameReader(name: string, allowUndefinedFacts: boolean): FactReader {
  const mayBeInherited = name in Object.prototype;
  return (facts) => {
    const value = facts[name];
    if ((value === undefined || mayBeInherited) && !hasFact(facts, name)) {
      if (allowUndefinedFacts) return undefined;
      throw undefinedFactError(name);
    }
    return typeof value === "object" || typeof value === "function" ? synchronousValue(value, name) : value;
  };
}

/** The error of a rule that reads a fact which isn't given. */
export function undefinedFactError(name: string): EvaluationError {
  return new EvaluationError({
    code: "undefined_fact",
    message: `Undefined fact: "${quotable(name)}". Give it a value, or allow undefined facts.`,
  });
}

function callResolver(resolver: RuleOptions["pathResolver"], value: object, path: string, fact: string): unknown {
  try {
    return resolver?.(value, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EvaluationError({
      code: "path_failed",
      message: `The path of fact "${quotable(fact)}" can't be read: ${reason}`,
      cause: error,
    });
  }
}
