import { addDays, readInstant, type Instant, type LocalDate } from "@amends/core/time";
import { addOnce } from "./add-once.js";
import { earliestClocks, type BuyerClock } from "./buyer-clock.js";
import { addPeriod, noEnd, weekdaysLater, workingDayFrom } from "./local-period.js";
import type { Period, ReturnRight } from "./return-fact.js";
import type { ReturnContext } from "./return-context.js";
import { windowStart, type WindowStart } from "./window-start.js";

type Window = ReturnRight["window"];

/** Between which last days a window ends, as far as the case tells: the same twice where it tells it all. */
interface EndRange {
  /** The right lasts at least until the end of this day; undefined where not even that is known. */
  readonly earliest: LocalDate | undefined;
  readonly latest: LocalDate;
}

/** Whether a right was open when the buyer asked, its last day, and what would have told more. */
export interface WindowVerdict {
  readonly open: boolean | undefined;
  /** The last day that is sure; null without a fixed end. Undefined where none is sure. */
  readonly until: LocalDate | null | undefined;
  readonly untilAt: Instant | null | undefined;
  readonly missing: readonly string[];
}

/** Judges a window in every calendar that may be the buyer's: it is open, or shut, where all of them say so. */
export function judgeWindow(window: Window, context: ReturnContext): WindowVerdict {
  return judge(window, context, true);
}

/** Whether a window is open in every calendar that may be the buyer's, or shut in all; what would have told where they differ. */
export function isWindowOpen(window: Window, context: ReturnContext): Pick<WindowVerdict, "open" | "missing"> {
  return judge(window, context, false);
}

/** Where nobody wants to know when it ends, that needn't be found out. */
function judge(window: Window, context: ReturnContext, wantsEnd: boolean): WindowVerdict {
  const { caseFile, asked, zone } = context;
  const start = windowStart(caseFile, window.from, asked.at);
  const clocks = zone === null ? earliestClocks(context.clocks, ...datedBy(start, context)) : context.clocks;
  const missing: string[] = [];
  let open: boolean | undefined;
  let known = true;
  let until: LocalDate | undefined;
  let untilAt: Instant | undefined;
  for (let index = 0; index < clocks.length; index += 1) {
    const clock = clocks[index] as BuyerClock;
    const { earliest, latest } = endRange(window, start, context, clock, missing);
    const askedOn = clock.dateOf(asked.at);
    const isOpen = earliest !== undefined && askedOn <= earliest ? true : askedOn > latest ? false : undefined;
    open = index === 0 || isOpen === open ? isOpen : undefined;
    if (earliest === undefined) known = false;
    else if (earliest !== noEnd) {
      const endsAt = wantsEnd ? clock.endOf(earliest) : 0;
      if (untilAt === undefined || endsAt < untilAt) {
        until = earliest;
        untilAt = endsAt;
      }
    }
  }
  if (zone === null && until !== undefined) addOnce(missing, "customer.zone");
  if (!known) return { open, until: undefined, untilAt: undefined, missing };
  return { open, until: until ?? null, untilAt: untilAt ?? null, missing };
}

/** The instants whose dates decide a window. */
function datedBy(start: WindowStart, { caseFile, asked }: ReturnContext): Instant[] {
  const toldAt = readInstant(caseFile.order?.withdrawalInformedAt);
  return [asked.at, "at" in start ? start.at : start.notBefore, toldAt].filter((at) => at !== undefined);
}

function endRange(window: Window, start: WindowStart, context: ReturnContext, clock: BuyerClock, missing: string[]): EndRange {
  if (window.within === null) return { earliest: noEnd, latest: noEnd };
  const { shortest, longest } = periodsOf(window.within, context, missing);
  if ("at" in start) {
    const from = clock.dateOf(start.at);
    const days = lastDays(window, from, shortest, context, clock, missing);
    if (longest === shortest) return days;
    return { earliest: days.earliest, latest: lastDays(window, from, longest, context, clock, missing).latest };
  }
  addOnce(missing, start.missing);
  const earliest =
    start.notBefore === undefined ? undefined : lastDays(window, clock.dateOf(start.notBefore), shortest, context, clock, []).earliest;
  return { earliest, latest: noEnd };
}

/** By seller tier; a seller of an unknown one has one of them. */
function periodsOf(
  within: Exclude<Window["within"], null>,
  { caseFile }: ReturnContext,
  missing: string[],
): { shortest: Period; longest: Period } {
  if (!("bySellerTier" in within)) return { shortest: within, longest: within };
  const tier = caseFile.order?.sellerTier ?? "";
  const known = Object.hasOwn(within.bySellerTier, tier) ? within.bySellerTier[tier] : undefined;
  if (known !== undefined) return { shortest: known, longest: known };
  addOnce(missing, "order.sellerTier");
  const sorted = Object.values(within.bySellerTier).sort((a, b) => (addPeriod(anyDate, a) < addPeriod(anyDate, b) ? -1 : 1));
  return { shortest: sorted[0] as Period, longest: sorted.at(-1) as Period };
}

/** Periods are ordered by where they end from one date. */
const anyDate: LocalDate = "2001-01-01";

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
  const earliest = workingDayFrom(end, (date) => holidays?.has(date) ?? false);
  if (holidays !== undefined) return { earliest, latest: earliest };
  addOnce(missing, `packs.public-holidays.${country ?? "*"}`);
  return { earliest, latest: weekdaysLater(earliest, endsOnWorkingDay.holidaysInARow) };
}

function inside(date: LocalDate, from: LocalDate, to: LocalDate): LocalDate {
  return date < from ? from : date > to ? to : date;
}
