import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { packFindings } from "@amends/core/packs";
import fc from "fast-check";
import standard from "../../packs/carrier/terms.pack.json" with { type: "json" };
import { assessCarrierClaim } from "./assess-carrier-claim.js";
import { carrierClaimDeadlines } from "./carrier-claim-deadlines.js";
import { carrierPackReader } from "./carrier-fact.js";
import { sdrInMoney, sdrOfWeight } from "./special-drawing-rights.js";
import { air, lost, now, parcel } from "./testing/sample-parcels.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const rates = { base: "USD", date: "2026-02-02", rates: { XDR: "0.75", EUR: "0.9" } };

it("has a standard pack in order", () => {
  expect(packFindings(carrierPackReader.read(standard), "2026-11-21")).toEqual([]);
});

it("shares no answer with another claim", () => {
  const assess = () => assessCarrierClaim(parcel({ carrier: "Nobody's Parcels" }), { reason: "lost" });
  const first = assess();
  const before = structuredClone(first);
  (first.liability.missing as string[]).push("own");
  Object.assign(first.liability, { limit: usd("1.00") });
  expect(assess()).toEqual(before);
});

describe("the period", () => {
  it.each<[string, CaseFile["shipment"], "lost" | "damaged" | "delayed", string | null, string | null]>([
    ["30 days of DHL Express", { carrier: "dhl_express" }, "lost", "dhl_express.claim", "2026-02-16"],
    ["nine months of FedEx", { carrier: "FedEx" }, "lost", "fedex.other", "2026-10-17"],
    ["21 days of FedEx from delivery", { carrier: "FedEx", deliveredAt: "2026-02-01T10:00:00Z" }, "damaged", "fedex.damage", "2026-02-22"],
    ["the earlier of two", { carrier: "FedEx", deliveredAt: "2026-02-01T10:00:00Z" }, "delayed", "fedex.delay", "2026-02-22"],
    ["60 days of UPS", { carrier: "UPS" }, "lost", "ups.claim", "2026-03-18"],
    ["60 days within the US, of a USPS service and lane that aren't said", { carrier: "usps" }, "lost", "usps.domestic", "2026-03-18"],
    ["90 days of a USPS service abroad that isn't said", { carrier: "usps", lane: "US-DE" }, "lost", "usps.express", "2026-04-17"],
    ["six months of the one that is", { carrier: "usps", service: "Priority Mail International" }, "lost", "usps.priority", "2026-07-17"],
    ["four months of EMS", { carrier: "China Post", service: "EMS" }, "lost", "china_post.ems", "2026-05-17"],
    ["Montreal's 14 days", { ...air, deliveredAt: "2026-02-01T10:00:00Z" }, "damaged", "montreal.damage", "2026-02-15"],
    ["Montreal's 21 days", { ...air, deliveredAt: "2026-02-01T10:00:00Z" }, "delayed", "montreal.delay", "2026-02-22"],
    [
      "seven days by road",
      { ...air, mode: "road", lane: "PL-DE", deliveredAt: "2026-02-01T10:00:00Z" },
      "damaged",
      "cmr.damage",
      "2026-02-08",
    ],
    ["no convention inside a country", { ...air, lane: "US-US", deliveredAt: "2026-02-01T10:00:00Z" }, "damaged", null, null],
    ["none by post", { ...air, mode: "post", deliveredAt: "2026-02-01T10:00:00Z" }, "damaged", null, null],
  ])("is %s", (_what, shipment, reason, fact, on) => {
    const { by } = assessCarrierClaim(parcel(shipment), { reason });
    expect([by?.fact ?? null, by?.on ?? null]).toEqual([fact, on]);
  });

  it("says what it lost to, reminds before its end, and knows when it is over", () => {
    const late = assessCarrierClaim(parcel({ carrier: "fedex", deliveredAt: "2026-02-01T10:00:00Z" }), { reason: "delayed" });
    expect(late.lost.map(({ fact }) => fact)).toEqual(["fedex.delay_us", "fedex.other"]);
    expect(late.reminders.map(({ at }) => at)).toEqual(["2026-02-15T00:00:00Z", "2026-02-19T00:00:00Z", "2026-02-21T00:00:00Z"]);
    expect(lost({ carrier: "dhl_express" }, { now: "2026-02-14T00:00:00Z" }).reminders).toEqual([
      { at: "2026-02-15T00:00:00Z", because: "1 day before the last day of the claim" },
    ]);
    expect(lost({ carrier: "dhl_express" }, { now: "2026-02-17T00:00:00Z" })).toMatchObject({
      state: "over",
      reminders: [],
      notes: ["the period is over: ask for goodwill", expect.any(String)],
    });
    expect(lost({ carrier: "dhl_express", shippedAt: null })).toMatchObject({
      state: "unknown",
      missing: expect.arrayContaining(["shipment.shippedAt"]),
    });
    expect(lost({ ...air, mode: null }).missing).toContain("shipment.mode");
    expect(lost({ ...air, lane: null }).missing).toContain("shipment.lane");
    expect(lost({ carrier: null }, { order: null })).toMatchObject({
      carrier: null,
      statement: null,
      missing: ["shipment.carrier", "order.total"],
    });
  });
});

describe("the limit", () => {
  const noPeriod = "the terms name no period for lost";

  it("is an amount of the terms, or what was declared", () => {
    expect(lost({ carrier: "ups" })).toMatchObject({
      liability: { limit: usd("100.00"), fact: "ups.liability" },
      expected: usd("89.90"),
      uncovered: usd("0.00"),
    });
    expect(lost({ carrier: "ups", declaredValue: usd("50.00") })).toMatchObject({
      liability: { limit: usd("50.00"), basis: "declared_value" },
      uncovered: usd("39.90"),
    });
    expect(lost({ carrier: "usps" }).liability.limit).toBeNull();
    expect(lost({ carrier: "usps", service: "pmi" }).liability.limit).toEqual(usd("200.00"));
  });

  it("is 26 SDR a kilogram by air since 2024-12-28, and was 22", () => {
    expect(lost(air, { rates }).liability).toMatchObject({
      sdr: { perKilogram: "26", weightGrams: 1500, amount: "39" },
      limit: usd("52.00"),
      rateDate: "2026-02-02",
    });
    expect(lost({ ...air, shippedAt: "2024-12-28T00:00:00Z" }).liability.sdr?.perKilogram).toBe("26");
    expect(lost({ ...air, shippedAt: "2024-12-27T23:59:59Z" }).liability.sdr?.perKilogram).toBe("22");
    expect(lost({ ...air, mode: "road" }, { rates }).liability.sdr?.amount).toBe("12.495");
  });

  it("is told in SDR where no rate, too old a one, or no weight is given", () => {
    expect(lost(air)).toMatchObject({ liability: { limit: null, missing: ["rates.XDR-USD"] }, expected: null });
    expect(lost(air).notes).toEqual([noPeriod, "the carrier answers for at most 39 SDR (26 a kilogram); in money it needs rates.XDR-USD"]);
    expect(lost(air, { rates: { ...rates, date: "2026-01-27" } }).liability.limit).toBeNull();
    expect(lost(air, { rates: { ...rates, rates: { EUR: "0.9" } } }).liability.limit).toBeNull();
    expect(lost({ ...air, weightGrams: null }).notes).toEqual([
      noPeriod,
      "the carrier answers for at most 26 SDR a kilogram; in money it needs shipment.weightGrams",
    ]);
    expect(lost(air, { order: null }).liability.missing).toEqual(["order.total"]);
    const items = [{ weightGrams: 500, quantity: 2 }, { weightGrams: 250 }];
    expect(lost({ ...air, weightGrams: null }, { order: { total: usd("9.00"), items } }).liability.sdr?.weightGrams).toBe(1250);
  });

  it("is the higher of the terms' and the convention's, where they compare", () => {
    const ups = { ...air, carrier: "ups" };
    expect(lost({ ...ups, weightGrams: 5000 }, { rates }).liability).toMatchObject({ fact: "montreal.liability", limit: usd("173.33") });
    expect(lost(ups, { rates }).liability.fact).toBe("ups.liability");
    expect(lost(ups).liability).toMatchObject({ fact: "ups.liability", missing: ["rates.XDR-USD"] });
    const inEuro = { order: { total: { amount: "500.00", currency: "EUR" } } };
    expect(lost({ ...ups, weightGrams: 5000 }, { rates, ...inEuro }).expected).toEqual({ amount: "156.00", currency: "EUR" });
    expect(lost({ carrier: "ups" }, inEuro)).toMatchObject({ expected: null, missing: ["rates.USD-EUR"] });
    const onlySdr = { base: "XDR", date: "2026-02-02", rates: { EUR: "1.2" } };
    expect(lost({ ...ups, weightGrams: 5000 }, { rates: onlySdr, ...inEuro }).liability.fact).toBe("ups.liability");
  });
});

describe("special drawing rights", () => {
  it("are exact, whatever the base", () => {
    expect(sdrOfWeight("8.33", 1500)).toBe("12.495");
    expect(sdrOfWeight("26", 0)).toBe("0");
    expect(sdrInMoney("39", "USD", { base: "XDR", date: "2026-02-02", rates: { USD: "1.33" } })).toEqual(usd("51.87"));
    expect(sdrInMoney("39", "JPY", { base: "USD", date: "2026-02-02", rates: { XDR: "0.75", JPY: "150" } })).toEqual({
      amount: "7800",
      currency: "JPY",
    });
    for (const [currency, given] of [
      ["USD", null],
      ["XXX", rates],
      ["JPY", rates],
      ["USD", { ...rates, rates: { XDR: "0" } }],
    ] as const)
      expect(() => sdrInMoney("39", currency, given)).toThrow(expect.objectContaining({ code: "rate_missing" }));
  });

  it("round down by less than a cent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 99_999 }), (grams, rate) => {
        const sdr = sdrOfWeight("26", grams);
        const { amount } = sdrInMoney(sdr, "USD", { base: "USD", date: "2026-02-02", rates: { XDR: (rate / 10_000).toFixed(4) } });
        // cents × rate × 10 ≤ 26 × grams × 10^4 × … in whole numbers.
        const cents = BigInt(amount.replace(".", ""));
        const exact = 26n * BigInt(grams) * 1_000_000n;
        expect(cents * BigInt(rate) * 1000n <= exact && exact < (cents + 1n) * BigInt(rate) * 1000n).toBe(true);
      }),
    );
  });
});

describe("the papers", () => {
  it("are listed by reason, those that lack first", () => {
    const { documents } = assessCarrierClaim(parcel({ carrier: "ups", trackingNumber: "1Z" }), { reason: "damaged", evidence: ["photo"] });
    expect(documents.map(({ document, have }) => [document, have])).toEqual([
      ["invoice", false],
      ["packaging_photo", false],
      ["value_proof", false],
      ["photo", true],
      ["tracking", true],
    ]);
  });

  it("make a letter of what is known", () => {
    expect(lost({ carrier: "UPS", trackingNumber: "1Z" }, { order: { id: "O-7", total: usd("89.90") } }).statement).toBe(
      "To UPS: parcel 1Z, shipped on 2026-01-17 (order O-7) was lost. We claim 89.90 USD. Please confirm this claim in writing.",
    );
    expect(lost({ carrier: "UPS", shippedAt: null }, { order: null }).statement).toBe(
      "To UPS: a parcel was lost. Please confirm this claim in writing.",
    );
  });
});

describe("carrierClaimDeadlines", () => {
  const found = (carrierClaim: CaseFile["carrierClaim"], shipment: CaseFile["shipment"] = {}) =>
    carrierClaimDeadlines(parcel({ carrier: "ups", ...shipment }, { carrierClaim: carrierClaim ?? null }));
  const kinds = (...given: Parameters<typeof found>) => found(...given).deadlines.map(({ kind, at }) => [kind, at]);
  it("are of filing, while it isn't filed", () => {
    expect(kinds(null)).toEqual([]);
    expect(kinds(null, { status: "lost" })).toEqual([["carrier_claim", "2026-03-19T00:00:00Z"]]);
    expect(kinds(null, { status: "damaged" })).toEqual([["carrier_claim", "2026-03-19T00:00:00Z"]]);
    expect(kinds({ reason: "delayed", state: "draft" })).toHaveLength(1);
    expect(found({ reason: "lost" }, { carrier: "nobody" })).toEqual({ deadlines: [], missing: ["packs.carrier/terms.nobody"] });
  });
  it("are of answering and asking after that, and none at the end", () => {
    const history = [{ state: "filed" as const, at: now }];
    expect(kinds({ history })).toEqual([["carrier_claim_chase", "2026-02-16T00:00:00Z"]]);
    expect(kinds({ state: "info_requested", dueAt: "2026-02-09T00:00:00Z" })).toEqual([
      ["carrier_claim_information", "2026-02-09T00:00:00Z"],
    ]);
    expect(found({ state: "info_requested" })).toEqual({ deadlines: [], missing: ["carrierClaim.dueAt"] });
    expect(found({ state: "filed" })).toEqual({ deadlines: [], missing: ["carrierClaim.history"] });
    for (const state of ["rejected", "paid", "closed"] as const) expect(found({ state })).toEqual({ deadlines: [], missing: [] });
  });
});
