import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { at, judge, short } from "./testing/german-order.js";

describe("other laws", () => {
  it.each([
    [
      "a year and a half, faulty",
      "2027-09-01T12:00:00Z",
      { returnRequest: { reason: "faulty" } },
      ["eligible", "eu.legal_guarantee", "2028-03-06"],
    ],
    [
      "day 30 in the UK, faulty",
      "2026-04-05T12:00:00Z",
      { ...at("GB"), returnRequest: { reason: "faulty" } },
      ["eligible", "uk.short_term_reject", "2026-04-05"],
    ],
    [
      "day 31 in the UK, faulty",
      "2026-04-06T12:00:00Z",
      { ...at("GB"), returnRequest: { reason: "faulty" } },
      ["eligible", "uk.repair_or_replacement", "2032-03-06"],
    ],
    ["day 15 in the UK, a Saturday before", "2026-03-21T12:00:00Z", at("GB"), ["not", null, null]],
    ["day 7 in China", "2026-03-13T15:59:59Z", at("CN"), ["eligible", "cn.no_reason_return", "2026-03-13"]],
    ["day 8 in China", "2026-03-13T16:00:00Z", at("CN"), ["not", null, null]],
    [
      "day 8 in Japan counts the first, no terms",
      "2026-03-13T14:59:59Z",
      at("JP", { returnTermsStated: false }),
      ["eligible", "jp.statutory_return", "2026-03-13"],
    ],
    ["day 9 in Japan", "2026-03-13T15:00:00Z", at("JP", { returnTermsStated: false }), ["not", null, null]],
    ["in Japan with terms", "2026-03-07T15:00:00Z", at("JP", { returnTermsStated: true }), ["not", null, null]],
    [
      "a major failure in Australia",
      "2027-03-06T12:00:00Z",
      { ...at("AU"), returnRequest: { reason: "faulty", failure: "major" } },
      ["eligible", "au.consumer_guarantee_major", null],
    ],
    [
      "a minor one",
      "2027-03-06T12:00:00Z",
      { ...at("AU"), returnRequest: { reason: "faulty", failure: "minor" } },
      ["eligible", "au.consumer_guarantee", null],
    ],
    ["a change of mind in Australia", "2026-03-07T12:00:00Z", at("AU"), ["not", null, null]],
    ["a change of mind in the US", "2026-03-07T12:00:00Z", at("US"), ["not", null, null]],
    ["a country without facts", "2026-03-07T12:00:00Z", at("CH"), ["not", null, null]],
    [
      "Taiwan, not told, four months on",
      "2026-07-13T12:00:00Z",
      at("TW", { withdrawalInformed: false }),
      ["eligible", "tw.rescission", "2026-07-13"],
    ],
    [
      "before the law: EU 2014-06-12",
      "2014-06-14T12:00:00Z",
      { order: { placedAt: "2014-06-12T10:00:00Z" }, shipment: { deliveredAt: "2014-06-13T10:00:00Z" } },
      ["not", null, null],
    ],
  ] as const)("%s", (_what, asked, change, wanted) => {
    expect(short(asked, change as Partial<CaseFile>)).toEqual(wanted);
  });

  it("leaves what nobody saw to the inspection, and refuses what somebody did", () => {
    expect(judge("2026-03-10T12:00:00Z", at("CN")).by).toMatchObject({ subjectTo: ["unused", "complete"] });
    const used = { ...at("CN"), returnRequest: { items: [{ used: true }] } };
    expect(judge("2026-03-10T12:00:00Z", used).lost[0]).toMatchObject({
      reason: "condition",
      because: expect.stringContaining("isn't unused"),
    });
  });

  it("takes the discovery of a fault as no earlier than the delivery", () => {
    const faulty = { ...at("JP"), returnRequest: { reason: "faulty" } } as const;
    expect(short("2027-03-06T12:00:00Z", faulty)[0]).toBe("eligible");
    expect(judge("2027-03-08T12:00:00Z", faulty)).toMatchObject({
      status: "unknown",
      missing: expect.arrayContaining(["returnRequest.discoveredAt"]),
    });
    const found = { ...at("JP"), returnRequest: { reason: "faulty", discoveredAt: "2027-03-01T00:00:00Z" } } as const;
    expect(short("2027-03-08T12:00:00Z", found)).toEqual(["eligible", "jp.nonconformity", "2028-03-01"]);
  });

  it("asks for the reason where it decides", () => {
    const { status, missing } = judge("2026-06-01T12:00:00Z", { returnRequest: { reason: null } });
    expect([status, missing]).toEqual(["unknown", expect.arrayContaining(["returnRequest.reason"])]);
    expect(short("2026-06-01T12:00:00Z", { returnRequest: { reason: null }, claim: { issueType: "quality_defect" } })[1]).toBe(
      "eu.legal_guarantee",
    );
  });
});
