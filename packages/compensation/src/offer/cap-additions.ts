import type { CaseFile, ExcludedRemedy } from "@amends/core/model";
import { safeUnits } from "@amends/core/money";
import type { FiredRule } from "@amends/core/rules";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis, RemedyDefinition } from "../remedies/remedy-definition.js";
import { applyCaps, type Capped, type CapRule } from "./apply-caps.js";
import type { RateLimits } from "./cost-basis.js";
import { noAdditions, type Additions } from "./join-additions.js";
import type { OfferedChoice } from "./offered-choice.js";

/** What is left of the additions once caps and budgets are applied to those that cost something now. */
export interface CappedAdditions extends Pick<Capped, "approvals" | "followed" | "missing"> {
  readonly alwaysAdd: Additions;
  readonly excluded: readonly ExcludedRemedy[];
}

/** Additions that cost something now, as the remedies that they amount to. */
export function spendingAdditions(alwaysAdd: Additions, basis: CostBasis, catalogue: RemedyCatalogue): OfferedChoice[] {
  const spending: OfferedChoice[] = [];
  if (alwaysAdd === noAdditions) return spending;
  const { points, gift } = alwaysAdd;
  if (points !== undefined) addSpending(spending, catalogue.points, "points", points, { points }, basis);
  if (gift !== undefined) addSpending(spending, catalogue.gift, "gift", gift, { gift }, basis);
  return spending;
}

function addSpending(
  spending: OfferedChoice[],
  definition: RemedyDefinition,
  remedy: "points" | "gift",
  value: unknown,
  gives: Additions,
  basis: CostBasis,
): void {
  if (!isGiven(definition, value, gives)) return;
  const cost = definition.cost(gives, basis);
  if ("later" in cost) return;
  const units = "money" in cost ? safeUnits(cost.money) : Number.NaN;
  spending.push({ remedy, gives, definition, cost, units, expected: cost, weight: 0, statutory: false, owed: undefined });
}

const judged = new WeakMap<RemedyDefinition, Map<unknown, boolean>>();
const mostJudged = 256;

/** Whether a remedy gives what is added. Policies add the same few amounts and words again and again: each is checked once. */
function isGiven(definition: RemedyDefinition, value: unknown, gives: Additions): boolean {
  let known = judged.get(definition);
  if (known === undefined) {
    known = new Map<unknown, boolean>();
    judged.set(definition, known);
  }
  const before = known.get(value);
  if (before !== undefined) return before;
  const { success } = definition.gives.safeParse(gives);
  if (known.size < mostJudged && typeof value !== "object") known.set(value, success);
  return success;
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
