import { formatInstant, parseDuration, type CompiledCalendar, type Instant } from "@amends/core/time";
import { defaultCalendar } from "./calendars/service-calendars.js";
import { openingAfter } from "./calendars/opening-after.js";
import type { ReportParams } from "./events.js";

/** What a timetable of updates counts from. */
export interface TimetableStart {
  /** From when the customer waits for the next word. */
  readonly from: Instant;
  /** The deadline of the first response where it is still owed: nobody acknowledges after having answered. */
  readonly answerDue: Instant | undefined;
  readonly now: Instant;
}

/**
 * By when to acknowledge, and the next reports after now: one each `every`, those outside service hours at the next opening, once.
 * An answer that is still owed comes first: nothing is reported up to its deadline. A calendar of dated shifts gives no report after
 * its last one; `lacks` hears that they were wanted.
 */
export function updateTimetable(
  { from, answerDue, now }: TimetableStart,
  params: ReportParams,
  calendar: CompiledCalendar,
  lacks: (name: string) => void = () => undefined,
): { acknowledgeBy: string; every: string; at: string[] } {
  const acknowledgeBy = from + parseDuration(params.acknowledgeWithin) * 1000;
  const reports = nextReports(
    { from, after: Math.max(now, answerDue ?? now), step: parseDuration(params.every) * 1000 },
    params,
    (planned) => (params.inHours ? openingAfter(planned, calendar) : planned),
  );
  if (reports.length < params.reports) lacks(`calendars.${defaultCalendar}`);
  return {
    acknowledgeBy: formatInstant(Math.min(acknowledgeBy, answerDue ?? acknowledgeBy)),
    every: params.every,
    at: reports.map(formatInstant),
  };
}

function nextReports(
  { from, after, step }: { readonly from: Instant; readonly after: Instant; readonly step: number },
  { reports }: Pick<ReportParams, "reports">,
  reportFor: (planned: Instant) => Instant | undefined,
): Instant[] {
  const at: Instant[] = [];
  // The one before the next may still wait for the opening.
  let count = Math.max(1, Math.floor((after - from) / step));
  while (at.length < reports) {
    const report = reportFor(from + count * step);
    if (report === undefined) break;
    if (report > after && report !== at.at(-1)) at.push(report);
    count = Math.max(count, Math.floor((report - from) / step)) + 1;
  }
  return at;
}
