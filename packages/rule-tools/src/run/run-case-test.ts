import { parseCaseFile, type CaseFile, type StageKey } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { withKey, type AnyStage, type Context, type PolicySet } from "@amends/core/stage";
import { matchExpected, type Difference } from "../match-expected.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import { decidedRules } from "./decided-rules.js";
import { recordDecisions } from "./record-decisions.js";
import type { TestOutcome } from "./test-outcome.js";

/** Takes a case through the stages, up to and with the one that writes the key; keys that are there are kept. */
export type RunCase = (caseFile: CaseFile, options: { readonly stopAfter?: StageKey }) => CaseFile;

/** What case tests need beside the test. */
export interface CaseBench {
  readonly stage: AnyStage;
  readonly policySet: PolicySet;
  readonly policy: Policy;
  readonly context: Partial<Context>;
  readonly runCase: RunCase | undefined;
}

/** Takes the case of a test through the whole desk, or without one through the policy's own stage. */
export function runCaseTest(test: PolicyTest, given: CaseFile, bench: CaseBench): TestOutcome {
  const { stage, policySet, policy, context, runCase } = bench;
  const caseFile = parseCaseFile(test.at === undefined ? given : { ...given, now: test.at });
  const recorder = recordDecisions(policySet, policy.policy);
  const decideAlone = (before: CaseFile) => withKey(before, stage.writes, stage.run(before, recorder.set, context));
  const result = runCase === undefined ? decideAlone(caseFile) : runCase(caseFile, { stopAfter: stage.writes });
  const rules = decidedRules(result[stage.writes]);
  const outcome = {
    differences: [...matchExpected(result, test.expect ?? {}, { exact: test.exact }), ...compareRules(rules, test.because, policy.policy)],
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

function compareRules(rules: readonly string[], because: readonly string[] | undefined, policy: string): Difference[] {
  const lacking = (because ?? []).filter((rule) => !rules.includes(`${policy}/${rule}`));
  return lacking.map((rule) => ({ path: "because", expected: rule, message: `rule "${rule}" did not decide` }));
}
