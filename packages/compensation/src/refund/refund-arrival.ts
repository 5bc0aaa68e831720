import { addBusinessDays, addDays, compileCalendar, localDateOf, type ZoneProvider } from "@amends/core/time";
import { weekdayCalendar } from "../deadlines/weekday-calendar.js";
import type { RefundMethod } from "./refund-method.js";
import type { RefundArrival, RefundRequest } from "./refund-plan.js";

/** The zone of a refund's dates. */
export function refundZone({ zone, calendar }: RefundRequest): string {
  return zone ?? calendar?.zone ?? "UTC";
}

/** The local dates between which the money arrives; null for a method whose time nobody knows. */
export function refundArrival({ arrival }: RefundMethod, request: RefundRequest, now: number, zones: ZoneProvider): RefundArrival | null {
  if (arrival === null) return null;
  if ("days" in arrival) {
    const today = localDateOf(now, refundZone(request), zones);
    const [least, most] = arrival.days;
    return { from: addDays(today, least), to: addDays(today, most), counted: arrival };
  }
  const calendar =
    request.calendar === undefined ? weekdayCalendar(refundZone(request), zones) : compileCalendar(request.calendar, { zones });
  const [least, most] = arrival.businessDays;
  return { from: addBusinessDays(calendar, now, least), to: addBusinessDays(calendar, now, most), counted: arrival };
}
