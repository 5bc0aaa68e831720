import { AmendsError, formatFinding, InvalidCaseError, parsePath } from "@amends/core/errors";
import type { LocatedSource } from "../located-source.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import { holds } from "../test-format/read-test.js";

/** Why a test could not be decided. What is wrong with a case is said with its place in the test file. */
export function describeError(error: unknown, { input, path, inherited }: PolicyTest, source: LocatedSource): string {
  if (!AmendsError.isInstance(error)) return error instanceof Error ? error.message : String(error);
  if (input.kind !== "case" || !InvalidCaseError.isInstance(error)) return error.message;
  const located = error.findings.map((finding) => {
    const at = ["given", "case", ...parsePath(finding.path ?? "")];
    const own = inherited === undefined || holds(source.value, [...path, ...at]);
    return formatFinding({ ...finding, ...source.finding([...(own ? path : inherited), ...at], finding) });
  });
  return located.join("\n");
}
