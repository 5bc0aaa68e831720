import { AmendsError, formatFinding, type Finding } from "@amends/core/errors";

/** Thrown when a desk can't be built from its options. Lists every finding at once, each with its place in the options. */
export class InvalidDeskOptionsError extends AmendsError {
  static override readonly kind: string = "InvalidDeskOptionsError";

  constructor(findings: readonly Finding[]) {
    const lines = findings.map((finding) => `  ${formatFinding(finding)}`);
    super({
      code: findings[0]?.code ?? "invalid_desk_options",
      message: ["The desk can't be built:", ...lines].join("\n"),
      findings,
    });
  }
}
