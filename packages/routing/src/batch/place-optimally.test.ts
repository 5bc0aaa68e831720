import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Urgency } from "@amends/core/model";
import { placementCost, type BatchProblem, type Placement } from "./batch-problem.js";
import { placeOneByOne } from "./place-one-by-one.js";
import { placeOptimally } from "./place-optimally.js";
import type { TicketRow } from "./ticket-row.js";

/** Costs of a pair: the first place, and how much each further one costs more; `null` where the agent can't take the ticket. */
type Pair = { readonly first: number; readonly steps: readonly number[] } | null;

function problemOf(queued: readonly number[], free: readonly number[], pairs: readonly (readonly Pair[])[]): BatchProblem {
  const row = (index: number) => ({ index, caseFile: {}, triage: { priority: "normal" satisfies Urgency } }) as unknown as TicketRow;
  return {
    rows: queued.map((_, index) => row(index)),
    seats: free.map((places, index) => ({ agent: `a${index}`, load: 0, capacity: places, free: places })),
    queued,
    cost: (ticket, seat, before) => {
      const pair = pairs[ticket]?.[seat];
      if (!pair || before >= (free[seat] ?? 0)) return undefined;
      return pair.first + pair.steps.slice(0, before).reduce((sum, step) => sum + step, 0);
    },
  };
}

/** Tries every way there is. */
function leastCost(problem: BatchProblem): number {
  const { rows, seats, queued, cost } = problem;
  const used = seats.map(() => new Set<number>());
  const from = (row: number): number => {
    if (row === rows.length) return 0;
    let least = (queued[row] ?? 0) + from(row + 1);
    for (const [seat, { free }] of seats.entries()) {
      for (let before = 0; before < free; before += 1) {
        const price = cost(row, seat, before);
        if (price === undefined || used[seat]?.has(before)) continue;
        used[seat]?.add(before);
        least = Math.min(least, price + from(row + 1));
        used[seat]?.delete(before);
      }
    }
    return least;
  };
  return from(0);
}

const small = (rows: number, seats: number, places: number) =>
  fc.tuple(fc.integer({ min: 0, max: rows }), fc.integer({ min: 0, max: seats })).chain(([tickets, agents]) =>
    fc
      .record({
        queued: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: tickets, maxLength: tickets }),
        free: fc.array(fc.integer({ min: 1, max: places }), { minLength: agents, maxLength: agents }),
        pairs: fc.array(
          fc.array(
            fc.option(
              fc.record({
                first: fc.integer({ min: 0, max: 50 }),
                steps: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: places, maxLength: places }),
              }),
              { freq: 4 },
            ),
            { minLength: agents, maxLength: agents },
          ),
          { minLength: tickets, maxLength: tickets },
        ),
      })
      .map(({ queued, free, pairs }) => problemOf(queued, free, pairs)),
  );

function expectAllowed({ seats, cost }: BatchProblem, placement: Placement): void {
  const places = placement.flatMap((place) => (place === undefined ? [] : [`${place.seat}/${place.before}`]));
  expect(new Set(places).size).toBe(places.length);
  placement.forEach((place, row) => {
    if (place === undefined) return;
    expect(place.before).toBeLessThan(seats[place.seat]?.free ?? 0);
    expect(cost(row, place.seat, place.before)).toBeDefined();
  });
}

describe("placeOptimally", () => {
  it("costs what the best of all ways costs", () => {
    fc.assert(
      fc.property(small(5, 3, 3), (problem) => {
        const placement = placeOptimally(problem);
        expectAllowed(problem, placement);
        expect(placementCost(problem, placement)).toBe(leastCost(problem));
      }),
      { numRuns: 300 },
    );
  });

  it("never costs more than one by one, gives nobody more than there is room for, and no pair that is excluded", () => {
    fc.assert(
      fc.property(small(40, 6, 9), (problem) => {
        const [placement, oneByOne] = [placeOptimally(problem), placeOneByOne(problem)];
        expectAllowed(problem, placement);
        expectAllowed(problem, oneByOne);
        expect(placementCost(problem, placement)).toBeLessThanOrEqual(placementCost(problem, oneByOne));
      }),
      { numRuns: 100 },
    );
  });

  it("looks at more places of one who takes nearly everything", () => {
    const pair = { first: 0, steps: Array.from({ length: 20 }, () => 1) };
    const problem = problemOf(
      Array.from({ length: 20 }, () => 100),
      [20, 20, 20, 20],
      Array.from({ length: 20 }, () => [pair, null, null, null]),
    );
    const placement = placeOptimally(problem);
    expect(placement.map((place) => place?.before).sort((left = 0, right = 0) => left - right)).toEqual([...Array(20).keys()]);
    expect(placementCost(problem, placement)).toBe(190);
  });
});
