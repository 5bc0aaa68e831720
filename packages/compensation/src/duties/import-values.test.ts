import { describe, expect, it } from "vitest";
import { refusalOf } from "../testing/refusal-of.js";
import { eur, usd } from "./testing/dollars-and-euros.js";
import { customs, dutyOf } from "./testing/sample-import.js";

describe("goods", () => {
  it("without a price, or without goods, are named", () => {
    const share = { is: "share", rate: "0.10", of: "goods" };
    expect(dutyOf(share, { goods: [] }).missing).toEqual(["goods"]);
    expect(dutyOf(share, { goods: [{ price: usd("1.00") }, { sku: "B" }, { price: null }] }).missing).toEqual([
      "goods[1].price",
      "goods[2].price",
    ]);
    expect(dutyOf(share, { goods: [{ price: usd("1.00") }, { price: usd("2.00"), quantity: 3 }] }).values.goods).toEqual(usd("7.00"));
    expect(dutyOf(share, { goods: [{ price: usd("5.00"), quantity: 0 }] }).values.goods).toEqual(usd("0.00"));
  });

  it("in two currencies are added up after each is converted once", () => {
    const rates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.5" } };
    const goods = [{ price: usd("1.00") }, { price: eur("2.00") }, { price: eur("0.01") }];
    const { values, duty } = dutyOf({ is: "share", rate: "0.10", of: "goods" }, { goods, rates });
    expect(values).toMatchObject({ goods: usd("5.02"), ratesOf: "2026-03-03" });
    expect(duty.amount).toEqual(usd("0.50"));
    expect(dutyOf({ is: "free" }, { goods }).values.goods).toBeNull();
    expect(dutyOf({ is: "share", rate: "0.10", of: "goods" }, { goods }).missing).toEqual(["rates: EUR to USD"]);
  });

  it.each<[string, object, string]>([
    ["a price that is no money", { price: { amount: "x", currency: "USD" } }, "goods[0].price"],
    ["a price below zero", { price: usd("-0.01") }, "goods[0].price"],
    ["half a piece", { price: usd("1.00"), quantity: 0.5 }, "goods[0].quantity"],
    ["less than no piece", { price: usd("1.00"), quantity: -1 }, "goods[0].quantity"],
  ])("refuse %s", (_what, goods, path) => {
    const error = refusalOf(() => dutyOf({ is: "free" }, { goods: [goods] }));
    expect(error).toMatchObject({ findings: [{ path: expect.stringContaining(path), expected: expect.stringMatching(/\S/) }] });
  });

  it("refuse amounts and instants that can't be read, with what was expected", () => {
    expect(refusalOf(() => dutyOf({ is: "free" }, customs({ freight: usd("-1.00") })))).toMatchObject({
      findings: [
        { code: "case_value_invalid", path: "customs.freight", message: "-1.00 USD is below zero", expected: "an amount of zero or more" },
      ],
    });
    expect(refusalOf(() => dutyOf({ is: "free" }, { importedAt: "yesterday" }))).toMatchObject({
      findings: [
        {
          code: "invalid_instant",
          path: "importedAt",
          message: '"yesterday" is not an instant',
          expected: "ISO 8601 with an offset, such as 2026-03-03T15:00:00Z",
        },
      ],
    });
    expect(refusalOf(() => dutyOf({ is: "free" }, { goods: [{ quantity: 1.5 }] }))).toMatchObject({
      findings: [{ code: "case_value_invalid", message: "1.5 is no number of pieces", expected: "a whole number from 0 up" }],
    });
    expect(() => dutyOf({ is: "free" }, { goods: [{ price: null, quantity: null }], shippedAt: "" })).not.toThrow();
  });
});
