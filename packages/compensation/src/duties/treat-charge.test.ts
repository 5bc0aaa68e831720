import { describe, expect, it } from "vitest";
import type { ImportRequest } from "./import-request.js";
import { eur, usd } from "./testing/dollars-and-euros.js";
import { customs, dutyOf } from "./testing/sample-import.js";

describe("a share", () => {
  it("is of the goods, or of the goods with freight and insurance", () => {
    expect(dutyOf({ is: "share", rate: "0.10", of: "goods" }).lines[0]).toMatchObject({
      amount: usd("10.00"),
      base: usd("100.00"),
      rate: "0.10",
      missing: [],
      parts: [],
      by: [{ fact: "qm.import_duty", because: "QM charges import_duty.", source: "the law of qm.import_duty", confidence: "A" }],
    });
    expect(dutyOf({ is: "share", rate: "0.10", of: "cif" }).duty.amount).toEqual(usd("11.00"));
    expect(dutyOf({ is: "share", rate: "0.10", of: "cif" }, customs({ insurance: usd("5.00") })).duty.amount).toEqual(usd("11.50"));
    const without = dutyOf({ is: "share", rate: "0.10", of: "cif" }, customs({ freight: null }));
    expect(without).toMatchObject({ duty: { amount: null, range: null }, missing: ["customs.freight"] });
    expect(without.values).toEqual({ goods: usd("100.00"), cif: null, ratesOf: null });
    expect(dutyOf({ is: "share", rate: "0.10", of: "goods" }).values.cif).toEqual(usd("110.00"));
  });

  it("less an amount is never below zero", () => {
    const less = (amount: string) => dutyOf({ is: "share", rate: "0.10", of: "goods", less: usd(amount) });
    expect(less("9.99").duty.amount).toEqual(usd("0.01"));
    expect(less("10.00").duty.amount).toEqual(usd("0.00"));
    expect(less("10.01").duty.amount).toEqual(usd("0.00"));
    expect(less("4.00").missing).toEqual([]);
    const inEuro = dutyOf({ is: "share", rate: "0.10", of: "goods", less: eur("1.00") });
    expect(inEuro.duty.amount).toBeNull();
    expect(inEuro.missing).toEqual(["rates: EUR to USD"]);
    expect(inEuro.lines[0]).toMatchObject({ base: usd("100.00"), rate: "0.10" });
  });
});

describe("a flat amount", () => {
  const flat = (goods: ImportRequest["goods"]) => dutyOf({ is: "flat", perTariffHeading: usd("3.00"), digits: 4 }, { goods });
  it("is for each heading, told apart by its first digits", () => {
    expect(flat([{ hsCode: "6109.10" }, { hsCode: "6109 90" }, { hsCode: "6403.99" }]).duty.amount).toEqual(usd("6.00"));
    expect(flat([{ hsCode: "6109" }]).duty.amount).toEqual(usd("3.00"));
    expect(flat([{ hsCode: "610" }]).duty.amount).toEqual(usd("3.00"));
    const two = flat([{ hsCode: "610" }, {}]);
    expect(two.duty.range).toEqual({ min: usd("3.00"), max: usd("6.00") });
    expect(two.missing).toEqual(["goods[0].hsCode", "goods[1].hsCode"]);
    expect(flat([{ hsCode: "6109" }]).missing).toEqual([]);
    expect(flat([{}]).missing).toEqual([]);
    expect(flat([])).toMatchObject({ duty: { amount: null, range: null }, missing: ["goods"] });
    expect(dutyOf({ is: "flat", perTariffHeading: eur("3.00"), digits: 4 })).toMatchObject({
      duty: { amount: null },
      missing: ["rates: EUR to USD"],
    });
  });
});
