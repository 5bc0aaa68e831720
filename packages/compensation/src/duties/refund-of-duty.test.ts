import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { refundOfDuty, type DutyRefundRequest } from "./refund-of-duty.js";

const now = Date.UTC(2026, 2, 3, 15);
const request = (destination: string, event: DutyRefundRequest["event"], more: object = {}): DutyRefundRequest => ({
  destination,
  event,
  importedAt: "2026-01-10T12:00:00Z",
  goods: [],
  customs: { importer: "buyer", paidBy: "buyer", scheme: "none" },
  ...more,
});
const short = (...given: Parameters<typeof refundOfDuty>) =>
  refundOfDuty(given[0], { now, ...given[1] }).routes.map(({ by, until, state }) => [by.fact, until, state]);

describe("refundOfDuty", () => {
  it.each<[string, DutyRefundRequest["event"], unknown[]]>([
    [
      "DE",
      "returned_faulty",
      [
        ["eu.distance_sale_return", "2026-04-10", "open"],
        ["eu.defective", "2027-01-10", "open"],
      ],
    ],
    ["DE", "returned", [["eu.distance_sale_return", "2026-04-10", "open"]]],
    ["DE", "overcharged", [["eu.overcharged", "2029-01-10", "open"]]],
    ["GB", "refused", [["uk.withdrawn_declaration", "2026-04-10", "open"]]],
    ["US", "returned", [["us.rejected_merchandise", "2031-01-10", "open"]]],
    ["CA", "returned", [["ca.casual_refund", "2030-01-10", "open"]]],
    ["JP", "returned_faulty", [["jp.returned", "2026-07-10", "open"]]],
    ["KR", "refused", [["kr.personal_return", "2026-07-10", "open"]]],
    ["DE", "never_delivered", []],
  ])("%s, %s", (country, event, wanted) => {
    expect(short(request(country, event))).toEqual(wanted);
  });

  it("is refused of what nobody knows how goods can be", () => {
    const unknown = () => refundOfDuty(request("DE", "return" as "returned"), { now });
    expect(unknown).toThrow(/"return" is not one of returned, returned_faulty.*at event/);
    expect(unknown).toThrow(/did you mean "returned"\?/);
  });

  it("tells unknown from none", () => {
    expect(refundOfDuty(request("BR", "returned"), { now })).toMatchObject({ status: "unknown", missing: ['packs["duty/refund"]: BR'] });
    expect(refundOfDuty(request("DE", "never_delivered"), { now })).toMatchObject({ status: "none", missing: [] });
    expect(refundOfDuty(request("DE", "never_delivered", { customs: {} }), { now })).toMatchObject({
      status: "unknown",
      missing: ["customs.scheme"],
    });
    expect(refundOfDuty(request("", "returned"), { now })).toMatchObject({ status: "unknown", missing: ["destination"] });
  });

  it("runs until the end of the last day there", () => {
    const at = (iso: string) => short(request("GB", "refused"), { now: Date.parse(iso) })[0]?.[2];
    expect(at("2026-04-10T22:59:59Z")).toBe("open");
    expect(at("2026-04-10T23:00:00Z")).toBe("over");
  });

  it("says who asks whom, with what, and what comes back", () => {
    const customs = { importer: "seller", dutyPaid: { amount: "25.81", currency: "USD" } };
    expect(refundOfDuty(request("US", "returned", { customs }), { now }).routes[0]).toMatchObject({
      claimant: "seller",
      from: "US Customs and Border Protection",
      amounts: [{ charge: "import_duty", back: { amount: "25.55", currency: "USD" } }],
      documents: expect.arrayContaining(["proof_of_export"]),
      by: { source: expect.stringContaining("19 USC 1313"), confidence: "C" },
      missing: [],
    });
    const unsaid = refundOfDuty(request("CA", "returned", { customs: {}, importedAt: null }), { now });
    expect([unsaid.status, unsaid.missing]).toEqual(["unknown", ["importedAt", "customs.paidBy", "customs.dutyPaid", "customs.taxPaid"]]);
  });

  it("has the seller give back tax that was paid with the order, and customs the duty", () => {
    const { routes } = refundOfDuty(request("FR", "returned", { customs: { scheme: "ioss", importer: "seller" } }), { now });
    expect(routes.map(({ by, covers, claimant, from }) => [by.fact, covers, claimant, from])).toEqual([
      ["eu.distance_sale_return", ["import_duty"], "seller", "the customs authority that took the declaration"],
      ["eu.vat_at_sale", ["import_tax"], "buyer", "the seller"],
    ]);
  });

  it.each<[Partial<CaseFile>, string | null]>([
    [{ returnRequest: { reason: "faulty", receivedAt: "2026-02-20T09:00:00Z" } }, "returned_faulty"],
    [{ returnRequest: { reason: "change_of_mind", dispatchedAt: "2026-02-20T09:00:00Z" } }, "returned"],
    [{ shipment: { status: "returning" } }, "refused"],
    [{ shipment: { status: "returned", deliveredAt: "2026-02-01T09:00:00Z" } }, "returned"],
    [{ shipment: { status: "lost" } }, "never_delivered"],
    [{ customs: { destroyedAt: "2026-02-20T09:00:00Z" } }, "destroyed"],
    [{}, null],
  ])("reads %j of a case", (more, event) => {
    const caseFile: CaseFile = { now: "2026-03-03T15:00:00Z", ticket: { channel: "email" }, order: { shipTo: "US" }, ...more };
    expect(refundOfDuty(caseFile).event).toBe(event);
  });

  it("takes a host's facts before the standard ones, and refuses others", () => {
    const fact = {
      id: "ch.returned",
      value: {
        kind: "refund",
        countries: ["CH"],
        because: "x",
        events: ["returned"],
        covers: ["import_duty"],
        from: "BAZG",
        claimant: "importer",
        share: "1",
        documents: [],
        conditions: [],
        deadline: null,
      },
      source: "ours",
      confidence: "A",
      verifiedAt: "2026-11-21",
    };
    const pack = { pack: "ours", version: "1.0.0", facts: [fact] };
    expect(short(request("CH", "returned"), { packs: { "duty/refund": pack } })).toEqual([["ch.returned", null, "open"]]);
    expect(() =>
      refundOfDuty(request("CH", "returned"), { now, packs: { "duty/refund": { ...pack, facts: [{ ...fact, value: 1 }] } } }),
    ).toThrow("can't be read");
  });
});
