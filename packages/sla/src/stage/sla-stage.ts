import { defineStage } from "@amends/core/stage";
import { assessSla } from "../assess-sla.js";
import { slaDecisions, slaEvents } from "../events.js";
import { slaFacts } from "../facts.js";
import { standardPolicies } from "../standard-policies.js";

/** The stage that says by when a ticket must be answered and solved. */
export const slaStage = defineStage({
  name: "sla",
  reads: ["ticket", "customer", "order", "classification", "calendars"],
  writes: "sla",
  facts: slaFacts,
  events: slaEvents,
  decisions: slaDecisions,
  policies: standardPolicies,
  decide: (caseFile, evaluation, context, policySet) => assessSla(caseFile, evaluation, context, policySet).status,
});
