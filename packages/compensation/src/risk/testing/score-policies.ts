import type { Policy } from "@amends/core/rules";
import { riskStage } from "../risk-stage.js";

/** The policies of risk with one rule in place of the standard scores: its conditions, and what is to differ in its params and policy. */
export const scorePolicies = (conditions: object, params: object = {}, more: object = {}): Policy[] => [
  ...riskStage.policies.slice(1),
  {
    policy: "shop/score",
    version: "1.0.0",
    stage: "risk",
    decision: "score",
    decide: "sum",
    rules: [
      {
        name: "rule",
        conditions,
        event: { type: "score", params: { points: 1, code: "code", observed: ["customer.orders"], agent: "a", customer: "b", ...params } },
      },
    ],
    ...more,
  } as Policy,
];
