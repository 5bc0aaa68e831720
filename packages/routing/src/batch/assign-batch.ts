import { type Finding, InvalidCaseError, requireList, requireObject } from "@amends/core/errors";
import { parseCaseFile, type Agent, type CaseFile } from "@amends/core/model";
import { compilePolicySet, contextFor, Evaluation, type Context, type PolicySet } from "@amends/core/stage";
import type { Policy } from "@amends/core/rules";
import { intlZoneProvider } from "@amends/core/time";
import { checkRoster } from "../roster/check-roster.js";
import type { decisions, events } from "../events.js";
import { routingStage } from "../stage/routing-stage.js";
import type { BatchAssignment } from "./batch-assignment.js";
import { batchProblem } from "./batch-problem.js";
import { checkEmphasis, type BatchEmphasis } from "./batch-weights.js";
import { batchTotals } from "./batch-totals.js";
import { describeTickets } from "./describe-tickets.js";
import { placeOneByOne } from "./place-one-by-one.js";
import { placeOptimally } from "./place-optimally.js";
import { ticketRow } from "./ticket-row.js";

type Policies = PolicySet<typeof events, typeof decisions> | readonly Policy[];

/** How a batch is assigned. */
export interface BatchOptions {
  /** How much more than the policies say a criterion counts: `{ late: 2 }` doubles what an answer after its deadline costs. */
  readonly emphasis?: BatchEmphasis;
}

/**
 * Assigns a backlog at once, so that the whole costs least: who suits a ticket best, how evenly work is spread, which deadlines are
 * kept, which requirements are let go of, and what stays in the queue, each in points of the policies on `batch`. Nobody gets more than
 * their capacity, and nobody a ticket that `routeTicket` wouldn't give them, were those before them on its list full. Each ticket says
 * why it went there and what it lost; `oneByOne` says what assigning one ticket after the other would have come to.
 *
 * What to do where nobody can take a ticket, the policies are asked ticket by ticket, as for one alone: each time those who could take
 * it are taken as full, until they send it to the queue. What such rules read of the roster, such as how many fit, doesn't change with
 * the rest of the batch.
 *
 * All cases are assigned to one roster: the context's or, where that is empty, everybody the cases name, the first entry of an id
 * counting. Nothing is assigned beyond this list: a host claims each ticket in its store.
 *
 * @param policySet A compiled policy set or plain policies; the standard ones where nothing is given.
 * @throws {InvalidCaseError} where a case or the roster can't be read, and with the code `batch_case_duplicate` where two cases have one id.
 * @throws {AmendsError} with the code `batch_criterion_unknown` or `batch_emphasis_invalid` where the emphasis can't be counted with.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { assignBatch } from "@amends/routing";
 * const agent = (id: string, codes: string[]) =>
 *   ({ id, team: "eu", tier: "L2", languages: codes.map((code) => ({ code, level: 5 })), capacity: 1, load: 0, status: "available" }) as const;
 * const mail = (id: string, language: string) => ({ id, now: "2026-03-03T15:00:00Z", ticket: { channel: "email", language } }) as const;
 * const roster = [agent("anna", ["en", "nl"]), agent("ben", ["en"])].map((each) => ({ ...each, languages: [...each.languages] }));
 * const batch = assignBatch([mail("C-1", "en"), mail("C-2", "nl")], undefined, { roster });
 * batch.tickets.map((ticket) => [ticket.id, ticket.agent]); // => [["C-1", "ben"], ["C-2", "anna"]]
 * [batch.totals.requirementsLetGo, batch.oneByOne.requirementsLetGo]; // => [0, 1]
 */
export function assignBatch(
  cases: readonly CaseFile[],
  policySet: Policies = routingStage.policies,
  context: Partial<Context> = {},
  options: BatchOptions = {},
): BatchAssignment {
  requireList(cases, "cases");
  requireObject(context, "context");
  requireObject(options, "options");
  const emphasis = options.emphasis ?? {};
  checkEmphasis(emphasis);
  const set = compiledSet(policySet);
  const zones = context.zones === undefined ? {} : { zones: context.zones };
  const parsed = cases.map((each) => parseCaseFile(each, zones));
  checkDistinct(parsed);
  const roster = rosterOf(parsed, context);
  checkRoster(roster, context.zones ?? intlZoneProvider);
  const rows = parsed.map((given, index) => {
    const caseFile = { ...given, agents: roster };
    const own = contextFor(caseFile, context);
    return ticketRow(caseFile, index, new Evaluation(caseFile, set, own), own, roster, emphasis);
  });
  const waiting = rows.filter(({ queue }) => queue !== undefined);
  const problem = batchProblem(waiting);
  const optimal = placeOptimally(problem);
  const oneByOne = placeOneByOne(problem);
  return {
    tickets: describeTickets(rows, problem, optimal, oneByOne, parsed),
    zonesVersion: (context.zones ?? intlZoneProvider).version,
    totals: batchTotals(rows, problem, optimal),
    oneByOne: batchTotals(rows, problem, oneByOne),
  };
}

/** A case that stands in a batch twice would take two places. */
function checkDistinct(cases: readonly CaseFile[]): void {
  const places = new Map<string, number>();
  const findings: Finding[] = [];
  cases.forEach(({ id, ticket }, index) => {
    const own = id ?? ticket?.id ?? undefined;
    if (own === undefined) return;
    const before = places.get(own);
    if (before === undefined) places.set(own, index);
    else {
      findings.push({
        code: "batch_case_duplicate",
        message: `cases[${before}] and cases[${index}] are both "${own}"`,
        path: `cases[${index}].${id === undefined || id === null ? "ticket.id" : "id"}`,
        fix: "give each case one entry",
      });
    }
  });
  if (findings.length > 0) throw new InvalidCaseError(findings, "The batch can't be assigned:");
}

function rosterOf(cases: readonly CaseFile[], { roster }: Partial<Context>): Agent[] {
  if (roster !== undefined && roster.length > 0) return [...roster];
  const agents = new Map<string, Agent>();
  for (const agent of cases.flatMap((each) => each.agents ?? [])) if (!agents.has(agent.id)) agents.set(agent.id, agent);
  return [...agents.values()];
}

const compiled = new WeakMap<readonly Policy[], PolicySet<typeof events, typeof decisions>>();

function compiledSet(given: Policies): PolicySet<typeof events, typeof decisions> {
  if (!Array.isArray(given)) {
    requireObject(given, "policySet");
    return given as PolicySet<typeof events, typeof decisions>;
  }
  const list = given as readonly Policy[];
  const set = compiled.get(list) ?? compilePolicySet(routingStage, list);
  compiled.set(list, set);
  return set;
}
