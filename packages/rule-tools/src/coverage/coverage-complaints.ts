import type { CoverageSummary } from "./coverage-summary.js";
import { coverageGaps } from "./coverage-gaps.js";

/** So many gaps are named; the rest is counted. */
const named = 10;

/**
 * What to say where conditions are covered less than asked for: how much is, and what is missing. Nothing where it is enough.
 *
 * @example
 * import { coverageComplaints, runPolicyTests } from "@amends/rule-tools";
 * coverageComplaints(runPolicyTests({ policies: [], tests: [], stages: [] }).coverage, 100); // => []
 */
export function coverageComplaints(coverage: CoverageSummary, minimum: number): string[] {
  const { covered, total } = coverage.conditions;
  // Percents are rounded down for people; what decides is the exact share.
  if (total === 0 || covered * 100 >= minimum * total) return [];
  const gaps = coverageGaps(coverage).map(({ text, file, line }) => `${text} (${file}:${line})`);
  const more = gaps.length > named ? [`and ${gaps.length - named} more`] : [];
  const head = `the tests show ${coverage.conditions.percent} % of the sides of conditions, true and false (${covered} of ${total}), and ${minimum} % are asked for`;
  return [`${head}: ${[...gaps.slice(0, named), ...more].join("; ")}`];
}
