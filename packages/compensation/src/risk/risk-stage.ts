import { defineStage, factsOfStage } from "@amends/core/stage";
import bands from "../../policies/standard-risk-bands.policy.json" with { type: "json" };
import churn from "../../policies/standard-churn.policy.json" with { type: "json" };
import evidence from "../../policies/standard-risk-evidence.policy.json" with { type: "json" };
import score from "../../policies/standard-risk-score.policy.json" with { type: "json" };
import { allowedSignals } from "./allowed-signals.js";
import { bareParameters, scoreRuleFindings } from "./check-score-rules.js";
import { decideRisk, riskDecisions } from "./decide-risk.js";
import { riskEvents } from "./events.js";
import { riskFacts } from "./facts.js";

const facts = factsOfStage(riskFacts);

/** The stage that writes `risk`. Its catalogue holds the allowed signals only, so that a policy that reads another doesn't load. */
export const riskStage = defineStage({
  name: "risk",
  reads: ["ticket", "customer", "order", "shipment", "claim", "peers", "rates", "classification"],
  writes: "risk",
  facts: riskFacts,
  withoutFacts: (name) => !allowedSignals.has(name),
  events: riskEvents,
  decisions: riskDecisions,
  // A fact that isn't allowed is none of the stage's facts, which is found anyway.
  check: (policy) => scoreRuleFindings(policy, bareParameters(policy), facts).filter(({ code }) => code !== "signal_not_allowed"),
  policies: [score, bands, evidence, churn],
  decide: decideRisk,
});
