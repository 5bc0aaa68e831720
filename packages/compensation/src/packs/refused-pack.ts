import { AmendsError, formatFinding, type Finding } from "@amends/core/errors";

/** What is thrown where a pack is of the right form, and says what can't be. */
export function refusedPack(name: string, findings: readonly Finding[]): AmendsError {
  const lines = findings.map((finding) => `  ${formatFinding(finding)}`);
  return new AmendsError({ code: "pack_invalid", message: [`The pack "${name}" can't be read:`, ...lines].join("\n"), findings });
}
