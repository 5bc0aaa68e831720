import { parseCaseFile, type CaseFile, type StageKey } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { withKey, type AnyStage, type Context, type PolicySet } from "@amends/core/stage";
import { matchExpected } from "../match-expected.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import { compareRules } from "./compare-rules.js";
import { decidedRules } from "./decided-rules.js";
import { recordDecisions } from "./record-decisions.js";
import type { TestOutcome } from "./test-outcome.js";

/** How a case is taken through the stages. */
export interface RunCaseOptions {
  /** The key whose stage is the last to run. */
  readonly stopAfter?: StageKey;
  /** The policies of the run, to be asked beside or in place of the standard ones; the same list all through one run. */
  readonly policies?: readonly Policy[];
}

/** Takes a case through the stages, up to and with the one that writes the key; keys that are there are kept. */
export type RunCase = (caseFile: CaseFile, options: RunCaseOptions) => CaseFile;

/** What case tests need beside the test. */
export interface CaseBench {
  readonly stage: AnyStage;
  readonly policySet: PolicySet;
  readonly policy: Policy;
  readonly context: Partial<Context>;
  readonly runCase: RunCase | undefined;
  /** All policies of the run. */
  readonly policies: readonly Policy[];
}

/** Takes the case of a test through the whole desk, or without one through the policy's own stage. */
export function runCaseTest(test: PolicyTest, given: CaseFile, bench: CaseBench): TestOutcome {
  const { stage, policySet, policy, context, runCase, policies } = bench;
  const timed = test.at === undefined ? given : { ...given, now: test.at };
  const caseFile = parseCaseFile(timed, context.zones === undefined ? {} : { zones: context.zones });
  const recorder = recordDecisions(policySet, policy.policy);
  const decideAlone = (before: CaseFile) => withKey(before, stage.writes, stage.run(before, recorder.set, context));
  const result = runCase === undefined ? decideAlone(caseFile) : runCase(caseFile, { stopAfter: stage.writes, policies });
  const rules = decidedRules(result[stage.writes]);
  const own = rules.flatMap((rule) => (rule.startsWith(`${policy.policy}/`) ? [rule.slice(policy.policy.length + 1)] : []));
  const outcome = {
    differences: [...matchExpected(result, test.expect ?? {}, { exact: test.exact }), ...compareRules(own, test.because, "some")],
    rules,
  };
  if (runCase === undefined) return { ...outcome, observations: recorder.observations };
  // The desk decides with policies of its own; deciding its case once more shows what the policy saw, if the answer is the same.
  try {
    const { [stage.writes]: written, ...before } = result;
    const again = decideAlone(before)[stage.writes];
    if (JSON.stringify(again) === JSON.stringify(written)) return { ...outcome, observations: recorder.observations };
  } catch {
    // Then the desk knows something this stage alone doesn't.
  }
  return { ...outcome, observations: [], unobserved: `the desk decided "${stage.name}" with more than the case holds` };
}
