import { requireObject } from "@amends/core/errors";
import { formatInstant, type Instant } from "@amends/core/time";
import { requireBounds } from "./check-staffing.js";

/** What is expected of the next hours, and who is there. */
export interface SurgeOutlook {
  readonly now: Instant;
  /** Expected tickets of each hour from `now` on. */
  readonly calls: readonly number[];
  /** How many agents are at work in each of these hours. */
  readonly agents: readonly number[];
  readonly handleSeconds: number;
  /** The share of their time that agents may be busy before the service counts as busy (default: 1). */
  readonly maximumOccupancy?: number | undefined;
  /** The share of paid time away from tickets (default: 0). */
  readonly shrinkage?: number | undefined;
  /** Tickets that wait now; they are work of the first hour. */
  readonly waiting?: number | undefined;
}

/** How far demand outgrows the staff; `state` is the `queue.state` of a case, by which policies turn surge measures on and off. */
export interface SurgeState {
  /** `surge` where more comes in one of the hours than the staff can answer, `busy` where it is more than it may be busy with. */
  readonly state: "normal" | "busy" | "surge";
  /** The largest of the hours' loads over capacity: 1 where the staff is just enough; null where there is no staff but work. */
  readonly peakLoadRatio: number | null;
  /** The load of all these hours over their capacity; null where there is no staff but work. */
  readonly loadRatio: number | null;
  /** The first hour that is over capacity; null where none is. */
  readonly overloadedFrom: string | null;
  readonly hoursUntilOverload: number | null;
  readonly hoursOverloaded: number;
  /** Tickets that are left at the end, if nobody gives up. */
  readonly backlog: number;
  /** The largest backlog at the end of an hour. */
  readonly peakBacklog: number;
}

const hour = 3_600_000;

/**
 * Compares the forecast of the next hours with the staff that is there. Policies read the state as `queue.state`, and so send more to
 * the bot, leave steps out or call in temporary agents.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid` and every finding.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { surgeState } from "@amends/routing";
 * const state = surgeState({ now: Date.UTC(2026, 10, 11), calls: [40, 90, 60], agents: [6, 6, 6], handleSeconds: 360 });
 * [state.state, state.peakLoadRatio]; // => ["surge", 1.5]
 * [state.overloadedFrom, state.hoursOverloaded, state.peakBacklog, state.backlog]; // => ["2026-11-11T01:00:00Z", 1, 30, 30]
 */
export function surgeState(outlook: SurgeOutlook): SurgeState {
  requireObject(outlook, "outlook");
  const { now, calls, agents, handleSeconds, maximumOccupancy = 1, shrinkage = 0, waiting = 0 } = outlook;
  const count = (value: number): boolean => value >= 0;
  requireBounds([
    { path: "handleSeconds", value: handleSeconds, expected: "a number of seconds above 0", holds: (value) => value > 0 },
    {
      path: "maximumOccupancy",
      value: maximumOccupancy,
      expected: "a share above 0, at most 1",
      holds: (value) => value > 0 && value <= 1,
    },
    { path: "shrinkage", value: shrinkage, expected: "a share from 0 to below 1", holds: (value) => value >= 0 && value < 1 },
    { path: "waiting", value: waiting, expected: "a number from 0 up", holds: count },
    {
      path: "agents.length",
      value: agents.length,
      expected: `one for each of ${calls.length} hours`,
      holds: (value) => value === calls.length,
    },
    ...calls.map((value, index) => ({ path: `calls[${index}]`, value, expected: "a number from 0 up", holds: count })),
    ...agents.map((value, index) => ({ path: `agents[${index}]`, value, expected: "a number from 0 up", holds: count })),
  ]);
  const capacities = agents.map((there) => (there * (1 - shrinkage) * 3600) / handleSeconds);
  const loads = calls.map((expected, index) => expected + (index === 0 ? waiting : 0));
  const over = loads.map((load, index) => load > (capacities[index] as number));
  let backlog = 0;
  let peakBacklog = 0;
  loads.forEach((load, index) => {
    backlog = Math.max(0, backlog + load - (capacities[index] as number));
    peakBacklog = Math.max(peakBacklog, backlog);
  });
  const ratios = loads.map((load, index) => ratioOf(load, capacities[index] as number));
  const first = over.indexOf(true);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const busy = loads.some((load, index) => load > (capacities[index] as number) * maximumOccupancy);
  return {
    state: first !== -1 ? "surge" : busy ? "busy" : "normal",
    peakLoadRatio: ratios.includes(null) ? null : Math.max(0, ...(ratios as number[])),
    loadRatio: ratioOf(sum(loads), sum(capacities)),
    overloadedFrom: first === -1 ? null : formatInstant(now + first * hour),
    hoursUntilOverload: first === -1 ? null : first,
    hoursOverloaded: over.filter(Boolean).length,
    backlog,
    peakBacklog,
  };
}

function ratioOf(load: number, capacity: number): number | null {
  if (load === 0) return 0;
  return capacity === 0 ? null : load / capacity;
}
