import type { Agent, AssignmentCandidate, CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import type { Instant } from "@amends/core/time";
import { triage, type Triage } from "../assign.js";
import { expectedFrom } from "../receiver/expected-response.js";
import { lackOf } from "../receiver/receive-by-human.js";
import { preferencesOf } from "../receiver/preferences-of.js";
import { rankStandings } from "../receiver/rank-standings.js";
import { secondsPerOpenTicket } from "../receiver/seconds-per-open-ticket.js";
import { expectedOf, type Situation } from "../receiver/situation.js";
import { decideReceiver, surveyRoster, withoutAnybody } from "../receiver/survey-roster.js";
import type { FollowedRule, Receiver } from "../receiver/choose-receiver.js";
import { Exclusions } from "../roster/exclusion.js";
import type { Requirements } from "../roster/requirements.js";
import { isOfLanguage } from "../roster/relaxation.js";
import type { Standing } from "../roster/standing.js";
import { WorkingHours } from "../roster/working-hours.js";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import { batchRules, type BatchEmphasis, type BatchWeights } from "./batch-weights.js";

/** One agent who could take a ticket. */
export interface Option {
  readonly standing: Standing;
  readonly candidate: AssignmentCandidate;
  /** How much the score falls with each further ticket the agent takes. */
  readonly scorePerTicket: number;
  readonly rules: readonly FollowedRule[];
  /** When an answer is expected, the agent having taken so many more tickets before. */
  readonly expectedAt: (before: number) => Instant;
}

/** One ticket of a batch before anybody has got it. */
export interface TicketRow {
  readonly caseFile: CaseFile;
  readonly index: number;
  readonly now: Instant;
  readonly triage: Triage;
  readonly weights: BatchWeights;
  readonly unsaidCapacity: number | undefined;
  /** By the agent's id. */
  readonly options: ReadonlyMap<string, Option>;
  /** The best score among the options. */
  readonly best: number;
  /** What staying in the queue comes to; of a ticket that nobody needs to take, `undefined`. */
  readonly queue: Queued | undefined;
  readonly evaluation: RoutingEvaluation;
  readonly letGoFor: (standing: Standing) => ReturnType<Exclusions["letGoFor"]>;
  readonly translates: (standing: Standing) => boolean;
}

/** Where a ticket waits that no agent of the batch takes. */
export interface Queued {
  readonly team: string | null;
  readonly expectedAt: Instant | undefined;
  readonly rules: readonly FollowedRule[];
}

/** Looks at one ticket alone: who could take it, and whom the policies would let take it next if those were full, until only the queue is left. */
export function ticketRow(
  caseFile: CaseFile,
  index: number,
  evaluation: RoutingEvaluation,
  context: Context,
  roster: readonly Agent[],
  emphasis: BatchEmphasis,
): TicketRow {
  const decided = triage(caseFile, evaluation);
  const { tier, language, dueAt, handler, done } = decided;
  const { weights, unsaidCapacity } = batchRules(evaluation, emphasis);
  const row = { caseFile, index, now: context.now, triage: decided, weights, unsaidCapacity, evaluation };
  if (done || handler === "bot" || roster.length === 0) {
    if (roster.length === 0) evaluation.lacks("agents");
    const queue = done || handler === "bot" ? undefined : { team: null, expectedAt: undefined, rules: [] };
    return { ...row, options: new Map(), best: 0, queue, letGoFor: () => [], translates: () => false };
  }
  const survey = surveyRoster(caseFile, evaluation, context, { tier, language, dueAt }, roster, new WorkingHours(caseFile, context));
  const { requirements, situation } = survey;
  const options = new Map<string, Option>();
  let { receiver } = decideReceiver(situation, caseFile, evaluation);
  let left = situation;
  while (receiver.kind === "agents") {
    lackOf(receiver, evaluation);
    collect(options, receiver, caseFile, evaluation, context, situation, decided);
    left = withoutRoom(left, new Set(receiver.able));
    receiver = withoutAnybody(left, evaluation);
  }
  const exclusions = new Exclusions(requirements, context.now, context.zones);
  return {
    ...row,
    options,
    best: Math.max(0, ...[...options.values()].map(({ candidate }) => candidate.score)),
    queue: queuedOf(receiver, left),
    letGoFor: (standing) => exclusions.letGoFor(standing),
    translates: (standing) => translates(standing, requirements),
  };
}

function collect(
  options: Map<string, Option>,
  receiver: Receiver & { kind: "agents" },
  caseFile: CaseFile,
  evaluation: RoutingEvaluation,
  context: Context,
  { wait }: Situation,
  { tier, language }: Triage,
): void {
  evaluation.set({ "assignment.translation": receiver.relaxed.has("language") });
  const preferences = preferencesOf(caseFile, evaluation, context, tier, language);
  const perOpenTicket = secondsPerOpenTicket(evaluation);
  const loadPoints = preferences.weights.find(({ criterion }) => criterion === "load")?.points ?? 0;
  for (const { standing, candidate } of rankStandings(receiver.able, preferences)) {
    const { agent } = standing;
    const answers: Instant[] = [];
    options.set(agent.id, {
      standing,
      candidate,
      scorePerTicket: standing.loadRatio === undefined ? 0 : loadPoints / (agent.capacity ?? 1),
      rules: receiver.rules,
      expectedAt: (before) =>
        (answers[before] ??= expectedFrom(
          { ...standing, agent: { ...agent, load: (agent.load ?? 0) + before } },
          context.now,
          perOpenTicket,
          wait,
        )),
    });
  }
}

/** The same roster where those who could take the ticket are full. */
function withoutRoom(situation: Situation, full: ReadonlySet<Standing>): Situation {
  const standings = situation.standings.map((standing) =>
    full.has(standing) ? { ...standing, absence: "at_capacity" as const } : standing,
  );
  return { ...situation, standings };
}

function queuedOf(receiver: Receiver & { kind: "queue" }, situation: Situation): Queued {
  const { opening, rules } = receiver;
  return {
    team: opening?.standing.agent.team ?? null,
    expectedAt: opening === undefined ? undefined : expectedOf(situation, opening),
    rules,
  };
}

function translates(standing: Standing, { translation }: Requirements): boolean {
  return translation && standing.lacks.some(isOfLanguage);
}
