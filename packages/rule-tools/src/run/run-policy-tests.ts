import { AmendsError, type Finding } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { compilePolicy, type CompiledPolicy } from "@amends/core/rules";
import { compilePolicySet, type AnyStage, type Context, type PolicySet } from "@amends/core/stage";
import { checkTests } from "../check/check-tests.js";
import { loadPolicies, type LoadedPolicy } from "../check/load-policies.js";
import { PolicyCoverageCount } from "../coverage/policy-coverage-count.js";
import { summarizeCoverage, type CoverageSummary } from "../coverage/coverage-summary.js";
import type { SourceFile } from "../source-file.js";
import { parseTestFile } from "../test-format/parse-test-file.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import type { PolicyTestResult } from "./policy-test-result.js";
import { runCaseTest, type RunCase } from "./run-case-test.js";
import { runFactsTest } from "./run-facts-test.js";
import type { TestOutcome } from "./test-outcome.js";

export interface RunPolicyTestsOptions {
  /** The policy files, `*.policy.json`. */
  readonly policies: readonly SourceFile[];
  /** The test files, `*.test.json`. */
  readonly tests: readonly SourceFile[];
  readonly stages: readonly AnyStage[];
  /** The whole desk. Without it a case goes through the policy's own stage alone, and a message can't be tested. */
  readonly runCase?: RunCase;
  /** What stages look at beside the case: calendars, roster, packs. */
  readonly context?: Partial<Context>;
}

/** Everything that one run found. */
export interface PolicyTestRun {
  /** What is wrong with the files themselves. */
  readonly findings: readonly Finding[];
  readonly results: readonly PolicyTestResult[];
  readonly summary: { readonly passed: number; readonly failed: number; readonly todo: number };
  readonly coverage: CoverageSummary;
}

/**
 * Checks policies and their tests, runs the tests, and counts what they cover.
 *
 * @example
 * import { runPolicyTests } from "@amends/rule-tools";
 * runPolicyTests({ policies: [], tests: [], stages: [] }).summary; // => { passed: 0, failed: 0, todo: 0 }
 */
export function runPolicyTests(options: RunPolicyTestsOptions): PolicyTestRun {
  const loaded = loadPolicies(options.policies, options.stages);
  const findings = [...loaded.findings];
  const benches = new Map(loaded.policies.map((policy) => [policy.name, benchFor(policy, loaded.policies, findings)]));
  const results: PolicyTestResult[] = [];
  for (const file of options.tests) {
    const parsed = parseTestFile(file);
    findings.push(...parsed.findings, ...checkTests(parsed, loaded.policies));
    if (!benches.has(parsed.policy ?? "")) continue;
    for (const test of parsed.tests) results.push(runOne(test, benches.get(test.policy), options));
  }
  const count = (status: PolicyTestResult["status"]) => results.filter((result) => result.status === status).length;
  return {
    findings,
    results,
    summary: { passed: count("passed"), failed: count("failed"), todo: count("todo") },
    coverage: summarizeCoverage([...benches.values()].flatMap((bench) => (bench === undefined ? [] : [bench.coverage.result()]))),
  };
}

interface Bench {
  readonly stage: AnyStage;
  readonly compiled: CompiledPolicy;
  readonly coverage: PolicyCoverageCount;
  /** Compiled when a case test first needs it. */
  readonly policySet: () => PolicySet;
}

function benchFor({ loaded, source }: LoadedPolicy, policies: readonly LoadedPolicy[], findings: Finding[]): Bench | undefined {
  if (loaded === undefined) return undefined;
  const { policy, stage } = loaded;
  try {
    const compiled = compilePolicy(policy, { stage });
    const given = policies.flatMap((each) => (each.loaded?.stage === stage ? [each.loaded.policy] : []));
    // A given policy goes first, unless it stands in the place of a standard one.
    const added = given.filter((each) => !stage.policies.some((standard) => standard.policy === each.policy));
    let set: PolicySet | undefined;
    return {
      stage,
      compiled,
      coverage: new PolicyCoverageCount(policy, source),
      policySet: () => (set ??= compilePolicySet(stage, [...added, ...stage.policies, ...given.filter((each) => !added.includes(each))])),
    };
  } catch (error) {
    if (!AmendsError.isInstance(error)) throw error;
    findings.push(...error.findings.map((finding) => ({ ...finding, file: source.path })));
    return undefined;
  }
}

function runOne(test: PolicyTest, bench: Bench | undefined, options: RunPolicyTestsOptions): PolicyTestResult {
  const { file, line, column, policy, name, input, todo } = test;
  const head = { file, line, column, policy, name, kind: input.kind };
  const failed = todo === undefined ? ({ status: "failed" } as const) : ({ status: "todo", todo, holds: false } as const);
  if (bench === undefined) return { ...head, ...failed, error: "the policy can't be loaded", differences: [], rules: [] };
  try {
    const outcome = decide(test, bench, options);
    const { differences, rules, explain } = outcome;
    if (todo === undefined) bench.coverage.add(outcome, bench.compiled);
    if (differences.length > 0)
      return { ...head, ...failed, differences, rules, ...(explain === undefined ? {} : { explanation: explain() }) };
    return { ...head, ...(todo === undefined ? { status: "passed" } : { status: "todo", todo, holds: true }), differences, rules };
  } catch (error) {
    return { ...head, ...failed, error: error instanceof Error ? error.message : String(error), differences: [], rules: [] };
  }
}

function decide(test: PolicyTest, { stage, compiled, policySet }: Bench, { runCase, context = {} }: RunPolicyTestsOptions): TestOutcome {
  const { input, at } = test;
  if (input.kind === "facts") return runFactsTest(test, input.facts, compiled, stage.facts);
  const caseBench = { stage, policySet: policySet(), policy: compiled.policy, context, runCase };
  if (input.kind === "case") return runCaseTest(test, input.caseFile, caseBench);
  if (runCase === undefined) throw new Error("a message needs the whole desk, and only single stages are at hand");
  const ticket = { channel: input.channel, text: input.text, createdAt: at };
  return runCaseTest(test, { ticket } as CaseFile, caseBench);
}
