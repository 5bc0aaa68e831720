import type { CalendarDefinition } from "@amends/core/time";

/** The same hours on each day of the week. */
export function everyDay(...intervals: [string, string][]): CalendarDefinition["hours"] {
  return { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals, sat: intervals, sun: intervals };
}

/** The same hours from Monday to Friday. */
export function workdays(...intervals: [string, string][]): CalendarDefinition["hours"] {
  return { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals };
}
