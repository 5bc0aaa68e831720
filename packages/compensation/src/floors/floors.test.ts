import { describe, expect, it } from "vitest";
import type { CaseFile, Remedies } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { remediesStage } from "../offer/remedies-stage.js";

const eur = (amount: string) => ({ amount, currency: "EUR" });
const faulty: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-03T14:00:00Z" },
  customer: { country: "DE", zone: "Europe/Berlin" },
  order: { id: "O-1", total: eur("120.00"), placedAt: "2026-02-01T00:00:00Z", shipTo: "DE" },
  shipment: { deliveredAt: "2026-02-20T10:00:00Z" },
  claim: { issueType: "quality_defect", amount: eur("80.00") },
};
const couponOnly = (gives: readonly object[]): Policy[] => [
  {
    policy: "shop/coupons",
    version: "1.0.0",
    stage: "remedies",
    decision: "offer",
    decide: "first",
    rules: [
      {
        name: "coupons",
        conditions: { all: [{ fact: "claim.issue", operator: "isPresent", value: true }] },
        event: { type: "offer", params: { tier: 1, choices: gives } },
      },
    ],
  },
  ...remediesStage.policies,
];
const coupon = { remedy: "coupon", gives: { couponPercent: 10 } };
const offer = (given: Partial<CaseFile> = {}, choices: readonly object[] = [coupon], packs: Record<string, unknown> = {}) =>
  proposeRemedies({ ...faulty, ...given }, couponOnly(choices), { packs }) as Remedies;
const owed = ({ choices }: Remedies) =>
  choices.filter((choice) => choice.owed).map(({ remedy, owed: facts }) => [remedy, facts?.map(({ fact }) => fact)]);

describe("what law leaves no choice about", () => {
  it("is in the offer though no policy says so, with its source", () => {
    const remedies = offer();
    expect(remedies.choices.map(({ remedy }) => remedy)).toEqual(["coupon", "reship"]);
    expect(remedies.choices[1]).toMatchObject({
      gives: { of: "claim", goodsValue: eur("80.00") },
      owed: [{ fact: "eu.conformity", source: expect.stringContaining("2019/771"), confidence: "B" }],
    });
  });
  it("goes by the country, the dates of order and delivery, and the issue", () => {
    const to = (shipTo: string, more: object = {}) => ({ order: { ...faulty.order, shipTo, ...more } });
    expect(owed(offer(to("GB")))).toEqual([["return_and_refund", ["uk.short_term_right_to_reject", "uk.repair_or_replacement"]]]);
    expect(owed(offer({ ...to("GB"), shipment: { deliveredAt: "2026-01-20T00:00:00Z" } }))).toEqual([
      ["reship", ["uk.repair_or_replacement"]],
    ]);
    expect(owed(offer(to("AU")))).toEqual([
      ["return_and_refund", ["au.major_failure"]],
      ["reship", ["au.major_failure"]],
    ]);
    expect(owed(offer(to("US")))).toEqual([]);
    expect(owed(offer(to("DE", { placedAt: "2021-12-31T22:00:00Z" })))).toEqual([]);
    expect(owed(offer(to("DE", { placedAt: "2021-12-31T23:00:00Z" })))).toHaveLength(1);
    expect(owed(offer({ shipment: { deliveredAt: "2024-03-03T10:00:00Z" } }))).toHaveLength(1);
    expect(owed(offer({ shipment: { deliveredAt: "2024-03-02T10:00:00Z" } }))).toEqual([]);
    expect(owed(offer({ claim: { issueType: "service_complaint" } }))).toEqual([]);
  });
  it("is kept by the buyer's declaration, not by the day on which the seller decides", () => {
    const british = (given: Partial<CaseFile>) =>
      owed(offer({ order: { ...faulty.order, shipTo: "GB" }, now: "2026-06-01T00:00:00Z", ...given }))[0]?.[1]?.includes(
        "uk.short_term_right_to_reject",
      );
    expect(british({})).toBe(true);
    expect(british({ ticket: { channel: "email" } })).toBe(false);
    expect(british({ returnRequest: { requestedAt: "2026-05-01T00:00:00Z" } })).toBe(false);
    const late = { channel: "email", createdAt: "2026-05-01T00:00:00Z" } as const;
    expect(british({ ticket: late, returnRequest: { requestedAt: "2026-03-01T00:00:00Z" } })).toBe(true);
    expect(british({ ticket: late })).toBe(false);
  });
  it("holds for a return without a reason within its window", () => {
    const withdrawn = (shipTo: string, deliveredAt: string, given: Partial<CaseFile> = {}) =>
      owed(offer({ claim: { issueType: "return_exchange" }, order: { ...faulty.order, shipTo }, shipment: { deliveredAt }, ...given }));
    const told: [string, string, string, string][] = [
      ["DE", "eu.withdrawal", "2026-02-17T12:00:00Z", "2026-02-16T12:00:00Z"],
      ["GB", "uk.cancellation", "2026-02-17T12:00:00Z", "2026-02-16T12:00:00Z"],
      ["CN", "cn.no_reason_return", "2026-02-24T12:00:00Z", "2026-02-23T12:00:00Z"],
      ["BR", "br.regret", "2026-02-24T12:00:00Z", "2026-02-23T12:00:00Z"],
    ];
    for (const [country, fact, inTime, late] of told) {
      expect(withdrawn(country, inTime), country).toEqual([["return_and_refund", [fact]]]);
      expect(withdrawn(country, late), country).toEqual([]);
    }
    expect(withdrawn("US", "2026-03-02T12:00:00Z")).toEqual([]);
    const items = (...traits: ("custom_made" | "hygiene_sealed")[][]) => ({
      order: { ...faulty.order, items: traits.map((each, index) => ({ sku: `S-${index}`, traits: each })) },
    });
    const inTime = "2026-02-17T12:00:00Z";
    expect(withdrawn("DE", inTime, items(["custom_made"]))).toEqual([]);
    expect(withdrawn("DE", inTime, items(["custom_made"], []))).toHaveLength(1);
    expect(withdrawn("DE", inTime, items(["hygiene_sealed"]))).toHaveLength(1);
    const opened = (sku: string) => ({ returnRequest: { items: [{ sku, opened: true }] } });
    expect(withdrawn("DE", inTime, { ...items(["hygiene_sealed"], []), ...opened("S-0") })).toEqual([]);
    expect(withdrawn("DE", inTime, { ...items(["hygiene_sealed"], []), ...opened("S-1") })).toHaveLength(1);
    const inChina = (item: object) => withdrawn("CN", "2026-03-01T12:00:00Z", { returnRequest: { items: [{ sku: "S-0", ...item }] } });
    expect([inChina({ used: true }), inChina({ complete: false })]).toEqual([[], []]);
    expect(inChina({ used: false, complete: true })).toHaveLength(1);
  });
  it("runs from the last parcel, to a working day, and a year longer where the buyer wasn't told of it", () => {
    const asked = (
      declared: string,
      given: { delivered?: string; last?: string; informed?: boolean; shipTo?: string } = {},
      packs: Record<string, unknown> = {},
    ) => {
      const { delivered = "2026-02-14T12:00:00Z", last, informed = true, shipTo = "DE" } = given;
      const order = { ...faulty.order, shipTo, withdrawalInformed: informed, ...(last === undefined ? {} : { lastDeliveredAt: last }) };
      const ticket = { channel: "email", createdAt: declared } as const;
      return offer(
        { claim: { issueType: "return_exchange" }, now: "2027-06-01T12:00:00Z", ticket, order, shipment: { deliveredAt: delivered } },
        [coupon],
        packs,
      );
    };
    const isOwed = (...given: Parameters<typeof asked>) => owed(asked(...given)).length > 0;
    const listed = { "public-holidays": { DE: [] } };
    // 28 February is a Saturday: the period ends with Monday, 2 March.
    expect([isOwed("2026-03-02T22:59:00Z", {}, listed), isOwed("2026-03-02T23:01:00Z", {}, listed)]).toEqual([true, false]);
    expect(isOwed("2026-03-02T12:00:00Z")).toBe(true);
    const unlisted = asked("2026-03-03T12:00:00Z");
    expect([owed(unlisted), unlisted.missing.includes("packs.public-holidays.DE")]).toEqual([[], true]);
    expect(isOwed("2026-03-03T12:00:00Z", { last: "2026-02-20T12:00:00Z" }, listed)).toBe(true);
    expect(isOwed("2026-03-06T23:01:00Z", { last: "2026-02-20T12:00:00Z" }, listed)).toBe(false);
    expect([
      isOwed("2027-03-01T12:00:00Z", { informed: false }, listed),
      isOwed("2027-03-03T12:00:00Z", { informed: false }, listed),
    ]).toEqual([true, false]);
    expect([isOwed("2026-02-28T12:00:00Z", { shipTo: "GB" }), isOwed("2026-03-02T12:00:00Z", { shipTo: "GB" })]).toEqual([true, false]);
    expect(isOwed("2026-05-02T12:00:00Z", { shipTo: "GB", informed: false })).toBe(true);
  });
  it("asks whether the buyer was told where that decides", () => {
    const untold = offer({
      claim: { issueType: "return_exchange" },
      ticket: { channel: "email", createdAt: "2026-05-01T12:00:00Z" },
      now: "2026-05-01T12:00:00Z",
    });
    expect([owed(untold), untold.missing.includes("order.withdrawalInformed")]).toEqual([[], true]);
  });
  it("goes by the countries' codes, whatever they are called", () => {
    const british = offer({ order: { ...faulty.order, shipTo: "UK" } });
    expect(owed(british)).toEqual(owed(offer({ order: { ...faulty.order, shipTo: "GB" } })));
    expect(owed(british)[0]?.[1]).toContain("uk.short_term_right_to_reject");
    expect(owed(offer({ order: { ...faulty.order, shipTo: "EL" } }))[0]?.[1]).toContain("eu.conformity");
  });
  it("isn't guessed where a date is absent: the date is missing", () => {
    const undated = offer({ order: { ...faulty.order, placedAt: null } });
    expect(owed(undated)).toEqual([]);
    expect(undated.missing).toContain("order.placedAt");
    expect(offer({ shipment: {} }).missing).toContain("shipment.deliveredAt");
  });
  it("raises a refund that is less", () => {
    const raised = offer({}, [{ remedy: "full_refund", gives: { refundPercent: 10 } }]);
    expect(raised.choices).toMatchObject([{ gives: { refundPercent: 100, of: "claim", amount: eur("80.00") }, cost: eur("80.00") }]);
    const enough = offer({}, [{ remedy: "full_refund", gives: { refundPercent: 70 } }]);
    expect(enough.choices[0]).toMatchObject({ gives: { refundPercent: 70 }, cost: eur("84.00") });
    const unknown = offer({ order: { ...faulty.order, total: null }, claim: { issueType: "quality_defect" } }, [
      { remedy: "full_refund", gives: { refundPercent: 10 } },
    ]);
    expect(unknown.choices[0]?.gives).toEqual({ refundPercent: 100, of: "claim" });
  });
  it("is the next remedy where the goods aren't in stock, and comes back with the goods", () => {
    const out = offer({ order: { ...faulty.order, items: [{ sku: "S-1", quantity: 1, inStock: 0 }] } });
    expect(out.choices.map(({ remedy }) => remedy)).toEqual(["coupon", "return_and_refund"]);
    expect(out.returnRequired).toBe(true);
  });
  it("holds for lost parcels, and by a marketplace's terms where no law is known", () => {
    const lost = (given: Partial<CaseFile>) =>
      offer({
        claim: { issueType: "logistics_not_received" },
        shipment: { shippedAt: "2026-02-02T00:00:00Z", events: [{ at: "2026-03-01T00:00:00Z", status: "lost" }] },
        ...given,
      });
    expect(owed(lost({}))).toEqual([["full_refund", ["eu.non_delivery"]]]);
    const market = { ticket: { ...faulty.ticket, channel: "marketplace_message", marketplace: "ebay" } } as Partial<CaseFile>;
    expect(owed(lost({ ...market, order: { ...faulty.order, shipTo: "US" } }))).toEqual([["full_refund", ["ebay.money_back_guarantee"]]]);
    expect(owed(lost({ order: { ...faulty.order, shipTo: "US" } }))).toEqual([]);
  });
  it("is the host's to replace, by the id of the fact", () => {
    const fact = {
      id: "eu.conformity",
      value: {
        countries: ["DE"],
        issues: ["quality_defect"],
        within: { from: "ticket.createdAt", span: { days: 1 } },
        owes: [["full_refund"]],
      },
      source: "our terms",
      confidence: "A",
      verifiedAt: "2026-11-21",
    };
    const own = { pack: "shop/law", version: "1.0.0", zone: "Europe/Berlin", facts: [fact] };
    expect(owed(offer({}, [coupon], { statutoryRemedies: own }))).toEqual([["full_refund", ["eu.conformity"]]]);
    for (const from of ["shipment.shippedAt", "shipment.promisedAt"]) {
      const pack = { ...own, facts: [{ ...fact, value: { ...fact.value, within: { from, span: { days: 1 } } } }] };
      expect(offer({}, [coupon], { statutoryRemedies: pack }).missing).toContain(from);
    }
    const nowhere = { ...own, facts: [{ ...fact, value: { issues: ["quality_defect"], owes: [["full_refund"]] } }] };
    expect(() => offer({}, [coupon], { statutoryRemedies: nowhere })).toThrow(/countries or marketplaces/);
    const unheardOf = { ...own, facts: [{ ...fact, value: { ...fact.value, owes: [["repair"]] } }] };
    expect(owed(offer({}, [coupon], { statutoryRemedies: unheardOf }))).toEqual([]);
  });
});
