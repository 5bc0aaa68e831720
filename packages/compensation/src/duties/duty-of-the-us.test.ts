import { describe, expect, it } from "vitest";
import { calculateDuty } from "./calculate-duty.js";
import type { ImportRequest } from "./import-request.js";
import { brief } from "./testing/brief-duty.js";
import { money, oneLamp } from "./testing/sample-goods.js";
import { tariff, tariffs } from "./testing/sample-tariffs.js";

describe("the US", () => {
  const parcel = (importedAt: string, more: object = {}): ImportRequest => ({
    destination: "US",
    importedAt,
    goods: oneLamp(money("89.90", "USD"), { origin: "VN" }),
    customs: { channel: "courier", handling: money("0.00", "USD") },
    ...more,
  });
  const known = tariffs(
    tariff(["US"], "9405", "0.039"),
    tariff(["US"], "9405", "0.30", ["CN"]),
    tariff(["US"], "94", "0.5"),
    tariff(["DE"], "940521", "0.9"),
  );

  it("charged nothing up to USD 800 until 29 August 2025 in New York, and the rate of the heading from then on", () => {
    expect(brief(parcel("2025-08-29T03:59:59Z"), known)).toEqual(["0.00", "0.00", "0.00"]);
    expect(brief(parcel("2025-08-29T04:00:00Z"), known)).toEqual(["3.51", "0.00", "0.00"]);
    expect(brief(parcel("2025-04-01T04:00:00Z", { goods: oneLamp(money("800.01", "USD")) }), known)).toEqual([null, "0.00", "0.00"]);
    expect(brief(parcel("2025-04-01T04:00:00Z", { goods: oneLamp(money("800.00", "USD")) }), known)).toEqual(["0.00", "0.00", "0.00"]);
  });

  it("took China and Hong Kong out on 2 May 2025", () => {
    const made = (origin: string | null, at: string) => brief(parcel(at, { goods: oneLamp(money("89.90", "USD"), { origin }) }), known)[0];
    expect(made("CN", "2025-05-01T12:00:00Z")).toBe("0.00");
    expect(made("CN", "2025-05-02T12:00:00Z")).toBe("26.97");
    expect(made("VN", "2025-05-02T12:00:00Z")).toBe("0.00");
    const unsure = calculateDuty(parcel("2025-05-02T12:00:00Z", { goods: oneLamp(money("89.90", "USD")) }), known);
    expect([unsure.duty, unsure.missing]).toEqual([{ amount: null, range: null }, ["goods[0].origin"]]);
  });

  it("says what it lacks, by name, with what is known beside it", () => {
    const { lines, total, missing } = calculateDuty(parcel("2025-09-01T12:00:00Z", { customs: { channel: "courier" } }));
    expect(missing).toEqual(['packs["duty/tariff"]: US 940521', "customs.handling"]);
    expect(lines[0]).toMatchObject({
      amount: null,
      range: null,
      base: money("89.90", "USD"),
      by: [{ fact: "us.de_minimis", confidence: "A" }],
    });
    expect(total).toEqual({ amount: null, range: null, atLeast: money("0.00", "USD") });
    expect(calculateDuty(parcel("2025-09-01T12:00:00Z", { customs: { channel: "postal" } }), known).missing).toContain(
      'packs["duty/import"]: us.de_minimis',
    );
    expect(calculateDuty(parcel("2025-09-01T12:00:00Z", { customs: {} }), known).missing).toContain("customs.channel");
    expect(calculateDuty(parcel("2025-09-01T12:00:00Z", { goods: [{ price: money("1.00", "USD") }] }), known).missing).toContain(
      "goods[0].hsCode",
    );
  });

  it("doesn't apply dated facts without a date", () => {
    const { duty, at, missing } = calculateDuty(parcel("", { goods: oneLamp(money("89.90", "USD"), { origin: "VN" }) }), known);
    expect([duty.amount, at, missing.includes("importedAt")]).toEqual([null, null, true]);
  });
});
