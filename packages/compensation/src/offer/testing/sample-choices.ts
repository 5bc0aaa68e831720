import type { Money, RemedyKind } from "@amends/core/model";
import { safeUnits } from "@amends/core/money";
import { remedyCatalogue } from "../../remedies/remedy-catalogue.js";
import type { CostBasis, RemedyCost } from "../../remedies/remedy-definition.js";
import type { CapRule } from "../apply-caps.js";
import type { ExclusionRule } from "../apply-exclusions.js";
import type { OfferedChoice } from "../offered-choice.js";

export const usd = (amount: string): Money => ({ amount, currency: "USD" });
export const eur = (amount: string): Money => ({ amount, currency: "EUR" });

/** Noon of 3 March 2026, with rates that may be of any age. */
export const limits = { now: Date.parse("2026-03-03T12:00:00Z"), maximumAgeDays: undefined };

/** A choice on its way to the offer, with what it costs. */
export function sampleChoice(remedy: RemedyKind, cost: RemedyCost, more: Partial<OfferedChoice> = {}): OfferedChoice {
  return {
    remedy,
    gives: {},
    definition: remedyCatalogue[remedy],
    cost,
    units: "money" in cost ? safeUnits(cost.money) : Number.NaN,
    expected: cost,
    weight: 1,
    statutory: false,
    owed: undefined,
    ...more,
  };
}

const fired = { policy: "shop/rules", version: "1.0.0", priority: 0, specificity: 1 };

/** A cap that fired, of a partial refund by operations where its params don't say otherwise. */
export function sampleCap(rule: string, params: Partial<CapRule["event"]["params"]>, because?: string): CapRule {
  const event = { type: "cap", params: { remedies: ["partial_refund"], role: "operations", ...params } } as const;
  return { ...fired, rule, event, ...(because === undefined ? {} : { because }) };
}

/** An exclusion that fired, or a hold. */
export function sampleExclusion(
  rule: string,
  remedies: readonly RemedyKind[],
  because?: string,
  type: "exclude" | "hold" = "exclude",
): ExclusionRule {
  return { ...fired, rule, event: { type, params: { remedies, code: `code_of_${rule}` } }, ...(because === undefined ? {} : { because }) };
}

/** What costs are computed from: an order of 100.00 USD, of which nothing was paid back, and points of a cent. */
export function sampleBasis(more: Partial<CostBasis> = {}): CostBasis {
  const order = { money: usd("100.00") };
  const worthOf = (points: number) => ({ money: usd((points / 100).toFixed(2)) });
  return { order, claim: order, refundable: order, goodsCostPercent: 60, couponUsePercent: 30, worthOf, ...more };
}
