import { AmendsError, type Finding } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { compilePolicy, type CompiledPolicy, type Policy } from "@amends/core/rules";
import { compilePolicySet, type AnyStage, type Context, type PolicySet } from "@amends/core/stage";
import type { ZoneProvider } from "@amends/core/time";
import { checkTests } from "../check/check-tests.js";
import { loadPolicies, type LoadedPolicy } from "../check/load-policies.js";
import type { PolicyCoverage } from "../coverage/policy-coverage.js";
import { PolicyCoverageCount } from "../coverage/policy-coverage-count.js";
import type { LocatedSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { parseTestFile } from "../test-format/parse-test-file.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import { describeError } from "./describe-error.js";
import type { PolicyTestResult } from "./policy-test-result.js";
import { runCalculationTest, type Calculations } from "./run-calculation-test.js";
import { runCaseTest, type RunCase } from "./run-case-test.js";
import { runFactsTest } from "./run-facts-test.js";
import { seenRules } from "./seen-rule.js";
import type { TestFileRun } from "./test-file-run.js";
import type { TestOutcome } from "./test-outcome.js";

export interface TestBenchOptions {
  /** The policy files, `*.policy.json`. */
  readonly policies: readonly SourceFile[];
  readonly stages: readonly AnyStage[];
  /** The whole desk. Without it a case goes through the policy's own stage alone, and a message can't be tested. */
  readonly runCase?: RunCase;
  /** What stages look at beside the case: calendars, roster, packs. */
  readonly context?: Partial<Context>;
  /** What tests may ask beside policies. */
  readonly calculations?: Calculations;
}

/** Which tests of a file run, and how far. */
export interface RunTestFileOptions {
  /** Tests it says no to don't run. */
  readonly select?: (test: PolicyTest) => boolean;
  /** Stops after so many failures. */
  readonly bail?: number;
}

/** Policies made ready for their tests; test files run on it one by one. */
export interface TestBench {
  /** What is wrong with the policy files. */
  readonly findings: readonly Finding[];
  /** The policies that could be loaded, with nothing covered yet. */
  readonly coverage: readonly PolicyCoverage[];
  runFile(file: SourceFile, options?: RunTestFileOptions): TestFileRun;
}

/**
 * Makes policies ready for their tests: what `runPolicyTests` does in one go, for hosts that run files side by side or again.
 *
 * @example
 * import { createTestBench } from "@amends/rule-tools";
 * const bench = createTestBench({ policies: [], stages: [] });
 * bench.runFile({ path: "a.test.json", text: "{" }).findings[0]?.code; // => "json_syntax"
 */
export function createTestBench(options: TestBenchOptions): TestBench {
  const loaded = loadPolicies(options.policies, options.stages);
  const findings = [...loaded.findings];
  const asked = new Map(options.stages.map((stage) => [stage, policiesAsked(stage, loaded.policies)]));
  const policies = [...asked.values()].flat();
  const places = new Map(loaded.policies.map((policy) => [policy.name, placeFor(policy, asked, findings, options.context?.zones)]));
  return {
    findings,
    coverage: [...places.values()].flatMap((place) => (place === undefined ? [] : [place.coverage.result()])),
    runFile: (file, { select = () => true, bail = Infinity } = {}) => {
      const parsed = parseTestFile(file);
      const found = [...parsed.findings, ...checkTests(parsed, loaded.policies, Object.keys(options.calculations ?? {}))];
      const results: PolicyTestResult[] = [];
      const head = { file: file.path, findings: found, results };
      if (parsed.source === undefined || !places.has(parsed.policy ?? "")) return { ...head, unselected: 0, bailed: false };
      const place = places.get(parsed.policy ?? "");
      place?.coverage.reset();
      const selected = parsed.tests.filter(select);
      let failures = 0;
      for (const test of selected) {
        if (failures >= bail) break;
        const result = runOne(test, parsed.source, place, { ...options, all: policies });
        if (result.status === "failed") failures += 1;
        results.push(result);
      }
      return {
        ...head,
        ...(place === undefined ? {} : { coverage: place.coverage.result() }),
        unselected: parsed.tests.length - selected.length,
        bailed: results.length < selected.length,
      };
    },
  };
}

/** What the tests of one policy need. */
interface TestPlace {
  readonly stage: AnyStage;
  readonly compiled: CompiledPolicy;
  readonly coverage: PolicyCoverageCount;
  /** Compiled when a case test first needs it. */
  readonly policySet: () => PolicySet;
}

/** The policies of a stage as they are asked: given ones first, those that stand in the place of a standard one in its place. None where none is given. */
function policiesAsked(stage: AnyStage, policies: readonly LoadedPolicy[]): readonly Policy[] {
  const given = policies.flatMap((each) => (each.loaded?.stage === stage ? [each.loaded.policy] : []));
  if (given.length === 0) return [];
  const added = given.filter(({ policy }) => !stage.policies.some((standard) => standard.policy === policy));
  return [...added, ...stage.policies.map((standard) => given.find(({ policy }) => policy === standard.policy) ?? standard)];
}

function placeFor(
  { loaded, source }: LoadedPolicy,
  asked: ReadonlyMap<AnyStage, readonly Policy[]>,
  findings: Finding[],
  zones: ZoneProvider | undefined,
): TestPlace | undefined {
  if (loaded === undefined) return undefined;
  const { policy, stage } = loaded;
  const withZones = zones === undefined ? {} : { zones };
  try {
    const compiled = compilePolicy(policy, { stage, ...withZones });
    let set: PolicySet | undefined;
    return {
      stage,
      compiled,
      coverage: new PolicyCoverageCount(policy, source),
      policySet: () => (set ??= compilePolicySet(stage, asked.get(stage) ?? [], withZones)),
    };
  } catch (error) {
    if (!AmendsError.isInstance(error)) throw error;
    findings.push(...error.findings.map((finding) => ({ ...finding, file: source.path })));
    return undefined;
  }
}

type Desk = Pick<TestBenchOptions, "runCase" | "context" | "calculations"> & { readonly all: readonly Policy[] };

function runOne(test: PolicyTest, source: LocatedSource, place: TestPlace | undefined, desk: Desk): PolicyTestResult {
  const { file, line, column, policy, name, input, todo, review } = test;
  const head = { file, line, column, policy, name, kind: input.kind, ...(review === undefined ? {} : { review }) };
  const failed = todo === undefined ? ({ status: "failed" } as const) : ({ status: "todo", todo, holds: false } as const);
  const undecided = { differences: [], rules: [] };
  if (place === undefined) return { ...head, ...failed, error: "the policy can't be loaded", ...undecided };
  try {
    const outcome = decide(test, place, desk);
    const { differences, rules, observations } = outcome;
    if (todo === undefined && input.kind !== "calculation") place.coverage.add(outcome, place.compiled);
    if (differences.length === 0)
      return { ...head, ...(todo === undefined ? { status: "passed" } : { status: "todo", todo, holds: true }), differences, rules };
    const last = observations.at(-1);
    if (last === undefined) return { ...head, ...failed, differences, rules };
    const seen = seenRules(
      place.compiled.explain(last.facts, { all: true, changes: false }),
      test,
      last.decision.fired.map(({ rule }) => rule),
    );
    return { ...head, ...failed, differences, rules, seen };
  } catch (error) {
    return { ...head, ...failed, error: describeError(error, test, source), ...undecided };
  }
}

function decide(
  test: PolicyTest,
  { stage, compiled, policySet }: TestPlace,
  { runCase, context = {}, calculations = {}, all }: Desk,
): TestOutcome {
  const { input, at } = test;
  if (input.kind === "calculation") return runCalculationTest(test, input, { calculations, context });
  if (input.kind === "facts") return runFactsTest(test, input.facts, compiled, stage.facts);
  const bench = { stage, policySet: policySet(), policy: compiled.policy, context, runCase, policies: all };
  if (input.kind === "case") return runCaseTest(test, input.caseFile, bench);
  if (runCase === undefined) throw new Error("a message needs the whole desk, and only single stages are at hand");
  const ticket = { channel: input.channel, text: input.text, createdAt: at };
  return runCaseTest(test, { ticket } as CaseFile, bench);
}
