import { AmendsError, formatFinding, type Finding } from "@amends/core/errors";

/** Thrown when a host's templates can't be used. Lists every finding at once, each with its place. */
export class InvalidTemplatesError extends AmendsError {
  static override readonly kind: string = "InvalidTemplatesError";

  constructor(findings: readonly Finding[]) {
    const message = ["The templates can't be used:", ...findings.map((finding) => `  ${formatFinding(finding)}`)].join("\n");
    super({ code: findings[0]?.code ?? "templates_invalid", message, findings });
  }
}
