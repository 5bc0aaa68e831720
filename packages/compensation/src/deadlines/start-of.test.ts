import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { firstStart, startOf } from "./start-of.js";

const day = (date: number) => `2026-03-${String(date).padStart(2, "0")}T00:00:00Z`;
const at = (date: number) => Date.parse(day(date));
const caseFile: CaseFile = {
  ticket: { channel: "email", createdAt: day(1) },
  order: { placedAt: day(2), lastDeliveredAt: day(3), completedAt: day(4), id: "O-1" },
  shipment: { shippedAt: day(5), promisedAt: day(6), deliveredAt: day(7) },
  returnRequest: { discoveredAt: day(8), requestedAt: day(9) },
  dispute: {
    history: [
      { state: "requested", at: day(10) },
      { state: "lost", at: day(11) },
      { state: "requested", at: day(12) },
    ],
  },
  carrierClaim: { history: [{ state: "filed", at: day(13) }] },
};

describe("the start of a deadline", () => {
  it.each([
    ["ticket.createdAt", 1],
    ["order.placedAt", 2],
    ["order.lastDeliveredAt", 3],
    ["order.completedAt", 4],
    ["shipment.shippedAt", 5],
    ["shipment.promisedAt", 6],
    ["shipment.deliveredAt", 7],
    ["returnRequest.discoveredAt", 8],
    ["returnRequest.requestedAt", 9],
    ["dispute.requested", 12],
    ["dispute.lost", 11],
    ["carrierClaim.filed", 13],
  ])("of %s is when the case says, and none where it says nothing", (key, date) => {
    expect(startOf(caseFile, key)).toBe(at(date));
    const nulls = { ticket: null, order: null, shipment: null, returnRequest: null, dispute: null, carrierClaim: null };
    const empty = { ticket: {}, order: {}, shipment: {}, returnRequest: {}, dispute: {}, carrierClaim: {} } as unknown as CaseFile;
    for (const silent of [{}, nulls, empty, { dispute: { history: [] }, carrierClaim: { history: [] } }]) {
      expect(startOf(silent, key)).toBeUndefined();
    }
  });

  it("is none of what is no date, or nowhere in a case", () => {
    for (const key of ["order.id", "order", "order.items", "order.placedAt.year", "nowhere.at", "dispute", "dispute.won", "now.at", ""]) {
      expect(startOf({ ...caseFile, now: day(1) }, key)).toBeUndefined();
    }
    expect(startOf({ order: { placedAt: 5 } } as never, "order.other")).toBeUndefined();
  });

  it("is the first that is known of several, else what was wanted", () => {
    expect(firstStart(caseFile, ["dispute.won", "order.placedAt", "ticket.createdAt"])).toEqual({ at: at(2), key: "order.placedAt" });
    expect(firstStart({}, ["order.placedAt", "ticket.createdAt"])).toEqual({ missing: "order.placedAt" });
    expect(firstStart({}, ["dispute.won", "ticket.createdAt"])).toEqual({ missing: "dispute.history.won" });
    expect(firstStart({}, ["carrierClaim.filed"])).toEqual({ missing: "carrierClaim.history.filed" });
  });
});
