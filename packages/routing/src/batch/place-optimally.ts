import { munkres } from "munkres";
import { placeOneByOne } from "./place-one-by-one.js";
import type { BatchProblem, Placement, Seat } from "./batch-problem.js";

/** How many places more than one by one would fill are looked at first, and how many more where those were all taken. */
const spare = 2;
const more = 4;

/**
 * The placement of the least total cost. Each place an agent has free is a column; tickets that cost no less with an agent than in
 * the queue cost nothing there, which stands for the queue.
 *
 * An agent's places never get cheaper, so that not all of them need to be looked at: where one stays empty, no later one can help. Few
 * are looked at first, and more of those agents whose places were all taken.
 */
export function placeOptimally(problem: BatchProblem): Placement {
  const { rows, seats } = problem;
  if (rows.length === 0 || seats.length === 0) return rows.map(() => undefined);
  const guess = placesTaken(placeOneByOne(problem), seats);
  const looked = seats.map(({ free }, seat) => Math.min(free, (guess[seat] ?? 0) + spare));
  for (;;) {
    const columns = seats.flatMap((_, seat) => Array.from({ length: looked[seat] ?? 0 }, (_each, before) => ({ seat, before })));
    const placement = solve(problem, columns);
    const taken = placesTaken(placement, seats);
    const short = seats.flatMap(({ free }, seat) => (taken[seat] === looked[seat] && (looked[seat] ?? 0) < free ? [seat] : []));
    if (short.length === 0) return withoutGaps(placement, seats);
    for (const seat of short) looked[seat] = Math.min((seats[seat] as Seat).free, (looked[seat] ?? 0) + more);
  }
}

function placesTaken(placement: Placement, seats: readonly Seat[]): number[] {
  const taken = seats.map(() => 0);
  for (const place of placement) if (place !== undefined) taken[place.seat] = (taken[place.seat] ?? 0) + 1;
  return taken;
}

function solve({ rows, queued, cost }: BatchProblem, columns: readonly { seat: number; before: number }[]): Placement {
  const savings = rows.map((_, row) =>
    columns.map(({ seat, before }) => Math.min((cost(row, seat, before) ?? Infinity) - (queued[row] ?? 0), 0)),
  );
  const placement: { seat: number; before: number }[] = [];
  for (const [row, column] of munkres(savings)) {
    const place = columns[column];
    if (place !== undefined && (savings[row]?.[column] ?? 0) < 0) placement[row] = place;
  }
  return rows.map((_, row) => placement[row]);
}

/** Where an earlier place of the same cost was left empty, those behind it move up. */
function withoutGaps(placement: Placement, seats: readonly Seat[]): Placement {
  const moved = [...placement];
  for (const seat of seats.keys()) {
    placement
      .flatMap((place, row) => (place?.seat === seat ? [{ row, before: place.before }] : []))
      .sort((left, right) => left.before - right.before)
      .forEach(({ row }, before) => (moved[row] = { seat, before }));
  }
  return moved;
}
