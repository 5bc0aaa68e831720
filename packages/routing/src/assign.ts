import { urgencies, type Assignment, type CaseFile, type SupportTier, type Urgency } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { formatInstant, readInstant, type Instant } from "@amends/core/time";
import { caseLanguage } from "./case-language.js";
import { contextBundle } from "./handover/context-bundle.js";
import { ableNow, receiveWithoutAnybody, type Receiver } from "./receiver/choose-receiver.js";
import { expectedResponse } from "./receiver/expected-response.js";
import { compareIds, rankStandings } from "./receiver/rank-standings.js";
import { preferencesOf } from "./receiver/preferences-of.js";
import { checkRoster } from "./roster/check-roster.js";
import { Exclusions } from "./roster/exclusion.js";
import type { Requirements } from "./roster/requirements.js";
import { requirementsOf } from "./roster/requirements-of.js";
import type { RoutingEvaluation } from "./routing-evaluation.js";
import { waitOf } from "./receiver/wait-of.js";
import { fits, standingOf, type Standing } from "./roster/standing.js";
import { defaultCalendar, WorkingHours } from "./roster/working-hours.js";

/** What is found out about who receives a case, beside its handler, tier and priority. */
type Receipt = Pick<Assignment, "team" | "agent" | "translation" | "onNobody" | "candidates" | "excluded"> & {
  readonly expectedAt: Instant | undefined;
};

/** Routes one case by the policies of an evaluation. */
export function assign(caseFile: CaseFile, evaluation: RoutingEvaluation, context: Context): Assignment {
  const language = caseLanguage(caseFile);
  if (language === undefined) evaluation.lacks("language");
  evaluation.set({ "assignment.language": language });

  // What no policy sends to the bot, a human answers.
  const handler = evaluation.decide("handler").events[0]?.params.handler ?? "human";
  evaluation.set({ "assignment.handler": handler });
  const tier = evaluation.decide("tier").events[0]?.params.tier ?? "L1";
  evaluation.set({ "assignment.tier": tier });
  const priority = decidePriority(caseFile, evaluation);
  evaluation.set({ "assignment.priority": priority });
  const recommendedChannel = evaluation.decide("channel").events[0]?.params.channel ?? null;

  const { expectedAt, ...receipt } = handler === "bot" ? byBot(context) : byHuman(caseFile, evaluation, context, tier, language);
  const dueAt = readInstant(caseFile.sla?.firstResponse?.dueAt);
  if (dueAt === undefined) evaluation.lacks("sla.firstResponse.dueAt");
  return {
    handler,
    tier,
    priority,
    team: receipt.team,
    agent: receipt.agent,
    language: language ?? "und",
    translation: receipt.translation,
    expectedResponseAt: expectedAt === undefined ? null : formatInstant(expectedAt),
    breachExpected: dueAt !== undefined && expectedAt !== undefined && expectedAt > dueAt,
    recommendedChannel,
    onNobody: receipt.onNobody,
    candidates: receipt.candidates,
    excluded: receipt.excluded,
    context: contextBundle(caseFile, context.now),
    ...evaluation.provenance(),
  };
}

/** The most urgent priority that a rule gives; without any, the urgency of the case. */
function decidePriority(caseFile: CaseFile, evaluation: RoutingEvaluation): Urgency {
  const strictness = ({ event }: { event: { params: { priority: Urgency } } }) => urgencies.indexOf(event.params.priority);
  return evaluation.decide("priority", { strictness }).events[0]?.params.priority ?? caseFile.classification?.urgency ?? "normal";
}

function byBot({ now }: Context): Receipt {
  return { team: null, agent: null, translation: false, onNobody: null, candidates: [], excluded: [], expectedAt: now };
}

function byHuman(
  caseFile: CaseFile,
  evaluation: RoutingEvaluation,
  context: Context,
  tier: SupportTier,
  language: string | undefined,
): Receipt {
  const roster = caseFile.agents ?? context.roster;
  const workingHours = new WorkingHours(caseFile, context);
  if (roster.length === 0) {
    evaluation.lacks("agents");
    const expectedAt = byService(workingHours, evaluation, context.now, false);
    return { team: null, agent: null, translation: false, onNobody: "queue", candidates: [], excluded: [], expectedAt };
  }
  checkRoster(roster, context.zones);
  const requirements = requirementsOf(caseFile, evaluation, tier, language);
  const standings = [...roster]
    .sort((left, right) => compareIds(left.id, right.id))
    .map((agent) => standingOf(agent, requirements, workingHours));
  for (const { hours } of standings) if (!hours.known) evaluation.lacks(`calendars.${hours.name}`);
  const receiver = receiverOf(standings, requirements, evaluation, context);
  const exclusions = new Exclusions(requirements, context.now, context.zones);
  if (receiver.kind === "queue") {
    const { opening, relaxed } = receiver;
    return {
      team: opening?.standing.agent.team ?? null,
      agent: null,
      translation: opening?.standing.lacks.includes("language") ?? false,
      onNobody: "queue",
      candidates: [],
      excluded: standings.map((standing) => exclusions.of(standing, relaxed)),
      expectedAt:
        opening === undefined
          ? byService(workingHours, evaluation, context.now, true)
          : expectedResponse(opening.standing.hours.calendar, opening.at, context.now, waitOf(evaluation)),
    };
  }
  const ranked = rankStandings(receiver.able, preferencesOf(caseFile, evaluation, tier, language));
  const able = new Set(receiver.able);
  const winner = ranked[0]?.standing;
  return {
    team: winner?.agent.team ?? null,
    agent: winner?.agent.id ?? null,
    translation: winner?.lacks.includes("language") ?? false,
    onNobody: receiver.onNobody,
    candidates: ranked.map(({ candidate }) => candidate),
    excluded: standings.filter((standing) => !able.has(standing)).map((standing) => exclusions.of(standing, receiver.relaxed)),
    expectedAt: context.now,
  };
}

function receiverOf(
  standings: readonly Standing[],
  { translation }: Requirements,
  evaluation: RoutingEvaluation,
  { now }: Context,
): Receiver {
  const found = ableNow(standings, [], translation);
  if (found !== undefined) return found;
  const relaxed = new Set(translation ? (["language"] as const) : []);
  evaluation.set({ "roster.fitting": standings.filter((standing) => fits(standing, relaxed)).length });
  return receiveWithoutAnybody(standings, evaluation.decide("nobody").events, translation, now);
}

/** Where no agent is known to receive the case, the service calendar speaks; without one, nobody can say. */
function byService(workingHours: WorkingHours, evaluation: RoutingEvaluation, now: Instant, rosterKnown: boolean): Instant | undefined {
  const { calendar, opening } = workingHours.of({ calendar: defaultCalendar });
  if (calendar === undefined || opening === undefined) {
    evaluation.lacks(`calendars.${defaultCalendar}`);
    return undefined;
  }
  return opening === now && !rosterKnown ? now : expectedResponse(calendar, opening, now, waitOf(evaluation));
}
