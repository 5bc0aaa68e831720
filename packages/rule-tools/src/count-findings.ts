import type { Finding } from "@amends/core/errors";

/** How many findings there are of each weight; what is off is left out. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  /** In how many files they are. */
  readonly files: number;
}

/**
 * Counts findings by their weight.
 *
 * @example
 * import { countFindings } from "@amends/rule-tools";
 * countFindings([{ code: "gap", message: "", severity: "warning", file: "a.json" }]); // => { errors: 0, warnings: 1, files: 1 }
 */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const shown = findings.filter(({ severity }) => severity !== "off");
  const warnings = shown.filter(({ severity }) => severity === "warning").length;
  return { errors: shown.length - warnings, warnings, files: new Set(shown.map(({ file }) => file)).size };
}
