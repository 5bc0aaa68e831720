import type { CalendarDefinition } from "../calendar-definition.js";
import type { ClockChange } from "./clock-changes.js";

type Openings = [from: string, to: string][];

/**
 * Calendars that a change of the clocks puts to the test: office hours, nights, round the clock with a break at the hour that is skipped
 * or comes twice, hours that start or end within it, and a holiday and a shift on its date.
 */
export function transitionCalendars(zone: string, change: ClockChange): CalendarDefinition[] {
  const [early, late] = [change.before, change.after].sort((left, right) => left - right) as [number, number];
  // The stretch of the wall clock that is skipped, or comes twice.
  const first = change.at / 60_000 + early;
  const last = change.at / 60_000 + late;
  const middle = first + Math.floor((last - first) / 2);
  const date = dateOf(first);
  return [
    {
      zone,
      hours: everyDay([
        ["09:00", "12:00"],
        ["13:00", "18:00"],
      ]),
      holidays: [dateOf(first + 1440)],
    },
    { zone, hours: everyDay([["21:00", "02:00"]]), breaks: { [date]: [[timeOf(first), timeOf(first + 90)]] } },
    { zone, hours: everyDay([["00:00", "24:00"]]), breaks: { [date]: [[timeOf(middle), timeOf(last + 17)]] } },
    { zone, hours: everyDay([[timeOf(middle), timeOf(last + 45)]]), shifts: { [date]: [[timeOf(first - 20), timeOf(middle)]] } },
    { zone, hours: everyDay([[timeOf(first), timeOf(last)]]) },
    { zone, hours: everyDay([[timeOf(last), timeOf(first)]]), holidays: [dateOf(first - 1440)] },
  ];
}

function everyDay(openings: Openings): CalendarDefinition["hours"] {
  return Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, openings]));
}

const dateOf = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(0, 10);
const timeOf = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(11, 16);
