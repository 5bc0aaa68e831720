/** Raised inside a rule while deciding; the run turns it into a DecisionError that names the rule. */
export class EvaluationError extends Error {
  readonly code: string;

  constructor({ code, message, cause }: { readonly code: string; readonly message: string; readonly cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "EvaluationError";
    this.code = code;
  }
}
