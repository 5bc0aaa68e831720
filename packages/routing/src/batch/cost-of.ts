import type { BatchCost } from "./batch-assignment.js";
import type { Option, TicketRow } from "./ticket-row.js";

/** Costs are counted in whole thousandths of points, so that sums are exact. */
const parts = 1000;

/** In thousandths of points: how much an agent, having taken `before` more tickets, costs this ticket. Never less with more. */
export function optionCost(row: TicketRow, option: Option, before: number, capacity: number): number {
  return sum(optionParts(row, option, before, capacity));
}

/** In thousandths of points: how much the queue costs this ticket. */
export function queueCost(row: TicketRow): number {
  return sum(queueParts(row));
}

/** The same by criterion, in points. */
export function costByCriterion(row: TicketRow, option: Option | undefined, before: number, capacity: number): BatchCost {
  const counted = option === undefined ? queueParts(row) : optionParts(row, option, before, capacity);
  return inPoints(counted);
}

/** Sums costs given in points, without the errors of adding decimals. */
export function addCosts(costs: readonly BatchCost[]): BatchCost {
  const total: Counted = { fit: 0, fairness: 0, late: 0, relaxed: 0, queued: 0 };
  for (const cost of costs) for (const key of Object.keys(total) as (keyof Counted)[]) total[key] += thousandths(cost[key]);
  return inPoints(total);
}

interface Counted {
  fit: number;
  fairness: number;
  late: number;
  relaxed: number;
  queued: number;
}

function optionParts(row: TicketRow, option: Option, before: number, capacity: number): Counted {
  const { weights } = row;
  const { standing, candidate, scorePerTicket } = option;
  // The load ratio halfway through taking the ticket: summed up over an agent's tickets, half the square of the ratio.
  const ratio = ((standing.agent.load ?? 0) + before + 0.5) / capacity;
  return {
    fit: thousandths(weights.fit * (row.best - candidate.score + scorePerTicket * before)),
    fairness: thousandths(weights.fairness * ratio),
    late: isLate(row, option.expectedAt(before)) ? thousandths(weights.late) : 0,
    relaxed: thousandths(weights.relaxed * standing.lacks.length),
    queued: 0,
  };
}

function queueParts(row: TicketRow): Counted {
  const { weights, queue } = row;
  const late = queue?.expectedAt !== undefined && isLate(row, queue.expectedAt);
  return { fit: 0, fairness: 0, late: late ? thousandths(weights.late) : 0, relaxed: 0, queued: thousandths(weights.queued) };
}

/** Whether an answer at that time misses the deadline. */
export function isLate({ triage: { dueAt } }: TicketRow, at: number): boolean {
  return dueAt !== undefined && at > dueAt;
}

function sum({ fit, fairness, late, relaxed, queued }: Counted): number {
  return fit + fairness + late + relaxed + queued;
}

function inPoints(counted: Counted): BatchCost {
  return {
    fit: counted.fit / parts,
    fairness: counted.fairness / parts,
    late: counted.late / parts,
    relaxed: counted.relaxed / parts,
    queued: counted.queued / parts,
    total: sum(counted) / parts,
  };
}

function thousandths(points: number): number {
  return Math.round(points * parts);
}
