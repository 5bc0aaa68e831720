import { EvaluationError } from "../engine/evaluation-error.js";
import type { PathResolver } from "../engine/rule-options.js";
import { synchronousValue } from "../engine/synchronous-value.js";

/** A path resolver whose errors say what failed, and whose answers must not be promises. */
export function synchronousPathResolver(resolver: PathResolver): PathResolver {
  return (value, path) => synchronousValue(resolve(resolver, value, path), path);
}

function resolve(resolver: PathResolver, value: object, path: string): unknown {
  try {
    return resolver(value, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EvaluationError({ code: "path_failed", message: `The path ${path} can't be read: ${reason}`, cause: error });
  }
}
