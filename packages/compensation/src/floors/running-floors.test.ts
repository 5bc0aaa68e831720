import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { floorsOfCase } from "./floors-of-case.js";

const now = "2026-03-03T12:00:00Z";
const day = 86_400_000;
/** Norway is in no standard fact. */
const packOf = (...values: object[]) => ({
  pack: "own",
  version: "1.0.0",
  facts: values.map((value, index) => ({
    id: `own.${index}`,
    value: { countries: ["NO"], issues: ["quality_defect"], owes: [["full_refund"]], ...value },
    source: "s",
    confidence: "A",
    verifiedAt: "2026-01-01",
  })),
});
function found(caseFile: CaseFile, statutoryRemedies: object, packs: object = {}) {
  const context = contextFor(caseFile, { packs: { statutoryRemedies, ...packs } });
  const { floors, missing } = floorsOfCase(caseFile, "quality_defect", undefined, context);
  return [floors.map(({ id }) => id), missing];
}
const delivered = (deliveredAt: number, askedAfter: number, zone?: string): CaseFile => ({
  now: new Date(Math.min(deliveredAt + askedAfter, Date.UTC(9999, 11, 31, 23))).toISOString(),
  order: { shipTo: "NO", placedAt: new Date(deliveredAt - 5 * day).toISOString() },
  shipment: { deliveredAt: new Date(deliveredAt).toISOString() },
  ...(zone === undefined ? {} : { customer: { zone } }),
});

describe("a floor within a period", () => {
  const spans = [{ hours: 30 }, { days: 14 }, { businessDays: 10 }, { months: 2 }, { years: 2 }];
  const from = "shipment.deliveredAt";
  const host = packOf(...spans.map((span) => ({ within: { from, span } })));

  it("runs as long whether its days are counted or it surely does, in whatever zone", () => {
    const start = fc.constantFrom(Date.UTC(2026, 1, 1), Date.UTC(2026, 1, 1, 23, 59), Date.UTC(8999, 11, 31, 12), Date.UTC(9000, 0, 1));
    const ends = fc.constantFrom(0, 30 / 24, 11, 14, 15, 53, 59, 62, 727, 730, 735);
    const zones = fc.constantFrom(undefined, "UTC", "Pacific/Kiritimati", "Etc/GMT+12");
    const hours = fc.integer({ min: -30, max: 30 });
    // Where holidays are listed, days are always counted.
    const counted = { "public-holidays": { NO: [] } };
    fc.assert(
      fc.property(start, ends, hours, zones, (at, days, more, zone) => {
        const caseFile = delivered(at, Math.max(0, days * day + more * 3_600_000), zone);
        expect(found(caseFile, host)).toEqual(found(caseFile, host, counted));
      }),
    );
  });

  it("runs from its start on, to the last instant of its last day", () => {
    const ids = (askedAfter: number) => found(delivered(Date.UTC(2026, 1, 1), askedAfter, "UTC"), host)[0];
    const all = ["own.0", "own.1", "own.2", "own.3", "own.4"];
    expect([ids(0), ids(30 * 3_600_000 - 1), ids(30 * 3_600_000)]).toEqual([all, all, all.slice(1)]);
    expect([ids(15 * day - 1), ids(15 * day)]).toEqual([
      ["own.1", "own.3", "own.4"],
      ["own.3", "own.4"],
    ]);
  });

  it("is refused where its days can't be counted, though it surely runs", () => {
    const surely = delivered(Date.UTC(2026, 1, 1), day);
    expect(found(surely, host)[0]).toHaveLength(5);
    expect(() => found({ ...surely, customer: { zone: "Mars/Olympus" } }, host)).toThrow(/Mars\/Olympus/);
    expect(() => found(surely, host, { "public-holidays": { NO: ["never"] } })).toThrow(/public-holidays/);
    for (const none of [null, undefined]) expect(found(surely, host, { "public-holidays": none })[0]).toHaveLength(5);
    for (const zone of [null, ""]) expect(found({ ...surely, customer: { zone } }, host)[0]).toHaveLength(5);
  });

  it("may run from every start that a case knows, each by its own length", () => {
    const starts = ["ticket.createdAt", "order.placedAt", "shipment.shippedAt", "shipment.promisedAt", "shipment.deliveredAt"];
    const both = packOf(
      ...starts.flatMap((each) => [{ days: 10 }, { days: 5 }, { hours: 24 }].map((span) => ({ within: { from: each, span } }))),
    );
    const at = "2026-02-20T12:00:00Z";
    const shipment = { shippedAt: at, promisedAt: at, deliveredAt: at };
    const caseFile: CaseFile = {
      now: "2026-02-28T12:00:00Z",
      ticket: { channel: "email", createdAt: at },
      order: { shipTo: "NO", placedAt: at },
      shipment,
      customer: { zone: "UTC" },
      returnRequest: { requestedAt: "2026-02-28T12:00:00Z" },
    };
    expect(found(caseFile, both)).toEqual([["own.0", "own.3", "own.6", "own.9", "own.12"], []]);
    const unknown = found({ now, order: { shipTo: "NO", placedAt: at } }, both);
    expect(unknown[1]).toEqual(starts.filter((each) => each !== "order.placedAt").flatMap((each) => [each, each, each]));
  });

  it("that is longer for a buyer who wasn't told is as long whatever its unit", () => {
    const told = (withdrawalInformed: boolean | null) => {
      const caseFile = delivered(Date.UTC(2026, 1, 1), 12 * day, "UTC");
      return { ...caseFile, order: { ...caseFile.order, withdrawalInformed } };
    };
    const of = (uninformed: object, span: object = { days: 5 }) => packOf({ within: { from, span, uninformed } });
    expect([found(told(false), of({ days: 20 })), found(told(true), of({ days: 20 }))]).toEqual([
      [["own.0"], []],
      [[], []],
    ]);
    expect(found(told(null), of({ days: 20 }))).toEqual([[], ["order.withdrawalInformed"]]);
    // Hours have no days that a window could count.
    expect([found(told(false), of({ hours: 9 })), found(told(true), of({ hours: 9 }, { days: 12 }))]).toEqual([
      [[], []],
      [["own.0"], []],
    ]);
  });
});

describe("goods that a floor excepts", () => {
  const ordered = (...items: object[]): CaseFile => ({
    now,
    order: { shipTo: "NO", placedAt: "2026-02-01T00:00:00Z", items: items },
  });
  const returned = (...items: object[]): CaseFile => ({ ...ordered(), returnRequest: { items: items } });
  const sealed = { exceptions: [{ trait: "hygiene_sealed", onceOpened: true }, { trait: "custom_made" }] };
  const stands = [["own.0"], []];
  const gone = [[], []];

  it.each<[string, object, CaseFile, unknown]>([
    ["every item is of a trait", sealed, ordered({ traits: ["custom_made"] }), gone],
    ["all of two are", sealed, ordered({ traits: ["custom_made"] }, { traits: ["custom_made"] }), gone],
    ["one of two has none", sealed, ordered({ traits: ["custom_made"] }, { traits: [] }), stands],
    ["nobody says it of one of two", sealed, ordered({ traits: ["custom_made"] }, {}), stands],
    ["it holds only once opened, which nobody says", sealed, ordered({ traits: ["hygiene_sealed"] }), stands],
    ["there are no items", sealed, ordered(), stands],
    ["the request has none either", sealed, { ...ordered(), returnRequest: { items: [] } }, stands],
    ["there is no request", sealed, { ...ordered(), returnRequest: null }, stands],
    ["nothing is excepted", { exceptions: [], conditions: [] }, ordered({ traits: ["custom_made"] }), stands],
    ["it was used", { exceptions: [], conditions: ["unused"] }, returned({ used: true }), gone],
    ["one of two wasn't", { exceptions: [], conditions: ["unused"] }, returned({ used: true }, { used: false }), stands],
    ["one of two conditions isn't met", { conditions: ["unused", "complete"] }, returned({ used: false, complete: false }), gone],
    ["it was used, but is complete", { conditions: ["complete"] }, returned({ used: true, complete: true }), stands],
    ["nobody says how it is", { conditions: ["complete"] }, returned({}), stands],
    ["nothing is a condition", { exceptions: [{ trait: "custom_made" }], conditions: [] }, ordered({ traits: ["custom_made"] }), gone],
    ["nothing is said of exceptions", {}, ordered({ traits: ["custom_made"] }), stands],
  ])("are judged by each item: %s", (_what, value, caseFile, told) => {
    expect(found(caseFile, packOf(value))).toEqual(told);
  });

  it("once opened are so where somebody opened them", () => {
    const opened = (is: boolean | null) => found(returned({ sku: "A", opened: is }), packOf(sealed));
    const of = (is: boolean | null) => {
      const caseFile = returned({ sku: "A", opened: is });
      return found({ ...caseFile, order: { ...caseFile.order, items: [{ sku: "A", traits: ["hygiene_sealed"] }] } }, packOf(sealed));
    };
    expect([of(true), of(false), of(null)]).toEqual([gone, stands, stands]);
    expect(opened(true)).toEqual(stands);
  });
});
