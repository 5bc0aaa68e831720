import { compileCalendar, type CompiledCalendar, type ZoneProvider } from "@amends/core/time";

const wholeDay: [string, string][] = [["00:00", "24:00"]];

/** Monday to Friday without holidays: what counts as business days where nobody gave a calendar. */
export function weekdayCalendar(zone: string, zones: ZoneProvider): CompiledCalendar {
  return compileCalendar({ zone, hours: { mon: wholeDay, tue: wholeDay, wed: wholeDay, thu: wholeDay, fri: wholeDay } }, { zones });
}
