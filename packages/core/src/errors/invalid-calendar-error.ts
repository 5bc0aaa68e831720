import { AmendsError, messageOf } from "./base-error.js";
import type { Finding } from "./finding.js";

/** Thrown when a calendar definition can't be compiled. Lists every finding at once, each with its place. */
export class InvalidCalendarError extends AmendsError {
  static override readonly kind: string = "InvalidCalendarError";

  constructor(findings: readonly Finding[], head = "The calendar can't be compiled:") {
    super({ code: findings[0]?.code ?? "invalid_calendar", message: messageOf(head, findings), findings });
  }
}
