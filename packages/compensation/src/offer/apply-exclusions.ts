import type { RemedyKind } from "@amends/core/model";
import { ruleId, type FiredRule } from "@amends/core/rules";
import { narrow, type Narrowed, type OfferedChoice } from "./offered-choice.js";

/** An exclusion rule that fired: it takes remedies out, or holds them with all goodwill until a person has looked. */
export type ExclusionRule = FiredRule<{
  readonly type: "exclude" | "hold";
  readonly params: { readonly remedies: readonly RemedyKind[]; readonly code: string };
}>;

/** What the exclusions leave, and the rules that took something out. */
export interface Excluded extends Narrowed {
  readonly followed: readonly ExclusionRule[];
}

/** Takes out what the exclusion rules name. What is owed stays, whatever a rule says. */
export function applyExclusions(choices: readonly OfferedChoice[], rules: readonly ExclusionRule[]): Excluded {
  const followed = new Set<ExclusionRule>();
  const narrowed = narrow(choices, ({ choice, statutory }) => {
    const rule = rules.find(({ event }) => event.params.remedies.includes(choice.remedy));
    if (rule === undefined || statutory) return undefined;
    followed.add(rule);
    return { reason: rule.event.params.code, because: rule.because ?? rule.rule, rule: ruleId(rule) };
  });
  return { ...narrowed, followed: [...followed] };
}
