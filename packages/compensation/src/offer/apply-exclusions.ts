import type { RemedyKind } from "@amends/core/model";
import { ruleId, type FiredRule } from "@amends/core/rules";
import { knownRules, type KnownRule } from "./known-rules.js";
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

const none: readonly never[] = [];

/** Takes out what the exclusion rules name. What is owed stays, whatever a rule says. */
export function applyExclusions(choices: readonly OfferedChoice[], rules: readonly ExclusionRule[]): Excluded {
  if (rules.length === 0) return { kept: choices, excluded: none, followed: none };
  const named = knownRules(rules);
  const followed: ExclusionRule[] = [];
  const { kept, excluded } = narrow(choices, ({ remedy, statutory }) => {
    if (statutory) return undefined;
    for (let index = 0; index < named.length; index += 1) {
      const { rule, remedies } = named[index] as KnownRule<ExclusionRule>;
      if (!remedies.includes(remedy)) continue;
      if (!followed.includes(rule)) followed.push(rule);
      return { remedy, reason: rule.event.params.code, because: rule.because ?? rule.rule, rule: ruleId(rule) };
    }
    return undefined;
  });
  return { kept, excluded, followed };
}
