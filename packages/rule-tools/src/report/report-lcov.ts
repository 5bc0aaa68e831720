import type { CoverageSummary } from "../coverage/coverage-summary.js";
import type { ConditionCoverage, PolicyCoverage } from "../coverage/policy-coverage.js";
import { printable } from "./printable.js";

/**
 * Coverage as an lcov tracefile: each rule is a function, and each comparison a branch that is taken when true and when false.
 *
 * @example
 * import { reportLcov, runPolicyTests } from "@amends/rule-tools";
 * reportLcov(runPolicyTests({ policies: [], tests: [], stages: [] }).coverage); // => ""
 */
export function reportLcov(coverage: CoverageSummary): string {
  return coverage.policies
    .map((policy) =>
      recordOf(policy)
        .map((line) => `${line}\n`)
        .join(""),
    )
    .join("");
}

function recordOf({ file, rules, shared }: PolicyCoverage): string[] {
  const conditions = [...rules.flatMap((rule) => rule.conditions), ...shared];
  const functions = namesOf(rules.map(({ rule }) => printable(rule)));
  const branches = conditions.flatMap((condition, block) => branchesOf(condition, block));
  const hits = new Map<number, number>();
  const hit = (line: number, count: number) => hits.set(line, (hits.get(line) ?? 0) + count);
  for (const { line, fired } of rules) hit(line, fired);
  for (const { line, seenTrue, seenFalse, absent } of conditions) hit(line, seenTrue + seenFalse + absent);
  const lines = [...hits].sort(([left], [right]) => left - right);
  return [
    "TN:",
    `SF:${printable(file)}`,
    ...rules.map(({ line }, index) => `FN:${line},${functions[index] ?? ""}`),
    ...rules.map(({ fired }, index) => `FNDA:${fired},${functions[index] ?? ""}`),
    `FNF:${rules.length}`,
    `FNH:${rules.filter(({ fired }) => fired > 0).length}`,
    ...branches.map(({ line, block, branch, taken }) => `BRDA:${line},${block},${branch},${taken ?? "-"}`),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ taken = 0 }) => taken > 0).length}`,
    ...lines.map(([line, count]) => `DA:${line},${count}`),
    `LF:${lines.length}`,
    `LH:${lines.filter(([, count]) => count > 0).length}`,
    "end_of_record",
  ];
}

/** A branch that was never looked at has a dash in place of a count. */
function branchesOf({ line, seenTrue, seenFalse, absent }: ConditionCoverage, block: number) {
  const looked = seenTrue + seenFalse + absent > 0;
  return [seenTrue, seenFalse].map((count, branch) => ({ line, block, branch, taken: looked ? count : undefined }));
}

/** Readers tell functions by name; two rules may have the same. */
function namesOf(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
