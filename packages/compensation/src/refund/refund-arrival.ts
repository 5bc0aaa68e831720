import { addBusinessDays, addDays, localDateOf, type LocalDate, type ZoneProvider } from "@amends/core/time";
import type { RefundCalendar } from "./refund-calendar.js";
import type { RefundMethod } from "./refund-pack.js";
import type { RefundArrival, RefundDelay } from "./refund-plan.js";

/** The local dates between which the money arrives; null for a method whose time nobody knows. */
export function refundArrival({ arrival }: RefundMethod, calendar: RefundCalendar, now: number, zones: ZoneProvider): RefundArrival | null {
  if (arrival === null) return null;
  if ("days" in arrival) {
    const today = localDateOf(now, calendar.zone, zones);
    const [least, most] = arrival.days;
    return { from: addDays(today, least), to: addDays(today, most), counted: arrival };
  }
  const [least, most] = arrival.businessDays;
  return {
    from: addBusinessDays(calendar.compiled, now, least),
    to: addBusinessDays(calendar.compiled, now, most),
    counted: arrival,
  };
}

/** Why the money isn't there at once, with what the explanation is about; null for a method of which no delay is told. */
export function refundDelay(
  { delay }: RefundMethod,
  arrival: RefundArrival | null,
  calendar: RefundCalendar,
  sentOn: LocalDate,
): RefundDelay | null {
  if (delay === undefined) return null;
  const { explanation, says, reference = null } = delay;
  const counted = arrival !== null && "businessDays" in arrival.counted;
  const holidays = counted ? datesBetween(sentOn, arrival.to).filter((date) => calendar.isHoliday(date)) : [];
  return { explanation, says, reference, sentOn, from: arrival?.from ?? null, to: arrival?.to ?? null, holidays };
}

function datesBetween(after: LocalDate, until: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = addDays(after, 1); date <= until; date = addDays(date, 1)) dates.push(date);
  return dates;
}
