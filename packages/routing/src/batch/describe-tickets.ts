import type { AssignmentCandidate, CaseFile } from "@amends/core/model";
import { formatInstant } from "@amends/core/time";
import type { BatchTicket, LostAgent } from "./batch-assignment.js";
import type { BatchProblem, Placement, Seat } from "./batch-problem.js";
import { costByCriterion, isLate, optionCost, queueCost } from "./cost-of.js";
import { optionAt } from "./option-at.js";
import type { Option, TicketRow } from "./ticket-row.js";

const mostLost = 3;
const mostNamed = 3;

/** Says of each ticket whom it went to, why, and what it lost. */
export function describeTickets(
  rows: readonly TicketRow[],
  problem: BatchProblem,
  placement: Placement,
  oneByOne: Placement,
  cases: readonly CaseFile[],
): BatchTicket[] {
  const { seats } = problem;
  const placeOf = new Map(problem.rows.map((row, index) => [row, placement[index]]));
  const otherwise = new Map(problem.rows.map((row, index) => [row, seats[oneByOne[index]?.seat ?? -1]?.agent ?? null]));
  const names = namesOf(rows, cases);
  const takers = takersOf(problem, placement, names);
  return rows.map((row, index) => {
    const place = placeOf.get(row);
    const seat = place === undefined ? undefined : seats[place.seat];
    const option = seat === undefined ? undefined : optionAt(row, seat);
    const before = place?.before ?? 0;
    const settled = settle(row, option, before);
    const capacity = seat?.capacity ?? 1;
    const lost = row.queue === undefined ? [] : lostAgents(row, problem, takers, option, before, capacity);
    row.evaluation.record(...(option?.rules ?? row.queue?.rules ?? []));
    return {
      id: cases[index]?.id ?? cases[index]?.ticket?.id ?? null,
      index,
      handler: row.triage.handler,
      tier: row.triage.tier,
      priority: row.triage.priority,
      agent: settled.agent,
      team: settled.team,
      translation: option !== undefined && row.translates(option.standing),
      relaxed: option === undefined ? [] : row.letGoFor(option.standing),
      expectedResponseAt: settled.expectedAt === undefined ? null : formatInstant(settled.expectedAt),
      breachExpected: settled.expectedAt !== undefined && isLate(row, settled.expectedAt),
      score: option === undefined ? null : scoreAt(option, before, capacity),
      cost: row.queue === undefined ? nothingSpent : costByCriterion(row, option, before, capacity),
      able: row.options.size,
      because: whyThere(row, option, lost),
      lost,
      oneByOne: otherwise.get(row) ?? settled.agent,
      ...row.evaluation.provenance(),
    };
  });
}

const nothingSpent = { fit: 0, fairness: 0, late: 0, relaxed: 0, queued: 0, total: 0 };

/** Who has the ticket, and by when an answer is expected. */
function settle(row: TicketRow, option: Option | undefined, before: number) {
  const { ticket, agents } = row.caseFile;
  const team = (id: string | null) => agents?.find((agent) => agent.id === id)?.team ?? null;
  if (option !== undefined) {
    const { agent } = option.standing;
    return { agent: agent.id, team: agent.team ?? null, expectedAt: option.expectedAt(before) };
  }
  if (row.triage.done) return { agent: ticket?.owner ?? null, team: team(ticket?.owner ?? null), expectedAt: undefined };
  if (row.queue === undefined) return { agent: null, team: null, expectedAt: row.now };
  return { agent: null, team: row.queue.team, expectedAt: row.queue.expectedAt };
}

/** The score of the agent by then, the load counted with the tickets taken before. */
function scoreAt({ candidate, scorePerTicket, standing }: Option, before: number, capacity: number): AssignmentCandidate {
  if (before === 0 || scorePerTicket === 0) return candidate;
  const less = hundredths(scorePerTicket * before);
  const reasons = candidate.reasons.map((reason) =>
    reason.code === "load"
      ? {
          ...reason,
          points: hundredths(reason.points - less),
          because: `Has ${(standing.agent.load ?? 0) + before} open tickets of ${capacity}, with ${before} of this batch.`,
        }
      : reason,
  );
  return { ...candidate, score: hundredths(candidate.score - less), reasons };
}

function whyThere(row: TicketRow, option: Option | undefined, lost: readonly LostAgent[]): string {
  if (row.triage.done) return "It is done: it stays with its owner.";
  if (row.queue === undefined) return "The bot answers it.";
  const { agent } = option?.standing ?? {};
  if (agent === undefined)
    return row.options.size === 0
      ? "Nobody can take it now by the policies: it waits in the queue."
      : `${counted(row.options.size, "agent")} could take it, and all of them cost the batch less with other tickets: it waits in the queue.`;
  if (lost.length > 0) return `The least cost of the whole batch; ${lost[0]?.agent} would suit it better by ${lost[0]?.points} points.`;
  return row.options.size === 1
    ? `Nobody but ${agent.id} can take it.`
    : `${agent.id} costs it least of ${counted(row.options.size, "agent")}.`;
}

/** Agents who, with nothing else to do, would cost the ticket less than where it went. */
function lostAgents(
  row: TicketRow,
  problem: BatchProblem,
  takers: ReadonlyMap<string, readonly string[]>,
  option: Option | undefined,
  before: number,
  capacity: number,
): LostAgent[] {
  const paid = option === undefined ? queueCost(row) : optionCost(row, option, before, capacity);
  const found: { seat: Seat; less: number }[] = [];
  for (const seat of problem.seats) {
    const other = optionAt(row, seat);
    if (other === undefined || other === option) continue;
    const less = paid - optionCost(row, other, 0, seat.capacity);
    if (less > 0) found.push({ seat, less });
  }
  found.sort((left, right) => right.less - left.less || (left.seat.agent < right.seat.agent ? -1 : 1));
  return found
    .slice(0, mostLost)
    .map(({ seat, less }) => ({ agent: seat.agent, points: less / 1000, because: whyLost(seat, takers.get(seat.agent) ?? []) }));
}

function whyLost({ free, agent }: Seat, taken: readonly string[]): string {
  const others =
    taken.length > mostNamed ? `${taken.slice(0, mostNamed).join(", ")} and ${taken.length - mostNamed} more` : taken.join(", ");
  if (taken.length >= free) return `The ${free === 1 ? "place" : `${free} places`} that ${agent} has went to ${others}.`;
  return `With ${others} already, ${agent} would have cost the batch more.`;
}

/** Which tickets each agent got, in the order they are worked off. */
function takersOf({ rows, seats }: BatchProblem, placement: Placement, names: ReadonlyMap<TicketRow, string>): Map<string, string[]> {
  const taken = new Map<string, { before: number; name: string }[]>();
  rows.forEach((row, index) => {
    const place = placement[index];
    const agent = place === undefined ? undefined : seats[place.seat]?.agent;
    if (place === undefined || agent === undefined) return;
    taken.set(agent, [...(taken.get(agent) ?? []), { before: place.before, name: names.get(row) ?? "" }]);
  });
  return new Map(
    [...taken].map(([agent, list]) => [agent, list.sort((left, right) => left.before - right.before).map(({ name }) => name)]),
  );
}

function namesOf(rows: readonly TicketRow[], cases: readonly CaseFile[]): Map<TicketRow, string> {
  return new Map(rows.map((row, index) => [row, cases[index]?.id ?? cases[index]?.ticket?.id ?? `ticket ${index + 1}`]));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
