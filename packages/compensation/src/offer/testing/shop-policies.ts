import type { Policy } from "@amends/core/rules";

type Rule = { readonly type: string; readonly params: object; readonly conditions?: object; readonly because?: string };

const always = { all: [{ fact: "now", operator: "isPresent", value: true }] };
const expectation = { expectationMinimumPercent: 20, expectationMaximumPercent: 30 };

/** A policy of a shop in dollars for one decision of remedies, whose rules fire always where they name no conditions. */
export function shopPolicy(decision: string, rules: readonly Rule[], more: object = {}): Policy {
  return {
    policy: `shop/${decision}`,
    version: "1.0.0",
    stage: "remedies",
    decision,
    decide: decision === "offer" ? "first" : "all",
    currency: "USD",
    ...(decision === "offer" ? { parameters: expectation } : {}),
    rules: rules.map(({ type, params, conditions = always, ...rest }, index) => ({
      name: `${type}-${index}`,
      conditions,
      ...rest,
      event: { type, params },
    })),
    ...more,
  } as Policy;
}

/** The offer policy of a shop that always offers the same. */
export const shopOffer = (choices: readonly object[], more: object = {}): Policy =>
  shopPolicy("offer", [{ type: "offer", params: { tier: 1, choices, ...more } }]);
