import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { returnDuties } from "./return-duties.js";
import { returnEligibility } from "./return-eligibility.js";

/** The duties of a return that was declared on 2026-03-10, looked at on a day. */
function duties(country: string, now: string, returnRequest: object = {}, more: Partial<CaseFile> = {}) {
  const caseFile = {
    now,
    ticket: { channel: "email", marketplace: "own_store" },
    order: { placedAt: "2026-03-01T10:00:00Z", shipTo: country, withdrawalInformed: true },
    shipment: { deliveredAt: "2026-03-06T12:00:00Z" },
    returnRequest: { requestedAt: "2026-03-10T09:00:00Z", reason: "change_of_mind", ...returnRequest },
    ...more,
  } as CaseFile;
  const { by } = returnEligibility(caseFile);
  return by === null ? [] : returnDuties(caseFile, by);
}
const short = (...given: Parameters<typeof duties>) => duties(...given).map(({ duty, state, dueOn }) => [duty, state, dueOn]);
const refund = (...given: Parameters<typeof duties>) => short(...given).at(-1);

describe("the EU", () => {
  it("has the buyer send within 14 days and the seller pay within 14, once goods or proof are there", () => {
    expect(short("DE", "2026-03-12T09:00:00Z")).toEqual([
      ["send_back", "running", "2026-03-24"],
      ["refund", "withheld", "2026-03-24"],
    ]);
    expect(short("DE", "2026-03-26T09:00:00Z")).toEqual([
      ["send_back", "overdue", "2026-03-24"],
      ["refund", "withheld", "2026-03-24"],
    ]);
    expect(refund("DE", "2026-03-26T09:00:00Z", { dispatchedAt: "2026-03-20T09:00:00Z" })).toEqual(["refund", "overdue", "2026-03-24"]);
    expect(refund("DE", "2026-03-26T09:00:00Z", { receivedAt: "2026-03-26T08:00:00Z" })).toEqual(["refund", "running", "2026-03-26"]);
  });

  it("knows no waiting where the seller collects", () => {
    expect(short("DE", "2026-03-25T09:00:00Z", { collectedBySeller: true })).toEqual([["refund", "overdue", "2026-03-24"]]);
  });

  it.each([
    ["2026-03-24T22:59:59Z", "done"],
    ["2026-03-24T23:00:00Z", "done_late"],
  ])("paid at %s is %s", (refundedAt, state) => {
    expect(refund("DE", "2026-04-01T00:00:00Z", { refundedAt, dispatchedAt: "2026-03-12T00:00:00Z" })).toEqual([
      "refund",
      state,
      "2026-03-24",
    ]);
  });

  it("says by which fact, from what, and what is missing", () => {
    expect(duties("DE", "2026-03-12T09:00:00Z")[1]).toMatchObject({
      owedBy: "seller",
      from: ["returnRequest.requestedAt"],
      fact: "eu.withdrawal",
      source: expect.stringContaining("2011/83/EU"),
      missing: ["returnRequest.receivedAt", "returnRequest.dispatchedAt"],
    });
    expect(refund("DE", "2026-03-12T09:00:00Z", { refundedAt: "2026-03-11T09:00:00Z" })?.[1]).toBe("done");
  });
});

describe("elsewhere", () => {
  it.each([
    ["GB", {}, ["refund", "not_yet", null]],
    ["GB", { dispatchedAt: "2026-03-11T09:00:00Z", receivedAt: "2026-03-14T09:00:00Z" }, ["refund", "running", "2026-03-25"]],
    ["GB", { collectedBySeller: true }, ["refund", "running", "2026-03-24"]],
    ["GB", { reason: "faulty", approvedAt: "2026-03-12T09:00:00Z" }, ["refund", "running", "2026-03-26"]],
    ["CN", { receivedAt: "2026-03-14T20:00:00Z" }, ["refund", "running", "2026-03-22"]],
    ["KR", { receivedAt: "2026-03-13T03:00:00Z" }, ["refund", "overdue", "2026-03-18"]],
    ["BR", {}, ["refund", "overdue", "2026-03-10"]],
  ])("%s %j: %j", (country, request, wanted) => {
    const more = {
      customer: { zone: { GB: "Europe/London", CN: "Asia/Shanghai", KR: "Asia/Seoul", BR: "America/Sao_Paulo" }[country] as string },
    };
    expect(refund(country, "2026-03-19T09:00:00Z", request, more)).toEqual(wanted);
  });

  it("owes nothing by a date where the right says nothing of it", () => {
    expect(short("DE", "2026-03-19T09:00:00Z", { reason: "faulty", requestedAt: "2026-06-10T09:00:00Z" })).toEqual([]);
  });
});

describe("Walmart", () => {
  const more = {
    ticket: { channel: "marketplace_message", marketplace: "walmart", createdAt: "2026-03-10T09:00:00Z" },
    customer: { zone: "America/Chicago" },
    shipment: { shippedAt: "2026-03-02T12:00:00Z", deliveredAt: "2026-03-06T12:00:00Z" },
  } as const;
  const receivedAt = "2026-03-12T09:00:00Z";

  it("has the refund start within 48 hours of the goods coming back, not by the end of a day", () => {
    expect(duties("US", "2026-03-14T08:59:59Z", { receivedAt }, more)).toMatchObject([
      { duty: "refund", state: "running", dueOn: "2026-03-14", dueAt: "2026-03-14T09:00:00Z" },
    ]);
    expect(refund("US", "2026-03-14T09:00:00Z", { receivedAt }, more)).toEqual(["refund", "overdue", "2026-03-14"]);
  });
});
