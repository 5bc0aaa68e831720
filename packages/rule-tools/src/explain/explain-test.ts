import type { CaseFile } from "@amends/core/model";
import { compilePolicy, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { asRulesSee } from "../run/run-facts-test.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import type { CaseExplanation } from "./case-explanation.js";
import { explainCase, type ExplainCaseOptions } from "./explain-case.js";

/**
 * Explains what a test's policy sees and decides. Facts go to the policy alone; a case or a message goes through the stages. Of a
 * calculation there is nothing to explain: no policy decides.
 *
 * @example
 * import { explainTest, parseTestFile } from "@amends/rule-tools";
 * const text = `{ "policy": "shop/flags", "tests": [{ "name": "VIP", "given": { "facts": { "customer.vip": true } }, "because": ["vip"] }] }`;
 * const [test] = parseTestFile({ path: "flags.test.json", text }).tests;
 * const policy = { policy: "shop/flags", version: "1.0.0", stage: "classification", decision: "flags", decide: "all", rules: [] };
 * explainTest(test, policy, { stages: [], runCase: (caseFile) => caseFile }).decisions[0].decided; // => []
 */
export function explainTest(test: PolicyTest, policy: Policy, options: ExplainCaseOptions): CaseExplanation {
  const { input, at } = test;
  if (input.kind === "calculation") return { decisions: [] };
  if (input.kind === "facts") return explainFacts(input.facts, at, policy, options);
  const given = input.kind === "case" ? input.caseFile : { ticket: { channel: input.channel, text: input.text, createdAt: at } };
  const caseFile = (at === undefined ? given : { ...given, now: at }) as CaseFile;
  return explainCase(caseFile, { ...options, stage: options.stage ?? policy.stage, policy: options.policy ?? policy.policy });
}

function explainFacts(
  given: Readonly<Record<string, unknown>>,
  at: string | undefined,
  policy: Policy,
  { stages, rule, nearest }: ExplainCaseOptions,
): CaseExplanation {
  const stage: AnyStage | undefined = stages.find(({ name }) => name === policy.stage);
  const compiled = compilePolicy(policy, stage === undefined ? {} : { stage });
  const facts = asRulesSee({ ...(at === undefined ? {} : { now: at }), ...given }, stage?.facts ?? {});
  const explanation = compiled.explain(facts, { ...(rule === undefined ? {} : { rule }), ...(nearest === undefined ? {} : { nearest }) });
  const decided = explanation.fired.filter(({ lostTo }) => lostTo === undefined).map((fired) => `${policy.policy}/${fired.rule}`);
  return { decisions: [{ stage: policy.stage, decision: policy.decision, times: 1, decided, policies: [explanation] }] };
}
