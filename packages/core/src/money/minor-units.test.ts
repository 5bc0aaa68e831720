import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AmendsError } from "../errors/base-error.js";
import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { currencyCodes, findCurrency } from "./currency.js";
import { fromMinorUnits, normalizeMoney, toMinorUnits } from "./minor-units.js";
import { moneyFindings } from "./money-findings.js";

const anyCurrency = fc.constantFrom(...currencyCodes);
const anyMinorUnits = fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n });

function findingsOf(run: () => unknown): readonly { code: string; path?: string; fix?: string }[] {
  try {
    run();
  } catch (error) {
    if (InvalidMoneyError.isInstance(error)) return error.findings;
    throw error;
  }
  return [];
}

describe("toMinorUnits", () => {
  it.each([
    ["12.3", "EUR", 1230n],
    ["-0.05", "USD", -5n],
    ["+007", "JPY", 7n],
    ["0.001", "KWD", 1n],
    ["1.0001", "CLF", 10001n],
    ["1", "HUF", 100n],
    ["-0.00", "USD", 0n],
    ["99999999999999999999999999999999.99", "USD", 9999999999999999999999999999999999n],
  ])("reads %s %s", (amount, currency, expected) => {
    expect(toMinorUnits({ amount, currency })).toBe(expected);
  });

  it.each([
    "",
    " 1",
    "1 ",
    "1,5",
    "1,234.50",
    "1e3",
    ".5",
    "5.",
    "$5",
    "--1",
    "0x10",
    "١",
    "1_000",
    "NaN",
    "Infinity",
    "1.2.3",
    "−1",
    "1\n",
  ])("refuses %j", (amount) => {
    expect(findingsOf(() => toMinorUnits({ amount, currency: "USD" }, "claim.amount"))).toMatchObject([
      { code: "amount_not_decimal", path: "claim.amount.amount" },
    ]);
  });

  it("refuses more fraction digits than the currency has, and says how to mend it", () => {
    expect(findingsOf(() => toMinorUnits({ amount: "1500.00", currency: "JPY" }))).toMatchObject([
      { code: "amount_too_precise", fix: 'write "1500"' },
    ]);
    expect(findingsOf(() => toMinorUnits({ amount: "1.500", currency: "USD" }))).toMatchObject([{ fix: 'write "1.50"' }]);
    expect(findingsOf(() => toMinorUnits({ amount: "1.505", currency: "USD" }))[0]?.fix).toContain("round it first");
  });

  it("refuses what would be too long, however long", () => {
    for (const amount of ["1".repeat(35), "1".repeat(2_000_000), `${"0".repeat(40)}1`]) {
      expect(findingsOf(() => toMinorUnits({ amount, currency: "USD" }))[0]?.code).toBe("amount_too_long");
    }
    expect(findingsOf(() => toMinorUnits({ amount: "x".repeat(2_000_000), currency: "USD" }))[0]?.code).toBe("amount_not_decimal");
  });

  it("lists everything wrong at once", () => {
    expect(findingsOf(() => toMinorUnits({ amount: "1,5", currency: "eur" }))).toMatchObject([
      { code: "currency_unknown", path: "currency", fix: "did you mean EUR?" },
      { code: "amount_not_decimal", path: "amount" },
    ]);
  });

  it.each([
    null,
    undefined,
    12,
    "12.50",
    [],
    {},
    { amount: 12.5, currency: "USD" },
    { amount: "12.50" },
    { amount: Number.NaN, currency: "USD" },
  ])("refuses %j, which isn't money", (value) => {
    expect(moneyFindings(value).length).toBeGreaterThan(0);
    expect(() => toMinorUnits(value as never)).toThrow(InvalidMoneyError);
  });

  it("tells how to write a number", () => {
    expect(moneyFindings({ amount: 12.5, currency: "USD" })[0]?.fix).toBe('write "12.5" in quotation marks');
  });
});

describe("fromMinorUnits", () => {
  it("takes safe integers and bigints only", () => {
    expect(fromMinorUnits(5, "USD")).toEqual({ amount: "0.05", currency: "USD" });
    expect(fromMinorUnits(-0, "JPY")).toEqual({ amount: "0", currency: "JPY" });
    for (const minorUnits of [1.5, Number.NaN, 2 ** 53, 10n ** 34n, -(10n ** 34n)]) {
      expect(() => fromMinorUnits(minorUnits, "USD")).toThrow(InvalidMoneyError);
    }
    expect(() => fromMinorUnits(1n, "XYZ")).toThrow(AmendsError);
  });

  it("is undone by toMinorUnits, for every currency and size", () => {
    fc.assert(
      fc.property(anyMinorUnits, anyCurrency, (minorUnits, currency) => {
        const money = fromMinorUnits(minorUnits, currency);
        expect(toMinorUnits(money)).toBe(minorUnits);
        expect(normalizeMoney(money)).toEqual(money);
        expect(money.amount.split(".")[1]?.length ?? 0).toBe(findCurrency(currency)?.digits);
      }),
    );
  });
});

it("reads an amount and its currency once to write it", () => {
  const saying = (...amounts: string[]) => ({
    get amount() {
      return amounts.shift() ?? "-9.00";
    },
    currency: "USD",
  });
  expect(normalizeMoney(saying("5.00"))).toEqual({ amount: "5.00", currency: "USD" });
  expect(normalizeMoney(saying("05.0"))).toEqual({ amount: "5.00", currency: "USD" });
});
