import { compileCalendar, type CalendarDefinition, type CompiledCalendar, type ZoneProvider } from "@amends/core/time";

const calendarsKept = 256;
const compiled = new WeakMap<ZoneProvider, Map<string, CompiledCalendar>>();

/**
 * The compiled calendar of a definition, read in `zone` where there is one. Kept by what the definition says and not by its identity:
 * cases are parsed one by one, and a host may change a calendar between two of them. `text` is the definition as JSON.
 */
export function compiledCalendar(
  definition: CalendarDefinition,
  text: string,
  zone: string | undefined,
  zones: ZoneProvider,
): CompiledCalendar {
  let calendars = compiled.get(zones);
  if (calendars === undefined) compiled.set(zones, (calendars = new Map()));
  const key = `${zone ?? ""}\n${text}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  const calendar = compileCalendar(zone === undefined ? definition : { ...definition, zone }, { zones });
  if (calendars.size >= calendarsKept) calendars.clear();
  calendars.set(key, calendar);
  return calendar;
}
