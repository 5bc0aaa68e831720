import type { ExcludedRemedy, RemedyKind } from "@amends/core/model";
import { ruleId, type FiredRule } from "@amends/core/rules";
import { knownRules, type KnownRule } from "./known-rules.js";
import type { Narrowed, OfferedChoice } from "./offered-choice.js";

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
  let kept: OfferedChoice[] | undefined;
  let excluded: ExcludedRemedy[] | undefined;
  for (let index = 0; index < choices.length; index += 1) {
    const offered = choices[index] as OfferedChoice;
    const rule = ruleAgainst(offered, named);
    if (rule === undefined) kept?.push(offered);
    else {
      if (!followed.includes(rule)) followed.push(rule);
      kept ??= choices.slice(0, index);
      (excluded ??= []).push({
        remedy: offered.remedy,
        reason: rule.event.params.code,
        because: rule.because ?? rule.rule,
        rule: ruleId(rule),
      });
    }
  }
  return { kept: kept ?? choices, excluded: excluded ?? none, followed };
}

function ruleAgainst({ remedy, statutory }: OfferedChoice, named: readonly KnownRule<ExclusionRule>[]): ExclusionRule | undefined {
  if (statutory) return undefined;
  for (let index = 0; index < named.length; index += 1) {
    const { rule, remedies } = named[index] as KnownRule<ExclusionRule>;
    if (remedies.includes(remedy)) return rule;
  }
  return undefined;
}
