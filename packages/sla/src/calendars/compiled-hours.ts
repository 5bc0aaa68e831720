import { compileCalendar, type CalendarDefinition, type CompiledCalendar } from "@amends/core/time";

/** Hours to compute with: compiled ones as they are, a definition compiled. */
export function compiledHours<Hours extends Partial<CompiledCalendar>>(hours: Hours | CalendarDefinition): Hours | CompiledCalendar {
  return "hours" in hours ? compileCalendar(hours) : hours;
}
