import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "@amends/core/errors";
import { planRefund } from "./plan-refund.js";
import type { RefundRequest } from "./refund-plan.js";

const now = Date.UTC(2026, 2, 3, 15);
const usd = (amount: string) => ({ amount, currency: "USD" });
const request: RefundRequest = { amount: usd("60.00"), paymentCurrency: "USD", storeCurrency: "USD", paymentMethod: "card" };
const plan = (change: object) => planRefund({ ...request, ...change }, { now });

describe("a request of a refund", () => {
  it.each<[object, string]>([
    [{ differenceBorneBy: "nobody" }, "differenceBorneBy"],
    [{ returnOrder: { by: "luck" } }, "returnOrder.by"],
    [{ returnOrder: "proportion" }, "returnOrder"],
    [{ returnOrder: { by: "sequence" } }, "returnOrder.methods"],
    [{ returnOrder: { by: "sequence", methods: [1] } }, "returnOrder.methods"],
    [{ paidAt: "yesterday" }, "paidAt"],
    [{ placedAt: "2026-13-01T00:00:00Z" }, "placedAt"],
    [{ payments: [{ method: "card", amount: usd("60.00"), paidAt: "2026-01-01" }] }, "payments[0].paidAt"],
    [{ payments: "card" }, "payments"],
    [{ payments: [null] }, "payments[0]"],
    [{ payments: [{ amount: usd("60.00") }] }, "payments[0].method"],
    [{ paymentCurrency: undefined }, "paymentCurrency"],
    [{ storeCurrency: 840 }, "storeCurrency"],
    [{ destination: "Germany" }, "destination"],
    [{ destination: "D1" }, "destination"],
    [{ destination: 49 }, "destination"],
  ])("is refused with %j", (change, path) => {
    const findings = [expect.objectContaining({ path, expected: expect.any(String) })];
    expect(() => plan(change)).toThrow(InvalidCaseError);
    expect(() => plan(change)).toThrow(expect.objectContaining({ findings }));
  });
  it.each([null, undefined, "60 USD", []])("is no request where it is %j", (given) => {
    expect(() => planRefund(given as unknown as RefundRequest, { now })).toThrow(InvalidCaseError);
  });
  it("may leave out whatever it needn't say", () => {
    expect(plan({ differenceBorneBy: null, returnOrder: null, paidAt: "", placedAt: null, payments: null, destination: "" })).toEqual(
      plan({}),
    );
  });
  it("names its destination in ISO 3166-1, by the names that are used for it", () => {
    const asked = (destination: string) => plan({ destination, placedAt: "2026-01-15T10:00:00Z", refundTo: "store_credit", zone: "UTC" });
    expect(asked("UK").means.fact).toBe("gb.same_means");
    for (const [given, iso] of [
      ["UK", "GB"],
      ["uk", "GB"],
      ["EL", "GR"],
      ["el", "GR"],
      ["de", "DE"],
      [" de ", "DE"],
    ] as const)
      expect(asked(given)).toEqual(asked(iso));
    expect(asked("EL").means).toMatchObject({ fact: "eu.same_means", consentNeeded: true });
  });
});

describe("the limit of a refund", () => {
  const payments = [
    { id: "ch_1", method: "card", amount: usd("50.00"), refunded: usd("20.00") },
    { id: "gift", method: "gift_card", amount: usd("30.00") },
  ];
  it("is what the payments have left, wherever the money goes", () => {
    for (const way of [
      {},
      { refundTo: "store_credit", goodwill: true },
      { refundTo: "store_credit", destination: "US", placedAt: "2026-01-15T10:00:00Z" },
    ]) {
      expect(() => plan({ payments, amount: usd("60.01"), ...way })).toThrow(/60\.01 USD go back, the payments have 60\.00 left/);
      expect(plan({ payments, amount: usd("60.00"), ...way }).refund).toEqual(usd("60.00"));
    }
  });
  it("counts no payment twice", () => {
    for (const refundTo of [null, "store_credit"])
      expect(() => plan({ payments: [payments[0], payments[0]], amount: usd("10.00"), refundTo, goodwill: true })).toThrow(
        expect.objectContaining({ findings: [expect.objectContaining({ code: "payment_twice", path: "payments[1].id" })] }),
      );
    expect(plan({ payments: payments.map((payment) => ({ ...payment, id: null })) }).payments).toHaveLength(2);
  });
  it("is above zero after conversion too", () => {
    const converted = {
      amount: { amount: "0.01", currency: "EUR" },
      paymentCurrency: "JPY",
      storeCurrency: "EUR",
      rates: { base: "EUR", date: "2026-03-03", rates: { JPY: "40" } },
      paidRates: { base: "EUR", date: "2026-01-15", rates: { JPY: "40" } },
    };
    expect(() => plan(converted)).toThrow(expect.objectContaining({ code: "amount_not_positive" }));
    expect(plan({ ...converted, amount: { amount: "0.05", currency: "EUR" } }).refund.amount).toBe("2");
  });
});
