import type { Agent } from "@amends/core/model";
import { compileCalendar, type CalendarDefinition, type Instant, type ZoneProvider } from "@amends/core/time";
import { defaultCalendar } from "./working-hours.js";

/** Agents who are at work at the same times. */
export interface Shift {
  /** Their places in the roster. */
  readonly agents: readonly number[];
  /** From and to of each stretch at work, in order: epoch milliseconds, half open. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** Where the hours of a roster come from. */
export interface ShiftSources {
  readonly calendars?: Readonly<Record<string, CalendarDefinition>> | undefined;
  readonly zones?: ZoneProvider | undefined;
}

/**
 * When the agents of a roster are at work between two instants, by the calendar each names, read in the agent's own zone. Who names
 * none works by the calendar "default", or always where there is none; who names one that nobody has given never works.
 */
export function shiftsOf(roster: readonly Agent[], from: Instant, to: Instant, { calendars = {}, zones }: ShiftSources): Shift[] {
  const groups = new Map<string, number[]>();
  roster.forEach(({ calendar, zone }, index) => {
    const key = JSON.stringify([calendar || defaultCalendar, zone || null]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return [...groups].map(([key, agents]) => {
    const [name, zone] = JSON.parse(key) as [string, string | null];
    const definition = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
    if (definition === undefined) {
      const always = name === defaultCalendar ? [from, to] : [];
      return { agents, starts: Float64Array.from(always.slice(0, 1)), ends: Float64Array.from(always.slice(1)) };
    }
    const compiled = compileCalendar(zone === null ? definition : { ...definition, zone }, zones === undefined ? {} : { zones });
    const openings = compiled.openings(from, to);
    return {
      agents,
      starts: Float64Array.from(openings, ({ start }) => start),
      ends: Float64Array.from(openings, ({ end }) => end),
    };
  });
}

/** The milliseconds of a stretch of time that lie within a shift. */
export function withinShift({ starts, ends }: Shift, from: Instant, to: Instant): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > from) high = middle;
    else low = middle + 1;
  }
  let sum = 0;
  for (let stretch = low; stretch < starts.length && (starts[stretch] as number) < to; stretch += 1)
    sum += Math.min(to, ends[stretch] as number) - Math.max(from, starts[stretch] as number);
  return sum;
}
