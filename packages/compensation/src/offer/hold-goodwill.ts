import type { ExcludedRemedy, Remedies } from "@amends/core/model";
import { ruleId } from "@amends/core/rules";
import type { ExclusionRule } from "./apply-exclusions.js";
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

const none: readonly never[] = [];

/**
 * Holds what is given beyond the choices themselves until a person has looked: what goes with a choice, such as the coupon for
 * waiting, what is added whichever is chosen, and the range beyond the expectation. Each is named in `excluded` by its key.
 */
export function holdGoodwill(surplus: Surplus, rule: ExclusionRule | undefined): HeldSurplus {
  const { choices, alwaysAdd, beyondExpectation } = surplus;
  if (rule === undefined) return { choices, alwaysAdd, beyondExpectation, excluded: none };
  const extras: string[] = [];
  for (const offered of choices) for (const key of goodwillIn(offered)) if (!extras.includes(key)) extras.push(key);
  const waiting = [...extras, ...Object.keys(alwaysAdd)];
  if (beyondExpectation !== null) waiting.push("beyondExpectation");
  const why = { reason: rule.event.params.code, because: rule.because ?? rule.rule, rule: ruleId(rule) };
  return {
    choices: extras.length === 0 ? choices : choices.map(withoutGoodwill),
    alwaysAdd: {},
    beyondExpectation: null,
    excluded: waiting.map((remedy) => ({ remedy, ...why })),
  };
}

function goodwillIn({ gives, definition }: OfferedChoice): readonly string[] {
  const { goodwill } = definition;
  return goodwill.length === 0 ? goodwill : goodwill.filter((key) => Object.hasOwn(gives, key));
}

function withoutGoodwill(offered: OfferedChoice): OfferedChoice {
  const held = goodwillIn(offered);
  if (held.length === 0) return offered;
  const gives = Object.fromEntries(Object.entries(offered.gives).filter(([key]) => !held.includes(key)));
  return { ...offered, gives };
}
