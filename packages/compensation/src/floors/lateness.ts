import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import type { Instant } from "@amends/core/time";
import { earliestClocks, type BuyerClock } from "../returns/buyer-clock.js";
import { addPeriod, noEnd } from "../returns/local-period.js";
import { returnContext, type ReturnContext } from "../returns/return-context.js";
import { canBeCounted, latestSure } from "./can-be-counted.js";
import { calledAt, dueStart, type DueStart } from "./due-start.js";
import { hasHappened } from "./has-happened.js";
import { lastDays } from "./last-days.js";
import type { Overdue } from "./overdue.js";
import { sureLateness, uncertain } from "./sure-lateness.js";

/** Whether a few looks at the case show that the seller isn't late, which is so of nearly all cases. */
export function isSurelyNotLate(overdue: Overdue, caseFile: CaseFile, status: unknown, now: Instant): boolean {
  if (hasHappened(overdue, caseFile, status) || caseFile.returnRequest?.refundedAt) return true;
  if (isExcused(overdue, status)) return true;
  const sure = sureLateness(overdue);
  const start = dueStart(overdue, caseFile);
  if (start !== undefined && now < start.at + (start.isStated ? 0 : sure.inTimeFor)) return true;
  const called = overdue.further === undefined ? undefined : calledAt(caseFile);
  return called !== undefined && now < called.at + sure.furtherFor;
}

/** Whether the parcel stands where it isn't the seller who is late, or where something else is owed. */
export function isExcused({ unless }: Overdue, status: unknown): boolean {
  return unless?.some((excused) => excused === status) === true;
}

/**
 * Whether the seller is late: the last day, and what the buyer has to grant after it, are over in every calendar that may be the
 * buyer's. Else what would tell: the date it is counted from, or what decides between the possible calendars.
 */
export function isLate(overdue: Overdue, caseFile: CaseFile, context: Context): boolean | readonly string[] {
  const start = dueStart(overdue, caseFile);
  if (start === undefined) return [overdue.within.from];
  if (start.at >= latestSure) return false;
  const called = calledAt(caseFile);
  return isSurelyLate(overdue, start, called?.at, caseFile, context) || judge(overdue, start, called?.at, caseFile, context);
}

function isSurelyLate(overdue: Overdue, start: DueStart, called: Instant | undefined, caseFile: CaseFile, context: Context): boolean {
  const { lateAfter, furtherAfter } = sureLateness(overdue);
  if (!canBeCounted(caseFile, context)) return false;
  const late = start.at + (start.isStated ? uncertain : lateAfter);
  if (overdue.further === undefined) return context.now >= late;
  return called !== undefined && context.now >= Math.max(late, called) + furtherAfter;
}

function judge(
  overdue: Overdue,
  start: DueStart,
  called: Instant | undefined,
  caseFile: CaseFile,
  context: Context,
): boolean | readonly string[] {
  const reading = returnContext(caseFile, context);
  const instants = [context.now, start.at, ...(called === undefined ? [] : [called])];
  const clocks = reading.zone === null ? earliestClocks(reading.clocks, ...instants) : reading.clocks;
  const missing: string[] = [];
  const verdicts = new Set(clocks.map((clock) => judgeIn(clock, overdue, start, called, reading, context.now, missing)));
  const [verdict] = verdicts;
  if (verdicts.size === 1 && verdict !== undefined) return verdict;
  return [...new Set([...(verdicts.has(undefined) ? missing : []), ...(verdicts.size > 1 ? ["customer.zone"] : [])])];
}

function judgeIn(
  clock: BuyerClock,
  overdue: Overdue,
  start: DueStart,
  called: Instant | undefined,
  reading: ReturnContext,
  now: Instant,
  missing: string[],
): boolean | undefined {
  const today = clock.dateOf(now);
  const { further } = overdue;
  let { earliest, latest } = lastDays(overdue, start, reading, clock, missing);
  if (further !== undefined) {
    const from = called === undefined ? undefined : clock.dateOf(called);
    if (from === undefined) missing.push("ticket.createdAt");
    const [first, last] = [from ?? earliest, from ?? noEnd];
    earliest = addPeriod(first > earliest ? first : earliest, further);
    latest = addPeriod(last > latest ? last : latest, further);
  }
  return today > latest ? true : today <= earliest ? false : undefined;
}
