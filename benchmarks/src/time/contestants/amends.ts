import { compileCalendar, type CalendarDefinition } from "@amends/core/time";
import type { WorkCalendar } from "../work-calendar.js";
import type { BusinessTimeContestant } from "./business-time-contestant.js";

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

export function definitionOf({ zone, hours, holidays }: WorkCalendar): CalendarDefinition {
  return {
    zone,
    hours: Object.fromEntries(weekdays.map((weekday, index) => [weekday, (hours[index] ?? []).map(([from, to]) => [from, to])])),
    holidays: [...holidays],
  };
}

export const amends: BusinessTimeContestant = {
  name: "Amends",
  description: "`compileCalendar(definition).add(at, seconds)`, the calendar compiled once",
  ready(calendar) {
    const compiled = compileCalendar(definitionOf(calendar));
    return ({ at, minutes }) => compiled.add(at, minutes * 60);
  },
};
