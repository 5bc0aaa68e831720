import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { assessCarrierClaim } from "./assess-carrier-claim.js";
import { draftCarrierClaim } from "./draft-carrier-claim.js";
import { usd } from "./testing/claimed-money.js";
import { parcel } from "./testing/sample-parcels.js";

describe("the letter and the papers", () => {
  it("take papers from the question and from the claim", () => {
    const of = (evidence: readonly "photo"[] | undefined, claimed: Partial<CaseFile>) =>
      assessCarrierClaim(parcel({ carrier: "ups" }, claimed), { reason: "damaged", evidence })
        .documents.filter(({ have }) => have)
        .map(({ document }) => document);
    expect(of(undefined, {})).toEqual([]);
    expect(of(["photo"], {})).toEqual(["photo"]);
    expect(of(undefined, { carrierClaim: { evidence: ["invoice"] } })).toEqual(["invoice"]);
    expect(of(["photo"], { carrierClaim: { evidence: ["invoice"] } })).toEqual(["invoice", "photo"]);
  });

  it("are drafted the same whichever carriers and packs came before", () => {
    const draft = (shipment: CaseFile["shipment"], packs: Record<string, unknown> = {}) => {
      const caseFile = parcel(shipment);
      const { claim } = draftCarrierClaim(
        caseFile,
        { reason: "lost", evidence: [], amount: { money: usd("60.00") } },
        contextFor(caseFile, { packs }),
      );
      return [claim.fileBy, claim.source, claim.note];
    };
    const first = draft({ carrier: "ups" });
    const unknown = draft({ carrier: "nobody 0" });
    const value = { kind: "period", because: "we agreed so", carriers: ["ups"], from: "shipment.shippedAt", within: { days: 9 } };
    const own = {
      pack: "carrier/terms",
      version: "1.0.0",
      facts: [{ id: "ours", value, source: "our contract", confidence: "A", verifiedAt: "2026-01-01" }],
    };
    for (let index = 0; index < 300; index += 1) draft({ carrier: `nobody ${index}` });
    expect(draft({ carrier: "ups" }, { "carrier/terms": own })).not.toEqual(first);
    expect([draft({ carrier: "ups" }), draft({ carrier: "UPS" }), draft({ carrier: "nobody 0" })]).toEqual([first, first, unknown]);
    expect(draft({ carrier: "nobody 299" })[2]).toBe("no claim terms of nobody 299 are on file");
  });

  it("draft a claim by the first period, else by the limit, else by nothing", () => {
    const draft = (shipment: CaseFile["shipment"], amount: Parameters<typeof draftCarrierClaim>[1]["amount"]) => {
      const caseFile = parcel(shipment);
      return draftCarrierClaim(caseFile, { reason: "lost", evidence: ["photo"], amount }, contextFor(caseFile, {}));
    };
    expect(draft({ carrier: "ups" }, { money: usd("60.00") })).toEqual({
      claim: {
        carrier: "ups",
        reason: "lost",
        fileBy: "2026-03-19T00:00:00Z",
        liabilityLimit: usd("100.00"),
        amount: usd("60.00"),
        evidence: ["photo"],
        source: "shipsaver (60 days)",
        confidence: "B",
        note: expect.stringContaining("counted from shipping"),
      },
      missing: [],
    });
    const undated = draft({ carrier: "ups", shippedAt: null }, { missing: ["order.total"] });
    expect(undated.claim).toMatchObject({ fileBy: null, amount: null, source: "pressroom.ups.com", confidence: "B" });
    expect(undated.missing).toEqual(["shipment.shippedAt", "order.total"]);
    const unknown = draft({ carrier: "nobody" }, { money: usd("60.00") });
    expect(unknown.claim).toMatchObject({ source: null, confidence: null, note: "no claim terms of nobody are on file" });
    expect(
      draft({ carrier: "dhl_express", weightGrams: 1000, shippedAt: "2019-01-01T00:00:00Z" }, { money: usd("60.00") }).claim.note,
    ).toBe("the period is over: ask for goodwill");
    expect(draft({ carrier: "dhl_express", weightGrams: 1000, declaredValue: usd("5.00") }, { money: usd("6.00") }).claim.note).toBeNull();
    expect(draft(null, { money: usd("6.00") }).claim.note).toBe("the case doesn't name the carrier");
    const two = draft({ carrier: "dhl_express", weightGrams: 1000, shippedAt: "2026-01-01T00:00:00Z" }, { money: usd("60.00") }).claim.note;
    expect(two).toBe(
      "the period is over: ask for goodwill; the carrier answers for at most 26 SDR (26 a kilogram); in money it needs rates.XDR-USD",
    );
  });
});
