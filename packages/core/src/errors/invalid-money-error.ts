import { AmendsError, messageOf } from "./base-error.js";
import type { Finding } from "./finding.js";

/** Thrown when an amount of money can't be read or computed. Lists every finding at once, each with its place. */
export class InvalidMoneyError extends AmendsError {
  static override readonly kind: string = "InvalidMoneyError";

  constructor(findings: readonly Finding[], head = "The amount can't be read:") {
    super({ code: findings[0]?.code ?? "invalid_money", message: messageOf(head, findings), findings });
  }
}
