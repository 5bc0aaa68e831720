import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { remedyFactsOf } from "./facts.js";
import { eur, usd } from "./testing/sample-choices.js";

const now = Date.parse("2026-03-03T12:00:00Z");

/** A fact of a case, at noon of 3 March 2026. */
function read(name: keyof ReturnType<typeof remedyFactsOf>, caseFile: CaseFile): unknown {
  const { derive } = remedyFactsOf(remedyCatalogue)[name] as { derive(caseFile: CaseFile, sources: object): unknown };
  return derive(caseFile, { now });
}

describe("facts of a claim", () => {
  it("are worth what is claimed, else the order's total", () => {
    expect(read("claim.value", { claim: { amount: usd("5.00") }, order: { total: usd("9.00") } })).toEqual(usd("5.00"));
    expect(read("claim.value", { claim: { amount: usd("0.00") }, order: { total: usd("9.00") } })).toEqual(usd("9.00"));
    expect(read("claim.value", { order: { total: null } })).toBeUndefined();
  });

  it("are about a part where less than the total is claimed in its currency", () => {
    const part = (amount: CaseFile["claim"], total = usd("9.00")) => read("claim.isPartOfOrder", { claim: amount, order: { total } });
    expect([part({ amount: usd("8.99") }), part({ amount: usd("9.00") }), part({})]).toEqual([true, false, false]);
    expect(part({ amount: usd("1.00") }, eur("9.00"))).toBeUndefined();
    expect(read("claim.isPartOfOrder", { claim: { amount: usd("1.00") } })).toBe(false);
  });

  it("count a refund as paid where it covers what is claimed, or can't be compared", () => {
    const paid = (amount: ReturnType<typeof usd> | null, more: Partial<CaseFile> = {}) =>
      read("claim.refundPaid", { order: { total: usd("9.00") }, payouts: [{ remedy: "full_refund", amount }], ...more });
    expect([paid(usd("8.99")), paid(usd("9.00")), paid(null), paid(eur("1.00"))]).toEqual([false, true, true, true]);
    expect(paid(usd("5.00"), { claim: { amount: usd("5.00") } })).toBe(true);
    expect(paid(usd("5.00"), { order: null })).toBe(true);
    expect(read("claim.refundPaid", { order: { total: usd("9.00") } })).toBe(false);
    expect(read("claim.refundPaid", {})).toBe(false);
  });

  it("count no payout as a refund that gives no money back, or whose word nobody knows", () => {
    for (const remedy of ["coupon", "reship", "a word", "toString", "", null]) {
      expect(read("claim.refundPaid", { order: { total: usd("9.00") }, payouts: [{ remedy, amount: usd("9.00") }] })).toBe(false);
    }
  });
});

describe("facts of a case", () => {
  it("are the buyer's country by where the order goes, else by where the customer lives", () => {
    expect(read("buyer.country", { order: { shipTo: "FR" }, customer: { country: "DE" } })).toBe("FR");
    expect(read("buyer.country", { customer: { country: "DE" } })).toBe("DE");
    expect(read("buyer.country", { order: { shipTo: null }, customer: null })).toBeUndefined();
  });

  it("count whole days, to the millisecond", () => {
    const days = (at: string) => [
      read("shipment.daysSinceDelivery", { shipment: { deliveredAt: at } }),
      read("claim.daysSinceDelivery", { shipment: { deliveredAt: at } }),
      read("case.daysOpen", { ticket: { channel: "email", createdAt: at } }),
    ];
    expect(days("2026-03-01T12:00:00.000Z")).toEqual([2, 2, 2]);
    expect(days("2026-03-01T12:00:00.001Z")).toEqual([1, 1, 1]);
    expect(days("2026-03-03T12:00:00Z")).toEqual([0, 0, 0]);
    for (const name of ["shipment.daysSinceDelivery", "claim.daysSinceDelivery", "case.daysOpen"] as const) {
      expect(read(name, {})).toBeUndefined();
    }
  });

  it("count the days of a claim to when it was declared: at the return's request, else by the first message", () => {
    const shipment = { deliveredAt: "2026-02-21T12:00:00Z" };
    const ticket = { channel: "email", createdAt: "2026-03-01T12:00:00Z" } as const;
    expect(read("claim.daysSinceDelivery", { shipment, ticket })).toBe(8);
    expect(read("claim.daysSinceDelivery", { shipment, ticket, returnRequest: { requestedAt: "2026-02-24T12:00:00Z" } })).toBe(3);
  });

  it("are how many remedies were paid, and whether an id tells it from others", () => {
    expect([read("case.payouts", {}), read("case.payouts", { payouts: [{ remedy: "gift" }, {}] })]).toEqual([0, 2]);
    expect(read("case.identified", { id: "C-1" })).toBe(true);
    expect(read("case.identified", { id: "", order: { id: "O-1" } })).toBe(true);
    expect(read("case.identified", { id: null, order: { id: "" } })).toBe(false);
  });
});
