import { describe, expect, it } from "vitest";
import { refusalOf } from "../testing/refusal-of.js";
import { readImport, type ImportRequest } from "./import-request.js";

const eur = (amount: string) => ({ amount, currency: "EUR" });
const found = (request: Partial<ImportRequest>) => refusalOf(() => readImport({ goods: [], ...request }, {})).findings;
const value = (path: string, message: string, expected: string) => ({ code: "case_value_invalid", message, path, expected });

describe("a request about an import", () => {
  it("is refused where its goods are no list, or one of them is no object", () => {
    for (const goods of [null, undefined, 5, {}, "lamp"])
      expect(found({ goods: goods as never })).toEqual([value("goods", "this is no list", "a list of goods")]);
    const isNone = (index: number) => value(`goods[${index}]`, "this is no object", "goods of one kind: an object with price and quantity");
    for (const none of [null, undefined, 5, "lamp"])
      expect(found({ goods: [none as never, {}, none as never] })).toEqual([isNone(0), isNone(2)]);
  });

  it("is refused where a price or what was paid at customs is no money, or below zero", () => {
    const isBelow = (path: string) => value(path, "-0.01 EUR is below zero", "an amount of zero or more");
    expect(found({ goods: [{ price: eur("0.00") }, { price: eur("-0.01") }] })).toEqual([isBelow("goods[1].price")]);
    expect(found({ customs: { freight: eur("-0.01") } })).toEqual([isBelow("customs.freight")]);
    const placed = (request: Partial<ImportRequest>) => found(request).map(({ code, path }) => [code, path]);
    expect(placed({ goods: [{ price: eur("1.001") }] })).toEqual([["amount_too_precise", "goods[0].price.amount"]]);
    expect(placed({ customs: { freight: eur("1.001") } })).toEqual([["amount_too_precise", "customs.freight.amount"]]);
  });

  it("is refused where so many pieces can't be, or a date is none", () => {
    for (const quantity of [-1, 0.5, Number.NaN, "2"])
      expect(found({ goods: [{ quantity: quantity as number }] })).toEqual([
        value("goods[0].quantity", `${quantity} is no number of pieces`, "a whole number from 0 up"),
      ]);
    for (const path of ["importedAt", "shippedAt"])
      expect(found({ [path]: "tomorrow" })).toEqual([
        {
          code: "invalid_instant",
          message: '"tomorrow" is not an instant',
          path,
          expected: "ISO 8601 with an offset, such as 2026-03-03T15:00:00Z",
        },
      ]);
  });

  it("needs to tell nothing", () => {
    const nothing = { price: null, quantity: null };
    const read = readImport({ goods: [nothing, { quantity: 0 }], importedAt: "", shippedAt: null, customs: null, rates: null }, {});
    expect(read).toMatchObject({ destination: undefined, importedAt: undefined, customs: {}, goods: [nothing, { quantity: 0 }] });
  });
});
