import { urgencies, type Assignment, type CaseFile, type Handler, type SupportTier, type Urgency } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { formatInstant, readInstant, type Instant } from "@amends/core/time";
import { caseLanguage } from "./case-language.js";
import { contextBundle } from "./handover/context-bundle.js";
import { receiveByHuman } from "./receiver/receive-by-human.js";
import type { Receipt } from "./receiver/receipt.js";
import type { RoutingEvaluation } from "./routing-evaluation.js";
import { nothingInSurge, surgeMeasures } from "./surge/surge-measures.js";

/** What is decided of a case before anybody on the roster is looked at. */
export interface Triage {
  readonly language: string | undefined;
  readonly handler: Handler;
  readonly tier: SupportTier;
  readonly priority: Urgency;
  /** Whether nobody waits for an answer any more. */
  readonly done: boolean;
  readonly dueAt: Instant | undefined;
}

/** Bot or human, tier, priority and deadline of one case. */
export function triage(caseFile: CaseFile, evaluation: RoutingEvaluation): Triage & Pick<Assignment, "recommendedChannel"> {
  const language = caseLanguage(caseFile);
  if (language === undefined) evaluation.lacks("language");
  evaluation.setFact("assignment.language", language);

  // What the host says goes before what its figures come to.
  if (caseFile.queue && !caseFile.queue.state) evaluation.set({ "queue.state": evaluation.decide("queueState").events[0]?.params.state });

  // What no policy sends to the bot, a human answers.
  const handler = evaluation.decide("handler").events[0]?.params.handler ?? "human";
  evaluation.setFact("assignment.handler", handler);
  const tier = evaluation.decide("tier").events[0]?.params.tier ?? "L1";
  evaluation.setFact("assignment.tier", tier);
  const priority = decidePriority(caseFile, evaluation);
  evaluation.setFact("assignment.priority", priority);
  const recommendedChannel = evaluation.decide("channel").events[0]?.params.channel ?? null;
  const done = isDone(caseFile);
  return { language, handler, tier, priority, recommendedChannel, done, dueAt: done ? undefined : deadlineOf(caseFile, evaluation) };
}

/** Routes one case by the policies of an evaluation. */
export function assign(caseFile: CaseFile, evaluation: RoutingEvaluation, context: Context): Assignment {
  const { language, handler, tier, priority, recommendedChannel, done, dueAt } = triage(caseFile, evaluation);
  const receive = (): Receipt => {
    if (done) return keptBy(caseFile, context);
    return handler === "bot" ? byBot(context) : receiveByHuman(caseFile, evaluation, context, { tier, language, dueAt });
  };
  const { expectedAt, target, ...receipt } = receive();
  const { flow, queue } = done
    ? nothingInSurge
    : surgeMeasures(caseFile, evaluation, receipt.onNobody === "queue", expectedAt, context.now);
  return {
    handler,
    tier,
    priority,
    team: receipt.team,
    agent: receipt.agent,
    language: language ?? "und",
    translation: receipt.translation,
    expectedResponseAt: expectedAt === undefined ? null : formatInstant(expectedAt),
    ...(expectedAt === undefined ? {} : { zonesVersion: context.zones.version }),
    breachExpected: dueAt !== undefined && expectedAt !== undefined && expectedAt > dueAt,
    recommendedChannel,
    onNobody: receipt.onNobody,
    relaxed: receipt.relaxed,
    ...(target === undefined ? {} : { target }),
    ...(queue === undefined ? {} : { queue }),
    ...(flow === undefined ? {} : { flow }),
    candidates: receipt.candidates,
    excluded: receipt.excluded,
    context: contextBundle(caseFile, context.now),
    ...evaluation.provenance(),
  };
}

/** Whether nobody waits for an answer any more: by the ticket's status, else by the clock of its resolution. */
function isDone({ ticket, sla }: CaseFile): boolean {
  const resolution = sla?.resolution?.state;
  return ticket?.status ? ticket.status === "done" : resolution === "met" || resolution === "missed" || resolution === "stopped";
}

/** By when somebody has to answer next; `undefined` where nobody knows, and where nobody has to: somebody did, or the customer is to answer. */
function deadlineOf({ sla }: CaseFile, evaluation: RoutingEvaluation): Instant | undefined {
  if (!sla?.firstResponse) evaluation.lacks("sla.firstResponse.dueAt");
  const { dueAt, state } = sla?.firstResponse ?? {};
  const owed = state === undefined || state === null || state === "running" || state === "overdue";
  return readInstant(sla?.answerDueAt === undefined ? (owed ? dueAt : undefined) : sla.answerDueAt);
}

/** The most urgent priority that a rule gives; without any, the urgency of the case. */
function decidePriority(caseFile: CaseFile, evaluation: RoutingEvaluation): Urgency {
  const strictness = ({ event }: { event: { params: { priority: Urgency } } }) => urgencies.indexOf(event.params.priority);
  return evaluation.decide("priority", { strictness }).events[0]?.params.priority ?? caseFile.classification?.urgency ?? "normal";
}

const nobody = {
  team: null,
  agent: null,
  translation: false,
  onNobody: null,
  relaxed: [],
  target: undefined,
  candidates: [],
  excluded: [],
};

/** A bot answers at once. */
function byBot({ now }: Context): Receipt {
  return { ...nobody, expectedAt: now };
}

/** Nobody waits for an answer to a ticket that is done: it stays with its owner, and nobody else is asked. */
function keptBy({ ticket, agents }: CaseFile, { roster }: Context): Receipt {
  const owner = ticket?.owner || null;
  const team = (agents ?? roster).find(({ id }) => id === owner)?.team ?? null;
  return { ...nobody, agent: owner, team, expectedAt: undefined };
}
