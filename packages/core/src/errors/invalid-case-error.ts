import { AmendsError, messageOf } from "./base-error.js";
import type { Finding } from "./finding.js";

/** Thrown when a case file, a ticket or a message can't be read. Lists every finding at once, each with its place. */
export class InvalidCaseError extends AmendsError {
  static override readonly kind: string = "InvalidCaseError";

  constructor(findings: readonly Finding[], head = "The case can't be read:") {
    super({ code: findings[0]?.code ?? "invalid_case", message: messageOf(head, findings), findings });
  }
}
