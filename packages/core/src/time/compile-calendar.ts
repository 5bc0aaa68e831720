import { InvalidCalendarError } from "../errors/invalid-calendar-error.js";
import { quoted } from "../errors/quoted.js";
import { parseWith } from "../errors/parse-with.js";
import { BoundedCache } from "./bounded-cache.js";
import { calendarDefinitionSchema, type CalendarDefinition } from "./calendar-definition.js";
import { calendarFindings } from "./calendar-findings.js";
import { openSpans, planCalendar, type CalendarPlan } from "./calendar-plan.js";
import { calendarOf } from "./calendar-of-plan.js";
import type { CompiledCalendar } from "./compiled-calendar.js";
import { intlZoneProvider } from "./intl-zone-provider.js";
import { likelyZone, type ZoneProvider } from "./zone-provider.js";

const calendarsKept = 128;
const compiled = new WeakMap<ZoneProvider, BoundedCache<string, CompiledCalendar>>();

/**
 * Checks a calendar and makes it ready to compute with. Years are laid out when first asked for; the same definition with the same
 * zone provider gives the same compiled calendar again, so compiling once per case is cheap.
 *
 * Throws an InvalidCalendarError that lists everything wrong: unknown keys and zones, malformed times and dates, empty intervals, a
 * calendar that never opens.
 *
 * @example
 * import { compileCalendar, parseInstant, formatInstant } from "@amends/core/time";
 * const calendar = compileCalendar({
 *   zone: "America/New_York",
 *   hours: { thu: [["09:00", "17:00"]], fri: [["09:00", "17:00"]], sat: [["21:00", "02:00"]] },
 *   holidays: ["2026-07-03"],
 * });
 * const thursdayAfternoon = parseInstant("2026-07-02T16:00:00-04:00");
 * formatInstant(calendar.add(thursdayAfternoon, 3600)); // => "2026-07-02T21:00:00Z"
 * formatInstant(calendar.add(thursdayAfternoon, 7200)); // => "2026-07-05T02:00:00Z"
 * calendar.isOpenOn("2026-07-03"); // => false
 */
export function compileCalendar(definition: CalendarDefinition, options: { readonly zones?: ZoneProvider } = {}): CompiledCalendar {
  const zones = options.zones ?? intlZoneProvider;
  const parsed = checkCalendar(definition, zones);
  let calendars = compiled.get(zones);
  if (calendars === undefined) compiled.set(zones, (calendars = new BoundedCache(calendarsKept)));
  return calendars.getOrBuild(JSON.stringify(parsed), () => {
    const plan = planCalendar(parsed, zones);
    checkOpens(plan);
    return calendarOf(plan);
  });
}

function checkCalendar(definition: CalendarDefinition, zones: ZoneProvider): CalendarDefinition {
  const result = parseWith(calendarDefinitionSchema, definition);
  const findings = result.success ? [] : calendarFindings(result.error, definition);
  const zone: unknown = (definition as { zone?: unknown } | null | undefined)?.zone;
  if (typeof zone === "string" && zone !== "" && !zones.has(zone)) {
    findings.unshift({
      code: "calendar_unknown_zone",
      message: `${quoted(zone)} is not a time zone of the zone data "${zones.name}", version "${zones.version}"`,
      path: "zone",
      expected: 'an IANA name such as "Europe/Paris"',
      ...likelyZone(zone, zones),
    });
  }
  if (!result.success || findings.length > 0) throw new InvalidCalendarError(findings);
  return result.data;
}

function checkOpens(plan: CalendarPlan): void {
  if (plan.opensWeekly) return;
  // A break may come from a date near the shift's own.
  const opens = [...plan.shifts.keys()].some((day) => openSpans(plan, day - 2, day + 2).length > 0);
  if (opens) return;
  throw new InvalidCalendarError([
    {
      code: "calendar_never_opens",
      message: "the calendar has no open hours",
      path: "hours",
      fix: 'Give at least one weekday hours, such as "mon": [["09:00", "17:00"]].',
    },
  ]);
}
