import type { Agent, AssignmentTarget, CaseFile, SupportTier } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import type { Instant } from "@amends/core/time";
import { nothing, type Relaxation } from "../roster/relaxation.js";
import type { Requirements } from "../roster/requirements.js";
import { requirementsOf } from "../roster/requirements-of.js";
import { fits, standingOf } from "../roster/standing.js";
import type { WorkingHours } from "../roster/working-hours.js";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import { waitedSeconds } from "../waited-seconds.js";
import { tryTargets } from "../targets/try-targets.js";
import { awaitOwner } from "./await-owner.js";
import { ableNow, receiveWithoutAnybody, type Receiver } from "./choose-receiver.js";
import { handoverPenalty } from "./handover-penalty.js";
import { isQueueLate } from "./queue-of.js";
import { compareIds } from "./rank-standings.js";
import type { Situation } from "./situation.js";
import { waitOf } from "./wait-of.js";

/** What a human needs to be for the case, and by when an answer is due. */
export interface Wanted {
  readonly tier: SupportTier;
  readonly language: string | undefined;
  readonly dueAt: Instant | undefined;
}

/** How everybody on the roster stands to a case. */
export interface Survey {
  readonly requirements: Requirements;
  readonly situation: Situation;
}

/** Looks at everybody on a roster that was checked, once. */
export function surveyRoster(
  caseFile: CaseFile,
  evaluation: RoutingEvaluation,
  context: Context,
  { tier, language, dueAt }: Wanted,
  roster: readonly Agent[],
  workingHours: WorkingHours,
): Survey {
  const { now } = context;
  const requirements = requirementsOf(caseFile, evaluation, tier, language);
  const standings = [...roster]
    .sort((left, right) => compareIds(left.id, right.id))
    .map((agent) => standingOf(agent, requirements, workingHours));
  for (const { hours } of standings) if (!hours.known) evaluation.lacks(`calendars.${hours.name}`);
  const handover = handoverPenalty(evaluation, standings, caseFile.ticket?.owner);
  return {
    requirements,
    situation: { standings, translation: requirements.translation, now, dueAt, wait: waitOf(evaluation), handover },
  };
}

/** Who receives the case: by the targets, else whoever can take it now, else as the rules for nobody say. */
export function decideReceiver(
  situation: Situation,
  caseFile: CaseFile,
  evaluation: RoutingEvaluation,
): { readonly receiver: Receiver; readonly target: AssignmentTarget | undefined } {
  const rules = evaluation.decide("targets", { record: false }).fired;
  if (rules.length > 0 && waitedSeconds(caseFile, situation.now) === undefined) evaluation.lacks("ticket.queuedAt");
  const tried = tryTargets(situation, rules, waitedSeconds(caseFile, situation.now) ?? 0, caseFile);
  if (tried?.receiver !== undefined) return { receiver: tried.receiver, target: tried.target };
  const able = ableNow(situation);
  const receiver = able === undefined ? withoutAnybody(situation, evaluation) : (awaitOwner(situation, able) ?? able);
  return { receiver, target: tried?.target };
}

/** What the rules say where nobody who meets every requirement can take the case now. */
export function withoutAnybody(situation: Situation, evaluation: RoutingEvaluation): Receiver {
  const { standings, translation } = situation;
  const translated: ReadonlySet<Relaxation> = translation ? new Set(["language"]) : nothing;
  evaluation.set({
    "roster.fitting": standings.filter((standing) => fits(standing, translated)).length,
    "queue.lateInLanguage": isQueueLate(situation, nothing),
    "queue.late": isQueueLate(situation, nothing) && isQueueLate(situation, translated),
  });
  return receiveWithoutAnybody(situation, evaluation.decide("nobody", { record: false }).fired);
}
