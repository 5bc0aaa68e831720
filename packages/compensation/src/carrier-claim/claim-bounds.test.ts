import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { assessCarrierClaim } from "./assess-carrier-claim.js";
import { usd } from "./testing/claimed-money.js";
import { air, damaged, lost, now, parcel } from "./testing/sample-parcels.js";

describe("the bounds of a claim", () => {
  it("is over at the very end of its last day, and open a second before", () => {
    const at = (time: string) => lost({ carrier: "dhl_express" }, { now: time });
    expect(at("2026-02-16T23:59:59Z")).toMatchObject({ state: "open", fileBy: "2026-02-17T00:00:00Z", reminders: [] });
    expect(at("2026-02-17T00:00:00Z").state).toBe("over");
    expect(at("2026-02-15T00:00:00Z").reminders).toEqual([]);
    expect(at("2026-02-14T23:59:59Z").reminders).toHaveLength(1);
    expect(at("2026-02-10T00:00:00Z").reminders[0]?.because).toBe("3 days before the last day of the claim");
    expect(at(now).notes).not.toContain("the period is over: ask for goodwill");
    expect(lost({ carrier: "ups" }).notes[0]).toContain("counted from shipping, the earliest start");
  });

  it("expects the amount up to the limit itself, and leaves what is above", () => {
    const of = (amount: string) => assessCarrierClaim(parcel({ carrier: "ups" }), { reason: "lost", amount: usd(amount) });
    expect(of("100.00")).toMatchObject({ expected: usd("100.00"), uncovered: usd("0.00") });
    expect(of("100.01")).toMatchObject({ expected: usd("100.00"), uncovered: usd("0.01") });
    expect(of("99.99")).toMatchObject({ expected: usd("99.99"), uncovered: usd("0.00") });
    const known = parcel({ carrier: "ups" }, { carrierClaim: { amount: usd("70.00") } });
    expect(assessCarrierClaim(known, { reason: "lost" }).amount).toEqual(usd("70.00"));
    expect(assessCarrierClaim(known, { reason: "lost", amount: usd("60.00") }).amount).toEqual(usd("60.00"));
    expect(lost({ carrier: "ups" }).missing).toEqual([]);
  });

  it("keeps the first of two equal limits", () => {
    const equal = { base: "USD", date: "2026-02-02", rates: { XDR: "1" } };
    const ups = { ...air, carrier: "ups", weightGrams: 5000 };
    expect(lost(ups, { rates: { ...equal, rates: { XDR: "1.3" } } }).liability.fact).toBe("ups.liability");
    expect(lost(ups, { rates: { ...equal, rates: { XDR: "1.29" } } }).liability.fact).toBe("montreal.liability");
    expect(lost({ ...air, declaredValue: usd("50.00") }).liability).toEqual({
      limit: usd("50.00"),
      sdr: null,
      rateDate: null,
      basis: "declared_value",
      fact: null,
      because: "the value was declared to the carrier",
      source: "shipment.declaredValue",
      confidence: "A",
      missing: [],
    });
  });

  it("counts days where a period starts: at the origin, or where the parcel arrives", () => {
    const shipped = { carrier: "dhl_express", shippedAt: "2026-01-17T20:00:00Z" };
    expect(lost(shipped).by?.on).toBe("2026-02-16");
    expect(lost({ ...shipped, lane: "CN-DE" }).by?.on).toBe("2026-02-17");
    expect(lost({ ...shipped, lane: "DE-CN" }).by?.on).toBe("2026-02-16");
    const arrived = { carrier: "fedex", deliveredAt: "2026-02-01T20:00:00Z" };
    const on = (more: Partial<CaseFile>, lane: string | null = null) => damaged({ ...arrived, lane }, more).by?.on;
    expect(on({})).toBe("2026-02-22");
    expect(on({}, "DE-CN")).toBe("2026-02-23");
    expect(on({}, "CN-DE")).toBe("2026-02-22");
    expect(on({ order: { shipTo: "JP" } })).toBe("2026-02-23");
    expect(on({ order: { shipTo: "DE" }, customer: { country: "JP" } })).toBe("2026-02-22");
    expect(on({ customer: { country: "JP" } })).toBe("2026-02-23");
    expect(on({ customer: { country: "DE", zone: "Asia/Tokyo" } })).toBe("2026-02-23");
    expect(on({ order: null, customer: null })).toBe("2026-02-22");
  });

  it("orders periods that end together by name", () => {
    const both = { carrier: "usps", lane: "US-DE", shippedAt: "2026-01-17T10:00:00Z" };
    const { by, lost: later } = lost(both);
    expect([by, ...later].map((period) => period?.fact)).toEqual([
      "usps.express",
      "usps.express_abroad",
      "usps.priority",
      "usps.priority_abroad",
    ]);
    expect(by).not.toHaveProperty("instant");
  });
});
