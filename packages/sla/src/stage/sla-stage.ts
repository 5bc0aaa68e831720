import type { MessageAuthor, SlaStatus } from "@amends/core/model";
import { ruleId } from "@amends/core/rules";
import { defineStage } from "@amends/core/stage";
import { formatInstant } from "@amends/core/time";
import { serviceCalendars } from "../calendars/service-calendars.js";
import { caseClocks } from "../case-clocks.js";
import { chooseResponses, overruledBy } from "../choose-responses.js";
import { chooseTarget, type TargetRule } from "../choose-target.js";
import { isOwed } from "../clocks/clock-state.js";
import { deadlineOf, type Deadline } from "../clocks/deadline.js";
import { readConversation } from "../conversation.js";
import { slaDecisions, slaEvents } from "../events.js";
import { slaFacts } from "../facts.js";
import { remembered } from "../remembered.js";
import { resolutionDeadline } from "../resolution-deadline.js";
import { standardPolicies } from "../standard-policies.js";
import { ticketProgress } from "../ticket-progress.js";
import { updateTimetable } from "../update-timetable.js";

/** Whose messages are answers where no policy says so. */
const agentsOnly: readonly MessageAuthor[] = ["agent"];

/** The stage that says by when a ticket must be answered and solved. */
export const slaStage = defineStage({
  name: "sla",
  reads: ["ticket", "customer", "order", "classification", "calendars"],
  writes: "sla",
  facts: slaFacts,
  events: slaEvents,
  decisions: slaDecisions,
  policies: standardPolicies,
  decide: (caseFile, evaluation, context): SlaStatus => {
    const { ticket } = caseFile;
    const progress = ticket ? ticketProgress(ticket) : undefined;
    const conversation = ticket ? readConversation(ticket, progress?.reopenedAfter) : undefined;
    const first = conversation?.first;
    if (progress === undefined || conversation === undefined || first === undefined) {
      evaluation.lacks(ticket ? "ticket.createdAt" : "ticket");
      return { ...withoutDeadlines, zonesVersion: context.zones.version, ...evaluation.provenance() };
    }
    const lacks = (name: string): void => evaluation.lacks(name);
    const calendars = serviceCalendars(caseFile, context, lacks);
    const service = calendars();
    const offHours = !service.isOpen(first);
    const counting = evaluation.decide("answers").events[0]?.params.from ?? agentsOnly;
    const clocks = caseClocks(conversation, progress, { first, counting, lacks });
    evaluation.set({
      "sla.offHours": offHours,
      "ticket.answered": clocks.answersTo(counting).answered,
      "ticket.answeredByAgent": clocks.answersTo(agentsOnly).answered,
      "ticket.solved": progress.solved,
    });

    const written = remembered(formatInstant);
    // Each rule's deadline is asked for to compare it, and again to tell it.
    const deadline = remembered((rule: TargetRule): Deadline => {
      const { params } = rule.event;
      return deadlineOf(clocks.responseStart(params), params, calendars(params), context.zones, ruleId(rule));
    });
    const strictest = { strictness: (rule: TargetRule) => deadline(rule).at };
    const sources = { calendars, deadline, written, now: context.now, paused: progress.awaitsCustomer };

    const marketplaceTargets = evaluation.decide("marketplaceTargets", strictest);
    evaluation.set({ "ticket.hasMarketplaceTarget": marketplaceTargets.fired.length > 0 });
    const targets = evaluation.decide("targets", strictest);
    const botTargets = evaluation.decide("botTargets", strictest);
    const humanTargets = evaluation.decide("humanTargets", strictest);
    const responses = chooseResponses({ targets, marketplaceTargets, botTargets, humanTargets }, clocks, sources);
    const { anybody, bot, human } = responses;

    const answers = clocks.answersTo(anybody === null ? counting : clocks.authorsOf(anybody.rule.event.params));
    const responseDue = anybody === null ? undefined : deadline(anybody.rule).at;
    const resolutionDue = remembered((rule: TargetRule): Deadline => {
      const { params } = rule.event;
      return resolutionDeadline(params, { created: first, answeredAt: answers.at, responseDue }, (start) =>
        deadlineOf(start, params, calendars(params), context.zones, ruleId(rule)),
      );
    });
    const resolution = chooseTarget(
      [evaluation.decide("resolution", { strictness: (rule) => resolutionDue(rule).at })],
      { ...sources, deadline: resolutionDue },
      () => clocks.resolutionStop,
    );

    const [timetable] = evaluation.decide("updates").fired;
    if (answers.waitingSince === undefined) lacks("ticket.messages.at");
    const owed = [anybody, human].find((chosen) => chosen !== null && isOwed(chosen.target.state));
    const answerDue = owed ? deadline(owed.rule) : undefined;
    const updates =
      timetable?.event.type === "report" && answers.waitingSince !== undefined
        ? {
            ...updateTimetable({ from: answers.waitingSince, answerDue: answerDue?.at, now: context.now }, timetable.event.params, service),
            rule: ruleId(timetable),
          }
        : null;
    const autoReply = evaluation.decide("offHours").events[0]?.params.notice ?? null;

    const provenance = evaluation.provenance();
    const overruled = overruledBy(responses);
    return {
      firstResponse: anybody && { ...anybody.target, byHandler: { bot: bot?.target ?? null, human: human?.target ?? null } },
      answerDueAt: answerDue?.dueAt ?? null,
      resolution: resolution?.target ?? null,
      updates,
      offHours,
      autoReply,
      zonesVersion: context.zones.version,
      ...provenance,
      rules: provenance.rules.filter((rule) => !overruled.has(rule)),
    };
  },
});

const withoutDeadlines = { firstResponse: null, answerDueAt: null, resolution: null, updates: null, offHours: false, autoReply: null };
