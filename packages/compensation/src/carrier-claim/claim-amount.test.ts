import { describe, expect, it } from "vitest";
import { refusalOf } from "../testing/refusal-of.js";
import { carrierReceivable } from "./carrier-receivable.js";
import { moveCarrierClaim, openCarrierClaim, payAhead } from "./move-carrier-claim.js";
import { usd } from "./testing/claimed-money.js";

describe("amounts of a claim", () => {
  const at = Date.UTC(2026, 1, 2);
  const draft = openCarrierClaim({ number: "CC-7", carrier: "ups", reason: "lost", amount: usd("50.00"), at });
  const filed = moveCarrierClaim(payAhead(draft, { key: "out", at, amount: usd("50.00") }), { to: "filed", at });
  const approved = moveCarrierClaim(filed, { to: "approved", amount: usd("0.00"), at });
  const codeOf = (act: () => unknown) => refusalOf(act).code;

  it.each([
    ["below zero", usd("-0.01"), "amount_negative"],
    ["unreadable", usd("five"), "amount_not_decimal"],
    ["in no currency", { amount: "5.00", currency: "usd" }, "currency_unknown"],
  ])("are refused %s wherever they come in", (_, amount, code) => {
    expect(codeOf(() => openCarrierClaim({ number: "CC-8", carrier: "ups", reason: "lost", amount, at }))).toBe(code);
    expect(codeOf(() => payAhead(draft, { key: "out", at, amount }))).toBe(code);
    expect(codeOf(() => moveCarrierClaim(filed, { to: "approved", amount, at }))).toBe(code);
    expect(codeOf(() => moveCarrierClaim(approved, { to: "approved", amount, at }))).toBe(code);
    expect(codeOf(() => moveCarrierClaim(approved, { to: "paid", key: "in", amount, at }))).toBe(code);
  });

  it("may be zero, which leaves all of it open", () => {
    const paid = moveCarrierClaim(approved, { to: "paid", key: "in", amount: usd("0.00"), at });
    expect(carrierReceivable(paid)?.open).toEqual(usd("50.00"));
  });

  it("come with a key, or a second payment would be taken for the first", () => {
    const keyless = { at, amount: usd("5.00") } as never;
    expect(codeOf(() => payAhead(draft, keyless))).toBe("argument_invalid");
    expect(codeOf(() => moveCarrierClaim(approved, { to: "paid", ...(keyless as object) } as never))).toBe("argument_invalid");
  });
});
