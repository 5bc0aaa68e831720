import type { Finding } from "@amends/core/errors";
import type { AnyStage } from "@amends/core/stage";
import { lintLoaded, type LintOptions } from "../lint/lint-policies.js";
import { readSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { parseTestFile } from "../test-format/parse-test-file.js";
import { checkTests } from "./check-tests.js";
import { findMixedDecide } from "./find-mixed-decide.js";
import type { KnownNames } from "./find-unknown-references.js";
import { loadPolicies, type LoadedPolicy } from "./load-policies.js";

/** What is checked, and against what. */
export interface CheckFilesOptions {
  readonly policies: readonly SourceFile[];
  readonly tests: readonly SourceFile[];
  readonly stages: readonly AnyStage[];
  /** The names of all stages, where only those that the policies name were loaded. */
  readonly stageNames?: readonly string[];
  /** Names of other files that policies speak of: situations of templates, teams of a roster. */
  readonly known?: readonly KnownNames[];
  /** How lint looks at the policies. Default: it doesn't. */
  readonly lint?: LintOptions;
  /** The names of the calculations that tests may ask. Default: any. */
  readonly calculations?: readonly string[];
  /** Policies that tests may be of, and that are not checked themselves. */
  readonly beside?: readonly SourceFile[];
}

/**
 * Checks policy files and test files together: everything that keeps them from meaning what they say, of every file at once, in
 * the order of the files and of their lines.
 *
 * @example
 * import { checkFiles } from "@amends/rule-tools";
 * checkFiles({ policies: [{ path: "a.policy.json", text: "{" }], tests: [], stages: [] })[0]?.message; // => "this \"{\" is never closed"
 */
export function checkFiles({
  policies,
  tests,
  stages,
  stageNames,
  known,
  lint,
  calculations,
  beside = [],
}: CheckFilesOptions): readonly Finding[] {
  const options = { ...(stageNames === undefined ? {} : { stageNames }), ...(known === undefined ? {} : { known }) };
  const { policies: own, findings } = loadPolicies(policies, stages, options);
  const others = tests.length === 0 ? [] : [...loadPolicies(beside, stages, options).policies, ...standardPolicies(stages)];
  const found = [...findings, ...findMixedDecide(own), ...(lint === undefined ? [] : lintLoaded(own, lint))];
  const tested = tests.length === 0 ? [] : firstOfEachName([...own, ...others]);
  for (const file of tests) {
    const parsed = parseTestFile(file);
    for (const finding of [...parsed.findings, ...checkTests(parsed, tested, calculations)]) found.push(finding);
  }
  return inOrder(unique(found), [...policies, ...tests]);
}

/** Tests may be of a standard policy whose file is not among those that are checked. */
function standardPolicies(stages: readonly AnyStage[]): LoadedPolicy[] {
  return stages.flatMap((stage) =>
    stage.policies.flatMap((policy) => {
      const read = readSource({ path: policy.policy, text: "{}" });
      return "source" in read ? [{ file: policy.policy, name: policy.policy, source: read.source, loaded: { policy, stage } }] : [];
    }),
  );
}

function firstOfEachName(policies: readonly LoadedPolicy[]): LoadedPolicy[] {
  return [...new Map(policies.toReversed().map((policy) => [policy.name, policy])).values()];
}

/** What the check and lint both find is said once, as lint weighs it. */
function unique(findings: readonly Finding[]): Finding[] {
  return [
    ...new Map(
      findings.map((finding) => [
        JSON.stringify([finding.code, finding.file, finding.path, finding.message, finding.line, finding.column]),
        finding,
      ]),
    ).values(),
  ];
}

function inOrder(findings: readonly Finding[], files: readonly SourceFile[]): Finding[] {
  const places = new Map(files.map(({ path }, index) => [path, index]));
  const placeOf = ({ file }: Finding) => places.get(file ?? "") ?? -1;
  return findings.toSorted(
    (left, right) => placeOf(left) - placeOf(right) || (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0),
  );
}
