import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import type { CalendarDefinition, CompiledCalendar } from "@amends/core/time";
import type { TargetParams } from "../target-params.js";
import { compiledCalendar } from "./calendar-cache.js";
import { customerZone } from "./customer-zone.js";

/** The calendar that a target names none other than. */
export const defaultCalendar = "default";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const roundTheClock: CalendarDefinition["hours"] = Object.fromEntries(days.map((day) => [day, [["00:00", "24:00"]]]));

/** Finds the calendar a target runs by; `params` are the target's own, or none for the default calendar. */
export type ServiceCalendars = (params?: Pick<TargetParams, "calendar" | "zone" | "hours">) => CompiledCalendar;

/**
 * The calendars of one case: the case's own go before the context's; where neither has one of the name, the hours and zone that the
 * target gives, else round the clock in the customer's zone. `lacks` hears what was wanted and unknown.
 */
export function serviceCalendars(caseFile: CaseFile, context: Context, lacks: (name: string) => void): ServiceCalendars {
  const zoneOfCustomer = (): string => {
    const zone = customerZone(caseFile.customer, context.zones);
    if (zone === undefined) lacks("customer.zone");
    return zone ?? "UTC";
  };
  const found = new Map<string, CompiledCalendar>();
  const ofHost = (name: string): CompiledCalendar | undefined => {
    const known = found.get(name);
    if (known !== undefined) return known;
    for (const [place, calendars] of [
      ["calendars", caseFile.calendars ?? {}],
      ["context.calendars", context.calendars],
    ] as const) {
      if (!Object.hasOwn(calendars, name)) continue;
      const calendar = compiledCalendar(calendars[name] as CalendarDefinition, context.zones, `${place}.${name}`);
      found.set(name, calendar);
      return calendar;
    }
    return undefined;
  };
  return ({ calendar = defaultCalendar, zone, hours } = {}) => {
    const known = ofHost(calendar);
    if (known !== undefined) return known;
    if (calendar !== defaultCalendar && hours === undefined && zone === undefined) lacks(`calendars.${calendar}`);
    const place = zone ?? zoneOfCustomer();
    const path = `calendars.${calendar}`;
    const standard =
      hours === undefined
        ? compiledCalendar({ zone: place, hours: roundTheClock }, context.zones, path, place)
        : compiledCalendar({ zone: place, hours }, context.zones, path);
    if (hours === undefined && zone === undefined) found.set(calendar, standard);
    return standard;
  };
}
