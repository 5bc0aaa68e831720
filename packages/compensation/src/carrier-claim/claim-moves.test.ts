import { describe, expect, it } from "vitest";
import { carrierReceivable } from "./carrier-receivable.js";
import { moveCarrierClaim, openCarrierClaim, payAhead } from "./move-carrier-claim.js";
import { refusalOf } from "../testing/refusal-of.js";
import { usd } from "./testing/claimed-money.js";

describe("the moves of a claim", () => {
  const day = (number: number) => Date.UTC(2026, 1, number);
  const draft = openCarrierClaim({ number: "CC-7", carrier: "dhl_express", reason: "lost", amount: usd("89.90"), at: day(2) });
  const filed = moveCarrierClaim(draft, { to: "filed", at: day(3) });
  const approved = moveCarrierClaim(filed, { to: "approved", at: day(10), amount: usd("52.00") });
  const money = { to: "paid", at: day(20), amount: usd("52.00"), key: "wire-1" } as const;

  it("take an amount and a date only of the state they are told with", () => {
    expect(approved).toMatchObject({ state: "approved", outcome: null, approved: usd("52.00") });
    expect(filed).not.toHaveProperty("approved");
    expect(filed).not.toHaveProperty("dueAt");
    const other = moveCarrierClaim(filed, { to: "acknowledged", at: day(5), amount: usd("1.00") } as never);
    expect(other).not.toHaveProperty("approved");
    expect(moveCarrierClaim(approved, { to: "approved", at: day(10) })).toBe(approved);
    expect(moveCarrierClaim(approved, { to: "approved", at: day(10), amount: { amount: "52.00", currency: "EUR" } }).approved).toEqual({
      amount: "52.00",
      currency: "EUR",
    });
    const asked = moveCarrierClaim(filed, { to: "info_requested", at: day(5), dueAt: "2026-02-12T00:00:00Z" });
    expect(moveCarrierClaim(asked, { to: "info_requested", at: day(5), dueAt: "2026-02-12T00:00:00Z" })).toBe(asked);
    expect(moveCarrierClaim(asked, { to: "info_requested", at: day(5) })).toBe(asked);
    const later = moveCarrierClaim(asked, { to: "info_requested", at: day(5), dueAt: "2026-02-13T00:00:00Z" });
    expect(later).toEqual({ ...asked, dueAt: "2026-02-13T00:00:00Z" });
    const acknowledged = moveCarrierClaim(filed, { to: "acknowledged", at: day(4) });
    const ahead = moveCarrierClaim(acknowledged, { to: "approved", at: day(5), amount: usd("5.00") });
    expect(moveCarrierClaim(ahead, { to: "filed", at: day(3), dueAt: "2026-02-13T00:00:00Z" })).toBe(ahead);
    const bothTold = moveCarrierClaim(approved, {
      to: "approved",
      at: day(10),
      amount: usd("52.00"),
      dueAt: "2026-02-13T00:00:00Z",
    });
    expect(bothTold).toEqual({ ...approved, dueAt: "2026-02-13T00:00:00Z" });
  });

  it("end as what happened, with the endings there are", () => {
    const withdrawn = moveCarrierClaim(draft, { to: "closed", outcome: "withdrawn", at: day(4) });
    expect(withdrawn).toMatchObject({ state: "closed", outcome: "withdrawn" });
    const paidOut = moveCarrierClaim(approved, money);
    expect(paidOut).toMatchObject({ state: "paid", outcome: null });
    expect(moveCarrierClaim(paidOut, { to: "closed", outcome: "recovered", at: day(21) }).outcome).toBe("recovered");
    expect(refusalOf(() => moveCarrierClaim(draft, { to: "closed", outcome: "recovered", at: day(4) }))).toMatchObject({
      code: "carrier_claim_move_illegal",
      message: expect.stringContaining("Claim CC-7: what is draft doesn't end as recovered"),
      findings: [{ path: "outcome" }],
    });
    expect(refusalOf(() => payAhead(withdrawn, { key: "k", at: day(5), amount: usd("1.00") }))).toMatchObject({
      code: "carrier_claim_move_illegal",
      findings: [{ path: "state" }],
    });
    const over = moveCarrierClaim(paidOut, { to: "closed", outcome: "recovered", at: day(21) });
    expect(refusalOf(() => moveCarrierClaim(over, { ...money, key: "wire-2" }))).toMatchObject({
      code: "carrier_claim_move_illegal",
      findings: [{ path: "to" }],
    });
    expect(refusalOf(() => moveCarrierClaim(draft, { to: "paid", at: day(4), amount: usd("1.00"), key: "k" }))).toMatchObject({
      message: expect.stringContaining("Claim CC-7"),
    });
  });

  it("refuse a payment that changed, in amount or in currency", () => {
    const paidOut = moveCarrierClaim(approved, money);
    const twice = (amount: { amount: string; currency: string }) => refusalOf(() => moveCarrierClaim(paidOut, { ...money, amount }));
    expect(twice(usd("52.01"))).toMatchObject({
      code: "carrier_claim_payment_changed",
      findings: [
        {
          code: "carrier_claim_payment_changed",
          path: "amount",
          message: 'payment "wire-1" was 52.00 USD before, and is 52.01 USD now',
          fix: "give another payment another key",
        },
      ],
    });
    expect(twice({ amount: "52.00", currency: "EUR" })).toMatchObject({ code: "carrier_claim_payment_changed" });
    expect(moveCarrierClaim(paidOut, { ...money, amount: usd("52.00") })).toBe(paidOut);
  });

  it("leave open what was paid ahead from its earliest payment on", () => {
    const first = payAhead(draft, { key: "a", at: day(5), amount: usd("10.00") });
    const second = payAhead(first, { key: "b", at: day(4), amount: usd("5.00") });
    expect(carrierReceivable(second)).toMatchObject({ since: "2026-02-04T00:00:00Z", open: usd("15.00"), state: "open" });
    const third = payAhead(second, { key: "c", at: day(6), amount: usd("1.00") });
    expect(carrierReceivable(third)).toMatchObject({ since: "2026-02-04T00:00:00Z", paid: usd("16.00") });
    expect(carrierReceivable(draft)).toBeNull();
    expect(carrierReceivable({ ...draft, advances: null })).toBeNull();
  });

  it("stand where their history says, or where the claim says without one", () => {
    const early = { ...filed, history: [], state: "closed" as const };
    expect(() => payAhead(early, { key: "k", at: day(4), amount: usd("1.00") })).toThrow("it is closed");
    expect(payAhead({ ...filed, state: "closed" }, { key: "k", at: day(4), amount: usd("1.00") }).advances).toHaveLength(1);
  });
});
