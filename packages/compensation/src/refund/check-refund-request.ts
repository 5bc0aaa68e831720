import { InvalidCaseError, quoted, type Finding } from "@amends/core/errors";
import { isoCountry } from "@amends/core/model";
import { readInstant } from "@amends/core/time";
import type { RefundRequest } from "./refund-plan.js";

const bearers: readonly unknown[] = ["seller", "customer"];
const orders: readonly unknown[] = ["sequence", "proportion"];

/** A request of which everything but the money is well-formed, its destination in ISO 3166-1. */
export function checkRefundRequest(given: RefundRequest): RefundRequest {
  if (!isObject(given)) throw new InvalidCaseError([wrong("request", given, "an object with what to refund")], head);
  const { differenceBorneBy, returnOrder, payments, lastFour, destination, paidAt, placedAt, ...currencies } = given as {
    [Key in keyof RefundRequest]: unknown;
  };
  const country = countryOf(destination);
  const found = [
    ...currencyFindings("paymentCurrency", currencies.paymentCurrency),
    ...currencyFindings("storeCurrency", currencies.storeCurrency),
    ...(isAbsent(differenceBorneBy) || bearers.includes(differenceBorneBy)
      ? []
      : [wrong("differenceBorneBy", differenceBorneBy, "seller or customer")]),
    ...orderFindings(returnOrder),
    ...instantFindings("paidAt", paidAt),
    ...instantFindings("placedAt", placedAt),
    ...digitFindings("lastFour", lastFour),
    ...paymentFindings(payments),
    ...(country === undefined ? [wrong("destination", destination, "ISO 3166-1 alpha-2, such as DE")] : []),
  ];
  if (found.length > 0) throw new InvalidCaseError(found, head);
  return {
    ...given,
    differenceBorneBy: given.differenceBorneBy ?? undefined,
    returnOrder: given.returnOrder ?? undefined,
    payments: given.payments ?? undefined,
    destination: country,
  };
}

const head = "The refund can't be planned:";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
const isAbsent = (value: unknown): boolean => value === undefined || value === null;

function wrong(path: string, value: unknown, expected: string): Finding {
  return { code: "case_value_invalid", message: `${quoted(value)} is not ${expected}`, path, expected };
}

/** Null where nothing is said, undefined where it is no country. */
function countryOf(destination: unknown): string | null | undefined {
  if (isAbsent(destination)) return null;
  if (typeof destination !== "string") return undefined;
  const code = destination.trim().toUpperCase();
  if (code === "") return null;
  return /^[A-Z]{2}$/.test(code) ? isoCountry(code) : undefined;
}

/** Which currency it is, the money's own check tells. */
function currencyFindings(path: string, value: unknown): Finding[] {
  return typeof value === "string" ? [] : [wrong(path, value, "a currency, such as EUR")];
}

function instantFindings(path: string, value: unknown): Finding[] {
  if (isAbsent(value) || value === "" || readInstant(value) !== undefined) return [];
  return [{ ...wrong(path, value, "an instant: ISO 8601 with an offset, such as 2026-03-03T15:00:00Z"), code: "invalid_instant" }];
}

/** Four digits and no more: a whole card number has no place in a notice, nor in the finding on it. */
function digitFindings(path: string, value: unknown): Finding[] {
  if (isAbsent(value) || value === "" || (typeof value === "string" && /^\d{4}$/.test(value))) return [];
  const expected = 'the last four digits as text, such as "4242"';
  return [{ code: "case_value_invalid", message: `this is not ${expected}`, path, expected }];
}

function orderFindings(order: unknown): Finding[] {
  if (isAbsent(order)) return [];
  if (!isObject(order)) return [wrong("returnOrder", order, 'an object such as { by: "proportion" }')];
  const { by, methods } = order as { by?: unknown; methods?: unknown };
  if (!orders.includes(by)) return [wrong("returnOrder.by", by, "sequence or proportion")];
  if (by === "proportion" || (Array.isArray(methods) && methods.every((method) => typeof method === "string"))) return [];
  return [wrong("returnOrder.methods", methods, "a list of methods")];
}

function paymentFindings(payments: unknown): Finding[] {
  if (isAbsent(payments)) return [];
  if (!Array.isArray(payments)) return [wrong("payments", payments, "a list of payments")];
  return payments.flatMap((payment: unknown, index) => {
    const path = `payments[${index}]`;
    if (!isObject(payment)) return [wrong(path, payment, "a payment: an object with method and amount")];
    const { method, paidAt, lastFour } = payment as { method?: unknown; paidAt?: unknown; lastFour?: unknown };
    const unnamed = typeof method === "string" ? [] : [wrong(`${path}.method`, method, "a method, such as card")];
    return [...unnamed, ...instantFindings(`${path}.paidAt`, paidAt), ...digitFindings(`${path}.lastFour`, lastFour)];
  });
}
