import { requireObject } from "@amends/core/errors";
import { formatInstant, type CalendarDefinition, type CompiledCalendar, type Instant } from "@amends/core/time";
import { compiledHours } from "../calendars/compiled-hours.js";
import { isExhausted } from "../calendars/opening-after.js";
import { plainTime } from "../clocks/clock-measure.js";

/** A case that waits for its answer. */
export interface QueuedCase {
  readonly id: string;
  /** By when its answer is owed, as `answerDueAt` says; null where none is. */
  readonly dueAt: Instant | null;
  /** How long this one is expected to take, where that is known. */
  readonly handleSeconds?: number;
}

/** Somebody who works the queue. */
export interface QueueAgent {
  readonly id: string;
  /** When the work in hand is done; now where nobody says. */
  readonly freeAt?: Instant;
  /** When they work, compiled or as a definition; always where nobody says. */
  readonly calendar?: Pick<CompiledCalendar, "nextOpen" | "add"> | CalendarDefinition;
}

/** What a forecast goes by. */
export interface BreachForecastOptions {
  readonly now: Instant;
  /** The queue, the next case first. */
  readonly cases: readonly QueuedCase[];
  readonly agents: readonly QueueAgent[];
  /** How long a case takes, from taking it up to the answer. */
  readonly handleSeconds: number;
  /**
   * How far handle times may lie off, as factors; 1 and 1 where nobody says. Twice as fast and twice as slow is
   * `{ low: 0.5, high: 2 }`.
   */
  readonly spread?: { readonly low: number; readonly high: number };
}

/**
 * How sure a breach is: `certain` where even quick handling comes too late, `likely` where the expected one does, `possible` where
 * only slow handling does.
 */
export type BreachRisk = "none" | "possible" | "likely" | "certain";

/** What is to be expected of one case. */
export interface CaseForecast {
  readonly id: string;
  /** Its place in the queue, from 1. */
  readonly position: number;
  readonly agent: string;
  readonly startsAt: string;
  readonly answeredAt: string;
  readonly dueAt: string | null;
  readonly risk: BreachRisk;
  /** When it breaches if all goes as expected: at its deadline; null where it doesn't. */
  readonly breachesAt: string | null;
  /** By how much of plain time the expected answer comes late. */
  readonly lateSeconds: number;
}

/** What is to be expected of a queue. */
export interface BreachForecast {
  readonly cases: readonly CaseForecast[];
  /** How many breach if all goes as expected. */
  readonly breaches: number;
  /** The next of those breaches; null where there is none. A deadline that has passed comes first. */
  readonly nextBreachAt: string | null;
}

/**
 * Which waiting cases will breach, and when. Each case in turn goes to whoever can take it up first, in their own hours, and is
 * answered when it has been handled; nobody leaves the queue and no new case goes ahead, so that urgent arrivals make it worse.
 * The forecast is repeated with quick and with slow handling to say how sure it is.
 *
 * Throws a RangeError for an empty team, for times and factors that aren't above zero, and for a low factor above the high one, and
 * an InvalidCalendarError for a calendar that can't be compiled and, with the code `calendar_exhausted`, where nobody's dated shifts
 * leave room for a case.
 *
 * @example
 * import { forecastBreaches } from "@amends/sla";
 * const now = Date.UTC(2026, 2, 3, 9);
 * const cases = ["A", "B", "C"].map((id) => ({ id, dueAt: now + 25 * 60_000 }));
 * const forecast = forecastBreaches({ now, cases, agents: [{ id: "mia" }], handleSeconds: 600, spread: { low: 0.8, high: 1.5 } });
 * forecast.cases.map(({ id, risk }) => [id, risk]); // => [["A", "none"], ["B", "possible"], ["C", "likely"]]
 * forecast.nextBreachAt; // => "2026-03-03T09:25:00Z"
 */
export function forecastBreaches(options: BreachForecastOptions): BreachForecast {
  requireObject(options, "options");
  const { cases, spread = { low: 1, high: 1 } } = options;
  check(options, spread);
  const agents = options.agents.map(({ calendar, ...agent }) => ({ ...agent, calendar: calendar && compiledHours(calendar) }));
  const [quick, expected, slow] = [spread.low, 1, spread.high].map((factor) => answersAt({ ...options, agents }, factor)) as [
    Plan,
    Plan,
    Plan,
  ];
  const forecasts = cases.map(({ id, dueAt }, index): CaseForecast => {
    const { agent, startsAt, answeredAt } = expected[index] as Planned;
    const late = ({ answeredAt: at }: Planned) => dueAt !== null && at > dueAt;
    const risk = late(quick[index] as Planned)
      ? "certain"
      : late(expected[index] as Planned)
        ? "likely"
        : late(slow[index] as Planned)
          ? "possible"
          : "none";
    const breaches = dueAt !== null && answeredAt > dueAt;
    return {
      id,
      position: index + 1,
      agent,
      startsAt: formatInstant(startsAt),
      answeredAt: formatInstant(answeredAt),
      dueAt: dueAt === null ? null : formatInstant(dueAt),
      risk,
      breachesAt: breaches ? formatInstant(dueAt) : null,
      lateSeconds: breaches ? plainTime.between(dueAt, answeredAt) : 0,
    };
  });
  const breached = cases.filter((_, index) => forecasts[index]?.breachesAt !== null).map(({ dueAt }) => dueAt as Instant);
  return {
    cases: forecasts,
    breaches: breached.length,
    nextBreachAt: breached.length === 0 ? null : formatInstant(breached.reduce((left, right) => Math.min(left, right))),
  };
}

interface Planned {
  readonly agent: string;
  readonly startsAt: Instant;
  readonly answeredAt: Instant;
}
type Plan = readonly Planned[];

interface Team {
  readonly agents: readonly (Pick<QueueAgent, "id" | "freeAt"> & { readonly calendar: ClockHours | undefined })[];
}
type ClockHours = Pick<CompiledCalendar, "nextOpen" | "add">;

function answersAt({ now, cases, agents, handleSeconds }: Omit<BreachForecastOptions, "agents"> & Team, factor: number): Plan {
  const free = agents.map(({ id, freeAt = now, calendar }) => ({ id, calendar, at: Math.max(freeAt, now) }));
  return cases.map((each) => {
    const seconds = (each.handleSeconds ?? handleSeconds) * factor;
    let best: { readonly agent: (typeof free)[number]; readonly startsAt: Instant; readonly answeredAt: Instant } | undefined;
    let exhausted: unknown;
    for (const agent of free) {
      try {
        const startsAt = agent.calendar?.nextOpen(agent.at) ?? agent.at;
        if (best !== undefined && startsAt >= best.startsAt) continue;
        best = { agent, startsAt, answeredAt: (agent.calendar ?? plainTime).add(startsAt, seconds) };
      } catch (error) {
        // Whoever has no shift left for the case leaves it to the others.
        if (!isExhausted(error)) throw error;
        exhausted ??= error;
      }
    }
    if (best === undefined) throw exhausted;
    best.agent.at = best.answeredAt;
    return { agent: best.agent.id, startsAt: best.startsAt, answeredAt: best.answeredAt };
  });
}

function check(
  { agents, cases, handleSeconds }: BreachForecastOptions,
  { low, high }: { readonly low: number; readonly high: number },
): void {
  if (agents.length === 0) throw new RangeError("A queue that nobody works has no forecast; expected at least one agent.");
  const times = [handleSeconds, low, high, ...cases.map((each) => each.handleSeconds ?? handleSeconds)];
  const wrong = times.find((value) => !(Number.isFinite(value) && value > 0));
  if (wrong !== undefined) throw new RangeError(`Handle times and factors are numbers above zero, not ${String(wrong)}.`);
  if (low > 1 || high < 1) throw new RangeError("The low factor is at most 1 and the high one at least 1.");
}
