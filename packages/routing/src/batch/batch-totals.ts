import type { BatchTotals } from "./batch-assignment.js";
import type { BatchProblem, Placement, Seat } from "./batch-problem.js";
import { addCosts, costByCriterion, isLate } from "./cost-of.js";
import { optionAt } from "./option-at.js";
import type { TicketRow } from "./ticket-row.js";

/** What a placement comes to. */
export function batchTotals(rows: readonly TicketRow[], problem: BatchProblem, placement: Placement): BatchTotals {
  const taken = problem.seats.map(() => 0);
  let [assigned, late, requirementsLetGo] = [0, 0, 0];
  const costs = problem.rows.map((row, index) => {
    const place = placement[index];
    const seat = place === undefined ? undefined : problem.seats[place.seat];
    const option = seat === undefined ? undefined : optionAt(row, seat);
    const expectedAt = option === undefined || place === undefined ? row.queue?.expectedAt : option.expectedAt(place.before);
    if (expectedAt !== undefined && isLate(row, expectedAt)) late += 1;
    if (option !== undefined && place !== undefined) {
      assigned += 1;
      requirementsLetGo += option.standing.lacks.length;
      taken[place.seat] = (taken[place.seat] ?? 0) + 1;
    }
    return costByCriterion(row, option, place?.before ?? 0, seat?.capacity ?? 1);
  });
  return {
    cost: addCosts(costs),
    assigned,
    queued: problem.rows.length - assigned,
    byBot: rows.filter(({ triage }) => triage.handler === "bot" && !triage.done).length,
    late,
    fairness: jainIndex(problem.seats.map(({ load, capacity }: Seat, seat) => (load + (taken[seat] ?? 0)) / capacity)),
    requirementsLetGo,
  };
}

/**
 * Jain's index of fairness: the square of the sum over as many times the sum of squares; 1 where all are equal, including where all are 0.
 * Source: R. Jain, D. Chiu, W. Hawe, A Quantitative Measure of Fairness and Discrimination, DEC-TR-301, 1984.
 */
export function jainIndex(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  const squares = values.reduce((total, value) => total + value * value, 0);
  return squares === 0 ? 1 : Math.min(1, (sum * sum) / (values.length * squares));
}
