import { intlZoneProvider } from "../time/intl-zone-provider.js";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../model/case-file.js";
import { caseFacts } from "./case-facts.js";
import { numberFact } from "./define-fact.js";
import { readFact } from "./read-fact.js";

const now = Date.UTC(2026, 2, 3, 15, 0, 0, 900);
const read = (name: string, caseFile: CaseFile, currency?: string, parameters: Record<string, unknown> = {}) =>
  readFact(
    name,
    caseFile,
    { ...caseFacts, "x.limit": numberFact({ description: "", example: 1, derive: (_, { parameter }) => parameter("limit") as number }) },
    {
      now,
      zones: intlZoneProvider,
      parameter: (wanted) => parameters[wanted],
      context: undefined,
    },
    currency,
  );

const rates = { base: "USD", date: "2026-03-01", rates: { EUR: "0.50" } };
const order = (amount: string, currency: string): CaseFile => ({ order: { total: { amount, currency } }, rates });

describe("readFact", () => {
  it("follows a name into the case, through own members only", () => {
    expect(read("customer.orders", { customer: { orders: 6 } })).toEqual({ value: 6 });
    expect(read("customer.vip", { customer: { vip: false } })).toEqual({ value: false });
    for (const name of ["customer.constructor", "customer.orders.toFixed", "none", "__proto__"]) {
      expect(read(name, { customer: { orders: 6 } })).toEqual({ missing: name });
    }
  });

  it("takes null, and an empty instant, country or zone, for absent", () => {
    expect(read("customer.country", { customer: { country: "" } })).toEqual({ missing: "customer.country" });
    expect(read("customer.zone", { customer: { zone: "" } })).toEqual({ missing: "customer.zone" });
    expect(read("customer.orders", { customer: { orders: null } })).toEqual({ missing: "customer.orders" });
    expect(read("customer.orders", {})).toEqual({ missing: "customer.orders" });
    expect(read("order.placedAt", { order: { placedAt: "" } })).toEqual({ missing: "order.placedAt" });
    expect(read("ticket.text", { ticket: { channel: "email", text: "" } })).toEqual({ value: "" });
  });

  it("gives instants in UTC to the second, so that texts compare as times", () => {
    expect(read("now", {})).toEqual({ value: "2026-03-03T15:00:00Z" });
    expect(read("order.placedAt", { order: { placedAt: "2026-03-03T15:00:00.700+02:00" } })).toEqual({ value: "2026-03-03T13:00:00Z" });
  });

  it("derives facts, with the policy's parameters", () => {
    expect(read("shipment.daysInTransit", { shipment: { shippedAt: "2026-03-01T15:00:00Z" } })).toEqual({ value: 2 });
    expect(read("x.limit", {}, undefined, { limit: 7 })).toEqual({ value: 7 });
    expect(read("x.limit", {})).toEqual({ missing: "x.limit" });
  });

  it("gives money as a decimal in the policy's currency", () => {
    expect(read("order.total", order("89.90", "USD"), "USD")).toEqual({ value: 89.9 });
    expect(read("order.total", order("10.00", "EUR"), "USD")).toEqual({ value: 20 });
    expect(read("order.total", order("10.00", "USD"))).toEqual({ missing: "order.total" });
    expect(read("order.total", order("12345678901234567.89", "USD"), "USD")).toEqual({ missing: "order.total" });
  });

  it("never guesses a rate, nor takes one that is too old", () => {
    expect(read("order.total", { order: { total: { amount: "10.00", currency: "EUR" } } }, "USD")).toEqual({ missing: "rates.EUR-USD" });
    expect(read("order.total", order("10.00", "EUR"), "USD", { maximumRateAgeDays: 1 })).toEqual({ missing: "rates.EUR-USD" });
    expect(read("order.total", order("10.00", "EUR"), "USD", { maximumRateAgeDays: 7 })).toEqual({ value: 20 });
  });

  it("lists what a derived fact lacks", () => {
    const caseFile = { claim: { amount: { amount: "1.00", currency: "EUR" } }, order: { total: { amount: "2.00", currency: "USD" } } };
    expect(read("claim.toOrderRatio", caseFile)).toEqual({ missing: "rates.EUR-USD" });
    expect(read("claim.toOrderRatio", { ...caseFile, rates })).toEqual({ value: 1 });
    expect(read("claim.toOrderRatio", {})).toEqual({ missing: "claim.toOrderRatio" });
  });

  it("fails on money that can't be read", () => {
    expect(() => read("order.total", order("ten", "USD"), "USD")).toThrow(/amount/);
  });
});
