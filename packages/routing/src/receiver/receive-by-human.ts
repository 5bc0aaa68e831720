import type { CaseFile, SupportTier } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import type { Instant } from "@amends/core/time";
import { checkRoster } from "../roster/check-roster.js";
import { Exclusions } from "../roster/exclusion.js";
import { isOfLanguage, nothing, type Relaxation } from "../roster/relaxation.js";
import type { Requirements } from "../roster/requirements.js";
import { requirementsOf } from "../roster/requirements-of.js";
import { fits, standingOf, type Standing } from "../roster/standing.js";
import { defaultCalendar, WorkingHours } from "../roster/working-hours.js";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import { ableNow, receiveWithoutAnybody, type Receiver } from "./choose-receiver.js";
import { expectedFrom, expectedResponse } from "./expected-response.js";
import { preferencesOf } from "./preferences-of.js";
import { isQueueLate } from "./queue-of.js";
import { compareIds, rankStandings } from "./rank-standings.js";
import { secondsPerOpenTicket } from "./seconds-per-open-ticket.js";
import type { Receipt } from "./receipt.js";
import { expectedOf, type Situation } from "./situation.js";
import { waitOf } from "./wait-of.js";

/** What a human needs to be for the case, and by when an answer is due. */
interface Wanted {
  readonly tier: SupportTier;
  readonly language: string | undefined;
  readonly dueAt: Instant | undefined;
}

/** Which agent takes the case, or in which team's queue it waits. */
export function receiveByHuman(caseFile: CaseFile, evaluation: RoutingEvaluation, context: Context, wanted: Wanted): Receipt {
  const { now, zones } = context;
  const { tier, language, dueAt } = wanted;
  const roster = caseFile.agents ?? context.roster;
  const workingHours = new WorkingHours(caseFile, context);
  if (roster.length === 0) {
    evaluation.lacks("agents");
    return { ...nobody, onNobody: "queue", expectedAt: byService(workingHours, evaluation, now) };
  }
  checkRoster(roster, zones);
  const requirements = requirementsOf(caseFile, evaluation, tier, language);
  const standings = [...roster]
    .sort((left, right) => compareIds(left.id, right.id))
    .map((agent) => standingOf(agent, requirements, workingHours));
  for (const { hours } of standings) if (!hours.known) evaluation.lacks(`calendars.${hours.name}`);
  const situation = { standings, translation: requirements.translation, now, dueAt, wait: waitOf(evaluation) };
  const receiver = ableNow(situation) ?? withoutAnybody(situation, evaluation);
  const exclusions = new Exclusions(requirements, now, zones);
  if (receiver.kind === "queue") {
    const { opening, relaxed } = receiver;
    return {
      ...takenBy(opening?.standing, requirements, exclusions),
      agent: null,
      onNobody: "queue",
      candidates: [],
      excluded: standings.map((standing) => exclusions.of(standing, relaxed)),
      expectedAt: opening === undefined ? byService(workingHours, evaluation, now, situation) : expectedOf(situation, opening),
    };
  }
  evaluation.set({ "assignment.translation": receiver.relaxed.has("language") });
  const ranked = rankStandings(receiver.able, preferencesOf(caseFile, evaluation, context, tier, language));
  const able = new Set(receiver.able);
  const winner = ranked[0]?.standing;
  return {
    ...takenBy(winner, requirements, exclusions),
    // Another language level, or a translation, is no other kind of agent.
    onNobody: winner?.lacks.every(isOfLanguage) === true ? null : receiver.onNobody,
    candidates: ranked.map(({ candidate }) => candidate),
    excluded: standings.filter((standing) => !able.has(standing)).map((standing) => exclusions.of(standing, receiver.relaxed)),
    expectedAt: winner === undefined ? undefined : expectedFrom(winner, now, secondsPerOpenTicket(evaluation), situation.wait),
  };
}

const nobody = { team: null, agent: null, translation: false, relaxed: [], candidates: [], excluded: [] };

/** What the answer says of the one who takes the case, or whose queue it waits in. */
function takenBy(standing: Standing | undefined, { translation }: Requirements, exclusions: Exclusions) {
  return {
    team: standing?.agent.team ?? null,
    agent: standing?.agent.id ?? null,
    translation: translation && standing?.lacks.some(isOfLanguage) === true,
    relaxed: standing === undefined ? [] : exclusions.letGoFor(standing),
  };
}

function withoutAnybody(situation: Situation, evaluation: RoutingEvaluation): Receiver {
  const { standings, translation } = situation;
  const translated: ReadonlySet<Relaxation> = translation ? new Set(["language"]) : nothing;
  evaluation.set({
    "roster.fitting": standings.filter((standing) => fits(standing, translated)).length,
    "queue.lateInLanguage": isQueueLate(situation, nothing),
    "queue.late": isQueueLate(situation, nothing) && isQueueLate(situation, translated),
  });
  const { fired } = evaluation.decide("nobody", { record: false });
  const receiver = receiveWithoutAnybody(situation, fired);
  evaluation.record(...receiver.rules);
  return receiver;
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
