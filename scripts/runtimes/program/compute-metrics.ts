import { compileCalendar, type ZoneProvider } from "@amends/core/time";
import { summarize } from "@amends/insights";
import type { Answer } from "./answer.js";
import type { ProgramInput } from "./program-input.js";

/** The metrics of a generated log, first responses in business time. */
export function computeMetrics({ events }: ProgramInput, zones: ZoneProvider): Answer[] {
  const hours: [string, string][] = [["09:00", "18:00"]];
  const calendar = compileCalendar(
    { zone: "Europe/Berlin", hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } },
    { zones },
  );
  return Object.entries(summarize(events, { calendar })).map(([name, value]) => ({ name: `metrics/${name}`, value }));
}
