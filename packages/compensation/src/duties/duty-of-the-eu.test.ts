import { describe, expect, it } from "vitest";
import { calculateDuty } from "./calculate-duty.js";
import type { ImportRequest } from "./import-request.js";
import { brief } from "./testing/brief-duty.js";
import { money, rates } from "./testing/sample-goods.js";
import { tariff, tariffs } from "./testing/sample-tariffs.js";

describe("the EU", () => {
  const shirts = [
    { hsCode: "6109.10", quantity: 2, price: money("20.00", "EUR") },
    { hsCode: "610910", price: money("10.00", "EUR") },
    { hsCode: "6403.99", price: money("60.00", "EUR") },
  ];
  const parcel = (more: Partial<ImportRequest> = {}): ImportRequest => ({
    destination: "FR",
    importedAt: "2026-07-01T00:00:00+02:00",
    goods: shirts,
    customs: { scheme: "ioss", freight: money("10.00", "EUR"), handling: money("0.00", "EUR") },
    ...more,
  });

  it("charges EUR 3 for each tariff heading from 1 July 2026 in Brussels, and nothing before", () => {
    expect(brief(parcel())).toEqual(["6.00", "0.00", "0.00"]);
    expect(brief(parcel({ importedAt: "2026-06-30T21:59:59Z" }))).toEqual(["0.00", "0.00", "0.00"]);
    expect(calculateDuty(parcel()).lines.map(({ owedBy, paidAtSale }) => [owedBy, paidAtSale])).toEqual([
      ["seller", false],
      [null, true],
      [null, false],
    ]);
  });

  it("knows a range where headings are missing, and nothing from 1 July 2028 on", () => {
    const goods = shirts.map(({ price }, index) => (index === 0 ? { hsCode: "6109.10", price } : { price }));
    const { duty, missing } = calculateDuty(parcel({ goods }));
    expect(duty.range).toEqual({ min: money("3.00", "EUR"), max: money("9.00", "EUR") });
    expect(missing).toEqual(["goods[1].hsCode", "goods[2].hsCode"]);
    expect(brief(parcel({ goods: [{ price: money("9.00", "EUR") }] }))[0]).toBe("3.00");
    const later = calculateDuty(parcel({ importedAt: "2028-07-01T12:00:00Z" }));
    expect([later.duty.amount, later.lines[0]?.missing]).toEqual([null, ['packs["duty/import"]: the import_duty of FR']]);
  });

  it("tells both accounts where the seller isn't in IOSS, and taxes at import", () => {
    const customs = { scheme: "none", freight: money("10.00", "EUR"), handling: money("0.00", "EUR") };
    const { duty, tax } = calculateDuty(parcel({ customs }), tariffs(tariff(["FR"], "61", "0.12"), tariff(["FR"], "64", "0.08")));
    // 120 at the border: 50/110 of it pay 12 %, 60/110 pay 8 %.
    expect(duty.range).toEqual({ min: money("6.00", "EUR"), max: money("11.79", "EUR") });
    expect(tax.range).toEqual({ min: money("25.20", "EUR"), max: money("26.36", "EUR") });
    const before = calculateDuty(parcel({ customs, importedAt: "2026-06-01T00:00:00Z" }));
    expect([before.duty.amount, before.tax.amount, before.total.amount]).toEqual([
      money("0.00", "EUR"),
      money("24.00", "EUR"),
      money("24.00", "EUR"),
    ]);
  });

  it("charges in the country's currency, by the rates that were handed in", () => {
    const inPoland = parcel({ destination: "PL", importedAt: "2026-08-02T00:00:00Z", rates, goods: [{ price: money("9.00", "EUR") }] });
    // 3 EUR × 4 ÷ 0.9
    expect(calculateDuty(inPoland).duty.amount).toEqual(money("13.33", "PLN"));
    expect(calculateDuty({ ...inPoland, rates: null }).missing).toContain("rates: EUR to PLN");
    expect(calculateDuty({ ...inPoland, importedAt: "2026-10-02T00:00:00Z" }).duty.amount).toBeNull();
  });

  it("doesn't let IOSS reach above EUR 150", () => {
    const dear = parcel({
      goods: [{ hsCode: "6403", price: money("150.01", "EUR") }],
      customs: { ...parcel().customs, freight: money("0.00", "EUR") },
    });
    expect(brief(dear)).toEqual([null, null, "0.00"]);
    expect(brief(dear, tariffs(tariff(["EU"], "64", "0.08")))).toEqual(["12.00", "32.40", "0.00"]);
    expect(brief(dear, tariffs(tariff(["FR"], "64", "0.08")))).toEqual(["12.00", "32.40", "0.00"]);
  });
});
