import { AmendsError } from "@amends/core/errors";
import { toMinorUnits } from "@amends/core/money";
import { contextFor, type Context } from "@amends/core/stage";
import { localDateOf, readInstant } from "@amends/core/time";
import { checkRefundRequest } from "./check-refund-request.js";
import { refundAmounts } from "./refund-amounts.js";
import { refundCalendar } from "./refund-calendar.js";
import { meansOfPayment, type LostWish } from "./refund-means.js";
import { methodWord, refundMethod } from "./refund-method.js";
import { refundNotices, refundStages } from "./refund-notices.js";
import { refundOfPayment } from "./refund-of-payment.js";
import { refundFacts, type FactOf, type RefundFacts } from "./refund-pack.js";
import { refundParts } from "./refund-parts.js";
import type { ReturnOrderRule } from "./refund-payment.js";
import type { PaymentRefund, RefundArrival, RefundPlan, RefundRequest } from "./refund-plan.js";
import { openPayments, splitPayments } from "./split-payments.js";

/**
 * A refund, exact in the currency of the payment and in the store's, shared among the payments it goes back to, with the dates on
 * which the customer is told something.
 *
 * The customer gets back what was paid and the seller bears what rates changed, unless the request says otherwise and the law of the
 * destination doesn't. The arrival is a range of dates by the payment method, in business days of the destination; a method nobody
 * described, or whose time isn't verified, has none and is in `missing`. Methods, terms and law are dated facts (`refundMethods` and
 * `refundTerms` in `context.packs` go before the standard ones), holidays come from the pack `public-holidays`.
 *
 * @throws {RateMissingError} where a rate that is needed is absent or too old.
 * @throws {InvalidMoneyError} for an amount of zero or less, also once it is converted, in a third currency, whose parts don't add up to
 * it, or above what the payments have left, wherever it goes; and for a payment that is listed twice.
 * @throws {InvalidCaseError} where the context has no `now`, and for a word, an instant or a destination that can't be read.
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
export function planRefund(given: RefundRequest, context: Partial<Context>): RefundPlan {
  const request = checkRefundRequest(given);
  const full = contextFor({}, context);
  const facts = refundFacts(full, readInstant(request.placedAt) ?? readInstant(request.paidAt));
  const decided = meansOfPayment(request, facts);
  const rates = required(facts.rates, "rates", "refundTerms");
  const wished = request.differenceBorneBy ?? rates.value.differenceBorneBy;
  const { raised, ...amounts } = refundAmounts(request, full.now, {
    maximumAgeDays: request.maximumRateAgeDays ?? rates.value.maximumAgeDays,
    rounding: rates.value.rounding,
    borneBy: wished,
    noLessThanPaid: decided.rule?.value.noLessThanPaid ?? false,
  });
  const { order, lost: lostOrder } = returnOrder(request, facts, decided.rule);
  const calendar = refundCalendar(request, full, facts);
  const payments = targetsOf(request, amounts.refund, order, decided.means.refundTo, facts).map((target) =>
    refundOfPayment(target, facts, calendar, full),
  );
  const paid = payments.filter(({ amount }) => toMinorUnits(amount) > 0n);
  const only = paid.length === 1 ? paid[0] : undefined;
  const arrival = arrivalOf(paid);
  const today = localDateOf(full.now, calendar.zone, full.zones);
  return {
    ...amounts,
    parts: refundParts(request, amounts.refund),
    costParts: refundParts(request, amounts.cost),
    payments,
    order,
    means: decided.means,
    lost: [...decided.lost, ...lostOrder, ...(raised && decided.rule ? [lostBearer(wished, decided.rule)] : [])],
    arrival,
    toSource: paid.some(({ toSource }) => toSource === null) ? null : paid.every(({ toSource }) => toSource),
    stages: refundStages(today, arrival),
    notices: refundNotices(amounts.refund, today, payments, arrival, facts.notices),
    source: only?.source ?? null,
    confidence: only?.confidence ?? null,
    note: only?.note ?? null,
    missing: [
      ...new Set([
        ...paid.flatMap(({ missing }) => missing),
        ...calendar.missing,
        ...decided.missing,
        ...missingLaw(request, facts, wished),
      ]),
    ],
  };
}

type Targets = Parameters<typeof refundOfPayment>[0][];

function targetsOf(
  request: RefundRequest,
  refund: RefundPlan["refund"],
  { order }: ReturnOrderRule,
  to: string | null,
  facts: RefundFacts,
): Targets {
  const { payments, paymentMethod, lastFour, paidAt } = request;
  const whole = { id: null, amount: refund, left: null, points: null, paidAt };
  if (payments !== undefined && payments.length > 0) openPayments(refund, payments);
  if (to !== null) return [{ ...whole, method: to, lastFour: null, elsewhere: true }];
  if (payments === undefined || payments.length === 0) return [{ ...whole, method: paymentMethod || null, lastFour, elsewhere: false }];
  const nameOf = (method: string) => refundMethod(method, facts.methods)?.value.method ?? methodWord(method);
  return splitPayments(refund, payments, order, nameOf).map(({ payment, amount, left, points }) => ({
    id: payment.id ?? null,
    method: payment.method,
    lastFour: payment.lastFour,
    amount,
    left,
    points,
    paidAt: payment.paidAt ?? paidAt,
    elsewhere: false,
  }));
}

/** The law's order where it has one, else the request's, else the terms'. */
function returnOrder(
  { returnOrder: wish, payments }: RefundRequest,
  facts: RefundFacts,
  law: FactOf<"means"> | undefined,
): { order: ReturnOrderRule; lost: LostWish[] } {
  const legal = law?.value.order;
  if (law !== undefined && legal !== undefined) {
    const gaveWay = wish !== undefined && (payments?.length ?? 0) > 1 && wish.by !== legal.by;
    return {
      order: { order: legal, fact: law.id, because: law.value.because, source: law.source },
      lost: gaveWay ? [{ wish: "returnOrder", value: wish.by, fact: law.id, because: law.value.because }] : [],
    };
  }
  if (wish !== undefined) return { order: { order: wish, fact: null, because: "The request says so.", source: null }, lost: [] };
  const { id, source, value } = required(facts.order, "order", "refundTerms");
  return { order: { order: value.order, fact: id, because: value.because, source }, lost: [] };
}

function lostBearer(value: string, { id, value: { because } }: FactOf<"means">): LostWish {
  return { wish: "differenceBorneBy", value, fact: id, because };
}

/** Who bears a difference, and what several payments get, the law may decide: then its date is missing where a country is known. */
function missingLaw(request: RefundRequest, facts: RefundFacts, wished: string): string[] {
  const matters = (request.payments?.length ?? 0) > 1 || wished === "customer";
  return matters && facts.means === undefined && request.destination ? ["order.placedAt"] : [];
}

function arrivalOf(payments: readonly PaymentRefund[]): RefundArrival | null {
  const arrivals = payments.flatMap(({ arrival }) => (arrival === null ? [] : [arrival]));
  const [first, ...others] = arrivals;
  if (first === undefined || arrivals.length < payments.length) return null;
  const last = others.reduce((latest, one) => (one.to > latest.to ? one : latest), first);
  const from = others.reduce((earliest, one) => (one.from < earliest ? one.from : earliest), first.from);
  return { from, to: last.to, counted: last.counted };
}

/** Terms that a host may replace but not remove. */
function required<Fact>(fact: Fact | undefined, kind: string, pack: string): Fact {
  if (fact !== undefined) return fact;
  const message = `no fact of the kind "${kind}" is in force`;
  throw new AmendsError({
    code: "pack_invalid",
    message: `The pack "${pack}" can't be used: ${message}`,
    findings: [{ code: "pack_invalid", message, path: `packs.${pack}.facts`, expected: "one that holds today", fix: "add one" }],
  });
}
