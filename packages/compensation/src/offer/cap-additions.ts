import type { CaseFile, ExcludedRemedy } from "@amends/core/model";
import type { FiredRule } from "@amends/core/rules";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis } from "../remedies/remedy-definition.js";
import { applyCaps, type Capped, type CapRule } from "./apply-caps.js";
import type { RateLimits } from "./cost-basis.js";
import type { OfferedChoice } from "./offered-choice.js";

type Additions = Readonly<Record<string, unknown>>;

/** What is left of the additions once caps and budgets are applied to those that cost something now. */
export interface CappedAdditions extends Pick<Capped, "approvals" | "followed" | "missing"> {
  readonly alwaysAdd: Additions;
  readonly excluded: readonly ExcludedRemedy[];
}

/** Additions that cost something now, as the remedies that they amount to. */
export function spendingAdditions(alwaysAdd: Additions, basis: CostBasis, catalogue: RemedyCatalogue): OfferedChoice[] {
  return (["points", "gift"] as const).flatMap((remedy): OfferedChoice[] => {
    const definition = catalogue[remedy];
    const gives = { [remedy]: alwaysAdd[remedy] };
    if (!definition.gives.safeParse(gives).success) return [];
    const cost = definition.cost(gives, basis);
    if ("later" in cost) return [];
    const choice = { remedy, gives, cost: null, idempotencyKey: "" };
    return [{ choice, definition, cost, expected: cost, weight: 0, statutory: false }];
  });
}

/** What is added is goodwill: what a cap or a budget leaves no room for is left out, with the reason. */
export function capAdditions(
  alwaysAdd: Additions,
  spending: readonly OfferedChoice[],
  rules: readonly CapRule[],
  currencyOf: (rule: FiredRule) => string,
  caseFile: CaseFile,
  limits: RateLimits,
): CappedAdditions {
  const { excluded, approvals, followed, missing } = applyCaps(spending, rules, currencyOf, caseFile, limits);
  const out = excluded.map(({ remedy }) => remedy);
  const left = out.length === 0 ? alwaysAdd : Object.fromEntries(Object.entries(alwaysAdd).filter(([key]) => !out.includes(key)));
  return { alwaysAdd: left, excluded, approvals, followed, missing };
}
