import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carrierClaimReasons, type CarrierClaimReason, type CaseFile } from "@amends/core/model";
import { createContext } from "@amends/core/stage";
import { carrierTerms, type CarrierTerms } from "./carrier-terms.js";

const now = Date.parse("2026-03-06T09:00:00Z");
const shippedAt = "2026-02-01T10:00:00Z";
const fact = (id: string, value: object, more: object = {}) => ({
  id,
  value: { kind: "period", because: "the terms say so", from: "shipment.shippedAt", within: { days: 9 }, ...value },
  source: "ours",
  confidence: "A",
  verifiedAt: "2026-01-01",
  ...more,
});
const packOf = (...facts: object[]) => ({ "carrier/terms": { pack: "carrier/terms", version: "1.0.0", facts } });
const termsOf = (
  carrier: string,
  packs: Readonly<Record<string, unknown>> = {},
  shipment: CaseFile["shipment"] = { shippedAt },
  reason: CarrierClaimReason = "lost",
  rest: CaseFile = {},
) => carrierTerms({ shipment, ...rest }, carrier, reason, createContext({ now, packs }));
const idsOf = ({ periods, limits, documents }: CarrierTerms) => [...periods, ...limits, ...documents].map(({ id }) => id);
const without = packOf();

describe("the standard terms of a carrier", () => {
  it("are the same whatever was asked before, and as with a host's pack that changes nothing", () => {
    const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary);
    const parcel = fc.record({
      shippedAt: maybe(fc.constantFrom(shippedAt, "2024-12-27T10:00:00Z", "2024-12-29T10:00:00Z", "2018-01-01T10:00:00Z", "")),
      service: maybe(fc.constantFrom("PMI", "EMS", "registered mail", "other", "")),
      lane: maybe(fc.constantFrom("CN-US", "CN-CN", "CN", "")),
      mode: maybe(fc.constantFrom("air" as const, "road" as const, "sea" as const)),
      deliveredAt: maybe(fc.constantFrom("2026-02-20T10:00:00Z", "")),
    });
    const country = maybe(fc.constantFrom("US", "us", "DE", "", "A".repeat(80)));
    const rest = fc.record({ order: fc.record({ shipTo: country }), customer: fc.record({ country }) });
    const carriers = fc.constantFrom("dhl", "fedex", "DHL Express", "usps", "china post", "ups", "nobody", "another", "");
    fc.assert(
      fc.property(carriers, fc.constantFrom(...carrierClaimReasons), maybe(parcel), rest, (carrier, reason, shipment, where) => {
        const asked = [null, undefined].map((none) => termsOf(carrier, { "carrier/terms": none }, shipment, reason, where));
        const slowly = termsOf(carrier, without, shipment, reason, where);
        for (const terms of [...asked, termsOf(carrier, {}, shipment, reason, where)]) expect(terms).toEqual(slowly);
      }),
      { numRuns: 500 },
    );
  });

  it("go by the day it was shipped where they are dated, whichever day was asked for before", () => {
    const limitOn = (day: string) =>
      termsOf("dhl_express", {}, { shippedAt: `${day}T12:00:00Z` }).limits.map(({ effectiveFrom }) => effectiveFrom);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(limitOn("2026-02-01")).toEqual(["2024-12-28"]);
      expect(limitOn("2024-12-27")).toEqual(["2019-12-28"]);
      expect(limitOn("2024-12-28")).toEqual(["2024-12-28"]);
      expect(limitOn("2019-12-27")).toEqual([]);
    }
    expect(termsOf("dhl_express", {}, {}).missing).toEqual(["shipment.shippedAt"]);
    expect(termsOf("ups", {}, {}).missing).toEqual([]);
  });

  it("are those of the reason, and of the service and the way of each parcel", () => {
    for (let turn = 0; turn < 2; turn += 1) {
      expect(idsOf(termsOf("fedex", {}, { shippedAt }, "damaged"))).toEqual([
        "fedex.damage",
        "fedex.damage_us",
        "fedex.liability",
        "all.damaged_documents",
      ]);
      expect(idsOf(termsOf("fedex", {}, { shippedAt }, "lost"))).toEqual(["fedex.other", "fedex.liability", "all.lost_documents"]);
      expect(idsOf(termsOf("usps"))).toEqual([
        "usps.express",
        "usps.express_abroad",
        "usps.priority",
        "usps.priority_abroad",
        "usps.domestic",
        "all.lost_documents",
      ]);
      expect(idsOf(termsOf("usps", {}, { shippedAt, service: "PMI" }))).toEqual([
        "usps.priority",
        "usps.priority_liability",
        "all.lost_documents",
      ]);
      expect(termsOf("usps", {}, { shippedAt, service: "other" })).toMatchObject({ known: true, periods: [], limits: [], missing: [] });
      const travels = idsOf(termsOf("ups", {}, { shippedAt, lane: "CN-US", mode: "air" }, "damaged"));
      expect(travels).toEqual(["ups.claim", "montreal.damage", "ups.liability", "montreal.liability", "all.damaged_documents"]);
      expect(idsOf(termsOf("ups", {}, { shippedAt }, "damaged"))).toEqual(["ups.claim", "ups.liability", "all.damaged_documents"]);
    }
  });

  it("of several services are the periods of all and the limits of none, and lack the service, in every host's packs", () => {
    // Each pack is another host's, of which nothing is kept.
    const usps = (service?: string) => termsOf("usps", packOf(), { shippedAt, service, lane: "US-DE", mode: "post" });
    expect([idsOf(usps()), usps().missing]).toEqual([
      ["usps.express", "usps.express_abroad", "usps.priority", "usps.priority_abroad", "all.lost_documents"],
      ["shipment.service"],
    ]);
    expect(termsOf("usps").missing).toEqual(["shipment.service", "shipment.lane"]);
    expect(idsOf(usps("pmei"))).toEqual(["usps.express", "usps.express_liability", "all.lost_documents"]);
    expect([usps("pmei").missing, usps("other").missing, usps("other").limits]).toEqual([[], [], []]);
  });

  it("of nobody on file are what is about all, and are known only where a convention says something", () => {
    expect(termsOf("nobody")).toMatchObject({ known: false, periods: [], limits: [], missing: [] });
    expect(termsOf("nobody").documents.map(({ id }) => id)).toEqual(["all.lost_documents"]);
    expect(termsOf("nobody", {}, { shippedAt, lane: "CN-US", mode: "air" }).known).toBe(true);
    expect(termsOf("ups", {}, {}).known).toBe(true);
  });
});

describe("a parcel on its way", () => {
  const across = (lane: string | null, mode: "air" | "road" | "sea" | null) => {
    const { limits, missing } = termsOf("nobody", {}, { shippedAt, lane, mode });
    return [limits.map(({ id }) => id), missing];
  };

  it.each([
    ["CN-US", "air", ["montreal.liability"], []],
    ["CN-US", "road", ["cmr.liability"], []],
    ["CN-US", "sea", [], []],
    ["CN-US", null, [], ["shipment.mode"]],
    ["CN-CN", "air", [], []],
    ["CN-CN", null, [], []],
    ["CN", null, [], []],
    [null, "air", [], ["shipment.lane"]],
    ["CN-", "air", [], ["shipment.lane"]],
    ["-US", "road", [], ["shipment.lane"]],
    [null, "sea", [], []],
    [null, null, [], []],
  ] as const)("on %s by %s goes by %j and lacks %j", (lane, mode, limits, missing) => {
    expect(across(lane, mode)).toEqual([limits, missing]);
  });
});

describe("a carrier's name", () => {
  const packs = packOf(fact("ours.two", { carriers: ["a_b"] }), fact("ours.one", { carriers: ["az09"] }));

  it.each(["a b", "A  B ", "a@b", "A[B", "a`b", "a{b", "a/b", "a:b", "a-b", "a.–.b", "aÁb", "a_b"])("reads %s as two words", (name) => {
    expect(termsOf(name, packs).periods.map(({ id }) => id)).toEqual(["ours.two"]);
  });

  it.each(["az09", "AZ09", " Az09\t"])("reads %s as one", (name) => {
    expect(termsOf(name, packs).periods.map(({ id }) => id)).toEqual(["ours.one"]);
  });

  it("is on file only as a whole", () => {
    for (const name of ["ab", "az0", "az 09", "", " ", "nobody"]) expect(termsOf(name, packs).periods).toEqual([]);
  });
});

describe("a host's terms", () => {
  const own = packOf(fact("ups.claim", { carriers: ["ups"] }));
  const other = packOf(fact("ups.claim", { carriers: ["ups"], within: { days: 5 } }));

  it("go before the standard ones for the host that hands them in, whoever asked before", () => {
    const days = (packs: Readonly<Record<string, unknown>>) => termsOf("ups", packs).periods.map(({ value }) => value.within);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(days({})).toEqual([{ days: 60 }]);
      expect(days(own)).toEqual([{ days: 9 }]);
      expect(days(other)).toEqual([{ days: 5 }]);
    }
    expect(termsOf("ups", own).limits.map(({ id }) => id)).toEqual(["ups.liability"]);
  });

  it("of a date hold from it on, wherever they stand in the pack", () => {
    const dated = packOf(
      fact("ours.later", { carriers: ["ours"] }, { effectiveFrom: "2026-03-01" }),
      fact("ours.now", { carriers: ["ours"] }, { effectiveFrom: "2026-01-01", effectiveTo: "2026-03-01" }),
      fact("ours.always", { carriers: ["ours"] }),
    );
    const on = (day: string | null) => termsOf("ours", dated, { shippedAt: day && `${day}T12:00:00Z` });
    expect(idsOf(on("2026-02-28"))).toEqual(["ours.now", "ours.always", "all.lost_documents"]);
    expect(idsOf(on("2026-03-01"))).toEqual(["ours.later", "ours.always", "all.lost_documents"]);
    expect(idsOf(on("2025-12-31"))).toEqual(["ours.always", "all.lost_documents"]);
    expect(on("2025-12-31").missing).toEqual([]);
    const ended = packOf(fact("ours.ended", { carriers: ["ours"] }, { effectiveTo: "2026-03-01" }));
    expect(termsOf("ours", ended, {})).toMatchObject({ periods: [], missing: ["shipment.shippedAt"] });
    expect(termsOf("ours", ended).periods).toHaveLength(1);
    expect([idsOf(on(null)), on(null).missing]).toEqual([["ours.always", "all.lost_documents"], ["shipment.shippedAt"]]);
  });
});
