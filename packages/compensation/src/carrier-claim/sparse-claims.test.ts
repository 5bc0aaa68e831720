import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { assessCarrierClaim } from "./assess-carrier-claim.js";
import { rates, usd } from "./testing/claimed-money.js";
import { air, damaged, lost, parcel } from "./testing/sample-parcels.js";

describe("a case that knows little", () => {
  it("without a shipment says what is wanted, and invents nothing", () => {
    const { shipment: _none, ...bare } = parcel(null);
    expect(assessCarrierClaim({ ...bare, order: null }, { reason: "lost" })).toEqual({
      carrier: null,
      reason: "lost",
      amount: null,
      fileBy: null,
      state: "unknown",
      by: null,
      lost: [],
      liability: {
        limit: null,
        sdr: null,
        rateDate: null,
        basis: null,
        fact: null,
        because: null,
        source: null,
        confidence: null,
        missing: [],
      },
      expected: null,
      uncovered: null,
      documents: expect.any(Array),
      reminders: [],
      statement: null,
      notes: expect.any(Array),
      missing: ["shipment.carrier", "order.total"],
    });
    const named = assessCarrierClaim({ ...bare, carrierClaim: { carrier: "ups" } }, { reason: "lost" });
    expect(named).toMatchObject({ carrier: "ups", fileBy: null, missing: ["shipment.shippedAt"] });
    expect(named.statement).toBe("To ups: a parcel was lost. We claim 89.90 USD. Please confirm this claim in writing.");
    expect(named.documents.every(({ have }) => !have)).toBe(true);
  });

  it("names the start a period lacks, in the notes and among what is missing", () => {
    const unknown = damaged({ carrier: "fedex" });
    expect(unknown).toMatchObject({ state: "unknown", missing: ["shipment.lane", "shipment.deliveredAt"] });
    expect(unknown.notes).toContain("the period runs from shipment.deliveredAt, which nobody knows");
    const later = assessCarrierClaim(parcel({ carrier: "fedex" }), { reason: "delayed" });
    expect(later).toMatchObject({ by: { fact: "fedex.other", on: "2026-10-17" }, missing: [] });
    expect(lost({ carrier: "dhl_express", weightGrams: 1000 }, { rates }).missing).toEqual([]);
  });

  it("weighs nothing that has no weight", () => {
    const of = (weightGrams: number | null, items?: NonNullable<CaseFile["order"]>["items"]) =>
      lost({ ...air, weightGrams }, { order: { total: usd("9.00"), ...(items === undefined ? {} : { items }) } }).liability;
    expect(of(null).missing).toEqual(["shipment.weightGrams"]);
    expect(of(null, []).sdr?.weightGrams).toBeNull();
    expect(of(null, [{ weightGrams: 500 }, { title: "A mug" }]).sdr?.weightGrams).toBeNull();
    expect(of(null, [{ weightGrams: 500 }, { weightGrams: 0 }]).sdr?.weightGrams).toBeNull();
    expect(of(0, [{ weightGrams: 500 }]).sdr?.weightGrams).toBe(500);
    expect(lost({ ...air, weightGrams: null }, { order: null }).liability.missing).toEqual(["shipment.weightGrams"]);
  });

  it("asks for the service and the lane only where they decide", () => {
    expect(lost({ carrier: "usps" }).missing).toEqual(["shipment.service", "shipment.lane"]);
    expect(lost({ carrier: "usps", service: "pmi" }).missing).toEqual([]);
    expect(lost({ ...air, lane: null }).missing).toEqual(["shipment.lane", "packs.carrier/terms.somebody"]);
    expect(lost({ ...air, lane: "CN-US" }, { rates }).missing).toEqual([]);
    expect(lost({ ...air, lane: "CN-CN" }).missing).toEqual(["packs.carrier/terms.somebody"]);
    expect(lost({ ...air, lane: "CN-CN", mode: null }).missing).toEqual(["packs.carrier/terms.somebody"]);
    expect(lost({ ...air, mode: "sea" }).missing).toEqual(["packs.carrier/terms.somebody"]);
    expect(lost({ carrier: " DHL -- Express " }).by?.fact).toBe("dhl_express.claim");
    expect(lost({ carrier: "(UPS)" }).missing).toEqual(["packs.carrier/terms.(UPS)"]);
  });

  it("knows no dated terms of a parcel without a date, but knows the undated ones", () => {
    const { liability, missing } = lost({ carrier: "dhl_express", shippedAt: null, weightGrams: 1000 });
    expect(liability).toMatchObject({ limit: null, sdr: null, fact: null });
    expect(missing).toEqual(["shipment.shippedAt"]);
    expect(lost({ carrier: "ups", shippedAt: null }).liability).toMatchObject({ limit: usd("100.00"), fact: "ups.liability" });
    expect(lost({ ...air, shippedAt: null, deliveredAt: "2026-02-01T10:00:00Z" }).liability.fact).toBeNull();
  });
});
