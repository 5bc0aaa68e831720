import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import type { CalendarDefinition, CompiledCalendar } from "@amends/core/time";
import type { TargetParams } from "../events.js";
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
  return (params = {}) => {
    const name = params.calendar ?? defaultCalendar;
    for (const [place, calendars] of [
      ["calendars", caseFile.calendars ?? {}],
      ["context.calendars", context.calendars],
    ] as const) {
      if (Object.hasOwn(calendars, name)) return compiledCalendar(calendars[name] as CalendarDefinition, context.zones, `${place}.${name}`);
    }
    if (name !== defaultCalendar && params.hours === undefined && params.zone === undefined) lacks(`calendars.${name}`);
    return compiledCalendar({ zone: params.zone ?? zoneOfCustomer(), hours: params.hours ?? roundTheClock }, context.zones, `calendars.${name}`);
  };
}
