import { quotable } from "./quoted.js";
import { AmendsError } from "./base-error.js";

/** Thrown when a rule fails while deciding. No decision is ever partial: the whole decision fails, with the rule's name. */
export class DecisionError extends AmendsError {
  static override readonly kind: string = "DecisionError";
  readonly rule: string | undefined;

  constructor(options: { code: string; message: string; rule?: string | undefined; cause?: unknown }) {
    super({
      code: options.code,
      message: options.rule === undefined ? options.message : `Rule "${quotable(options.rule)}" failed: ${options.message}`,
      cause: options.cause,
    });
    this.rule = options.rule;
  }
}
