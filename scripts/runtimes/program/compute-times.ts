import {
  addBusinessDays,
  businessDaysBetween,
  compileCalendar,
  formatDuration,
  formatInstant,
  instantOf,
  localDateOf,
  localTimeOf,
  zoneOfCountry,
  type CalendarDefinition,
  type ZoneProvider,
} from "@amends/core/time";
import type { Answer } from "./answer.js";
import type { ProgramInput } from "./program-input.js";
import { RandomSequence } from "./random-sequence.js";

const calendarZones = [
  "America/New_York",
  "Europe/Berlin",
  "Asia/Shanghai",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
];
const countries = ["JP", "DE", "US", "CN", "BR", "MA", "AE", "XX"];
const start = Date.UTC(2025, 0, 1);
const span = 3 * 365 * 86_400;

/** Wall clocks of every pinned zone, and business time of calendars around the changes of the clocks. */
export function computeTimes({ calendars }: ProgramInput, zones: ZoneProvider): Answer[] {
  const random = new RandomSequence(11);
  const randomInstant = () => start + random.below(span) * 1000;
  const clocks = (zones.names?.() ?? []).map((zone) => {
    const at = randomInstant();
    const noon = instantOf(localDateOf(at, zone, zones), "12:00", zone, zones);
    return { name: `zone/${zone}`, value: { at, date: localDateOf(at, zone, zones), time: localTimeOf(at, zone, zones), noon } };
  });
  const definitions: readonly (readonly [string, CalendarDefinition])[] = [
    ...Object.entries(calendars),
    ...calendarZones.map((zone) => [zone, nightAndDay(zone)] as const),
  ];
  const business = definitions.map(([name, definition]) => {
    const calendar = compileCalendar(definition, { zones });
    const value = Array.from({ length: 40 }, () => {
      const [at, later, seconds] = [randomInstant(), randomInstant(), random.below(400_000)];
      return {
        at: formatInstant(at),
        open: calendar.isOpen(at),
        next: formatInstant(calendar.nextOpen(at)),
        due: formatInstant(calendar.add(at, seconds)),
        before: formatInstant(calendar.subtract(at, seconds)),
        between: formatDuration(calendar.between(at, later)),
        day: addBusinessDays(calendar, at, random.below(30)),
        days: businessDaysBetween(calendar, Math.min(at, later), Math.max(at, later)),
      };
    });
    return { name: `calendar/${name}`, value: { zoneData: calendar.zoneData, answers: value } };
  });
  return [...clocks, ...business, { name: "zones/countries", value: countries.map((code) => zoneOfCountry(code, zones) ?? null) }];
}

function nightAndDay(zone: string): CalendarDefinition {
  const night: [string, string] = ["22:00", "06:30"];
  return {
    zone,
    hours: {
      mon: [["09:00", "18:00"]],
      wed: [
        ["00:30", "03:15"],
        ["09:00", "12:00"],
      ],
      sat: [night],
      sun: [["01:00", "04:00"], night],
    },
  };
}
