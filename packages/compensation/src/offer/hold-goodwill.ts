import type { ExcludedRemedy, Remedies } from "@amends/core/model";
import { ruleId } from "@amends/core/rules";
import type { ExclusionRule } from "./apply-exclusions.js";
import { addOnce } from "../returns/add-once.js";
import { noAdditions } from "./join-additions.js";
import type { OfferedChoice } from "./offered-choice.js";

/** What goes beside the choices. */
export interface Surplus {
  readonly choices: readonly OfferedChoice[];
  readonly alwaysAdd: Readonly<Record<string, unknown>>;
  readonly beyondExpectation: Remedies["beyondExpectation"];
}

/** What is left of it, and what waits. */
export interface HeldSurplus extends Surplus {
  readonly excluded: readonly ExcludedRemedy[];
}

/**
 * Holds what is given beyond the choices themselves until a person has looked: what goes with a choice, such as the coupon for
 * waiting, what is added whichever is chosen, and the range beyond the expectation. Each is named in `excluded` by its key.
 */
export function holdGoodwill(surplus: Surplus, rule: ExclusionRule): HeldSurplus {
  const { choices, alwaysAdd, beyondExpectation } = surplus;
  const extras: string[] = [];
  for (let index = 0; index < choices.length; index += 1) {
    const held = goodwillIn(choices[index] as OfferedChoice);
    for (let place = 0; place < held.length; place += 1) addOnce(extras, held[place] as string);
  }
  const excluded: ExcludedRemedy[] = [];
  const id = ruleId(rule);
  for (let index = 0; index < extras.length; index += 1) excluded.push(waiting(extras[index] as string, rule, id));
  if (alwaysAdd !== noAdditions) for (const key of Object.keys(alwaysAdd)) excluded.push(waiting(key, rule, id));
  if (beyondExpectation !== null) excluded.push(waiting("beyondExpectation", rule, id));
  return {
    choices: extras.length === 0 ? choices : choices.map(withoutGoodwill),
    alwaysAdd: noAdditions,
    beyondExpectation: null,
    excluded,
  };
}

function waiting(remedy: string, rule: ExclusionRule, id: string): ExcludedRemedy {
  return { remedy, reason: rule.event.params.code, because: rule.because ?? rule.rule, rule: id };
}

function goodwillIn({ gives, definition }: OfferedChoice): readonly string[] {
  const { goodwill } = definition;
  return goodwill.length === 0 ? goodwill : givenAmong(goodwill, gives);
}

function givenAmong(keys: readonly string[], gives: OfferedChoice["gives"]): readonly string[] {
  return keys.filter((key) => Object.hasOwn(gives, key));
}

function withoutGoodwill(offered: OfferedChoice): OfferedChoice {
  const held = goodwillIn(offered);
  if (held.length === 0) return offered;
  const gives = Object.fromEntries(Object.entries(offered.gives).filter(([key]) => !held.includes(key)));
  return { ...offered, gives };
}
