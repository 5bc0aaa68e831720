import { toMinorUnits, type Money } from "@amends/core/money";
import type { Context } from "@amends/core/stage";
import { localDateOf, readInstant } from "@amends/core/time";
import { refundArrival, refundDelay } from "./refund-arrival.js";
import type { RefundCalendar } from "./refund-calendar.js";
import { refundMethod } from "./refund-method.js";
import type { RefundFacts, RefundMethod } from "./refund-pack.js";
import type { PaymentRefund } from "./refund-plan.js";

const dayMilliseconds = 86_400_000;

interface Target {
  readonly id: string | null;
  readonly method: string | null;
  readonly lastFour: string | null | undefined;
  readonly amount: Money;
  readonly left: Money | null;
  readonly points: number | null;
  readonly paidAt: string | null | undefined;
  /** Whether the money goes somewhere it didn't come from. */
  readonly elsewhere: boolean;
}

/** What goes back to one payment, when it arrives, and what isn't known of it. */
export function refundOfPayment(
  { id, method: name, lastFour, amount, left, points, paidAt, elsewhere }: Target,
  facts: RefundFacts,
  calendar: RefundCalendar,
  { now, zones }: Context,
): PaymentRefund {
  const fact = name === null ? undefined : refundMethod(name, facts.methods);
  const method = fact?.value;
  const late = method !== undefined && !elsewhere && isTooLate(method, paidAt, now);
  const nothing = toMinorUnits(amount) === 0n;
  const arrival = method === undefined || late || nothing ? null : refundArrival(method, calendar, now, zones);
  const notes = [
    method?.remark,
    late ? `the time for a refund to the source, ${method.refundableDays} days, is over: ask for a bank account` : undefined,
  ].filter((each) => each !== undefined);
  const missing = nothing
    ? []
    : name === null
      ? ["order.paymentMethod"]
      : fact === undefined
        ? [`packs.refundMethods.${name}`]
        : arrival === null
          ? [`packs.refundMethods.${fact.value.method}.arrival`]
          : "businessDays" in arrival.counted
            ? calendar.missingHolidays
            : [];
  return {
    id,
    method: name,
    ...(lastFour ? { lastFour } : {}),
    amount,
    points,
    left,
    arrival,
    toSource: method === undefined ? null : !elsewhere && method.toSource && !late,
    delay: method === undefined || nothing || late ? null : refundDelay(method, arrival, calendar, localDateOf(now, calendar.zone, zones)),
    fact: fact?.id ?? null,
    source: fact?.source ?? null,
    confidence: fact?.confidence ?? null,
    note: notes.length === 0 ? null : notes.join("; "),
    missing,
  };
}

function isTooLate({ refundableDays }: RefundMethod, paidAt: string | null | undefined, now: number): boolean {
  const paid = readInstant(paidAt);
  return refundableDays !== undefined && paid !== undefined && now - paid > refundableDays * dayMilliseconds;
}
