import type { Policy } from "@amends/core/rules";
import { remediesStage } from "../remedies-stage.js";

/** A shop's offer of these choices for every issue, before the standard policies. */
export const offerPolicies = (choices: readonly object[], standard: readonly Policy[] = remediesStage.policies): Policy[] => [
  {
    policy: "shop/offer",
    version: "1.0.0",
    stage: "remedies",
    decision: "offer",
    decide: "first",
    rules: [
      {
        name: "offer",
        conditions: { all: [{ fact: "claim.issue", operator: "isPresent", value: true }] },
        event: { type: "offer", params: { tier: 1, choices } },
      },
    ],
  },
  ...standard,
];
