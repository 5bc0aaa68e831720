import { AmendsError, formatFinding, type Finding } from "@amends/core/errors";

/** Thrown where a translation must not be used: something that had to come back is missing, doubled or invented. Quotes nothing of the text. */
export class TranslationRefusedError extends AmendsError {
  static override readonly kind: string = "TranslationRefusedError";

  constructor(findings: readonly Finding[]) {
    super({
      code: findings[0]?.code ?? "translation_refused",
      message: ["The translation can't be used:", ...findings.map((finding) => `  ${formatFinding(finding)}`)].join("\n"),
      findings,
    });
  }
}
