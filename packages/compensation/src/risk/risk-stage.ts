import { defineStage } from "@amends/core/stage";
import bands from "../../policies/standard-risk-bands.policy.json" with { type: "json" };
import churn from "../../policies/standard-churn.policy.json" with { type: "json" };
import evidence from "../../policies/standard-risk-evidence.policy.json" with { type: "json" };
import score from "../../policies/standard-risk-score.policy.json" with { type: "json" };
import { allowedSignals } from "./allowed-signals.js";
import { decideRisk, riskDecisions } from "./decide-risk.js";
import { riskEvents } from "./events.js";
import { riskFacts } from "./facts.js";

/** The stage that writes `risk`. Its catalogue holds the allowed signals only, so that a policy that reads another doesn't load. */
export const riskStage = defineStage({
  name: "risk",
  reads: ["ticket", "customer", "order", "shipment", "claim", "peers", "rates", "classification"],
  writes: "risk",
  facts: riskFacts,
  withoutFacts: (name) => !allowedSignals.has(name),
  events: riskEvents,
  decisions: riskDecisions,
  policies: [score, bands, evidence, churn],
  decide: decideRisk,
});
