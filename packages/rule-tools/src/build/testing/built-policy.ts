import type { Policy } from "@amends/core/rules";

type Rule = Policy["rules"][number];

/** A rule for regular guests, with changes. */
export const ruleOf = (changes: Partial<Rule> = {}): Rule => ({
  name: "vip",
  conditions: { all: [{ fact: "customer.vip", operator: "equal", value: true }] },
  event: { type: "score", params: { points: 5 } },
  ...changes,
});

/** A policy of that rule, with changes. */
export const policyOf = (changes: Partial<Policy> = {}): Policy => ({
  policy: "shop/score",
  version: "1.2.0",
  stage: "risk",
  decision: "score",
  decide: "all",
  rules: [ruleOf()],
  ...changes,
});
