import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { floorsOfCase } from "./floors-of-case.js";

const now = "2026-03-03T12:00:00Z";
const caseFile: CaseFile = {
  ticket: { channel: "email", createdAt: "2026-03-01T12:00:00Z" },
  order: { shipTo: "NO", placedAt: "2026-02-01T12:00:00Z" },
  shipment: { deliveredAt: "2026-02-20T12:00:00Z" },
};
const law = { countries: ["NO"] };
const terms = { marketplaces: ["fruugo"] };
/** The floors of one fact of the host's, and what lacks to tell; Norway and the marketplace are in no standard fact. */
function found(value: object, given: Partial<CaseFile> = {}, status?: unknown, more: object = {}) {
  const fact = {
    id: "own",
    value: { issues: ["quality_defect"], owes: [["full_refund"]], ...value },
    source: "s",
    confidence: "A",
    verifiedAt: "2026-01-01",
    ...more,
  };
  const packs = { statutoryRemedies: { pack: "own", version: "1.0.0", zone: "UTC", facts: [fact] } };
  const of = { ...caseFile, now, ...given };
  const { floors, missing } = floorsOfCase(of, "quality_defect", status, contextFor(of, { packs }));
  return [floors.map(({ id }) => id), missing];
}
const stands = [["own"], []];
const gone = [[], []];

describe("the floors under a case", () => {
  it("are those of the country that the order goes to, else where the customer lives", () => {
    expect(found(law)).toEqual(stands);
    expect(found(law, { order: { placedAt: "2026-02-01T12:00:00Z" }, customer: { country: "NO" } })).toEqual(stands);
    expect(found(law, { order: { placedAt: "2026-02-01T12:00:00Z", shipTo: "US" }, customer: { country: "NO" } })).toEqual(gone);
    expect(found(law, { order: { placedAt: "2026-02-01T12:00:00Z" } })).toEqual(gone);
  });

  it("are those of the marketplace, and of where the parcel stands", () => {
    const at = (marketplace: string | null) => ({ ticket: { channel: "email", marketplace, createdAt: now } as const });
    expect([found(terms, at("fruugo")), found(terms, at("other")), found(terms, at(null))]).toEqual([stands, gone, gone]);
    const lost = { ...law, statuses: ["lost", "returned"] };
    expect([found(lost, {}, "lost"), found(lost, {}, "returned"), found(lost, {}, "delivered"), found(lost)]).toEqual([
      stands,
      stands,
      gone,
      gone,
    ]);
    expect(found(law, {}, "delivered")).toEqual(stands);
  });

  it("go by the date of the order where they are law, and by the ticket's where they are terms", () => {
    expect(found(law, { order: { shipTo: "NO" } })).toEqual([[], ["order.placedAt"]]);
    expect(found(law, { ticket: null })).toEqual(stands);
    expect(found(law, { order: null, customer: { country: "NO" } })).toEqual([[], ["order.placedAt"]]);
    expect(found(terms, { ticket: { channel: "email", marketplace: "fruugo" } })).toEqual([[], ["ticket.createdAt"]]);
    const since = (effectiveFrom: string) => ({ effectiveFrom });
    expect(found(law, {}, undefined, since("2026-02-01"))).toEqual(stands);
    expect(found(law, {}, undefined, since("2026-02-02"))).toEqual(gone);
    const market = { ticket: { channel: "email", marketplace: "fruugo", createdAt: "2026-03-01T12:00:00Z" } } as const;
    expect(found(terms, market, undefined, since("2026-03-01"))).toEqual(stands);
    expect(found(terms, market, undefined, since("2026-03-02"))).toEqual(gone);
  });

  it.each([
    ["ticket.createdAt", { ticket: null, returnRequest: { requestedAt: now } }],
    ["shipment.shippedAt", { shipment: null }],
    ["shipment.promisedAt", { shipment: {} }],
    ["shipment.deliveredAt", { shipment: null }],
  ])("within a period from %s lack it where the case doesn't say", (from, given) => {
    expect(found({ ...law, within: { from, span: { days: 90 } } }, given as Partial<CaseFile>)).toEqual([[], [from]]);
  });

  it("run for hours to the very hour", () => {
    const hours = (count: number) => found({ ...law, within: { from: "shipment.deliveredAt", span: { hours: count } } });
    // From delivery to the first message are nine days.
    expect([hours(9 * 24 + 1), hours(9 * 24)]).toEqual([stands, gone]);
  });

  it("are longer for a buyer who wasn't told, and end on a working day, where the fact says so", () => {
    const from = "shipment.deliveredAt";
    // Delivered on Friday, 20 February; declared on Sunday, 1 March.
    const eight = { from, span: { days: 8 } };
    const told = (withdrawalInformed: boolean) => ({ order: { ...caseFile.order, withdrawalInformed } });
    const zoned = (more: Partial<CaseFile> = {}) => ({ customer: { zone: "UTC" }, ...more });
    expect(found({ ...law, within: eight }, zoned())).toEqual(gone);
    const longer = { ...law, within: { ...eight, uninformed: { days: 5 } } };
    expect([found(longer, zoned(told(false))), found(longer, zoned(told(true)))]).toEqual([stands, gone]);
    expect(found(longer, zoned())).toEqual([[], ["order.withdrawalInformed"]]);
    const working = { ...law, within: { ...eight, endsOnWorkingDay: { holidaysInARow: 0 } } };
    expect(found(working, zoned())).toEqual(stands);
  });

  it("run from the last parcel of an order", () => {
    const within = { ...law, within: { from: "shipment.deliveredAt", span: { days: 5 } } };
    expect(found(within)).toEqual(gone);
    expect(found(within, { order: { ...caseFile.order, lastDeliveredAt: "2026-02-25T12:00:00Z" } })).toEqual(stands);
    expect(found(within, { shipment: null, order: { ...caseFile.order, lastDeliveredAt: "2026-02-25T12:00:00Z" } })).toEqual(stands);
  });

  it("are none of an issue that no fact is about", () => {
    const of = { ...caseFile, now };
    expect(floorsOfCase(of, "product_inquiry", undefined, contextFor(of, {}))).toEqual({ floors: [], missing: [] });
  });
});
