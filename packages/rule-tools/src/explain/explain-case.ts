import type { CaseFile } from "@amends/core/model";
import { chooseRules, ruleId, type ExplainedRule, type Explanation, type FiredRule } from "@amends/core/rules";
import { lostTo } from "@amends/core/rules/explain";
import type { AnyStage } from "@amends/core/stage";
import type { CaseExplanation, ExplainedDecision } from "./case-explanation.js";
import { explainScores } from "./explain-scores.js";
import { recordStages, type AskedDecision, type AskedPolicy } from "./record-stages.js";

/** What of a case is explained; without any, everything that its stages decided. */
export interface ExplainFilter {
  readonly stage?: string;
  readonly decision?: string;
  readonly policy?: string;
  readonly rule?: string;
}

export interface ExplainCaseOptions extends ExplainFilter {
  readonly stages: readonly AnyStage[];
  /** Takes a case through stages, such as a desk's; the stages it is given keep what their policies see. */
  readonly runCase: (caseFile: CaseFile, stages: readonly AnyStage[]) => CaseFile;
  /** How many rules that missed are explained of each policy. Default: 5. */
  readonly nearest?: number;
}

/**
 * Decides a case and explains each decision on the way: the rules behind it, those that lost, and the nearest that missed with what would
 * have made them fire. Policies are explained with the very facts they saw.
 *
 * @throws {InvalidCaseError} where the case can't be read.
 *
 * @example
 * import { explainCase } from "@amends/rule-tools";
 * const explained = explainCase({ ticket: { channel: "email" } }, { stages: [], runCase: (caseFile) => caseFile });
 * explained.decisions; // => []
 */
export function explainCase(caseFile: CaseFile, options: ExplainCaseOptions): CaseExplanation {
  const { stages, asked } = recordStages(options.stages);
  const decided = options.runCase(caseFile, stages);
  const decisions = new Map<string, ExplainedDecision>();
  for (const each of asked) {
    if (!isWanted(each, options)) continue;
    const key = JSON.stringify([each.stage, each.decision, each.policies.map(({ compiled, facts }) => [compiled.policy.policy, facts])]);
    const known = decisions.get(key);
    if (known !== undefined) decisions.set(key, { ...known, times: known.times + 1 });
    else decisions.set(key, explainDecision(each, options));
  }
  const explained = [...decisions.values()];
  if (!explained.some(isReading)) return { caseFile: decided, decisions: explained };
  return {
    caseFile: decided,
    decisions: explained,
    scores: explainScores(decided.classification?.evidence ?? [], asked.filter(isReading)),
  };
}

/** Only the classification reads the message. */
function isReading({ stage }: { readonly stage: string }): boolean {
  return stage === "classification";
}

function isWanted({ stage, decision, policies }: AskedDecision, wanted: ExplainFilter): boolean {
  return (
    (wanted.stage ?? stage) === stage &&
    (wanted.decision ?? decision) === decision &&
    (wanted.policy === undefined || policies.some(({ compiled }) => compiled.policy.policy === wanted.policy)) &&
    (wanted.rule === undefined || policies.some(({ compiled }) => hasRule(compiled.policy, wanted.rule)))
  );
}

function hasRule({ rules }: { readonly rules: readonly { readonly name: string }[] }, name: string | undefined): boolean {
  return rules.some((rule) => rule.name === name);
}

function explainDecision({ stage, decision, policies }: AskedDecision, options: ExplainCaseOptions): ExplainedDecision {
  const { policy: named, rule, nearest } = options;
  const mode = policies[0]?.decision.decide ?? "all";
  const first = policies[0]?.options;
  // Between policies the earlier one goes first, as where the stage chose.
  const chosen = chooseRules(
    mode,
    policies.flatMap((each) => each.decision.fired),
    first,
  );
  const shown = policies.filter(
    ({ compiled }) =>
      (named ?? compiled.policy.policy) === compiled.policy.policy && (rule === undefined || hasRule(compiled.policy, rule)),
  );
  const explain = ({ compiled, facts, options: choose }: AskedPolicy): Explanation =>
    compiled.explain(facts, { ...choose, ...(rule === undefined ? {} : { rule }), ...(nearest === undefined ? {} : { nearest }) });
  return {
    stage,
    decision,
    times: 1,
    decided: chosen.fired.map(ruleId),
    policies: shown.map((asked) => {
      const explanation = explain(asked);
      return {
        ...explanation,
        fired: explanation.fired.map((each) => amongPolicies(each, asked, { decide: mode, fired: chosen.fired }, chosen.lost)),
      };
    }),
  };
}

/** A rule that decided within its own policy may have lost to another policy's. */
function amongPolicies(
  rule: ExplainedRule,
  { decision, options }: AskedPolicy,
  chosen: Parameters<typeof lostTo>[1],
  lost: readonly FiredRule[],
): ExplainedRule {
  const beaten = rule.lostTo === undefined ? lost.find((each) => each.rule === rule.rule && decision.fired.includes(each)) : undefined;
  if (beaten === undefined) return rule;
  const to = lostTo(beaten, chosen, options);
  const winner = chosen.fired.find((each) => each.rule === to?.rule);
  return to === undefined || winner === undefined ? rule : { ...rule, lostTo: { ...to, rule: ruleId(winner) } };
}
