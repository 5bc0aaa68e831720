import { describe, expect, it } from "vitest";
import { proposeRemedies } from "./propose-remedies.js";
import { delayed } from "./testing/delayed-parcel.js";
import { usd } from "./testing/sample-choices.js";
import { now, offer } from "./testing/sample-offer.js";

describe("carrier claims", () => {
  const lost = (carrier: string | null, given: object = {}) =>
    offer({
      ...delayed,
      claim: { issueType: "logistics_not_received" },
      shipment: { carrier, shippedAt: "2026-01-17T10:00:00Z", events: [{ at: now, status: "lost" }], ...given },
    });
  it("carry the filing deadline and the liability limit of dated terms", () => {
    expect(lost("FedEx")).toMatchObject({
      advancePayout: true,
      carrierClaim: { reason: "lost", fileBy: "2026-10-18T00:00:00Z", liabilityLimit: usd("100.00"), confidence: "B" },
      deadlines: [{ kind: "carrier_claim", at: "2026-10-18T00:00:00Z", because: "the claim with FedEx must be filed by then" }],
    });
    expect(lost("DHL Express").carrierClaim).toMatchObject({
      fileBy: "2026-02-17T00:00:00Z",
      liabilityLimit: null,
      note: expect.stringContaining("the period is over"),
    });
    expect(lost("UPS", { shippedAt: null })).toMatchObject({
      carrierClaim: { fileBy: null },
      missing: expect.arrayContaining(["shipment.shippedAt"]),
    });
    expect(lost(null)).toMatchObject({
      carrierClaim: { carrier: null, fileBy: null, note: "the case doesn't name the carrier" },
      missing: expect.arrayContaining(["shipment.carrier"]),
    });
  });
  it("take the host's terms first, and refuse those that can't be read", () => {
    const fact = (id: string, value: object) => ({ id, value, source: "our contract", confidence: "A", verifiedAt: "2026-11-21" });
    const scope = { because: "Our contract says so.", carriers: ["yunexpress"] };
    const period = (reason: string) =>
      fact("own.claim", { ...scope, kind: "period", reasons: [reason], from: "shipment.shippedAt", within: { days: 10 } });
    const limit = (amount: string) => fact("own.liability", { ...scope, kind: "liability", limit: { money: usd(amount) } });
    const run = (...facts: object[]) =>
      proposeRemedies({ id: "C-1", now, ...delayed }, undefined, { packs: { "carrier/terms": { pack: "ours", version: "1.0.0", facts } } });
    expect(run(period("delayed"), limit("20.00"))).toMatchObject({
      carrierClaim: { fileBy: "2026-01-28T00:00:00Z", liabilityLimit: usd("20.00"), source: "our contract" },
    });
    expect(run(period("damaged"))).toMatchObject({ carrierClaim: { fileBy: null, note: "the terms name no period for delayed" } });
    expect(() => run(limit("1.234"))).toThrow(/facts\[0\]\.value\.limit/);
    expect(() => run("terms" as never)).toThrow(/can't be read/);
  });
});
