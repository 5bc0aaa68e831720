import { AmendsError, messageOf } from "./base-error.js";
import type { Finding } from "./finding.js";

/** Thrown when a policy file or a rule can't be loaded. Lists every finding at once, each with its place. */
export class InvalidPolicyError extends AmendsError {
  static override readonly kind: string = "InvalidPolicyError";

  constructor(findings: readonly Finding[], head = "The policy can't be loaded:") {
    super({ code: findings[0]?.code ?? "invalid_policy", message: messageOf(head, findings), findings });
  }
}
