import { describe, expect, it } from "vitest";
import type { CaseFile, Remedies } from "@amends/core/model";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { offerPolicies } from "../offer/testing/offer-policies.js";

const eur = (amount: string) => ({ amount, currency: "EUR" });
// Norway is in no standard fact, so that what is owed there is what a test names.
const base: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-03T14:00:00Z" },
  customer: { country: "NO", zone: "UTC" },
  order: { id: "O-1", total: eur("120.00"), placedAt: "2026-02-01T00:00:00Z", shipTo: "NO" },
  shipment: { deliveredAt: "2026-02-20T10:00:00Z" },
  claim: { issueType: "quality_defect", amount: eur("80.00") },
};
const floor = (value: object = {}, more: object = {}, id = "no.refund") => ({
  id,
  value: { countries: ["NO"], issues: ["quality_defect"], owes: [["full_refund"]], refundPercent: 100, ...value },
  source: "the law",
  confidence: "A",
  verifiedAt: "2026-01-01",
  ...more,
});
const coupon = { remedy: "coupon", gives: { couponPercent: 10 } };
const couponOnly = offerPolicies([coupon]);
const offer = (facts: object[], change: Partial<CaseFile> = {}, choices?: readonly object[]) =>
  proposeRemedies({ ...base, ...change }, choices === undefined ? couponOnly : offerPolicies(choices), {
    packs: { statutoryRemedies: { pack: "ours", version: "1.0.0", facts } },
  }) as Remedies;
const owed = (...given: Parameters<typeof offer>) => offer(...given).choices.flatMap((choice) => (choice.owed ? [choice.remedy] : []));

describe("what is owed", () => {
  it("depends on the country, the marketplace and the status", () => {
    expect(owed([floor()])).toEqual(["full_refund"]);
    expect(owed([floor()], { order: { ...base.order, shipTo: "CH" } })).toEqual([]);
    expect(owed([floor({ countries: ["SE", "NO"] })])).toEqual(["full_refund"]);
    expect(owed([floor()], { order: { ...base.order, shipTo: null } })).toEqual(["full_refund"]);
    expect(owed([floor()], { order: { ...base.order, shipTo: null }, customer: null })).toEqual([]);
    expect(owed([floor()], { claim: { ...base.claim, issueType: "logistics_delay" } })).toEqual([]);
    const { countries: _everywhere, ...value } = floor().value as Record<string, unknown>;
    const market = { ...floor(), value: { ...value, marketplaces: ["bazaar"] } };
    expect(owed([market], { ticket: { ...base.ticket, channel: "email", marketplace: "bazaar" } })).toEqual(["full_refund"]);
    expect(owed([market], { ticket: { ...base.ticket, channel: "email", marketplace: "ebay" } })).toEqual([]);
    expect(owed([market])).toEqual([]);
  });

  it("is of the day of the order by law, and of the ticket by a marketplace", () => {
    const from = { effectiveFrom: "2026-02-15" };
    const until = { effectiveTo: "2026-02-15" };
    expect(owed([floor({}, from)])).toEqual([]);
    expect(owed([floor({}, until)])).toEqual(["full_refund"]);
    const { countries: _everywhere, ...value } = floor().value as Record<string, unknown>;
    const market = (more: object) => ({ ...floor({}, more), value: { ...value, marketplaces: ["bazaar"] } });
    const there = { ticket: { channel: "email" as const, createdAt: "2026-03-03T14:00:00Z", marketplace: "bazaar" as never } };
    expect(owed([market(from)], there)).toEqual(["full_refund"]);
    expect(owed([market(until)], there)).toEqual([]);
    expect(offer([floor()], { order: { total: eur("120.00"), shipTo: "NO" } }).missing).toContain("order.placedAt");
    expect(offer([floor()]).missing).not.toContain("order.placedAt");
  });

  it("runs for a time from an instant of the case, and ends with it", () => {
    const within = (from: string, span: object) => [floor({ within: { from, span } })];
    const at = (createdAt: string, shipment: CaseFile["shipment"] = base.shipment) => ({
      ticket: { channel: "email" as const, createdAt },
      shipment: shipment ?? null,
    });
    expect(owed(within("shipment.deliveredAt", { hours: 24 }), at("2026-02-21T09:59:59Z"))).toEqual(["full_refund"]);
    expect(owed(within("shipment.deliveredAt", { hours: 24 }), at("2026-02-21T10:00:00Z"))).toEqual([]);
    expect(owed(within("shipment.deliveredAt", { days: 5 }), at("2026-02-25T23:59:59Z"))).toEqual(["full_refund"]);
    expect(owed(within("shipment.deliveredAt", { days: 5 }), at("2026-02-26T00:00:00Z"))).toEqual([]);
    const sent = { shippedAt: "2026-02-10T00:00:00Z", promisedAt: "2026-02-12T00:00:00Z" };
    expect(owed(within("shipment.shippedAt", { days: 5 }), at("2026-02-15T00:00:00Z", sent))).toEqual(["full_refund"]);
    expect(owed(within("shipment.shippedAt", { days: 5 }), at("2026-02-16T00:00:00Z", sent))).toEqual([]);
    expect(owed(within("shipment.promisedAt", { days: 5 }), at("2026-02-17T00:00:00Z", sent))).toEqual(["full_refund"]);
    expect(owed(within("shipment.promisedAt", { days: 5 }), at("2026-02-18T00:00:00Z", sent))).toEqual([]);
    expect(owed(within("order.placedAt", { days: 5 }), at("2026-02-06T00:00:00Z"))).toEqual(["full_refund"]);
    expect(owed(within("order.placedAt", { days: 5 }), at("2026-02-07T00:00:00Z"))).toEqual([]);
    for (const from of ["shipment.shippedAt", "shipment.promisedAt", "shipment.deliveredAt"])
      expect(offer(within(from, { days: 5 }), { shipment: null })).toMatchObject({ missing: expect.arrayContaining([from]) });
  });

  it("isn't owed for goods that are excepted, all of them", () => {
    const items = (...traits: string[][]) => ({
      order: { ...base.order, items: traits.map((each, index) => ({ sku: `S${index}`, traits: each })) } as never,
    });
    const except = floor({ exceptions: [{ trait: "custom_made" }] });
    expect(owed([except], items(["custom_made"]))).toEqual([]);
    expect(owed([except], items(["custom_made"], []))).toEqual(["full_refund"]);
    expect(owed([except], items([]))).toEqual(["full_refund"]);
    const used = (more: object) => ({ returnRequest: { items: [{ sku: "A", ...more }] } });
    const unused = floor({ conditions: ["unused"] });
    expect(owed([unused], used({ used: true }))).toEqual([]);
    expect(owed([unused], used({ used: false, complete: false }))).toEqual(["full_refund"]);
    const complete = floor({ conditions: ["complete"] });
    expect(owed([complete], used({ complete: false }))).toEqual([]);
    expect(owed([complete], used({ used: true }))).toEqual(["full_refund"]);
  });
});

describe("an offer below what is owed", () => {
  const refund = (refundPercent: number) => ({ remedy: "partial_refund", gives: { refundPercent, of: "claim" } });
  const half = floor({ owes: [["partial_refund"]], refundPercent: 50 });
  const given = (percent: number, facts = [half], change: Partial<CaseFile> = {}) =>
    offer(facts, change, [refund(percent)]).choices.map(({ gives, cost }) => [gives["refundPercent"], gives["amount"] ?? cost]);

  it("is raised to it, and one at or above it stays", () => {
    expect(given(49)[0]?.[0]).toBe(50);
    expect(given(50)[0]?.[0]).toBe(50);
    expect(given(51)[0]?.[0]).toBe(51);
    expect(given(49)[0]?.[1]).toEqual(eur("40.00"));
  });

  it("is raised by its share where nobody knows the amounts", () => {
    const unknown = {
      order: { id: "O-1", placedAt: "2026-02-01T00:00:00Z", shipTo: "NO" },
      claim: { issueType: "quality_defect" as const },
    };
    expect(given(49, [half], unknown)[0]?.[0]).toBe(50);
    expect(given(51, [half], unknown)[0]?.[0]).toBe(51);
  });

  it("names every fact that it is owed by, once each", () => {
    const two = offer([half, floor({ owes: [["partial_refund"]], refundPercent: 30 }, {}, "no.other")], {}, [refund(60)]);
    expect(two.choices).toHaveLength(1);
    expect(two.choices[0]?.owed?.map(({ fact }) => fact)).toEqual(["no.refund", "no.other"]);
    const list = offer([floor({ owes: [["full_refund", "partial_refund"]] })]);
    expect(list.choices.map(({ remedy }) => remedy)).toEqual(["coupon", "full_refund"]);
  });
});
