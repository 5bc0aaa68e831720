import { describe, expect, it } from "vitest";
import { calculateDuty } from "./calculate-duty.js";
import { importPackReader } from "./duty-fact.js";
import type { ImportRequest } from "./import-request.js";
import { usd } from "./testing/dollars-and-euros.js";
import { charge, packs, taxRate } from "./testing/invented-country.js";
import { customs, parcel } from "./testing/sample-import.js";

describe("tax", () => {
  const taxed = (of: string, rate: object | object[] = taxRate(), more: Partial<ImportRequest> = {}, given: object = {}) =>
    calculateDuty(parcel(more), {
      ...packs([
        charge("import_duty", [{ pays: { is: "share", rate: "0.10", of: "goods" } }]),
        charge("import_tax", [{ pays: { is: "tax", of } }]),
        ...[rate].flat(),
      ]),
      ...given,
    });

  it.each([
    ["goods", "20.00", "100.00"],
    ["cif", "22.00", "110.00"],
    ["goods_and_duty", "22.00", "110.00"],
    ["cif_and_duty", "24.00", "120.00"],
  ])("is on %s", (of, amount, base) => {
    const { lines, tax, customs: atCustoms, total, missing } = taxed(of);
    expect(tax).toEqual({ amount: usd(amount), range: null });
    expect(lines[1]).toMatchObject({ base: usd(base), rate: "0.20", missing: [], owedBy: "buyer" });
    expect(lines[1]?.by.map(({ fact, because }) => [fact, because])).toEqual([
      ["qm.import_tax", "QM charges import_tax."],
      ["qm.rate", "VAT of QM: 0.20"],
    ]);
    const sum = usd((Number(amount) + 10).toFixed(2));
    expect([atCustoms.amount, total.amount, total.atLeast]).toEqual([sum, sum, sum]);
    expect(missing).toEqual([]);
  });

  it("lies between the rates of a country that has several", () => {
    const { tax, lines, missing, total } = taxed("goods", taxRate({ upTo: "0.25" }));
    expect(tax).toEqual({ amount: null, range: { min: usd("20.00"), max: usd("25.00") } });
    expect(lines[1]).toMatchObject({ amount: null, rate: null, base: usd("100.00") });
    expect(lines[1]?.by[1]?.because).toBe("VAT of QM: 0.20 to 0.25");
    expect(missing).toEqual(['packs["duty/import"]: qm.rate']);
    expect(total).toEqual({ amount: null, range: { min: usd("30.00"), max: usd("35.00") }, atLeast: usd("30.00") });
  });

  it("is inside the price where the law says so", () => {
    expect(taxed("goods", taxRate({ insidePrice: true })).tax.amount).toEqual(usd("25.00"));
    expect(taxed("goods", taxRate({ insidePrice: true, rate: "0" })).tax.amount).toEqual(usd("0.00"));
    expect(taxed("goods", taxRate({ insidePrice: true, rate: "0.01" })).tax.amount).toEqual(usd("1.01"));
  });

  it("is inside the price at any rate, also where it is as much as the rest", () => {
    expect(taxed("goods", taxRate({ insidePrice: true, rate: "0.5" })).tax.amount).toEqual(usd("100.00"));
    expect(taxed("goods", taxRate({ insidePrice: true, rate: "0.6" })).tax.amount).toEqual(usd("150.00"));
  });

  it("says which of rate, date, value and duty lacks", () => {
    expect(taxed("goods", []).missing).toEqual(['packs["duty/import"]: the tax rate of QM']);
    expect(taxed("goods", []).tax).toEqual({ amount: null, range: null });
    expect(taxed("cif", taxRate(), customs({ freight: null })).missing).toEqual(["customs.freight"]);
    expect(taxed("goods_and_duty", taxRate(), { goods: [{ sku: "A" }] }).missing).toEqual(["goods[0].price"]);
    const change = [taxRate({}, { effectiveTo: "2026-03-01" }), taxRate({ rate: "0.30" }, { effectiveFrom: "2026-03-01" })];
    expect(taxed("goods", change, { importedAt: "2026-02-28T12:00:00Z" }).tax.amount).toEqual(usd("20.00"));
    expect(taxed("goods", change, { importedAt: "2026-03-01T12:00:00Z" }).tax.amount).toEqual(usd("30.00"));
    const between = { importedAt: null, shippedAt: "2026-02-20T00:00:00Z" };
    const unsure = taxed("goods", change, between, { now: Date.UTC(2026, 2, 5) });
    expect([unsure.tax.amount, unsure.tax.range, unsure.missing]).toEqual([null, null, ["importedAt"]]);
    const one = taxed("goods", taxRate({}, { effectiveFrom: "2026-03-01" }), between, { now: Date.UTC(2026, 2, 5) });
    expect([one.tax.amount, one.missing]).toEqual([null, ["importedAt"]]);
  });
});

describe("a tax that is part of the price", () => {
  const pack = (rate: string, upTo?: string) => ({
    pack: "duty/import",
    version: "1.0.0",
    facts: [
      {
        id: "br.icms",
        value: { kind: "tax_rate", country: "BR", name: "ICMS", rate, insidePrice: true, ...(upTo === undefined ? {} : { upTo }) },
        source: "ours",
        confidence: "C",
        verifiedAt: "2026-11-21",
      },
    ],
  });

  it("is less than the price", () => {
    expect(importPackReader.read(pack("0.17", "0.99")).facts).toHaveLength(1);
    for (const bad of [pack("1"), pack("0.17", "1.5")]) expect(() => importPackReader.read(bad)).toThrow(/below 1/u);
  });
});
