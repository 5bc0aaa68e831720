import { describe, expect, it } from "vitest";
import { remedyKinds } from "@amends/core/model";
import { remedyCatalogue } from "./remedy-catalogue.js";
import type { CostBasis } from "./remedy-definition.js";

const money = (amount: string) => ({ money: { amount, currency: "USD" } });
const worthOf: CostBasis["worthOf"] = (points) => ({ later: true, because: `nobody knows what ${points} points are worth` });
const basis: CostBasis = {
  order: money("100.00"),
  claim: money("40.00"),
  refundable: money("60.00"),
  goodsCostPercent: 60,
  couponUsePercent: 30,
  worthOf,
};
const later = { later: true, because: expect.any(String) };
const nothing: CostBasis = {
  order: { missing: ["order.total"] },
  claim: { missing: ["order.total"] },
  refundable: { missing: ["order.total"] },
  goodsCostPercent: 60,
  couponUsePercent: 30,
  worthOf,
};

describe("the remedies", () => {
  it("share nothing that their answers could be spoilt by", () => {
    for (const kind of ["apology", "points", "wait"] as const) expect(Object.isFrozen(remedyCatalogue[kind].amounts({}, basis))).toBe(true);
  });

  it("are all there, each under its own word", () => {
    expect(Object.keys(remedyCatalogue).sort()).toEqual([...remedyKinds].sort());
    for (const kind of remedyKinds) expect(remedyCatalogue[kind]).toMatchObject({ kind, tellingKey: `remedy.${kind}` });
  });

  it.each([
    ["apology", {}, money("0.00")],
    ["wait", { couponPercent: 20 }, money("0.00")],
    ["points", { points: 200 }, { later: true, because: "nobody knows what 200 points are worth" }],
    ["coupon", { couponPercent: 10 }, later],
    ["free_shipping", { orders: 1 }, later],
    ["gift", { gift: "small" }, later],
    ["reship", { priority: true }, money("60.00")],
    ["reship", { of: "claim" }, money("24.00")],
    ["partial_refund", { refundPercent: 12.5 }, money("12.50")],
    ["full_refund", { refundPercent: 100 }, money("60.00")],
    ["full_refund", { refundPercent: 100, of: "claim" }, money("40.00")],
    ["return_and_refund", { refundPercent: 100, of: "claim" }, money("40.00")],
  ] as const)("%s giving %j costs %j", (kind, gives, cost) => {
    expect(remedyCatalogue[kind].gives.safeParse(gives).success).toBe(true);
    expect(remedyCatalogue[kind].cost(gives, basis)).toEqual(cost);
  });

  it("name their amounts where they are known", () => {
    expect(remedyCatalogue.full_refund.amounts({ refundPercent: 100, of: "claim" }, basis)).toEqual({ amount: money("40.00").money });
    expect(remedyCatalogue.reship.amounts({ of: "claim" }, basis)).toEqual({ goodsValue: money("40.00").money });
    expect(remedyCatalogue.coupon.amounts({ couponPercent: 10 }, basis)).toEqual({});
    for (const kind of ["reship", "partial_refund"] as const) {
      expect(remedyCatalogue[kind].amounts({ refundPercent: 100 }, nothing)).toEqual({});
    }
  });

  it("have no cost where the amounts are unknown", () => {
    for (const kind of ["reship", "partial_refund", "full_refund", "return_and_refund"] as const) {
      expect(remedyCatalogue[kind].cost({ refundPercent: 100 }, nothing)).toEqual({ missing: ["order.total"] });
      expect(remedyCatalogue[kind].needs).toEqual(["order.total"]);
    }
    expect(remedyCatalogue.wait.cost({}, nothing)).toEqual(later);
    expect(remedyCatalogue.full_refund.cost({ refundPercent: 100 }, { ...basis, refundable: { missing: ["rates.EUR-USD"] } })).toEqual({
      missing: ["rates.EUR-USD"],
    });
  });

  it("say what they require, what they are expected to cost, what limits them, and how they are undone", () => {
    const { coupon, wait, reship, full_refund: refund, return_and_refund: back, points, apology } = remedyCatalogue;
    expect(coupon.expected({ couponPercent: 20 }, basis)).toEqual(money("6.00"));
    expect(coupon.expected({ couponPercent: 20 }, nothing)).toEqual({ missing: ["order.total"] });
    expect(wait.expected({ couponPercent: 10 }, basis)).toEqual(money("3.00"));
    expect(wait.expected({}, basis)).toEqual(money("0.00"));
    expect(refund.expected({ refundPercent: 100 }, basis)).toEqual(money("60.00"));
    expect([refund, back, remedyCatalogue.partial_refund].map(({ limit }) => limit({}, basis))).toEqual(Array(3).fill(money("60.00")));
    expect([reship.limit({}, basis), reship.limit({ of: "claim" }, basis)]).toEqual([money("100.00"), money("40.00")]);
    expect(points.limit({ points: 1 }, basis)).toBeUndefined();
    expect([back.requires, reship.requires, refund.requires, wait.requires]).toEqual([
      ["return", "payment_method"],
      ["stock"],
      ["payment_method"],
      [],
    ]);
    expect(Object.values(remedyCatalogue).filter(({ undo }) => undo === null)).toEqual([apology]);
    expect(coupon.undo).toEqual({ action: "revoke_coupon", until: "coupon_used" });
  });
});
