import type { RemedyKind } from "@amends/core/model";
import { ruleId, type FiredRule } from "@amends/core/rules";
import { narrow, type Narrowed, type OfferedChoice } from "./offered-choice.js";

/** An exclusion rule that fired. */
export type ExclusionRule = FiredRule<{
  readonly type: "exclude";
  readonly params: { readonly remedies: readonly RemedyKind[]; readonly code: string };
}>;

/** Takes out what the exclusion rules name. What is owed stays, whatever a rule says. */
export function applyExclusions(choices: readonly OfferedChoice[], rules: readonly ExclusionRule[]): Narrowed {
  return narrow(choices, ({ choice, statutory }) => {
    const rule = rules.find(({ event }) => event.params.remedies.includes(choice.remedy));
    if (rule === undefined || statutory) return undefined;
    return { reason: rule.event.params.code, because: rule.because ?? rule.rule, rule: ruleId(rule) };
  });
}
