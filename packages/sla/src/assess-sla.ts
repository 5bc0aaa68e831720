import type { CaseFile, SlaStatus, Ticket } from "@amends/core/model";
import { ruleId } from "@amends/core/rules";
import type { Context, Evaluation, PolicySet } from "@amends/core/stage";
import { formatInstant, type Instant } from "@amends/core/time";
import { serviceCalendars, type ServiceCalendars } from "./calendars/service-calendars.js";
import { agentsOnly, caseClocks } from "./case-clocks.js";
import { chooseResponses, overruledBy } from "./choose-responses.js";
import { chooseTarget, type ChosenTarget, type TargetRule } from "./choose-target.js";
import { isOwed } from "./clocks/clock-state.js";
import { deadlineOf, type Deadline } from "./clocks/deadline.js";
import { readConversation, type Counting } from "./conversation.js";
import type { slaDecisions, slaEvents } from "./events.js";
import { lastsAt } from "./pauses/pause.js";
import { standstills, type Standstills } from "./pauses/standstills.js";
import { remembered } from "./remembered.js";
import { resolutionDeadline } from "./resolution-deadline.js";
import { ticketProgress, type TicketProgress } from "./ticket-progress.js";
import type { AlertRule } from "./status/sla-alert.js";
import { updateTimetable } from "./update-timetable.js";

/** One case before the policies of this stage. */
export type SlaEvaluation = Evaluation<typeof slaEvents, typeof slaDecisions>;

/** What was found of a case: the answer, and the clocks behind it. */
export interface SlaAssessment {
  readonly status: SlaStatus;
  readonly clocks: readonly { readonly clock: SlaClockName; readonly chosen: ChosenTarget }[];
  /** From when a message waits to be acknowledged; undefined where none does. */
  readonly unacknowledgedSince: Instant | undefined;
  readonly standstills: Standstills | undefined;
  /** The warnings and escalations that the policies set. */
  readonly alerts: readonly AlertRule[];
  readonly calendars: ServiceCalendars;
}

/** The clocks of a case that can run side by side. */
export type SlaClockName = "first_response" | "human_response" | "next_response" | "resolution";

/** Finds the targets of a case and where their clocks stand. */
export function assessSla(
  caseFile: CaseFile,
  evaluation: SlaEvaluation,
  context: Context,
  policySet: PolicySet<typeof slaEvents, typeof slaDecisions>,
): SlaAssessment {
  const { ticket } = caseFile;
  const lacks = (name: string): void => evaluation.lacks(name);
  const calendars = serviceCalendars(caseFile, context, lacks);
  const progress = ticket ? ticketProgress(ticket, context.now) : undefined;
  if (!ticket || progress === undefined || readConversation(ticket, progress.reopenedAfter, {}, context.now).first === undefined) {
    lacks(ticket ? "ticket.createdAt" : "ticket");
    const status = { ...withoutDeadlines, zonesVersion: context.zones.version, ...evaluation.provenance() };
    return { status, clocks: [], unacknowledgedSince: undefined, standstills: undefined, alerts: [], calendars };
  }
  return assessTicket({ ticket, progress, calendars }, evaluation, context, policySet);
}

const withoutDeadlines = { firstResponse: null, answerDueAt: null, resolution: null, updates: null, offHours: false, autoReply: null };

function assessTicket(
  { ticket, progress, calendars }: { readonly ticket: Ticket; readonly progress: TicketProgress; readonly calendars: ServiceCalendars },
  evaluation: SlaEvaluation,
  context: Context,
  policySet: PolicySet<typeof slaEvents, typeof slaDecisions>,
): SlaAssessment {
  const { now, zones } = context;
  const lacks = (name: string): void => evaluation.lacks(name);
  const answerPolicy = evaluation.decide("answers").events[0]?.params;
  const conversation = readConversation(ticket, progress.reopenedAfter, answerPolicy, now);
  const first = conversation.first as Instant;
  const service = calendars();
  const offHours = !service.isOpen(first);
  const counting: Counting = { from: answerPolicy?.from ?? agentsOnly, ignoring: answerPolicy?.ignoring ?? [] };
  const clocks = caseClocks(conversation, progress, { first, counting, lacks });
  evaluation.set({
    "sla.offHours": offHours,
    "ticket.answered": clocks.answersTo(counting).answered,
    "ticket.answeredByAgent": clocks.answersTo({ from: agentsOnly, ignoring: counting.ignoring }).answered,
    "ticket.solved": progress.solved,
  });
  const pauseRules = policySet.policiesFor("pauses").length === 0 ? undefined : evaluation.decide("pauses", { record: false }).fired;
  const still = standstills(ticket, pauseRules, { now, solvedAt: progress.solvedAt, lacks });
  evaluation.record(...still.followed);

  const written = remembered(formatInstant);
  const dueBy = (rule: TargetRule, start: Instant, clock: "first_response" | "next_response" | "resolution", end?: Instant): Deadline => {
    const { params } = rule.event;
    const { pauses } = still.of(clock);
    return deadlineOf(start, params, {
      calendar: calendars(params),
      zones,
      rule: ruleId(rule),
      // What stood still after the clock had ended moves nothing.
      pauses: end === undefined ? pauses : pauses.map((pause) => (lastsAt(pause, end) ? { ...pause, to: undefined } : pause)),
      now: Math.min(now, end ?? Infinity),
    });
  };
  // Each rule's deadline is asked for to compare it, and again to tell it.
  const deadline = remembered((rule: TargetRule): Deadline => {
    const { params } = rule.event;
    return dueBy(rule, clocks.responseStart(params), "first_response", clocks.responseStop(clocks.countingOf(params))?.at);
  });
  const strictest = { strictness: (rule: TargetRule) => deadline(rule).at };
  const sources = { calendars, deadline, written, now, standstill: still.of("first_response") };

  const marketplaceTargets = evaluation.decide("marketplaceTargets", strictest);
  evaluation.set({ "ticket.hasMarketplaceTarget": marketplaceTargets.fired.length > 0 });
  const targets = evaluation.decide("targets", strictest);
  const botTargets = evaluation.decide("botTargets", strictest);
  const humanTargets = evaluation.decide("humanTargets", strictest);
  const responses = chooseResponses({ targets, marketplaceTargets, botTargets, humanTargets }, clocks, sources);
  const { bot, human } = responses;
  // A message that needs no answer leaves none owed, by whatever rule.
  const anybody = conversation.needsNoAnswer ? null : responses.anybody;

  const counted = anybody === null ? counting : clocks.countingOf(anybody.rule.event.params);
  const answers = clocks.answersTo(counted);
  const responseDue = anybody?.deadline.at;
  const resolutionDue = remembered(
    (rule: TargetRule): Deadline =>
      resolutionDeadline(rule.event.params, { created: first, answeredAt: answers.at, responseDue }, (start) =>
        dueBy(rule, start, "resolution", clocks.resolutionStop?.at),
      ),
  );
  const resolution = chooseTarget(
    [evaluation.decide("resolution", { strictness: (rule) => resolutionDue(rule).at })],
    { ...sources, deadline: resolutionDue, standstill: still.of("resolution") },
    () => clocks.resolutionStop,
  );

  const { unansweredSince } = answers;
  const asksAgain = answers.answered && unansweredSince !== undefined && !progress.solved && answerPolicy?.firstOnly !== true;
  const nextDue = remembered((rule: TargetRule): Deadline => dueBy(rule, unansweredSince ?? first, "next_response"));
  const nextTargets = evaluation.decide("nextTargets", { strictness: (rule) => nextDue(rule).at, record: false });
  if (asksAgain) evaluation.record(...nextTargets.fired);
  const next = asksAgain
    ? chooseTarget(
        [nextTargets],
        { ...sources, deadline: nextDue, standstill: still.of("next_response") },
        () => undefined,
        () => counted,
      )
    : null;

  const [timetable] = evaluation.decide("updates").fired;
  if (answers.waitingSince === undefined) lacks("ticket.messages.at");
  const owed = conversation.needsNoAnswer ? undefined : [anybody, human].find((chosen) => chosen !== null && isOwed(chosen.target.state));
  const answerDue = owed?.deadline;
  const nextOwed = next !== null && isOwed(next.target.state) ? next.deadline : undefined;
  const updates =
    timetable?.event.type === "report" && answers.waitingSince !== undefined
      ? {
          ...updateTimetable({ from: answers.waitingSince, answerDue: answerDue?.at, now }, timetable.event.params, service, lacks),
          rule: ruleId(timetable),
        }
      : null;
  const alerts = evaluation.decide("alerts", { record: false }).fired;
  const autoReply = evaluation.decide("offHours").events[0]?.params.notice ?? null;

  const provenance = evaluation.provenance();
  const overruled = overruledBy(responses);
  const named = (clock: SlaClockName, chosen: ChosenTarget | null) => (chosen === null ? [] : [{ clock, chosen }]);
  const handedOver = human !== null && human !== anybody && human.rule !== anybody?.rule && anybody?.target.stoppedBy === "bot";
  return {
    status: {
      firstResponse: anybody && { ...anybody.target, byHandler: { bot: bot?.target ?? null, human: human?.target ?? null } },
      answerDueAt: (answerDue ?? nextOwed)?.dueAt ?? null,
      ...(next === null ? {} : { nextResponse: next.target }),
      resolution: resolution?.target ?? null,
      updates,
      offHours,
      autoReply,
      zonesVersion: zones.version,
      ...provenance,
      rules: provenance.rules.filter((rule) => !overruled.has(rule)),
    },
    clocks: [
      ...named("first_response", anybody),
      ...(handedOver ? named("human_response", human) : []),
      ...named("next_response", next),
      ...named("resolution", resolution),
    ],
    unacknowledgedSince: answers.answered ? unansweredSince : answers.waitingSince,
    standstills: still,
    alerts,
    calendars,
  };
}
