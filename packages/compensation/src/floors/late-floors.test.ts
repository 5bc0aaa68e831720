import { describe, expect, it } from "vitest";
import type { CaseFile, IssueType } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { floorsOfCase } from "./floors-of-case.js";

const us = "us.ftc.mitor.ship_default_days";
/** Ordered at noon of 1 February in New York, and the thirtieth day after it is 3 March. */
const american: CaseFile = {
  now: "2026-03-20T15:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-20T14:00:00Z" },
  customer: { country: "US", zone: "America/New_York" },
  order: { placedAt: "2026-02-01T17:00:00Z", shipTo: "US" },
};
/** The thirtieth day after the order is Wednesday, 4 March; the buyer wrote on the 20th, and 14 days later is 3 April. */
const german: CaseFile = {
  now: "2026-04-04T10:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-20T09:00:00Z" },
  customer: { country: "DE", zone: "Europe/Berlin" },
  order: { placedAt: "2026-02-02T12:00:00Z", shipTo: "DE" },
  shipment: { shippedAt: "2026-02-05T12:00:00Z", status: "in_transit" },
};

function found(caseFile: CaseFile, issue: IssueType = "logistics_delay", packs: object = {}) {
  const status = caseFile.shipment?.status ?? undefined;
  const { floors, missing } = floorsOfCase(caseFile, issue, status, contextFor(caseFile, { packs: { ...packs } }));
  return [floors.map(({ id }) => id), missing];
}
const nothing = [[], []];

describe("goods that were never shipped in the US", () => {
  /** What would change it: nobody says where the parcel stands. */
  const owed = [[us], ["shipment.shippedAt"]];

  it.each(["logistics_delay", "logistics_not_received", "logistics_tracking", "order_change", "refund_status"] as const)(
    "may be cancelled once it is late, asked as %s",
    (issue) => expect(found(american, issue)).toEqual(owed),
  );

  it("are about neither other issues nor other countries", () => {
    expect(found(american, "address_error")).toEqual(nothing);
    expect(found({ ...american, customer: { country: "CA" }, order: { ...american.order, shipTo: "CA" } })).toEqual(nothing);
    expect(found({ ...american, order: { placedAt: "2026-02-01T17:00:00Z" } })).toEqual(owed);
  });

  it("may be shipped up to the end of the last day where the buyer lives", () => {
    expect(found({ ...american, now: "2026-03-04T04:59:59Z" })).toEqual(nothing);
    expect(found({ ...american, now: "2026-03-04T05:00:00Z" })).toEqual(owed);
    expect(found({ ...american, now: "2026-02-02T05:00:00Z" })).toEqual(nothing);
  });

  it("are late where they are everywhere, and hang on the zone where they aren't", () => {
    const somewhere = (now: string) => found({ ...american, customer: { country: "US" }, now });
    expect(somewhere("2026-03-04T02:00:00Z")).toEqual([[], ["customer.zone"]]);
    expect(somewhere("2026-03-05T12:00:00Z")).toEqual(owed);
    expect(somewhere("2026-03-02T09:00:00Z")).toEqual(nothing);
  });

  it("go by the date that was stated, be it earlier or later", () => {
    const stated = (promisedAt: string, now: string) => found({ ...american, shipment: { promisedAt }, now });
    expect(stated("2026-04-10T16:00:00Z", "2026-03-20T15:00:00Z")).toEqual(nothing);
    expect(stated("2026-04-10T16:00:00Z", "2026-04-11T03:59:59Z")).toEqual(nothing);
    expect(stated("2026-04-10T16:00:00Z", "2026-04-11T04:00:00Z")).toEqual(owed);
    expect(stated("2026-02-08T17:00:00Z", "2026-02-09T04:59:59Z")).toEqual(nothing);
    expect(stated("2026-02-08T17:00:00Z", "2026-02-09T05:00:00Z")).toEqual(owed);
  });

  it.each([
    ["has left", { shippedAt: "2026-03-19T10:00:00Z" }],
    ["is on its way", { status: "in_transit" }],
    ["was lost, as only what has left can be", { status: "lost" }],
    ["came", { deliveredAt: "2026-03-19T10:00:00Z" }],
    [
      "was seen on its way once",
      {
        events: [
          { at: "2026-03-01T00:00:00Z", status: "picked_up" },
          { at: "2026-03-02T00:00:00Z", status: "unknown" },
        ],
      },
    ],
  ] as const)("are others than what %s, late or not", (_what, shipment) => {
    expect(found({ ...american, shipment: shipment as CaseFile["shipment"] })).toEqual(nothing);
  });

  it.each(["info_received", "cancelled"] as const)("are those that are known not to have left: %s", (status) => {
    expect(found({ ...american, shipment: { status, events: [{ at: "2026-03-01T00:00:00Z", status }] } })).toEqual([[us], []]);
  });

  it("are no orders that the marketplace closed, whose money went back, or that nobody sends", () => {
    const order = { ...american.order, completedAt: "2026-03-10T00:00:00Z" };
    expect(found({ ...american, order })).toEqual(nothing);
    expect(found({ ...american, order: { ...american.order, lastDeliveredAt: "2026-03-10T00:00:00Z" } })).toEqual(nothing);
    expect(found({ ...american, returnRequest: { refundedAt: "2026-03-10T00:00:00Z" } })).toEqual(nothing);
    const items = (...traits: ("digital" | "perishable")[]) => ({
      order: { ...american.order, items: traits.map((trait, index) => ({ sku: `S-${index}`, traits: [trait] })) },
    });
    expect(found({ ...american, ...items("digital") })).toEqual(nothing);
    expect(found({ ...american, ...items("digital", "perishable") })).toEqual(owed);
  });

  it("can't be told without the date of the order, unless a stated date lies ahead", () => {
    const undated = { ...american, order: { shipTo: "US" } } as const;
    expect(found(undated)).toEqual([[], ["order.placedAt"]]);
    expect(found({ ...undated, shipment: { promisedAt: "2026-02-08T17:00:00Z" } })).toEqual([[], ["order.placedAt"]]);
    expect(found({ ...undated, shipment: { promisedAt: "2026-04-08T17:00:00Z" } })).toEqual(nothing);
  });
});

describe("goods that haven't come in the EU and the UK", () => {
  const owed = [["eu.deliver_by"], []];

  it.each(["logistics_delay", "logistics_not_received", "order_change", "refund_status"] as const)(
    "may be given up once the further time is over, asked as %s",
    (issue) => expect(found(german, issue)).toEqual(owed),
  );

  it("are waited for up to the end of the last day of the further time, from the first message", () => {
    expect(found({ ...german, now: "2026-04-03T21:59:59Z" })).toEqual(nothing);
    expect(found({ ...german, now: "2026-04-03T22:00:00Z" })).toEqual(owed);
    const early = { ...german, ticket: { channel: "email" as const, createdAt: "2026-02-20T09:00:00Z" } };
    // Further time runs from the last day, 4 March, where the buyer wrote before.
    const packs = { "public-holidays": { DE: [] } };
    expect(found({ ...early, now: "2026-03-18T22:59:59Z" }, "logistics_delay", packs)).toEqual(nothing);
    expect(found({ ...early, now: "2026-03-18T23:00:00Z" }, "logistics_delay", packs)).toEqual(owed);
  });

  it("hang on when the buyer wrote, but not before the day", () => {
    const unasked = { ...german, ticket: null };
    expect(found({ ...unasked, now: "2026-04-20T10:00:00Z" })[1]).toContain("ticket.createdAt");
    expect(found({ ...unasked, now: "2026-03-04T10:00:00Z" })).toEqual(nothing);
    expect(found({ ...unasked, returnRequest: { requestedAt: "2026-03-20T09:00:00Z" } })).toEqual(owed);
  });

  it("end on a working day in the EU, and hang on holidays that nobody listed", () => {
    // Ordered on Wednesday, 4 March: the thirtieth day after it is Good Friday, and the working day after Easter is 7 April.
    const easter = (more: Partial<CaseFile>) => ({
      ...german,
      order: { placedAt: "2026-03-04T12:00:00Z", shipTo: "DE" },
      ticket: { channel: "email" as const, createdAt: "2026-03-05T09:00:00Z" },
      ...more,
    });
    expect(found(easter({ now: "2026-04-18T10:00:00Z" }))).toEqual([[], ["packs.public-holidays.DE"]]);
    const packs = { "public-holidays": { DE: ["2026-04-03", "2026-04-06"] } };
    expect(found(easter({ now: "2026-04-21T10:00:00Z" }), "logistics_delay", packs)).toEqual(nothing);
    expect(found(easter({ now: "2026-04-22T10:00:00Z" }), "logistics_delay", packs)).toEqual(owed);
    const british = easter({ now: "2026-04-18T10:00:00Z", customer: { country: "GB", zone: "Europe/London" } });
    expect(found({ ...british, order: { placedAt: "2026-03-04T12:00:00Z", shipTo: "GB" } })).toEqual([["uk.deliver_by"], []]);
  });

  it.each(["ready_for_pickup", "attempt_failed", "returning", "returned", "delivered"] as const)(
    "aren't held against the seller where the parcel is %s",
    (status) => expect(found({ ...german, shipment: { status } })).toEqual(nothing),
  );

  it("owe the goods or the money at once where they are lost, by another fact", () => {
    expect(found({ ...german, shipment: { status: "lost" } })).toEqual([["eu.non_delivery"], []]);
  });

  it("say what would change it where nobody says where the parcel stands", () => {
    expect(found({ ...german, shipment: null })).toEqual([["eu.deliver_by"], ["shipment.deliveredAt"]]);
  });

  it("are of orders since the law is in force", () => {
    const ordered = (placedAt: string, shipTo: string) => found({ ...german, order: { placedAt, shipTo } });
    expect(ordered("2014-06-12T12:00:00Z", "DE")).toEqual(nothing);
    expect(ordered("2014-06-13T12:00:00Z", "DE")).toEqual(owed);
    expect(ordered("2015-09-30T12:00:00Z", "GB")).toEqual(nothing);
    expect(ordered("2015-10-01T12:00:00Z", "GB")).toEqual([["uk.deliver_by"], []]);
  });
});

describe("a host's own fact", () => {
  const own = (value: object) => ({
    statutoryRemedies: {
      pack: "shop/law",
      version: "1.0.0",
      facts: [
        {
          id: "no.late",
          value: { countries: ["NO"], because: "So says the law.", issues: ["logistics_delay"], owes: [["full_refund"]], ...value },
          source: "the law",
          confidence: "A",
          verifiedAt: "2026-01-01",
        },
      ],
    },
  });
  const overdue = { awaits: "delivery", within: { from: "shipment.shippedAt", span: { businessDays: 5 } } };
  // Shipped on Monday, 2 March.
  const norwegian = {
    ...german,
    order: { placedAt: "2026-02-02T12:00:00Z", shipTo: "NO" },
    shipment: { shippedAt: "2026-03-02T12:00:00Z" },
  };
  const at = (now: string, given: object = overdue, more: object = {}) =>
    found({ ...norwegian, now }, "logistics_delay", own({ overdue: given, ...more }));

  it("may count working days, from another instant of the case, without a stated date", () => {
    expect(at("2026-03-09T22:59:59Z")).toEqual(nothing);
    expect(at("2026-03-09T23:00:00Z")).toEqual([["no.late"], ["shipment.deliveredAt"]]);
    const unknown = { ...norwegian, shipment: { promisedAt: "2026-03-02T12:00:00Z" } };
    expect(found(unknown, "logistics_delay", own({ overdue }))).toEqual([[], ["shipment.shippedAt"]]);
  });

  it("may be one that ends with a period as well", () => {
    const within = { from: "order.placedAt", span: { days: 30 } };
    expect(at("2026-03-10T12:00:00Z", overdue, { within })).toEqual(nothing);
    expect(at("2026-03-10T12:00:00Z", overdue, { within: { ...within, span: { days: 50 } } })).toEqual([
      ["no.late"],
      ["shipment.deliveredAt"],
    ]);
  });
});
