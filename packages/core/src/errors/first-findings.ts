import type { Finding } from "./finding.js";

/** So many findings are enough to mend an input by; the rest would only make a hostile one costly. */
export const findingsAtMost = 1_000;

const noted = "too_many_findings";

/**
 * The first findings, and a note where there are more. No more are asked for than are listed and one, so that what finds them as it is
 * asked needn't find all.
 *
 * @example
 * import { firstFindings } from "@amends/core/errors";
 * const findings = Array.from({ length: 5000 }, (_, index) => ({ code: "pack_invalid", message: "is missing", path: `facts[${index}]` }));
 * firstFindings(findings).length; // => 1001
 * firstFindings(findings).at(-1)?.code; // => "too_many_findings"
 */
export function firstFindings(found: Iterable<Finding>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const finding of found) {
    if (findings.length === findingsAtMost && finding.code === noted) {
      findings.push(finding);
      break;
    }
    if (findings.length === findingsAtMost) {
      const message = `only the first ${findingsAtMost} findings are listed`;
      findings.push({ code: noted, message, fix: "mend these, then check again" });
      break;
    }
    findings.push(finding);
  }
  return findings;
}
