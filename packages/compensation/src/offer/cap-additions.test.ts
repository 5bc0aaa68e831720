import { describe, expect, it } from "vitest";
import * as z from "zod";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { defineRemedy } from "../remedies/remedy-definition.js";
import { capAdditions, spendingAdditions } from "./cap-additions.js";
import { limits, sampleBasis, sampleCap, usd } from "./testing/sample-choices.js";

const basis = sampleBasis();
const spending = (alwaysAdd: Record<string, unknown>, given = basis) => spendingAdditions(alwaysAdd, given, remedyCatalogue);

describe("additions that cost something now", () => {
  it("are points of a known worth, as the remedy that they amount to", () => {
    expect(spending({ points: 500, nextPurchaseDiscountPercent: 20 })).toEqual([
      {
        remedy: "points",
        gives: { points: 500 },
        definition: remedyCatalogue.points,
        cost: { money: usd("5.00") },
        units: 500,
        expected: { money: usd("5.00") },
        weight: 0,
        statutory: false,
      },
    ]);
  });

  it("are none of what costs only later, and of what no remedy gives", () => {
    const later = sampleBasis({ worthOf: () => ({ later: true, because: "no policy says what a point is worth" }) });
    expect(spending({ points: 500, gift: "mug" }, later)).toEqual([]);
    expect(spending({ gift: "mug" })).toEqual([]);
    for (const points of [0, -5, 1.5, "500", true, { of: 500 }, null]) {
      // The second look is by what was found out at the first.
      expect([spending({ points }), spending({ points })]).toEqual([[], []]);
    }
    expect(spending({})).toEqual([]);
  });

  it("are none where nothing is added, whatever a remedy could do without", () => {
    const points = defineRemedy({ ...remedyCatalogue.points, gives: z.object({ points: z.number().optional() }) });
    const cost = () => ({ money: usd("3.00") });
    const gift = defineRemedy({ ...remedyCatalogue.gift, gives: z.object({ gift: z.string().optional() }), cost });
    for (const none of [{ points: undefined }, { gift: undefined }, { freeShippingOrders: 1 }]) {
      expect(spendingAdditions(none, basis, { ...remedyCatalogue, points, gift })).toEqual([]);
    }
  });

  it("are still checked after many others", () => {
    const counts = Array.from({ length: 300 }, (_, index) => index + 1);
    for (const points of counts) expect(spending({ points })).toHaveLength(1);
    for (const points of [1, 300, 0.5]) expect(spending({ points })).toHaveLength(points === 0.5 ? 0 : 1);
  });
});

describe("additions of several remedies", () => {
  const { points } = remedyCatalogue;
  const gift = defineRemedy({ ...remedyCatalogue.gift, cost: () => ({ money: usd("3.00") }) });
  const catalogue = { ...remedyCatalogue, gift };

  it("are each what they cost, the points before the gift", () => {
    const spent = spendingAdditions({ gift: "mug", points: 500 }, basis, catalogue);
    expect(spent.map(({ remedy, gives, definition, cost, units }) => ({ remedy, gives, definition, cost, units }))).toEqual([
      { remedy: "points", gives: { points: 500 }, definition: points, cost: { money: usd("5.00") }, units: 500 },
      { remedy: "gift", gives: { gift: "mug" }, definition: gift, cost: { money: usd("3.00") }, units: 300 },
    ]);
    expect(spendingAdditions({ gift: "mug" }, basis, catalogue)).toHaveLength(1);
    expect(spendingAdditions({ gift: 5, points: 500 }, basis, catalogue).map(({ remedy }) => remedy)).toEqual(["points"]);
  });

  it("have no minor units where their cost lacks a fact", () => {
    const lacking = sampleBasis({ worthOf: () => ({ missing: ["rates.USD-EUR"] }) });
    expect(spending({ points: 500 }, lacking)).toMatchObject([{ cost: { missing: ["rates.USD-EUR"] }, units: Number.NaN }]);
  });

  it("are judged by the remedy that gives them, whichever gave the same before", () => {
    const few = defineRemedy({ ...points, gives: z.strictObject({ points: z.number().max(10) }) });
    const withFew = { ...remedyCatalogue, points: few };
    for (let turn = 0; turn < 2; turn += 1) {
      expect(spending({ points: 50 })).toHaveLength(1);
      expect(spendingAdditions({ points: 50 }, basis, withFew)).toEqual([]);
      expect(spendingAdditions({ points: 5 }, basis, withFew)).toHaveLength(1);
    }
  });

  it("are judged anew where they are objects, which can change", () => {
    const listed = defineRemedy({ ...gift, gives: z.object({ gift: z.object({ kind: z.string() }) }) });
    const given: { kind: unknown } = { kind: "mug" };
    const count = () => spendingAdditions({ gift: given }, basis, { ...remedyCatalogue, gift: listed }).length;
    expect(count()).toBe(1);
    given.kind = 5;
    expect(count()).toBe(0);
  });
});

describe("caps of additions", () => {
  const alwaysAdd = { points: 500, nextPurchaseDiscountPercent: 20 };
  const cap = (limit: number) => sampleCap("cap", { remedies: ["points"], limit });
  const capped = (limit: number) => capAdditions(alwaysAdd, spending(alwaysAdd), [cap(limit)], () => "USD", {}, limits);
  const nothing = { excluded: [], approvals: [], followed: [], missing: [] };

  it("leave what costs exactly as much, and take out one minor unit more by its key", () => {
    expect(capped(5)).toEqual({ alwaysAdd, ...nothing });
    expect(capped(4.99)).toEqual({
      ...nothing,
      alwaysAdd: { nextPurchaseDiscountPercent: 20 },
      excluded: [{ remedy: "points", reason: "above_cap", because: "cap", rule: "shop/rules/cap" }],
      followed: [cap(4.99)],
    });
  });

  it("leave the very additions where they take out none", () => {
    expect(capped(5).alwaysAdd).toBe(alwaysAdd);
  });

  it("don't touch additions that cost nothing now", () => {
    expect(capAdditions(alwaysAdd, [], [cap(0)], () => "USD", {}, limits)).toEqual({ alwaysAdd, ...nothing });
  });
});
