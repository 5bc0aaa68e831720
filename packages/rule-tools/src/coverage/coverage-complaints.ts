import { percentOf, type CoverageSummary } from "./coverage-summary.js";
import { coverageGaps } from "./coverage-gaps.js";

/** So many gaps are named; the rest is counted. */
const named = 10;

/**
 * What to say where conditions are covered less than asked for: how much is, and what is missing. Nothing where it is enough. Each
 * condition has two sides, true and false; a rule that has no condition of its own counts once, by its firing.
 *
 * @example
 * import { coverageComplaints, runPolicyTests } from "@amends/rule-tools";
 * coverageComplaints(runPolicyTests({ policies: [], tests: [], stages: [] }).coverage, 100); // => []
 */
export function coverageComplaints(coverage: CoverageSummary, minimum: number): string[] {
  const bare = coverage.policies.flatMap(({ rules }) => rules.filter(({ conditions }) => conditions.length === 0));
  const covered = coverage.conditions.covered + bare.filter(({ fired }) => fired > 0).length;
  const total = coverage.conditions.total + bare.length;
  // Percents are rounded down for people; what decides is the exact share.
  if (total === 0 || covered * 100 >= minimum * total) return [];
  const gaps = coverageGaps(coverage).map(({ text, file, line }) => `${text} (${file}:${line})`);
  const more = gaps.length > named ? [`and ${gaps.length - named} more`] : [];
  const what = `the sides of conditions, true and false${bare.length === 0 ? "" : ", and of the rules that have none"}`;
  const head = `the tests show ${percentOf(covered, total)} % of ${what} (${covered} of ${total}), and ${minimum} % are asked for`;
  return [`${head}: ${[...gaps.slice(0, named), ...more].join("; ")}`];
}
