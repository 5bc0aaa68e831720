import { InvalidCaseError, type Finding } from "@amends/core/errors";

const shownFindings = 20;

/** The error for claims that can't be used. It lists the first findings: a mistake of an export stands in every line. */
export function claimsRefused(findings: readonly Finding[], what: string): InvalidCaseError {
  const shown = findings.slice(0, shownFindings);
  return new InvalidCaseError(
    shown,
    shown.length === findings.length ? `${what}:` : `${what} (the first ${shown.length} of ${findings.length}):`,
  );
}
