import { InvalidCalendarError } from "@amends/core/errors";
import { compileCalendar, type CalendarDefinition, type CompiledCalendar, type ZoneProvider } from "@amends/core/time";

const calendarsKept = 256;
const compiled = new WeakMap<ZoneProvider, Map<string, CompiledCalendar>>();

/**
 * The compiled calendar of a definition. Kept by what the definition says and not by its identity: cases are parsed one by one, and
 * a host may change a calendar between two of them. `path` tells an error where the definition stands; `key` stands for the
 * definition where something shorter than its text does.
 */
export function compiledCalendar(
  definition: CalendarDefinition,
  zones: ZoneProvider,
  path: string,
  key: string = JSON.stringify(definition),
): CompiledCalendar {
  let calendars = compiled.get(zones);
  if (calendars === undefined) compiled.set(zones, (calendars = new Map()));
  const known = calendars.get(key);
  if (known !== undefined) return known;
  const calendar = compileAt(definition, zones, path);
  if (calendars.size >= calendarsKept) calendars.clear();
  calendars.set(key, calendar);
  return calendar;
}

function compileAt(definition: CalendarDefinition, zones: ZoneProvider, path: string): CompiledCalendar {
  try {
    return compileCalendar(definition, { zones });
  } catch (error) {
    if (!InvalidCalendarError.isInstance(error)) throw error;
    throw new InvalidCalendarError(error.findings.map((finding) => ({ ...finding, path: [path, finding.path].filter(Boolean).join(".") })));
  }
}
