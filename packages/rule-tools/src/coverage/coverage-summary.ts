import type { PolicyCoverage } from "./policy-coverage.js";

/** What a whole run covers. */
export interface CoverageSummary {
  readonly policies: readonly PolicyCoverage[];
  readonly covered: number;
  readonly total: number;
  readonly percent: number;
  /** Comparisons seen true and seen false alone, without the rules. */
  readonly conditions: { readonly covered: number; readonly total: number; readonly percent: number };
  /** Rules that no test makes fire, as policy/rule. */
  readonly untestedRules: readonly string[];
}

export function summarizeCoverage(policies: readonly PolicyCoverage[]): CoverageSummary {
  const covered = policies.reduce((sum, policy) => sum + policy.covered, 0);
  const total = policies.reduce((sum, policy) => sum + policy.total, 0);
  const sides = policies.reduce((sum, { conditions }) => sum + conditions.covered, 0);
  const allSides = policies.reduce((sum, { conditions }) => sum + conditions.total, 0);
  return {
    policies,
    covered,
    total,
    percent: percentOf(covered, total),
    conditions: { covered: sides, total: allSides, percent: percentOf(sides, allSides) },
    untestedRules: policies.flatMap(({ policy, untestedRules }) => untestedRules.map((rule) => `${policy}/${rule}`)),
  };
}

/** Whole percent, rounded down, so that 100 means all; nothing to cover is all covered. */
export function percentOf(covered: number, total: number): number {
  return total === 0 ? 100 : Math.floor((covered * 100) / total);
}
