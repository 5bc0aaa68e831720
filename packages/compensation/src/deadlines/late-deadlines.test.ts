import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { bindingDeadlines } from "./binding-deadlines.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
/** The thirtieth day after the order is 3 March. */
const american: CaseFile = {
  id: "C-1",
  now: "2026-03-20T15:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-20T14:00:00Z" },
  customer: { country: "US", zone: "America/New_York" },
  order: { id: "O-1", total: usd("80.00"), placedAt: "2026-02-01T17:00:00Z", shipTo: "US" },
  claim: { issueType: "logistics_delay" },
};
const german: CaseFile = {
  ...american,
  customer: { country: "DE", zone: "Europe/Berlin" },
  order: { id: "O-1", total: usd("80.00"), placedAt: "2026-02-02T12:00:00Z", shipTo: "DE" },
};
const told = (caseFile: CaseFile, packs: object = {}) =>
  bindingDeadlines(caseFile, { packs: { ...packs } }).deadlines.map(({ kind, on, state }) => [kind, on, state]);
const shipBy = "us_ftc_mitor_ship_default_days";

describe("the day by which goods have to be there", () => {
  it("binds the seller, by the law's own fact", () => {
    const { deadlines, overdue, missing } = bindingDeadlines(american);
    expect(deadlines).toEqual([
      {
        kind: shipBy,
        at: "2026-03-04T05:00:00Z",
        on: "2026-03-03",
        area: "law",
        owedBy: "seller",
        nature: "closes",
        state: "overdue",
        from: ["order.placedAt"],
        because: expect.stringContaining("30 days of the order"),
        source: expect.stringContaining("16 CFR 435.2"),
        confidence: "A",
        fact: "us.ftc.mitor.ship_default_days",
        onSilence: "the buyer of what hasn't left may cancel for all the money",
      },
    ]);
    expect([overdue, missing]).toEqual([deadlines, []]);
    expect(bindingDeadlines({ ...american, now: "2026-03-01T15:00:00Z" }).firstOwed?.deadline.kind).toBe(shipBy);
  });

  it("is the one that was stated, where one was", () => {
    expect(told({ ...american, shipment: { promisedAt: "2026-03-25T16:00:00Z" } })).toEqual([[shipBy, "2026-03-25", "ahead"]]);
  });

  it("binds nobody any more once it happened, nor for other issues, countries and orders without a date", () => {
    expect(told({ ...american, shipment: { shippedAt: "2026-03-19T10:00:00Z" } })).toEqual([]);
    expect(told({ ...american, shipment: { events: [{ at: "2026-03-19T10:00:00Z", status: "in_transit" }] } })).toEqual([]);
    expect(told({ ...american, shipment: { status: "unknown", events: [{ at: "2026-03-19T10:00:00Z", status: "delivered" }] } })).toEqual(
      [],
    );
    expect(told({ ...american, claim: { issueType: "invoice" } })).toEqual([]);
    expect(told({ ...american, claim: null })).toEqual([]);
    expect(told({ ...american, customer: null, order: { ...american.order, shipTo: null } })).toEqual([]);
    const items = [{ sku: "S-1", traits: ["digital" as const] }];
    expect(told({ ...american, order: { ...american.order, items } })).toEqual([]);
    expect(told({ ...german, order: { ...german.order, placedAt: "2014-06-12T12:00:00Z" } })).toEqual([]);
    expect(bindingDeadlines({ ...american, order: { shipTo: "US" } })).toMatchObject({ deadlines: [], missing: ["order.placedAt"] });
  });

  it("is none where the stated date, or that of the order, stands for never", () => {
    const never = "9999-12-31T23:59:59Z";
    expect(told({ ...american, shipment: { promisedAt: never } })).toEqual([]);
    expect(told({ ...american, order: { ...american.order, placedAt: never } })).toEqual([]);
    const remedies = proposeRemedies({ ...american, shipment: { promisedAt: never } });
    expect("undecided" in remedies ? null : [remedies.choices.map(({ owed }) => owed), remedies.deadlines]).toEqual([[undefined], []]);
    const now = "9999-12-31T12:00:00Z";
    const then = proposeRemedies({ ...american, now, order: { ...american.order, placedAt: "9999-12-20T00:00:00Z" } });
    expect("undecided" in then ? null : then.choices.map(({ owed }) => owed)).toEqual([undefined]);
  });

  it("is followed by the time that the buyer has to grant, once it is over", () => {
    expect(told(german)).toEqual([
      ["eu_deliver_by", "2026-03-04", "overdue"],
      ["eu_deliver_by_further", "2026-04-03", "ahead"],
    ]);
    expect(told({ ...german, now: "2026-03-04T12:00:00Z" })).toEqual([["eu_deliver_by", "2026-03-04", "ahead"]]);
    expect(told({ ...german, ticket: null })).toEqual([["eu_deliver_by", "2026-03-04", "overdue"]]);
    // What is lost is owed at once, by another fact.
    expect(told({ ...german, shipment: { status: "lost" } })).toEqual([["eu_deliver_by", "2026-03-04", "overdue"]]);
    const early = { ...german, ticket: { channel: "email" as const, createdAt: "2026-02-10T09:00:00Z" } };
    expect(told(early)[1]).toEqual(["eu_deliver_by_further", "2026-03-18", "overdue"]);
  });

  it("is told once, beside what the policies say of it", () => {
    const remedies = proposeRemedies(american);
    if ("undecided" in remedies) throw new Error("undecided");
    expect(remedies.deadlines).toMatchObject([{ kind: "us_ship_by", at: "2026-03-04T05:00:00Z", fact: "us.ftc.mitor.ship_default_days" }]);
    expect(told({ ...american, remedies })).toEqual([[shipBy, "2026-03-03", "overdue"]]);
    // What the policy says goes further than the fact: the seller's, by law.
    const tracking = { ...german, claim: { issueType: "logistics_tracking" } } as const;
    const own = proposeRemedies(tracking);
    expect(bindingDeadlines({ ...tracking, remedies: own }).deadlines).toMatchObject([
      { kind: "eu_deliver_by", at: "2026-03-04T23:00:00Z", owedBy: "seller", area: "law", confidence: "C" },
    ]);
    const undated = proposeRemedies({ ...tracking, order: { ...german.order, placedAt: "2014-06-12T23:00:00Z" } });
    expect("undecided" in undated ? [] : undated.deadlines).toMatchObject([]);
  });

  it("is in no offer either once it happened, the money is back, or the goods don't come by parcel", () => {
    const datesOf = (caseFile: CaseFile) => {
      const remedies = proposeRemedies(caseFile);
      return "undecided" in remedies ? null : remedies.deadlines.map(({ kind }) => kind);
    };
    expect(datesOf({ ...german, shipment: { status: "in_transit" } })).toEqual(["eu_deliver_by"]);
    const pickedUp = [{ at: "2026-03-19T10:00:00Z", status: "picked_up" as const }];
    const over: CaseFile[] = [
      { ...american, shipment: { status: "in_transit" } },
      { ...american, shipment: { events: pickedUp } },
      { ...german, shipment: { status: "delivered" } },
      { ...american, returnRequest: { requestedAt: "2026-03-10T10:00:00Z", refundedAt: "2026-03-11T10:00:00Z" } },
      { ...american, order: { ...american.order, items: [{ sku: "S-1", traits: ["digital"] }] } },
    ];
    expect(over.map(datesOf)).toEqual(over.map(() => []));
  });
});

describe("the money of what wasn't there by the day", () => {
  const asked = (requestedAt: string, more: object = {}) => told({ ...american, ...more, returnRequest: { requestedAt } });

  it("goes back within seven working days of the buyer's asking for it", () => {
    // From Friday, 20 March.
    expect(asked("2026-03-20T14:00:00Z")).toEqual([
      [shipBy, "2026-03-03", "overdue"],
      ["us_ftc_mitor_refund", "2026-03-31", "ahead"],
    ]);
    const [, refund] = bindingDeadlines({ ...american, returnRequest: { requestedAt: "2026-03-20T14:00:00Z" } }).deadlines;
    expect(refund).toMatchObject({ owedBy: "seller", area: "law", confidence: "B", from: ["returnRequest.requestedAt"] });
    const holidays = { "public-holidays": { US: ["2026-03-23"] } };
    expect(told({ ...american, returnRequest: { requestedAt: "2026-03-20T14:00:00Z" } }, holidays)[1]?.[1]).toBe("2026-04-01");
  });

  it("goes back from when it could be asked for, where the buyer asked before", () => {
    // Wednesday, 4 March, is the first day on which the buyer may cancel.
    expect(asked("2026-02-20T14:00:00Z")[1]).toEqual(["us_ftc_mitor_refund", "2026-03-13", "overdue"]);
  });

  it("has no date before, once it is back, and where the law names none", () => {
    expect(asked("2026-02-20T14:00:00Z", { now: "2026-03-03T14:00:00Z" })).toEqual([[shipBy, "2026-03-03", "ahead"]]);
    expect(told({ ...american, returnRequest: { requestedAt: "2026-03-20T14:00:00Z", refundedAt: "2026-03-20T15:00:00Z" } })).toEqual([]);
    const late = { ...german, now: "2026-04-20T12:00:00Z", returnRequest: { requestedAt: "2026-04-19T12:00:00Z" } };
    expect(told(late).map(([kind]) => kind)).toEqual(["eu_deliver_by", "eu_deliver_by_further"]);
  });

  it("may go back by a host's own duty, where that is in force", () => {
    const duty = (more: object) => ({
      statutoryRemedies: {
        pack: "shop/law",
        version: "1.0.0",
        facts: [
          {
            id: "eu.refund_of_late_goods",
            value: { kind: "refund_duty", because: "We say so.", under: ["eu.deliver_by"], within: { days: 3 } },
            source: "ours",
            confidence: "A",
            verifiedAt: "2026-01-01",
            ...more,
          },
        ],
      },
    });
    const late = { ...german, now: "2026-04-20T12:00:00Z", returnRequest: { requestedAt: "2026-04-19T12:00:00Z" } };
    expect(told(late, duty({}))[2]).toEqual(["eu_refund_of_late_goods", "2026-04-22", "ahead"]);
    expect(told(late, duty({ effectiveFrom: "2026-02-03" }))).toHaveLength(2);
  });
});
