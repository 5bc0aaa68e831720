import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { refundOfDuty, type DutyRefundRequest } from "./refund-of-duty.js";
import { usd } from "./testing/dollars-and-euros.js";
import { country, sourced } from "./testing/invented-country.js";

describe("a refund of duty", () => {
  const refund = (value: object = {}, dated: object = {}, id = "qm.back") =>
    sourced(
      id,
      {
        kind: "refund",
        countries: [country],
        because: "QM gives it back.",
        events: ["returned"],
        covers: ["import_duty", "import_tax"],
        from: "Customs of QM",
        claimant: "importer",
        share: "0.99",
        documents: ["proof_of_export"],
        conditions: ["unused"],
        deadline: { counts: "import", within: { days: 10 } },
        ...value,
      },
      dated,
    );
  const back = (facts: object[], more: Partial<DutyRefundRequest> = {}, now = Date.UTC(2026, 2, 5), zone?: string) =>
    refundOfDuty(
      {
        destination: country,
        event: "returned",
        importedAt: "2026-03-01T12:00:00Z",
        goods: [],
        customs: { importer: "buyer", dutyPaid: usd("10.01"), taxPaid: usd("20.00"), scheme: "none" },
        ...more,
      },
      { now, packs: { "duty/refund": { pack: "ours", version: "1.0.0", facts, ...(zone === undefined ? {} : { zone }) } } },
    );

  it("tells all of a way to get it", () => {
    expect(back([refund({ minimum: usd("2.00") }, { note: "By letter." })])).toEqual({
      country,
      event: "returned",
      status: "open",
      because: "QM gives it back.",
      missing: [],
      routes: [
        {
          by: expect.objectContaining({ fact: "qm.back", because: "QM gives it back.", source: "the law of qm.back", confidence: "A" }),
          note: "By letter.",
          covers: ["import_duty", "import_tax"],
          amounts: [
            { charge: "import_duty", paid: usd("10.01"), back: usd("9.90") },
            { charge: "import_tax", paid: usd("20.00"), back: usd("19.80") },
          ],
          claimant: "buyer",
          from: "Customs of QM",
          until: "2026-03-11",
          state: "open",
          documents: ["proof_of_export"],
          conditions: ["unused"],
          minimum: usd("2.00"),
          missing: [],
        },
      ],
    });
  });

  it("is open on its last day, and over the day after, there", () => {
    const state = (now: string, zone?: string) => back([refund()], {}, Date.parse(now), zone).routes[0]?.state;
    expect(state("2026-03-11T23:59:59Z")).toBe("open");
    expect(state("2026-03-12T00:00:00Z")).toBe("over");
    expect(state("2026-03-11T15:00:00Z", "Asia/Tokyo")).toBe("over");
    expect(state("2026-03-11T14:59:59Z", "Asia/Tokyo")).toBe("open");
    const own = back([refund({}, { zone: "UTC" })], {}, Date.parse("2026-03-11T15:00:00Z"), "Asia/Tokyo");
    expect(own.routes[0]?.state).toBe("open");
    expect(back([refund({ deadline: null })], { importedAt: null })).toMatchObject({
      status: "open",
      missing: [],
      routes: [{ until: null }],
    });
    expect(back([refund()], { importedAt: null })).toMatchObject({ status: "unknown", missing: ["importedAt"] });
  });

  it("names the claimant, or what would tell who it is", () => {
    const claimed = (claimant: string, more: object) => {
      const { routes, missing } = back([refund({ claimant, covers: ["import_duty"] })], {
        customs: { scheme: "none", dutyPaid: usd("1.00"), ...more },
      });
      return [routes[0]?.claimant, missing];
    };
    expect(claimed("importer", { importer: "seller", paidBy: "buyer" })).toEqual(["seller", []]);
    expect(claimed("payer", { importer: "seller", paidBy: "buyer" })).toEqual(["buyer", []]);
    expect(claimed("buyer", {})).toEqual(["buyer", []]);
    expect(claimed("importer", {})).toEqual([null, ["customs.importer"]]);
    expect(claimed("payer", {})).toEqual([null, ["customs.paidBy"]]);
    expect(back([refund({ covers: ["import_tax"] })], { customs: { scheme: "none", importer: "buyer" } }).missing).toEqual([
      "customs.taxPaid",
    ]);
  });

  it("lists what is open before what is unknown and over, and the sooner end first", () => {
    const facts = [
      refund({ deadline: { counts: "import", within: { days: 1 } } }, {}, "qm.over"),
      refund({ deadline: { counts: "import", within: { days: 30 } } }, {}, "qm.later"),
      refund({ deadline: null }, {}, "qm.endless"),
      refund({}, {}, "qm.sooner"),
    ];
    expect(back(facts).routes.map(({ by, state }) => [by.fact, state])).toEqual([
      ["qm.sooner", "open"],
      ["qm.later", "open"],
      ["qm.endless", "open"],
      ["qm.over", "over"],
    ]);
    expect(back(facts, { importedAt: null }).routes.map(({ by, state }) => [by.fact, state])).toEqual([
      ["qm.endless", "open"],
      ["qm.over", "unknown"],
      ["qm.later", "unknown"],
      ["qm.sooner", "unknown"],
    ]);
  });

  it("has tax that was paid at the sale given back by nobody else", () => {
    const atSale = refund({ covers: ["import_tax"], when: { scheme: "ioss" } }, {}, "qm.sale");
    const under = (scheme: string | null, facts: object[]) =>
      back(facts, { customs: { importer: "buyer", dutyPaid: usd("1.00"), taxPaid: usd("1.00"), scheme } });
    expect(under("ioss", [refund(), atSale]).routes.map(({ by, covers }) => [by.fact, covers])).toEqual([
      ["qm.back", ["import_duty"]],
      ["qm.sale", ["import_tax"]],
    ]);
    expect(under("none", [refund(), atSale]).routes.map(({ by, covers }) => [by.fact, covers])).toEqual([
      ["qm.back", ["import_duty", "import_tax"]],
    ]);
    expect(under("ioss", [refund({ covers: ["import_tax"] }), atSale]).routes.map(({ by }) => by.fact)).toEqual(["qm.sale"]);
    expect(under(null, [refund(), atSale]).missing).toEqual(["customs.scheme"]);
    expect(under(null, [atSale])).toMatchObject({ status: "unknown", routes: [] });
    expect(under("none", [atSale])).toMatchObject({
      status: "none",
      because: "the facts about QM give nothing back for goods that were returned",
    });
    expect(back([refund()], { event: "never_delivered" }).because).toBe(
      "the facts about QM give nothing back for goods that were never delivered",
    );
  });

  it("knows dated facts only of a dated import", () => {
    const from = refund({}, { effectiveFrom: "2026-02-01" }, "qm.from");
    const until = refund({}, { effectiveTo: "2026-02-01" }, "qm.until");
    const facts = (importedAt: string | null) => back([from, until], { importedAt }).routes.map(({ by }) => by.fact);
    expect(facts("2026-01-31T23:59:59Z")).toEqual(["qm.until"]);
    expect(facts("2026-02-01T00:00:00Z")).toEqual(["qm.from"]);
    expect(back([from, until], { importedAt: null })).toMatchObject({
      status: "unknown",
      routes: [],
      because: "no fact is about QM",
      missing: ['packs["duty/refund"]: QM'],
    });
    const many = back([refund({ countries: ["QN", country] })]);
    expect(many.status).toBe("open");
  });

  it("says what lacks before anything can be told", () => {
    expect(back([refund()], { destination: null })).toEqual({
      country: null,
      event: "returned",
      status: "unknown",
      routes: [],
      because: "nobody knows into which country they were imported",
      missing: ["destination"],
    });
    const caseFile: CaseFile = { now: "2026-03-05T00:00:00Z", ticket: { channel: "email" }, order: { shipTo: "US" } };
    expect(refundOfDuty(caseFile)).toMatchObject({
      event: null,
      routes: [],
      because: "nothing says that the goods went back, were destroyed or never came",
      missing: ["returnRequest.dispatchedAt", "shipment.status"],
    });
    expect(refundOfDuty({ ...caseFile, shipment: { status: "destroyed" } }).event).toBe("destroyed");
    expect(refundOfDuty({ ...caseFile, shipment: { status: "in_transit" } }).event).toBeNull();
  });

  it("has a minimum that is money, or is refused", () => {
    for (const minimum of [
      { amount: "2.001", currency: "USD" },
      { amount: "two", currency: "USD" },
      { amount: "2.00", currency: "XYZ" },
    ])
      expect(() => back([refund({ minimum })])).toThrow(/must be money/);
  });
});
