import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { calculateDuty } from "./calculate-duty.js";
import { usd } from "./testing/dollars-and-euros.js";
import { charge, country, packs } from "./testing/invented-country.js";

describe("an import as a case tells it", () => {
  const told = (more: Partial<CaseFile>) =>
    calculateDuty(
      { now: "2026-03-05T00:00:00Z", ticket: { channel: "email" }, ...more },
      packs([
        charge("import_duty", [
          { when: { channel: "postal" }, pays: { is: "flat", perTariffHeading: usd("1.00"), digits: 4 } },
          { when: { channel: "courier" }, pays: { is: "flat", perTariffHeading: usd("2.00"), digits: 4 } },
        ]),
        charge("import_tax", [
          { when: { dispatchedFrom: ["CN"] }, pays: { is: "free" } },
          { when: { notDispatchedFrom: ["CN"] }, pays: { is: "flat", perTariffHeading: usd("7.00"), digits: 4 } },
        ]),
      ]),
    );
  const order = { shipTo: country, items: [{ hsCode: "6109", price: usd("1.00") }] };

  it("goes where the order goes, else where the customer lives", () => {
    expect(told({ order }).country).toBe(country);
    expect(told({ customer: { country } }).country).toBe(country);
    expect(told({ order: { items: [] }, customer: { country } }).country).toBe(country);
    expect(told({})).toMatchObject({ country: null, missing: ["order.shipTo"] });
    expect(told({ order: null, customer: { country } }).missing).toContain("order.items");
  });

  it("comes by post where it travels by post, and from where its lane begins", () => {
    const lines = (more: Partial<CaseFile>) => told({ order, ...more }).lines.map(({ amount }) => amount?.amount ?? null);
    expect(lines({ shipment: { mode: "post", lane: "CN-QM" } })).toEqual(["1.00", "0.00", null]);
    expect(lines({ shipment: { mode: "post", lane: "DE-QM" }, customs: { channel: "courier" } })).toEqual(["2.00", "7.00", null]);
    expect(lines({ shipment: { mode: "air", lane: null } })).toEqual([null, null, null]);
    expect(told({ order, shipment: { mode: "air" } }).missing).toEqual(["customs.channel", "shipment.lane", "customs.handling"]);
  });

  it("was imported when the tracking last saw it at customs, before the delivery", () => {
    const at = (shipment: CaseFile["shipment"]) => told({ order, shipment: { mode: "post", lane: "CN-QM", ...shipment } }).at;
    const event = (status: "customs" | "delivered" | "out_for_delivery" | "in_transit", day: string) => ({
      status,
      at: `2026-02-${day}T00:00:00Z`,
    });
    expect(at({ importedAt: "2026-02-01T00:00:00Z", events: [event("customs", "03")] })).toBe("2026-02-01T00:00:00Z");
    expect(at({ events: [event("customs", "03"), event("customs", "05"), event("delivered", "09")] })).toBe("2026-02-05T00:00:00Z");
    expect(at({ events: [event("customs", "03"), event("customs", "09"), event("out_for_delivery", "09")] })).toBe("2026-02-09T00:00:00Z");
    expect(at({ events: [event("customs", "03"), event("customs", "10"), event("out_for_delivery", "09")] })).toBe("2026-02-03T00:00:00Z");
    expect(
      at({ deliveredAt: "2026-02-04T00:00:00Z", events: [event("customs", "03"), event("customs", "05"), event("delivered", "09")] }),
    ).toBe("2026-02-03T00:00:00Z");
    expect(at({ shippedAt: "2026-02-01T00:00:00Z", events: [event("in_transit", "03")] })).toBe("2026-02-01T00:00:00Z");
    expect(at({ events: [] })).toBeNull();
    expect(at(null)).toBeNull();
  });
});
