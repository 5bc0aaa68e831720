import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { calculateDuty } from "./calculate-duty.js";
import type { ImportRequest } from "./import-request.js";
import { money, oneLamp } from "./testing/sample-goods.js";
import { tariff, tariffs } from "./testing/sample-tariffs.js";

describe("a parcel whose import nobody dated", () => {
  const known = tariffs(tariff(["US"], "9405", "0.039"));
  const shipment = { lane: "VN-US", shippedAt: "2025-08-20T10:00:00Z" };
  const of = (change: NonNullable<CaseFile["shipment"]>, now = "2025-09-15T12:00:00Z") =>
    calculateDuty(
      {
        now,
        ticket: { channel: "email" },
        order: { shipTo: "US", items: [{ sku: "A", quantity: 1, hsCode: "9405.21", origin: "VN", price: money("89.90", "USD") }] },
        shipment: { ...shipment, ...change },
        customs: { channel: "courier", terms: "dap", handling: money("0.00", "USD"), demanded: money("20.00", "USD") },
      },
      known,
    );
  const said = ({ duty, at, demand, missing }: ReturnType<typeof of>) => [
    duty.amount?.amount ?? [duty.range?.min.amount, duty.range?.max.amount],
    at,
    demand?.verdict,
    missing,
  ];
  const unsure = [["0.00", "3.51"], null, "unknown", ["shipment.importedAt"]];

  it("has a range where the facts changed between dispatch and now", () => {
    expect(said(of({}))).toEqual(unsure);
    expect(said(of({ importedAt: "2025-09-02T10:00:00Z" }))).toEqual(["3.51", "2025-09-02T10:00:00Z", "pay_less", []]);
    expect(said(of({ importedAt: "2025-08-22T10:00:00Z" }))).toEqual(["0.00", "2025-08-22T10:00:00Z", "dont_pay", []]);
  });
  it("goes by the dispatch where they didn't change up to now, or up to the delivery", () => {
    expect(said(of({}, "2025-08-28T12:00:00Z"))).toEqual(["0.00", "2025-08-20T10:00:00Z", "dont_pay", []]);
    expect(said(of({ deliveredAt: "2025-08-27T12:00:00Z" }))).toEqual(["0.00", "2025-08-20T10:00:00Z", "dont_pay", []]);
    expect(said(of({ shippedAt: "2025-08-30T10:00:00Z" }))).toEqual(["3.51", "2025-08-30T10:00:00Z", "pay_less", []]);
  });
  it("goes by customs in the tracking once the parcel is past them", () => {
    const customs = (at: string) => ({ at, status: "customs" as const });
    const delivery = { at: "2025-09-05T08:00:00Z", status: "out_for_delivery" as const };
    const events = [delivery, customs("2025-09-02T10:00:00Z"), customs("2025-08-21T10:00:00Z")];
    expect(said(of({ events }))).toEqual(["3.51", "2025-09-02T10:00:00Z", "pay_less", []]);
    expect(said(of({ events: [customs("2025-09-02T10:00:00Z")] }))).toEqual(["3.51", "2025-09-02T10:00:00Z", "pay_less", []]);
    expect(said(of({ events: [customs("2025-08-21T10:00:00Z")] }))).toEqual(unsure);
    expect(said(of({ events: [delivery] }))).toEqual(unsure);
  });
  it("has no end without a clock", () => {
    const request: ImportRequest = {
      destination: "US",
      shippedAt: shipment.shippedAt,
      goods: oneLamp(money("89.90", "USD"), { origin: "VN" }),
      customs: { channel: "courier" },
    };
    expect(calculateDuty(request, known).missing).toContain("importedAt");
    expect(calculateDuty(request, { ...known, now: Date.UTC(2025, 7, 25) }).duty.amount).toEqual(money("0.00", "USD"));
  });
});
