import { describe, expect, it } from "vitest";
import { planRefund } from "./plan-refund.js";
import type { RefundRequest } from "./refund-plan.js";

const now = Date.UTC(2026, 2, 3, 15);
const usd = (amount: string) => ({ amount, currency: "USD" });
const table = (date: string, EUR: string) => ({ base: "USD", date, rates: { EUR } });
const plan = (change: Partial<RefundRequest> = {}) =>
  planRefund(
    {
      amount: usd("100.00"),
      paymentCurrency: "USD",
      storeCurrency: "USD",
      paymentMethod: "card",
      destination: "DE",
      placedAt: "2026-01-15T10:00:00Z",
      refundTo: "store_credit",
      ...change,
    },
    { now, packs: { "public-holidays": { DE: [], GB: [], CN: [], US: [] } } },
  );

describe("the means of payment", () => {
  it("are the buyer's own in the EU, unless the buyer agreed otherwise", () => {
    expect(plan()).toMatchObject({
      payments: [{ method: "card", toSource: true }],
      means: { fact: "eu.same_means", source: "Directive 2011/83/EU, article 13(1)", consentNeeded: true, refundTo: null },
      lost: [{ wish: "refundTo", value: "store_credit", fact: "eu.same_means" }],
      missing: ["buyerAgreed"],
    });
    expect(plan({ buyerAgreed: false })).toMatchObject({ payments: [{ method: "card" }], missing: [] });
    expect(plan({ buyerAgreed: true })).toMatchObject({
      payments: [{ method: "store_credit", amount: usd("100.00"), toSource: false, left: null }],
      means: { refundTo: "store_credit" },
      lost: [],
      missing: [],
    });
    expect(plan({ refundTo: null })).toMatchObject({ means: { consentNeeded: true }, lost: [], missing: [] });
  });
  it("are free elsewhere, and for a kindness", () => {
    expect(plan({ destination: "US", zone: "America/New_York" })).toMatchObject({
      payments: [{ method: "store_credit" }],
      means: { fact: null, consentNeeded: false, because: "No fact on how refunds are paid in US applies." },
      missing: [],
    });
    expect(plan({ goodwill: true })).toMatchObject({ payments: [{ method: "store_credit" }], means: { consentNeeded: false }, lost: [] });
    expect(plan({ goodwill: true, refundTo: undefined })).toMatchObject({ payments: [{ method: "card" }] });
  });
  it("stay as they were where nobody knows which law applies", () => {
    expect(plan({ destination: null })).toMatchObject({
      payments: [{ method: "card" }],
      means: { consentNeeded: null },
      missing: ["order.shipTo"],
    });
    expect(plan({ placedAt: null })).toMatchObject({ payments: [{ method: "card" }], missing: ["order.placedAt"] });
    expect(plan({ placedAt: "2013-01-01T00:00:00Z" })).toMatchObject({ payments: [{ method: "store_credit" }], means: { fact: null } });
  });
});

describe("the law", () => {
  const rates = { storeCurrency: "EUR", rates: table("2026-03-03", "0.95"), paidRates: table("2026-01-15", "0.92"), refundTo: null };
  it("leaves the customer no less than was paid, whoever should bear the difference", () => {
    const asked = { ...rates, differenceBorneBy: "customer" as const };
    expect(plan({ ...asked, destination: "US" })).toMatchObject({ refund: usd("96.84"), lost: [] });
    expect(plan({ ...asked, goodwill: true })).toMatchObject({ refund: usd("96.84"), lost: [] });
    expect(plan(asked)).toMatchObject({
      refund: usd("100.00"),
      cost: { amount: "95.00", currency: "EUR" },
      difference: { borneBy: "seller" },
      lost: [{ wish: "differenceBorneBy", value: "customer", fact: "eu.same_means" }],
    });
    const gain = { ...asked, rates: table("2026-03-03", "0.90") };
    expect(plan(gain)).toMatchObject({ refund: usd("102.22"), difference: { borneBy: "customer" }, lost: [] });
  });
  it("shares a mixed payment by what each paid in China", () => {
    const payments = [
      { id: "gift", method: "gift_card", amount: usd("50.00") },
      { id: "card", method: "card", amount: usd("150.00") },
    ];
    const china = { destination: "CN", payments, refundTo: null };
    expect(plan(china)).toMatchObject({
      order: { fact: "cn.same_means", order: { by: "proportion" } },
      payments: [{ amount: usd("25.00") }, { amount: usd("75.00") }],
      lost: [],
    });
    expect(plan({ ...china, returnOrder: { by: "sequence", methods: [] } })).toMatchObject({
      payments: [{ amount: usd("25.00") }, { amount: usd("75.00") }],
      lost: [{ wish: "returnOrder", value: "sequence", fact: "cn.same_means" }],
    });
    expect(plan({ ...china, placedAt: null }).missing).toEqual(["order.placedAt"]);
  });
});
