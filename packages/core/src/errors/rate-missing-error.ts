import { quotable } from "./quoted.js";
import { AmendsError } from "./base-error.js";

/** Thrown when a conversion has no exchange rate, or none that is fresh enough. An answer is never guessed. */
export class RateMissingError extends AmendsError {
  static override readonly kind: string = "RateMissingError";
  readonly from: string;
  readonly to: string;

  constructor(options: { from: string; to: string; reason: string }) {
    super({
      code: "rate_missing",
      message: `No exchange rate from ${quotable(options.from)} to ${quotable(options.to)}: ${options.reason}. Add it to the case's "rates", with the date it was published.`,
    });
    this.from = options.from;
    this.to = options.to;
  }
}
