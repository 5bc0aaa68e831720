import { firstFindings, formatFinding, quotable, type Finding, type Refusal } from "@amends/core/errors";

/** What a pack of the right form is refused with where it says what can't be; undefined where nothing is found. */
export function refusedPack(name: string, found: Iterable<Finding>): Refusal | undefined {
  const findings = firstFindings(found);
  if (findings.length === 0) return undefined;
  const lines = findings.map((finding) => `  ${formatFinding(finding)}`);
  return { code: "pack_invalid", message: [`The pack "${quotable(name)}" can't be read:`, ...lines].join("\n"), findings };
}
