import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { assessCarrierClaim } from "./assess-carrier-claim.js";
import { travelsAlong, type LaneScope } from "./lane-scope.js";
import { usd } from "./testing/claimed-money.js";
import { damaged, lost, parcel } from "./testing/sample-parcels.js";

const deliveredAt = "2026-02-01T10:00:00Z";
const unknownLane = "the lane isn't known: of the periods that depend on it the earliest binds";
const unknownService = "the service isn't known: of the periods that depend on it the earliest binds";

describe("a lane's scope", () => {
  const within: LaneScope = { within: ["US", "CA"] };
  const across: LaneScope = { acrossBorders: true };

  it.each<[string | null, string | null, boolean | undefined, boolean | undefined]>([
    ["US-US", null, true, false],
    ["us-us", null, true, false],
    ["CA-CA", null, true, false],
    ["US-CA", null, false, true],
    ["DE-DE", null, false, false],
    ["CN-US", null, false, true],
    ["CN", "US", false, true],
    ["US-", "US", true, false],
    ["US-CA", "US", false, true],
    [null, "US", undefined, undefined],
    ["US", null, undefined, undefined],
    [null, "DE", false, undefined],
    ["DE", null, false, undefined],
    [null, null, undefined, undefined],
  ])("of %s, shipped to %s, is within %s and across borders %s", (lane, shipTo, isWithin, isAcross) => {
    const caseFile: CaseFile = { shipment: { lane }, order: { shipTo } };
    expect([travelsAlong(within, caseFile), travelsAlong(across, caseFile)]).toEqual([isWithin, isAcross]);
    expect(travelsAlong(within, { ...caseFile, order: null, customer: { country: shipTo } })).toBe(isWithin);
  });
});

describe("FedEx", () => {
  const of = (lane: string | null, reason: "damaged" | "delayed" | "lost", more: Partial<CaseFile> = {}) =>
    assessCarrierClaim(parcel({ carrier: "fedex", lane, deliveredAt, mode: "sea" }, more), { reason });

  it("takes claims for damage and delay within the US for 60 days, across borders for 21", () => {
    expect(of("US-US", "damaged")).toMatchObject({ by: { fact: "fedex.damage_us", on: "2026-04-02" }, lost: [], missing: [] });
    expect(of("CN-US", "damaged")).toMatchObject({ by: { fact: "fedex.damage", on: "2026-02-22" }, lost: [], missing: [] });
    expect(of("US-US", "delayed").by).toMatchObject({ fact: "fedex.delay_us", on: "2026-04-02" });
    expect(of("CN-US", "delayed").by).toMatchObject({ fact: "fedex.delay", on: "2026-02-22" });
    for (const lane of ["US-US", "CN-US", null]) expect(of(lane, "lost")).toMatchObject({ by: { fact: "fedex.other" }, missing: [] });
    expect(of("US-US", "damaged").notes).toEqual([]);
  });

  it("is held to the earlier day where the lane isn't known, and the answer says so", () => {
    const unknown = of(null, "damaged");
    expect(unknown).toMatchObject({ by: { fact: "fedex.damage", on: "2026-02-22" }, missing: ["shipment.lane"] });
    expect(unknown.lost.map(({ fact }) => fact)).toEqual(["fedex.damage_us"]);
    expect(unknown.notes).toContain(unknownLane);
    const toGermany = of(null, "damaged", { order: { shipTo: "DE", total: usd("89.90") } });
    expect(toGermany).toMatchObject({ by: { fact: "fedex.damage" }, lost: [], missing: ["shipment.lane"] });
  });

  it("has no terms on file for damage within another country", () => {
    const within = of("CA-CA", "damaged");
    expect(within).toMatchObject({ fileBy: null, state: "unknown", missing: ["packs.carrier/terms.fedex"] });
    expect(within.notes).toEqual(["the terms name no period for damaged of such a parcel"]);
  });

  it("isn't asked for the lane of a delay as long as nothing arrived", () => {
    const underway = assessCarrierClaim(parcel({ carrier: "fedex" }), { reason: "delayed" });
    expect(underway).toMatchObject({ by: { fact: "fedex.other" }, missing: [] });
    expect(underway.notes).not.toContain(unknownLane);
  });
});

describe("USPS", () => {
  it("has its domestic terms within the US, and its international ones across borders", () => {
    const of = (service: string, lane: string) => lost({ carrier: "usps", service, lane });
    expect(of("Priority Mail", "US-US")).toMatchObject({ by: { fact: "usps.domestic" }, lost: [], liability: { limit: usd("100.00") } });
    expect(of("Priority Mail", "US-DE")).toMatchObject({ by: { fact: "usps.priority_abroad" }, liability: { limit: usd("200.00") } });
    expect(of("Priority Mail Express", "US-DE").by?.fact).toBe("usps.express_abroad");
    expect(of("Media Mail", "US-US")).toMatchObject({ by: { on: "2026-03-18" }, liability: { limit: null } });
    const unknown = lost({ carrier: "usps", service: "Priority Mail" });
    expect(unknown).toMatchObject({ by: { fact: "usps.domestic" }, liability: { limit: null }, missing: ["shipment.lane"] });
  });
});

describe("a carrier that is called DHL alone", () => {
  it("is held to DHL Express's period without its limit, and the answer says that it may be another", () => {
    const unknown = lost({ carrier: "DHL", weightGrams: 1000 });
    expect(unknown).toMatchObject({
      by: { fact: "dhl.claim", on: "2026-02-16" },
      liability: { limit: null, sdr: null },
      missing: ["shipment.service"],
    });
    expect(unknown.notes).toEqual([expect.stringContaining("DHL eCommerce and DHL Parcel have terms of their own"), unknownService]);
  });

  it("is DHL Express where the name or the service says so", () => {
    for (const shipment of [
      { carrier: "DHL Express" },
      { carrier: "DHL", service: "Express Worldwide" },
      { carrier: "dhl", service: "express" },
    ]) {
      const known = lost({ ...shipment, weightGrams: 1000 });
      expect(known).toMatchObject({ by: { on: "2026-02-16" }, liability: { sdr: { amount: "26" } }, missing: ["rates.XDR-USD"] });
    }
  });

  it("isn't where the service is another's, of which nothing is on file", () => {
    const other = damaged({ carrier: "dhl", service: "eCommerce" });
    expect(other).toMatchObject({ fileBy: null, liability: { limit: null }, missing: ["packs.carrier/terms.dhl"] });
    expect(other.notes).toEqual(["the terms name no period for damaged of such a parcel"]);
    expect(lost({ carrier: "DHL eCommerce" }).missing).toEqual(["packs.carrier/terms.DHL eCommerce"]);
  });
});
