import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import type { Instant } from "@amends/core/time";
import { checkRoster } from "../roster/check-roster.js";
import { Exclusions } from "../roster/exclusion.js";
import { isOfLanguage, nothing, type Relaxation } from "../roster/relaxation.js";
import type { Requirements } from "../roster/requirements.js";
import { fits, type Standing } from "../roster/standing.js";
import { defaultCalendar, WorkingHours } from "../roster/working-hours.js";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import { expectedFrom, expectedResponse } from "./expected-response.js";
import type { Receiver } from "./choose-receiver.js";
import { preferencesOf } from "./preferences-of.js";
import { rankStandings } from "./rank-standings.js";
import type { Receipt } from "./receipt.js";
import { secondsPerOpenTicket } from "./seconds-per-open-ticket.js";
import { expectedOf, type Situation } from "./situation.js";
import { decideReceiver, surveyRoster, type Wanted } from "./survey-roster.js";
import { waitOf } from "./wait-of.js";

/** Which agent takes the case, or in which team's queue it waits. */
export function receiveByHuman(caseFile: CaseFile, evaluation: RoutingEvaluation, context: Context, wanted: Wanted): Receipt {
  const { now, zones } = context;
  const roster = caseFile.agents ?? context.roster;
  const workingHours = new WorkingHours(caseFile, context);
  if (roster.length === 0) {
    evaluation.lacks("agents");
    return { ...nobody, onNobody: "queue", expectedAt: byService(workingHours, evaluation, now) };
  }
  checkRoster(roster, zones);
  const { requirements, situation } = surveyRoster(caseFile, evaluation, context, wanted, roster, workingHours);
  const { standings } = situation;
  const { receiver, target } = decideReceiver(situation, caseFile, evaluation);
  evaluation.record(...receiver.rules);
  if (receiver.kind === "queue" && situation.handover !== undefined && receiver.opening?.standing === situation.handover.owner)
    evaluation.record(situation.handover.rule);
  lackOf(receiver, evaluation);
  const exclusions = new Exclusions(requirements, now, zones);
  const { kept } = receiver;
  if (receiver.kind === "queue") {
    const { opening, relaxed } = receiver;
    return {
      ...takenBy(opening?.standing, requirements, exclusions),
      agent: null,
      onNobody: "queue",
      target,
      candidates: [],
      excluded: standings.map((standing) =>
        standing === opening?.standing ? exclusions.of(standing, relaxed) : exclusions.of(standing, relaxed, kept),
      ),
      expectedAt: opening === undefined ? withoutOpening(situation, workingHours, evaluation) : expectedOf(situation, opening),
    };
  }
  evaluation.set({ "assignment.translation": receiver.relaxed.has("language") });
  const ranked = rankStandings(receiver.able, preferencesOf(caseFile, evaluation, context, wanted.tier, wanted.language));
  const able = new Set(receiver.able);
  const winner = ranked[0]?.standing;
  return {
    ...takenBy(winner, requirements, exclusions),
    // Another language level, or a translation, is no other kind of agent.
    onNobody: winner?.lacks.every(isOfLanguage) === true ? null : receiver.onNobody,
    target,
    candidates: ranked.map(({ candidate }) => candidate),
    excluded: standings.filter((standing) => !able.has(standing)).map((standing) => exclusions.of(standing, receiver.relaxed, kept)),
    expectedAt: winner === undefined ? undefined : expectedFrom(winner, now, secondsPerOpenTicket(evaluation), situation.wait),
  };
}

const nobody = { team: null, agent: null, translation: false, relaxed: [], target: undefined, candidates: [], excluded: [] };

/** What the answer says of the one who takes the case, or whose queue it waits in. */
function takenBy(standing: Standing | undefined, { translation }: Requirements, exclusions: Exclusions) {
  return {
    team: standing?.agent.team ?? null,
    agent: standing?.agent.id ?? null,
    translation: translation && standing?.lacks.some(isOfLanguage) === true,
    relaxed: standing === undefined ? [] : exclusions.letGoFor(standing),
  };
}

/** Says of what the roster doesn't say of those who can take the case: they are taken as available, free and with room. */
export function lackOf(receiver: Receiver, evaluation: RoutingEvaluation): void {
  if (receiver.kind === "queue") return;
  for (const name of ["status", "load", "capacity"] as const) {
    if (receiver.able.some(({ agent }) => (agent[name] ?? undefined) === undefined)) evaluation.lacks(`agents.${name}`);
  }
}

/** Where those who fit never open, nobody can say when they answer; where nobody fits, the service calendar speaks. */
function withoutOpening(situation: Situation, workingHours: WorkingHours, evaluation: RoutingEvaluation): Instant | undefined {
  const allowed: ReadonlySet<Relaxation> = situation.translation ? new Set(["language"]) : nothing;
  const closed = situation.standings.filter((standing) => standing.hours.opening === undefined && fits(standing, allowed));
  if (closed.length === 0) return byService(workingHours, evaluation, situation.now, situation);
  for (const { hours } of closed) evaluation.lacks(`calendars.${hours.name}`);
  return undefined;
}

/** Where no agent is known to receive the case, the service calendar speaks; without one, nobody can say. */
function byService(workingHours: WorkingHours, evaluation: RoutingEvaluation, now: Instant, known?: Situation): Instant | undefined {
  const { calendar, opening } = workingHours.of({ calendar: defaultCalendar });
  if (calendar === undefined || opening === undefined) {
    evaluation.lacks(`calendars.${defaultCalendar}`);
    return undefined;
  }
  // Nobody can say that a roster which the case doesn't show is full.
  if (known === undefined && opening === now) return now;
  return expectedResponse(calendar, opening, now, known === undefined ? waitOf(evaluation) : known.wait);
}
