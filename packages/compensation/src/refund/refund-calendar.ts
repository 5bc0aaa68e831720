import type { Context } from "@amends/core/stage";
import {
  compileCalendar,
  weekdayOf,
  zoneOfCountry,
  type CalendarDefinition,
  type CompiledCalendar,
  type LocalDate,
} from "@amends/core/time";
import { publicHolidays } from "../deadlines/public-holidays.js";
import type { RefundFacts } from "./refund-pack.js";
import type { RefundRequest } from "./refund-plan.js";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The business days where a refund arrives. */
export interface RefundCalendar {
  readonly zone: string;
  readonly compiled: CompiledCalendar;
  /** Whether a closed date would be a business day but for a holiday. */
  isHoliday(date: LocalDate): boolean;
  /** What nobody told of it. */
  readonly missing: readonly string[];
  /** What nobody told of its business days. */
  readonly missingHolidays: readonly string[];
}

/**
 * The calendar of the request, else the context's one named as the destination, else the destination's weekdays with the holidays of
 * the pack `public-holidays`. Without a destination: Monday to Friday.
 */
export function refundCalendar(request: RefundRequest, context: Context, facts: RefundFacts): RefundCalendar {
  const { calendars, zones } = context;
  const country = request.destination ?? undefined;
  const own = country !== undefined && Object.hasOwn(calendars, country) ? calendars[country] : undefined;
  const given = request.calendar ?? own;
  const zoneOfDestination = zoneOfCountry(country, zones);
  const zone = request.zone ?? given?.zone ?? zoneOfDestination ?? "UTC";
  const listed = publicHolidays(context, country);
  const definition = given ?? weekdaysOf(country, facts, zone, [...(listed ?? [])]);
  const compiled = compileCalendar(definition, { zones });
  return {
    zone,
    compiled,
    isHoliday: (date) => !compiled.isOpenOn(date) && (definition.hours[weekdayOf(date)] ?? []).length > 0,
    missing: country !== undefined && request.zone === undefined && given === undefined && zoneOfDestination === undefined ? ["zone"] : [],
    missingHolidays: country !== undefined && given === undefined && listed === undefined ? [`packs.public-holidays.${country}`] : [],
  };
}

function weekdaysOf(country: string | undefined, facts: RefundFacts, zone: string, holidays: readonly LocalDate[]): CalendarDefinition {
  const weekend = facts.weekends.find(({ value }) => country !== undefined && value.countries.includes(country));
  const closed: readonly string[] = weekend?.value.days ?? ["sat", "sun"];
  const wholeDay: [string, string][] = [["00:00", "24:00"]];
  const open = weekdays.filter((day) => !closed.includes(day));
  return { zone, hours: Object.fromEntries(open.map((day) => [day, wholeDay])), holidays: [...holidays] };
}
