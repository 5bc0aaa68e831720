import type { SlaStatus } from "@amends/core/model";
import { ruleId } from "@amends/core/rules";
import { defineStage } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import { serviceCalendars } from "../calendars/service-calendars.js";
import { chooseTarget, type TargetRule } from "../choose-target.js";
import { clockStart } from "../clock-start.js";
import { deadlineOf, type Deadline } from "../clocks/deadline.js";
import { slaDecisions, slaEvents } from "../events.js";
import { slaFacts } from "../facts.js";
import { standardPolicies } from "../standard-policies.js";
import { updateTimetable } from "../update-timetable.js";

/** The name of the parameter that lists whose messages are answers. */
const answersFromParameter = "answersFrom";

/** Who answers where no policy has that parameter. */
const agentsOnly: readonly unknown[] = ["agent"];

/** The stage that says by when a ticket must be answered and solved. */
export const slaStage = defineStage({
  name: "sla",
  reads: ["ticket", "customer", "order", "classification", "calendars"],
  writes: "sla",
  facts: slaFacts,
  events: slaEvents,
  decisions: slaDecisions,
  policies: standardPolicies,
  decide: (caseFile, evaluation, context, policySet): SlaStatus => {
    const { ticket } = caseFile;
    const answersFrom = policySet.parameter(answersFromParameter);
    const start = ticket ? clockStart(ticket, Array.isArray(answersFrom) ? answersFrom : agentsOnly) : undefined;
    if (start?.first === undefined) {
      evaluation.lacks(ticket ? "ticket.createdAt" : "ticket");
      return { ...withoutDeadlines, zonesVersion: context.zones.version, ...evaluation.provenance() };
    }
    const { first, answered, waitingSince } = start;
    const calendars = serviceCalendars(caseFile, context, (name) => evaluation.lacks(name));
    const service = calendars();
    const offHours = !service.isOpen(first);
    evaluation.set({ "sla.offHours": offHours, "ticket.answered": answered });

    const deadlines = new Map<TargetRule["event"], Deadline>();
    const deadline = (rule: TargetRule): Deadline => {
      const known = deadlines.get(rule.event);
      if (known !== undefined) return known;
      const found = deadlineOf(first, rule.event.params, calendars(rule.event.params), context.zones, ruleId(rule));
      deadlines.set(rule.event, found);
      return found;
    };
    const sources = { calendars, deadline };
    const strictest = { strictness: (rule: TargetRule) => deadline(rule).at };

    const ofMarketplace = evaluation.decide("marketplaceTargets", strictest);
    evaluation.set({ "ticket.hasMarketplaceTarget": ofMarketplace.fired.length > 0 });
    const response = chooseTarget([evaluation.decide("targets", strictest), ofMarketplace], sources);
    const ofBot = chooseTarget([evaluation.decide("botTargets", strictest)], sources);
    const ofHuman = chooseTarget([evaluation.decide("humanTargets", strictest)], sources);
    const resolution = chooseTarget([evaluation.decide("resolution", strictest)], sources);

    const reporting = evaluation.decide("updates");
    const [timetable] = reporting.fired;
    if (waitingSince === undefined) evaluation.lacks("ticket.messages.at");
    const answerDue = answered ? undefined : readInstant(response?.dueAt);
    const updates =
      timetable?.event.type === "report" && waitingSince !== undefined
        ? {
            ...updateTimetable({ from: waitingSince, answerDue, now: context.now }, timetable.event.params, service),
            rule: ruleId(timetable),
          }
        : null;
    const autoReply = evaluation.decide("offHours").events[0]?.params.notice ?? null;

    const provenance = evaluation.provenance();
    // Marketplace targets are asked apart from the others, and the winner of either may have lost to that of the other.
    const overruled = new Set(response?.lost.map(({ rule }) => rule));
    return {
      firstResponse: response === null ? null : { ...response, byHandler: { bot: ofBot ?? response, human: ofHuman ?? response } },
      resolution,
      updates,
      offHours,
      autoReply,
      zonesVersion: context.zones.version,
      ...provenance,
      rules: provenance.rules.filter((rule) => !overruled.has(rule)),
    };
  },
});

const withoutDeadlines = { firstResponse: null, resolution: null, updates: null, offHours: false, autoReply: null };
