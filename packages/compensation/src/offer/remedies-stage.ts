import { defineStage } from "@amends/core/stage";
import additions from "../../policies/standard-additions.policy.json" with { type: "json" };
import approvals from "../../policies/standard-approvals.policy.json" with { type: "json" };
import caps from "../../policies/standard-caps.policy.json" with { type: "json" };
import carrierClaims from "../../policies/standard-carrier-claims.policy.json" with { type: "json" };
import deadlines from "../../policies/standard-deadlines.policy.json" with { type: "json" };
import exclusions from "../../policies/standard-exclusions.policy.json" with { type: "json" };
import offers from "../../policies/standard-offers.policy.json" with { type: "json" };
import plays from "../../policies/standard-plays.policy.json" with { type: "json" };
import { decideRemedies } from "./decide-remedies.js";
import { remedyDecisions, remedyEvents } from "./events.js";
import { remedyFacts } from "./facts.js";

/** The stage that writes `remedies`. */
export const remediesStage = defineStage({
  name: "remedies",
  reads: [
    "id",
    "ticket",
    "event",
    "customer",
    "order",
    "shipment",
    "claim",
    "peers",
    "rates",
    "payouts",
    "budgets",
    "classification",
    "risk",
  ],
  writes: "remedies",
  facts: remedyFacts,
  events: remedyEvents,
  decisions: remedyDecisions,
  policies: [offers, additions, exclusions, caps, approvals, plays, carrierClaims, deadlines],
  decide: decideRemedies,
});
