import { quotable } from "../../errors/quoted.js";
import { EvaluationError } from "./evaluation-error.js";

/** Whether a value is a promise or acts like one. */
export function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

/** The value itself, unless it is a function or a promise: those would have to be called or awaited. */
export function synchronousValue(value: unknown, fact: string): unknown {
  if (typeof value === "function") {
    throw new EvaluationError({
      code: "dynamic_fact",
      message: `Fact "${quotable(fact)}" is a function. Give its value, or run the rules on demand with a resolver.`,
    });
  }
  if (isThenable(value)) {
    throw new EvaluationError({
      code: "async_fact",
      message: `Fact "${quotable(fact)}" is a promise. Await it first, or run the rules on demand with a resolver.`,
    });
  }
  return value;
}
