import { DecisionError } from "../../errors/decision-error.js";
import { EvaluationError } from "./evaluation-error.js";

/** The DecisionError of whatever a rule threw while it was evaluated. */
export function decisionErrorOf(error: unknown, rule: string): DecisionError {
  if (DecisionError.isInstance(error)) return error;
  if (error instanceof EvaluationError) return new DecisionError({ code: error.code, message: error.message, rule, cause: error.cause });
  const message = error instanceof Error ? error.message : "something that is no Error was thrown";
  return new DecisionError({ code: "evaluation_failed", message, rule, cause: error });
}
