import type { Context } from "@amends/core/stage";
import { contextFor } from "@amends/core/stage";
import { addDays, localDateOf, readInstant } from "@amends/core/time";
import { refundAmounts, refundParts } from "./refund-amounts.js";
import { refundArrival, refundZone } from "./refund-arrival.js";
import { refundMethod, type RefundMethod } from "./refund-method.js";
import type { RefundArrival, RefundPlan, RefundRequest, RefundStage } from "./refund-plan.js";

const dayMilliseconds = 86_400_000;

/**
 * A refund, exact in the currency of the payment and in the store's, with the dates on which the customer is told something.
 *
 * The customer gets back what was paid and the seller bears what rates changed, unless the request says otherwise. The arrival is a
 * range of dates by the payment method; a method nobody described, or whose time isn't verified, has none and is in `missing`.
 *
 * @throws {RateMissingError} where a rate that is needed is absent or too old.
 * @throws {InvalidMoneyError} for an amount of zero or less, in a third currency, or whose parts don't add up to it.
 * @throws {InvalidCaseError} where the context has no `now`.
 * @example
 * import { planRefund } from "@amends/compensation";
 * const plan = planRefund(
 *   { amount: { amount: "89.90", currency: "USD" }, paymentCurrency: "USD", storeCurrency: "EUR", paymentMethod: "card",
 *     rates: { base: "USD", date: "2026-03-03", rates: { EUR: "0.92" } } },
 *   { now: Date.UTC(2026, 2, 3, 15) },
 * );
 * [plan.refund.amount, plan.cost]; // => ["89.90", { amount: "82.71", currency: "EUR" }]
 * [plan.arrival?.from, plan.arrival?.to]; // => ["2026-03-10", "2026-03-17"]
 */
export function planRefund(request: RefundRequest, context: Partial<Context>): RefundPlan {
  const { now, zones } = contextFor({}, context);
  const amounts = refundAmounts(request, now);
  const method = request.paymentMethod ? refundMethod(request.paymentMethod) : undefined;
  const late = method !== undefined && isTooLate(method, request, now);
  const arrival = method === undefined || late ? null : refundArrival(method, request, now, zones);
  const notes = [
    method?.note,
    late ? `the time for a refund to the source, ${method.refundableDays} days, is over: ask for a bank account` : undefined,
  ];
  const note = notes.filter((each) => each !== undefined).join("; ");
  return {
    ...amounts,
    parts: refundParts(request, amounts.refund),
    arrival,
    toSource: method === undefined ? null : method.toSource && !late,
    stages: stagesOf(localDateOf(now, refundZone(request), zones), arrival),
    source: method?.source ?? null,
    confidence: method?.confidence ?? null,
    note: note === "" ? null : note,
    missing: missingOf(request, method, arrival),
  };
}

function isTooLate({ refundableDays }: RefundMethod, { paidAt }: RefundRequest, now: number): boolean {
  const paid = readInstant(paidAt);
  return refundableDays !== undefined && paid !== undefined && now - paid > refundableDays * dayMilliseconds;
}

function stagesOf(today: string, arrival: RefundArrival | null): RefundStage[] {
  return [
    { stage: "approved", on: today },
    { stage: "sent", on: today },
    { stage: "arrives", on: arrival?.to ?? null },
    // What hasn't come the day after is traced with the provider, before the customer asks.
    { stage: "trace", on: arrival === null ? null : addDays(arrival.to, 1) },
  ];
}

function missingOf({ paymentMethod }: RefundRequest, method: RefundMethod | undefined, arrival: RefundArrival | null): string[] {
  if (!paymentMethod) return ["order.paymentMethod"];
  if (method === undefined) return [`packs.refundMethods.${paymentMethod}`];
  return arrival === null ? [`packs.refundMethods.${method.method}.arrival`] : [];
}
