import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { carrierClaimDeadlines } from "./carrier-claim-deadlines.js";
import { air, parcel } from "./testing/sample-parcels.js";

describe("the dates of a claim, as records", () => {
  const found = (carrierClaim: CaseFile["carrierClaim"], more: Partial<CaseFile> = {}, shipment: CaseFile["shipment"] = {}) =>
    carrierClaimDeadlines(parcel({ carrier: "ups", ...shipment }, { carrierClaim: carrierClaim ?? null, ...more }));

  it("of filing say from what, by whose terms, and what silence costs", () => {
    expect(found({ reason: "lost" }).deadlines[0]).toMatchObject({
      kind: "carrier_claim",
      at: "2026-03-19T00:00:00Z",
      on: "2026-03-18",
      area: "carrier",
      owedBy: "seller",
      from: ["shipment.shippedAt"],
      because: "UPS wants notice of a claim within 60 days.",
      source: "shipsaver (60 days)",
      fact: "ups.claim",
      onSilence: "ups owes nothing any more, up to 100.00 USD",
    });
    expect(found({ reason: "lost" }, {}, { carrier: "dhl_express" }).deadlines[0]?.onSilence).toBe("dhl_express owes nothing any more");
    expect(found({ reason: "lost" }, { order: null }, { carrier: "dhl_express" }).missing).toEqual([]);
    expect(found({ reason: "lost" }, { order: null }, { carrier: "usps" }).missing).toEqual(["shipment.service", "shipment.lane"]);
    expect(found({ reason: "lost" }, {}, { ...air, deliveredAt: null }).missing).toEqual([]);
  });

  it("go by what the claim says, then by what was decided, then by where the parcel stands", () => {
    const kinds = (...given: Parameters<typeof found>) => found(...given).deadlines.map(({ fact }) => fact);
    expect(kinds(null, {}, { status: "destroyed" })).toEqual(["ups.claim"]);
    expect(kinds(null, {}, { status: "in_transit" })).toEqual([]);
    const air14 = { ...air, deliveredAt: "2026-02-01T10:00:00Z" };
    expect(kinds(null, {}, { ...air14, status: "damaged" })).toEqual(["montreal.damage"]);
    expect(kinds({ reason: "delayed" }, {}, { ...air14, status: "damaged" })).toEqual(["montreal.delay"]);
    const { shipment: _none, ...bare } = parcel(null);
    expect(carrierClaimDeadlines(bare)).toEqual({ deadlines: [], missing: [] });
  });

  it("of a question name the carrier of the claim, else the shipment's, else just the carrier", () => {
    const asked = { state: "info_requested", dueAt: "2026-02-09T00:00:00Z" } as const;
    expect(found({ ...asked, carrier: "dhl" })).toEqual({
      deadlines: [
        expect.objectContaining({
          kind: "carrier_claim_information",
          at: "2026-02-09T00:00:00Z",
          area: "carrier",
          owedBy: "seller",
          because: "dhl asked for information and named this date",
          source: "carrierClaim.dueAt",
          onSilence: "dhl may reject the claim",
        }),
      ],
      missing: [],
    });
    expect(found(asked).deadlines[0]?.onSilence).toBe("ups may reject the claim");
    expect(found(asked, {}, { carrier: null }).deadlines[0]?.onSilence).toBe("the carrier may reject the claim");
    expect(found(asked, { shipment: null }).deadlines[0]?.onSilence).toBe("the carrier may reject the claim");
  });

  it.each(["filed", "acknowledged", "approved", "appealed"] as const)("ask a carrier that says nothing of what is %s", (state) => {
    const told = { history: [{ state, at: "2026-02-01T23:59:59Z" }] };
    expect(found({ ...told, state, carrier: "dhl" })).toEqual({
      deadlines: [
        expect.objectContaining({
          kind: "carrier_claim_chase",
          at: "2026-02-15T00:00:00Z",
          area: "carrier",
          owedBy: "seller",
          nature: "opens",
          from: [`carrierClaim.history.${state}`],
          because: expect.stringMatching(/^dhl said nothing for 14 days: ask\. \S/),
        }),
      ],
      missing: [],
    });
    expect(found(told).deadlines[0]?.because).toMatch(/^ups said/);
    expect(found(told, {}, { carrier: null }).deadlines[0]?.because).toMatch(/^the carrier said/);
    expect(found(told, { shipment: null }).deadlines[0]?.because).toMatch(/^the carrier said/);
    expect(found({ state })).toEqual({ deadlines: [], missing: ["carrierClaim.history"] });
    expect(found({ state, history: [] })).toEqual({ deadlines: [], missing: ["carrierClaim.history"] });
  });
});
