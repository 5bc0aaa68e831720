import type { Agent } from "@amends/core/model";
import type { CalendarDefinition, Instant, ZoneProvider } from "@amends/core/time";
import type { Arrivals } from "./arrivals.js";
import type { SimulationPolicy } from "./simulation-policy.js";

/** What a ticket can count as whose customer gave up. */
export const abandonedChoices = ["out", "missed", "missedAfterDue", "asAnswered"] as const;

/** What is simulated. */
export interface SimulationSetup {
  readonly arrivals: Arrivals;
  /** `capacity` is how many tickets an agent works on at once, at most 1,000,000 (default: 1); load and status don't count. */
  readonly roster: readonly Agent[];
  /** The calendars that agents name; without any "default", who names none is always at work. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition>> | undefined;
  readonly zones?: ZoneProvider | undefined;
  readonly policy?: SimulationPolicy | undefined;
  /** A whole number; the same seed gives the same result (default: 1). */
  readonly seed?: number | undefined;
  /** From when on the roster works (default: the first arrival). */
  readonly from?: Instant | undefined;
  /** Until when tickets and work count (default: the last arrival). */
  readonly to?: Instant | undefined;
  /** Tickets that come in the first so many seconds aren't measured: the queue fills up first (default: 0). */
  readonly warmUpSeconds?: number | undefined;
  /** How long after `to` agents go on answering what came before it (default: 7 days). */
  readonly drainSeconds?: number | undefined;
  /**
   * How much longer a ticket takes for each other one the agent has open, as a share of its time. 1 (the default) divides an agent's
   * attention, so that capacity adds no speed; 0 is for work that runs beside other work. At most 1,000.
   */
  readonly slowdown?: number | undefined;
  /** The zone of the figures by hour (default: UTC). */
  readonly zone?: string | undefined;
  /**
   * What a ticket counts as whose customer gave up, in the words of SLA compliance: left out; missed (the default of
   * both); missed only if the customer gave up after the deadline, else left out; or as if answered then.
   */
  readonly abandoned?: (typeof abandonedChoices)[number] | undefined;
}
