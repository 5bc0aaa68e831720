import { defineStage } from "@amends/core/stage";
import { decisions, events } from "../events.js";
import { facts } from "../facts.js";
import { standardPolicies } from "../standard-policies.js";
import { assign } from "../assign.js";

/** Decides who answers: bot or human, which tier, which agent or queue, by when, and with what in hand. */
export const routingStage = defineStage({
  name: "assignment",
  reads: [
    "ticket",
    "customer",
    "order",
    "shipment",
    "claim",
    "history",
    "payouts",
    "agents",
    "calendars",
    "bot",
    "queue",
    "language",
    "classification",
    "risk",
    "sla",
  ],
  writes: "assignment",
  facts,
  events,
  decisions,
  policies: standardPolicies,
  decide: assign,
});
