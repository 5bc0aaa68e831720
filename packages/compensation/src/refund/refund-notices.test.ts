import { describe, expect, it } from "vitest";
import { planRefund } from "./plan-refund.js";
import type { RefundRequest } from "./refund-plan.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const request: RefundRequest = { amount: usd("60.00"), paymentCurrency: "USD", storeCurrency: "USD", paymentMethod: "card" };
const plan = (change: object = {}) => planRefund({ ...request, ...change }, { now: Date.UTC(2026, 2, 3, 15) });

describe("the last four digits", () => {
  it("stand beside the method in every notice, and in the payment", () => {
    const { notices, payments } = plan({ lastFour: "4242" });
    expect(payments).toMatchObject([{ method: "card", lastFour: "4242" }]);
    expect(notices.map(({ values }) => [values.method, values.lastFour])).toEqual(notices.map(() => ["card", "4242"]));
  });

  it("are of the payment that they belong to, of several", () => {
    const payments = [
      { id: "gift", method: "gift card", amount: usd("30.00") },
      { id: "ch_1", method: "visa", amount: usd("50.00"), lastFour: "4242" },
    ];
    const { notices } = plan({ payments, lastFour: "1111" });
    const digits = notices.filter(({ stage }) => stage === "sent").map(({ payment, values }) => [payment, values.lastFour]);
    expect(digits).toEqual([
      ["gift", undefined],
      ["ch_1", "4242"],
    ]);
  });

  it("aren't told where nobody gives them, nor of a method that the money doesn't go to", () => {
    for (const change of [{}, { lastFour: null }, { lastFour: "" }, { lastFour: "4242", refundTo: "store_credit", goodwill: true }]) {
      const { notices, payments } = plan(change);
      for (const { values } of notices) expect(values).not.toHaveProperty("lastFour");
      expect(payments[0]).not.toHaveProperty("lastFour");
    }
  });

  it("are four digits as text", () => {
    for (const lastFour of ["4111111111111111", "424", "42a2", 4242]) {
      expect(() => plan({ lastFour })).toThrow(
        expect.objectContaining({ findings: [expect.objectContaining({ code: "case_value_invalid", path: "lastFour" })] }),
      );
      expect(() => plan({ payments: [{ id: "a", method: "card", amount: usd("60.00"), lastFour }] })).toThrow(/payments\[0\]\.lastFour/);
    }
  });

  it("are refused without repeating a whole card number", () => {
    expect(() => plan({ lastFour: "4111111111111111" })).toThrow(expect.objectContaining({ message: expect.not.stringContaining("4111") }));
  });
});

describe("the whole refund", () => {
  it("stands beside the amount where a notice is about a part of it", () => {
    const payments = [
      { id: "gift", method: "gift card", amount: usd("20.00") },
      { id: "ch_1", method: "visa", amount: usd("50.00") },
    ];
    const { notices } = plan({ payments });
    expect(notices.filter(({ stage }) => stage !== "approved").every(({ values }) => values.whole?.amount === "60.00")).toBe(true);
    expect(notices.find(({ stage }) => stage === "approved")?.values).not.toHaveProperty("whole");
  });

  it("isn't told where all goes to one payment", () => {
    for (const { values } of plan().notices) expect(values).not.toHaveProperty("whole");
  });
});
