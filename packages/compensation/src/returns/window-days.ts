import { addDays, readInstant, type LocalDate } from "@amends/core/time";
import { addOnce } from "./add-once.js";
import type { BuyerClock } from "./buyer-clock.js";
import { addPeriod, noEnd, weekdaysLater, workingDayFrom } from "./local-period.js";
import type { Period, ReturnRight } from "./return-fact.js";
import type { ReturnContext } from "./return-context.js";
import type { WindowStart } from "./window-start.js";

type Window = ReturnRight["window"];

/** Between which last days a window ends, as far as the case tells: the same twice where it tells it all. */
interface EndRange {
  /** The right lasts at least until the end of this day; undefined where not even that is known. */
  readonly earliest: LocalDate | undefined;
  readonly latest: LocalDate;
}

/** Between which last days a window ends in one calendar; `missing` takes what would have told more. */
export function endRange(window: Window, start: WindowStart, context: ReturnContext, clock: BuyerClock, missing: string[]): EndRange {
  if (window.within === null) return { earliest: noEnd, latest: noEnd };
  const periods = periodsOf(window.within, context, missing);
  if ("at" in start) {
    const from = clock.dateOf(start.at);
    let { earliest, latest } = lastDays(window, from, periods[0] as Period, context, clock, missing);
    for (let at = 1; at < periods.length; at += 1) {
      const other = lastDays(window, from, periods[at] as Period, context, clock, missing);
      if (other.earliest < earliest) earliest = other.earliest;
      if (other.latest > latest) latest = other.latest;
    }
    return { earliest, latest };
  }
  addOnce(missing, start.missing);
  return { earliest: earliestDay(window, start, context, clock), latest: noEnd };
}

/** That of the seller's tier; a seller of an unknown one has any of them, and which is the shortest hangs on the day they start. */
function periodsOf(within: Exclude<Window["within"], null>, { caseFile }: ReturnContext, missing: string[]): readonly Period[] {
  if (!("bySellerTier" in within)) return [within];
  const tier = caseFile.order?.sellerTier ?? "";
  const known = Object.hasOwn(within.bySellerTier, tier) ? within.bySellerTier[tier] : undefined;
  if (known !== undefined) return [known];
  addOnce(missing, "order.sellerTier");
  return Object.values(within.bySellerTier);
}

function lastDays(
  window: Window,
  start: LocalDate,
  within: Period,
  context: ReturnContext,
  clock: BuyerClock,
  missing: string[],
): { earliest: LocalDate; latest: LocalDate } {
  const opens = window.opensAfter === undefined ? start : addPeriod(start, window.opensAfter);
  const base = rolled(window, lastDay(opens, within, window), context, missing);
  const { withdrawalInformed, withdrawalInformedAt } = context.caseFile.order ?? {};
  const toldAt = readInstant(withdrawalInformedAt);
  if (window.uninformed === undefined || (withdrawalInformed === true && toldAt === undefined)) return base;

  const extended = {
    earliest: rolled(window, addPeriod(base.earliest, window.uninformed), context, missing).earliest,
    latest: rolled(window, addPeriod(base.latest, window.uninformed), context, missing).latest,
  };
  if (toldAt !== undefined) {
    const told = rolled(window, addPeriod(clock.dateOf(toldAt), within), context, missing);
    return {
      earliest: inside(told.earliest, base.earliest, extended.earliest),
      latest: inside(told.latest, base.latest, extended.latest),
    };
  }
  if (withdrawalInformed === false) return extended;
  addOnce(missing, "order.withdrawalInformed");
  return { earliest: base.earliest, latest: extended.latest };
}

/** The last day that is sure: that of `endRange`, without what only the latest one hangs on. */
export function earliestDay(window: Window, start: WindowStart, context: ReturnContext, clock: BuyerClock): LocalDate | undefined {
  if (window.within === null) return noEnd;
  const known = "at" in start ? start.at : start.notBefore;
  if (known === undefined) return undefined;
  const from = clock.dateOf(known);
  const { within } = window;
  if (!("bySellerTier" in within)) return earliestOf(window, from, within, context, clock);
  return periodsOf(within, context, [])
    .map((period) => earliestOf(window, from, period, context, clock))
    .reduce((first, day) => (day < first ? day : first));
}

function earliestOf(window: Window, from: LocalDate, within: Period, context: ReturnContext, clock: BuyerClock): LocalDate {
  const { opensAfter, uninformed } = window;
  const base = rolledOnce(window, lastDay(opensAfter === undefined ? from : addPeriod(from, opensAfter), within, window), context);
  if (uninformed === undefined) return base;
  const { withdrawalInformed, withdrawalInformedAt } = context.caseFile.order ?? {};
  const toldAt = readInstant(withdrawalInformedAt);
  if (toldAt === undefined && withdrawalInformed !== false) return base;
  const extended = rolledOnce(window, addPeriod(base, uninformed), context);
  return toldAt === undefined ? extended : inside(rolledOnce(window, addPeriod(clock.dateOf(toldAt), within), context), base, extended);
}

function lastDay(start: LocalDate, within: Period, { firstDayCounts }: Window): LocalDate {
  const end = addPeriod(start, within);
  return firstDayCounts === true ? addDays(end, -1) : end;
}

/** A day that isn't a working day moves on. Where nobody listed the holidays, it may be one, and so may the next ones. */
function rolled(
  { endsOnWorkingDay }: Window,
  end: LocalDate,
  { holidays, country }: ReturnContext,
  missing: string[],
): { earliest: LocalDate; latest: LocalDate } {
  if (endsOnWorkingDay === undefined) return { earliest: end, latest: end };
  const earliest = workingDayFrom(end, holidays);
  if (holidays !== undefined) return { earliest, latest: earliest };
  addOnce(missing, `packs.public-holidays.${country ?? "*"}`);
  return { earliest, latest: weekdaysLater(earliest, endsOnWorkingDay.holidaysInARow) };
}

/** The first day that it may be. */
function rolledOnce({ endsOnWorkingDay }: Window, end: LocalDate, { holidays }: ReturnContext): LocalDate {
  return endsOnWorkingDay === undefined ? end : workingDayFrom(end, holidays);
}

function inside(date: LocalDate, from: LocalDate, to: LocalDate): LocalDate {
  return date < from ? from : date > to ? to : date;
}
