import { ruleId } from "@amends/core/rules";
import { defineStage } from "@amends/core/stage";
import type { FollowUp } from "@amends/core/model";
import { addDays, formatInstant, instantOf, localDateOf } from "@amends/core/time";
import schedule from "../../policies/standard-schedule.policy.json" with { type: "json" };
import { customerZone } from "../values/case-values.js";
import { followUpDecisions, followUpEvents } from "./events.js";
import { followUpFacts, resolvedAt } from "./facts.js";

/** Writes `followUps`: the contacts after the resolution, at most one a day, at a local hour of the customer's. */
export const followUpsStage = defineStage({
  name: "followUps",
  reads: ["ticket", "event", "customer"],
  writes: "followUps",
  withoutTicket: true,
  facts: followUpFacts,
  events: followUpEvents,
  decisions: followUpDecisions,
  policies: [schedule],
  decide: (caseFile, evaluation, context, policySet): FollowUp[] => {
    const decision = evaluation.decide("schedule");
    const resolved = resolvedAt(caseFile);
    const zone = customerZone(caseFile, context);
    if (zone === undefined) evaluation.lacks("customer.zone");
    if (resolved === undefined) evaluation.lacks(caseFile.event?.kind === "case_resolved" ? "event.at" : "ticket.resolvedAt");
    const { policies, missing } = evaluation.provenance();
    const hour = policySet.parameter("hour");
    // At an hour of the customer's own clock, or at none: another clock's could be the middle of the night.
    const dueOn = (day: number): string | null =>
      resolved === undefined || zone === undefined
        ? null
        : formatInstant(instantOf(addDays(localDateOf(resolved, zone, context.zones), day), String(hour), zone, context.zones));
    const days = [...new Set(decision.events.flatMap(({ params }) => params.days))].sort((left, right) => left - right);
    return days.map((day) => {
      const asked = decision.fired.filter(({ event }) => event.params.days.includes(day));
      return {
        day,
        at: dueOn(day),
        kind: asked[0]?.event.params.kind ?? "",
        policy: asked[0]?.policy ?? "",
        policies: [...policies],
        rules: asked.map(ruleId),
        missing: [...missing],
      };
    });
  },
});
