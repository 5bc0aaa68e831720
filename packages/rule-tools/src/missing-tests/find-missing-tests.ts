import { parsePath } from "@amends/core/errors";
import type { CompiledPolicy, Facts } from "@amends/core/rules";
import { loadPolicies } from "../check/load-policies.js";
import { mergePolicyCoverage } from "../coverage/merge-policy-coverage.js";
import type { ConditionCoverage, PolicyCoverage } from "../coverage/policy-coverage.js";
import { PolicyCoverageCount } from "../coverage/policy-coverage-count.js";
import type { PolicyTestRun } from "../run/collect-test-run.js";
import type { TestBenchOptions } from "../run/test-bench.js";
import { witnessOf, type WitnessGoal } from "../witness/find-witness.js";
import { PolicyReasoner, type Answer } from "../witness/policy-reasoner.js";

/** A test ready to be written to a file. */
export interface MissingTest {
  readonly name: string;
  readonly at?: string;
  readonly given: { readonly facts: Facts };
  readonly expect: Readonly<Record<string, unknown>>;
  readonly because: readonly string[];
  readonly review: string;
}

/** What one policy's tests lack: tests that show it, and what no test could be found for. */
export interface MissingTests {
  readonly policy: string;
  /** The policy's file. */
  readonly file: string;
  readonly tests: readonly MissingTest[];
  readonly open: readonly string[];
}

const review = "written from a witness; check that this is what you want";

/**
 * Tests for every rule and every side of a condition that a run leaves uncovered. Each holds facts for which the policy was really
 * decided, and expects what it decides now: whether that is right is for a person to say.
 *
 * @example
 * import { findMissingTests, runPolicyTests } from "@amends/rule-tools";
 * const files = { policies: [], tests: [], stages: [] };
 * findMissingTests(runPolicyTests(files), files); // => []
 */
export function findMissingTests(run: PolicyTestRun, { policies, stages }: Pick<TestBenchOptions, "policies" | "stages">): MissingTests[] {
  const loaded = new Map(loadPolicies(policies, stages).policies.map((policy) => [policy.name, policy]));
  return run.coverage.policies.flatMap((coverage) => {
    const { loaded: found, source } = loaded.get(coverage.policy) ?? {};
    if (found === undefined || source === undefined || coverage.percent === 100) return [];
    const names = new Set(run.results.filter(({ policy }) => policy === coverage.policy).map(({ name }) => name));
    const reasoner = new PolicyReasoner(found.policy, found.stage);
    const count = new PolicyCoverageCount(found.policy, source);
    return [{ policy: coverage.policy, file: coverage.file, ...findFor(coverage, reasoner, count, names) }];
  });
}

/** One thing that no test shows, and whether it is shown by now. */
interface Gap {
  readonly text: string;
  readonly goal: WitnessGoal;
  readonly isShown: (coverage: PolicyCoverage) => boolean;
}

function findFor(
  before: PolicyCoverage,
  reasoner: PolicyReasoner,
  count: PolicyCoverageCount,
  names: Set<string>,
): Pick<MissingTests, "tests" | "open"> {
  const tests: MissingTest[] = [];
  const open: string[] = [];
  for (const { text, goal, isShown } of gapsOf(before)) {
    if (isShown(mergePolicyCoverage(before, [before, count.result()]))) continue;
    const answer = witnessOf(reasoner, goal);
    const shown =
      answer.kind === "satisfiable" &&
      showsGap(answer.facts, reasoner.compiled, count, () => isShown(mergePolicyCoverage(before, [before, count.result()])));
    if (answer.kind === "satisfiable" && shown) tests.push(testOf(answer.facts, reasoner.compiled, nameFor(text, names)));
    else open.push(`${text}: ${reasonOf(answer)}`);
  }
  return { tests, open };
}

/** Decides the facts as a test would, and says whether the gap is closed by it. */
function showsGap(facts: Facts, compiled: CompiledPolicy, count: PolicyCoverageCount, isShown: () => boolean): boolean {
  const decision = compiled.decide(facts);
  count.add({ differences: [], rules: [], observations: [{ facts, decision }] }, compiled);
  return isShown();
}

function reasonOf(answer: Answer): string {
  if (answer.kind === "unsatisfiable") return "no case can show it";
  return answer.kind === "unknown" ? `no case found in ${answer.tries} tries` : "the case that was found doesn't show it";
}

function gapsOf(coverage: PolicyCoverage): Gap[] {
  const rules = coverage.rules.flatMap(({ rule, decided }, index): Gap[] =>
    decided > 0
      ? []
      : [{ text: `${rule} decides`, goal: { rule, decides: true }, isShown: ({ rules: now }) => (now[index]?.decided ?? 0) > 0 }],
  );
  const ofRules = coverage.rules.flatMap(({ rule, conditions }, index) =>
    conditions.flatMap((condition, at) => sidesOf(condition, rule, ({ rules: now }) => now[index]?.conditions[at])),
  );
  const ofShared = coverage.shared.flatMap((condition, at) => {
    const [, name] = parsePath(condition.path);
    return sidesOf(condition, String(name), ({ shared }) => shared[at]);
  });
  return [...rules, ...ofRules, ...ofShared];
}

function sidesOf(
  { path, fact, operator, value, seenTrue, seenFalse }: ConditionCoverage,
  owner: string,
  find: (coverage: PolicyCoverage) => ConditionCoverage | undefined,
): Gap[] {
  const gap = (result: boolean): Gap => ({
    text: `${owner}: ${fact} ${operator} ${JSON.stringify(value)} ${result ? "holds" : "doesn't hold"}`,
    goal: { path: parsePath(path), result },
    isShown: (coverage) => (find(coverage)?.[result ? "seenTrue" : "seenFalse"] ?? 0) > 0,
  });
  return [...(seenTrue === 0 ? [gap(true)] : []), ...(seenFalse === 0 ? [gap(false)] : [])];
}

function testOf({ now, ...facts }: Facts, compiled: CompiledPolicy, name: string): MissingTest {
  const { events, total, fired } = compiled.decide(now === undefined ? facts : { ...facts, now });
  return {
    name,
    ...(typeof now === "string" ? { at: now } : {}),
    given: { facts },
    expect: { events, ...(total === undefined ? {} : { total }) },
    because: fired.map(({ rule }) => rule),
    review,
  };
}

function nameFor(text: string, names: Set<string>): string {
  let name = text;
  for (let number = 2; names.has(name); number += 1) name = `${text} (${number})`;
  names.add(name);
  return name;
}
