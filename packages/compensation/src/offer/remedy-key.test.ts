import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { remedyKey } from "./remedy-key.js";
import { delayed } from "./testing/delayed-parcel.js";
import { usd } from "./testing/sample-choices.js";
import { kinds, now, offer } from "./testing/sample-offer.js";

describe("the idempotency key", () => {
  it("keeps the same case from being paid twice", () => {
    const [, , refund] = offer(delayed).choices;
    const again = offer({
      ...delayed,
      now: "2026-04-01T00:00:00Z",
      payouts: [{ key: refund?.idempotencyKey, at: now, remedy: "full_refund" }],
    });
    expect(again).toMatchObject({ choices: [], alwaysAdd: {}, advancePayout: false, cost: null, approval: null });
    expect(again.excluded.map(({ remedy, reason, because }) => [remedy, reason, because])).toEqual([
      ["wait", "already_paid", "all the money that it is about went back already"],
      ["reship", "already_paid", "all the money that it is about went back already"],
      ["full_refund", "already_paid", `it was paid at ${now}`],
    ]);
    expect(kinds(offer({ ...delayed, payouts: [{ remedy: "return_and_refund" }] }))).toEqual([]);
    const [, reship] = offer(delayed).choices;
    expect(kinds(offer({ ...delayed, payouts: [{ key: reship?.idempotencyKey, remedy: "reship" }] }))).toEqual(["wait", "full_refund"]);
    expect(kinds(offer({ ...delayed, payouts: [{ key: "another", remedy: "full_refund" }] }))).toHaveLength(3);
  });
  it("isn't settled by a refund that is less than the claim", () => {
    const paid = (...payouts: NonNullable<CaseFile["payouts"]>) => kinds(offer({ ...delayed, payouts }));
    const [, , refund] = offer(delayed).choices;
    const all = { remedy: "full_refund", key: refund?.idempotencyKey };
    expect(paid({ ...all, amount: usd("1.00") })).toEqual(["wait", "reship"]);
    expect(paid({ ...all, amount: usd("1.00") }, { remedy: "return_and_refund", amount: usd("88.89") })).toEqual(["wait", "reship"]);
    expect(paid({ ...all, amount: usd("1.00") }, { remedy: "return_and_refund", amount: usd("88.90") })).toEqual([]);
    expect(paid({ remedy: "return_and_refund", amount: usd("1.00") })).toEqual(["wait", "reship", "full_refund"]);
    for (const amount of [usd("89.90"), null, { amount: "1.00", currency: "CHF" }]) expect(paid({ ...all, amount })).toEqual([]);
  });
  it("is joined by the sum: everything refunded leaves nothing to settle, a part leaves the rest", () => {
    const paid = (amount: string) => offer({ ...delayed, payouts: [{ key: "another", remedy: "partial_refund", amount: usd(amount) }] });
    expect(kinds(paid("89.90"))).toEqual([]);
    expect(paid("30.00").choices[2]?.cost).toEqual(usd("59.90"));
    expect(kinds(paid("100.00"))).toEqual([]);
    const foreign = offer({
      ...delayed,
      payouts: [{ key: "another", remedy: "partial_refund", amount: { amount: "1.00", currency: "CHF" } }],
    });
    expect(foreign.choices[2]?.cost).toBeNull();
    expect(foreign.missing).toContain("rates.CHF-USD");
  });
  it("doesn't change with time, amounts or policies, and differs by case, order, issue, remedy and sequence", () => {
    const key = (given: Partial<CaseFile>, sequence?: number) =>
      remedyKey({ id: "C-1", ticket: { channel: "email" }, ...delayed, ...given }, "reship", sequence);
    expect(key({ now: "2027-01-01T00:00:00Z", claim: { issueType: "logistics_delay", amount: usd("1.00") } })).toBe(key({}));
    const others = [
      key({}),
      key({}, 1),
      key({ id: "C-2" }),
      key({ order: { id: "O-2" } }),
      key({ claim: { issueType: "quality_defect" } }),
      remedyKey({ id: "C-1", ...delayed }, "offer"),
    ];
    expect(new Set(others).size).toBe(others.length);
  });
  it("tells cases without any id apart by who wrote what and when", () => {
    const key = (words: string, email = "a@example.com") =>
      remedyKey({ ticket: { channel: "email", text: words }, customer: { email }, claim: { issueType: "quality_defect" } }, "reship");
    expect(key("It broke.")).toBe(key("It broke."));
    expect(new Set([key("It broke."), key("Broken!"), key("It broke.", "b@example.com")]).size).toBe(3);
  });
});
