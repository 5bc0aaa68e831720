import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { RateMissingError } from "../errors/rate-missing-error.js";
import { convert } from "./convert.js";
import { currencyCodes, findCurrency } from "./currency.js";
import type { ExchangeRates } from "./exchange-rates.js";
import { formatMoney } from "./format-money.js";
import { fromMinorUnits, toMinorUnits } from "./minor-units.js";

const rates: ExchangeRates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.92", JPY: "150.1", KWD: 0.307 } };
const nearest = { rounding: "half-even" } as const;
const at = Date.UTC(2026, 2, 10, 15);

describe("convert", () => {
  it("refuses a currency that is another each time it is read", () => {
    let looks = 0;
    const money = {
      amount: "1.00",
      get currency() {
        looks += 1;
        return looks === 1 ? "USD" : "QQQ";
      },
    };
    expect(() => convert(money, "EUR", rates, nearest)).toThrow(InvalidMoneyError);
  });

  it("converts from, to and across the base, between currencies of different digits", () => {
    expect(convert({ amount: "89.90", currency: "USD" }, "EUR", rates, nearest)).toEqual({ amount: "82.71", currency: "EUR" });
    expect(convert({ amount: "92", currency: "EUR" }, "USD", rates, nearest)).toEqual({ amount: "100.00", currency: "USD" });
    expect(convert({ amount: "10", currency: "EUR" }, "JPY", rates, { rounding: "up" })).toEqual({ amount: "1632", currency: "JPY" });
    expect(convert({ amount: "1501", currency: "JPY" }, "KWD", rates, nearest)).toEqual({ amount: "3.070", currency: "KWD" });
    expect(convert({ amount: "-89.90", currency: "USD" }, "EUR", rates, { rounding: "floor" })).toEqual({
      amount: "-82.71",
      currency: "EUR",
    });
  });

  it("needs no rate for the same currency", () => {
    expect(convert({ amount: "1.5", currency: "EUR" }, "EUR", undefined, nearest)).toEqual({ amount: "1.50", currency: "EUR" });
  });

  it("throws RateMissingError where a rate is absent", () => {
    const usd = { amount: "1", currency: "USD" };
    expect(() => convert(usd, "EUR", undefined, nearest)).toThrow(RateMissingError);
    expect(() => convert(usd, "EUR", null, nearest)).toThrow(RateMissingError);
    expect(() => convert(usd, "GBP", rates, nearest)).toThrow(/USD to GBP.*don't list GBP/);
    expect(() => convert({ amount: "1", currency: "BRL" }, "GBP", rates, nearest)).toThrow(/BRL and GBP/);
    // A rate inherited from a prototype is no rate.
    expect(() => convert(usd, "EUR", { ...rates, rates: Object.create({ EUR: "0.92" }) as Record<string, string> }, nearest)).toThrow(
      RateMissingError,
    );
  });

  it("throws RateMissingError for rates too old, or from after the decision", () => {
    const usd = { amount: "1", currency: "USD" };
    const limited = (maximumAgeDays: number, instant = at) => convert(usd, "EUR", rates, { ...nearest, at: instant, maximumAgeDays });
    expect(limited(7).amount).toBe("0.92");
    expect(() => limited(6)).toThrow(/7 days old, at most 6/);
    expect(limited(0, Date.UTC(2026, 2, 3, 23, 59)).amount).toBe("0.92");
    expect(limited(0, Date.UTC(2026, 2, 2, 12)).amount).toBe("0.92");
    expect(() => limited(0, Date.UTC(2026, 2, 1, 12))).toThrow(/after the time of the decision/);
    for (const options of [
      { maximumAgeDays: 1 },
      { maximumAgeDays: -1, at },
      { maximumAgeDays: 1.5, at },
      { maximumAgeDays: 1, at: Number.NaN },
    ]) {
      expect(() => convert(usd, "EUR", rates, { ...nearest, ...options })).toThrow(/rate_age_invalid/);
    }
  });

  it("refuses malformed rates and unknown currencies", () => {
    const usd = { amount: "1", currency: "USD" };
    const withRates = (changed: Partial<ExchangeRates>) =>
      convert(usd, "EUR", { ...rates, ...changed }, { ...nearest, at, maximumAgeDays: 99 });
    for (const rate of ["0", "-1", "1,5", "", Number.NaN]) expect(() => withRates({ rates: { EUR: rate } })).toThrow(InvalidMoneyError);
    expect(() => withRates({ rates: { EUR: "0.92", USD: "1.1" } })).toThrow(/rate_invalid/);
    expect(withRates({ rates: { EUR: "0.92", USD: "1.00" } }).amount).toBe("0.92");
    expect(() => withRates({ base: "usd" })).toThrow(/rates\.base.*did you mean USD/);
    for (const date of ["2026-02-30", "03/03/2026", "2026-13-01", ""]) expect(() => withRates({ date })).toThrow(/rate_date_invalid/);
    expect(() => convert(usd, "EURO", rates, nearest)).toThrow(/did you mean EUR/);
    for (const none of [undefined, null, "0.92"])
      expect(() => withRates({ rates: none as unknown as ExchangeRates["rates"] })).toThrow(/no table of rates \(at rates\.rates;/);
  });

  it("comes back to within half of what one minor unit of the other currency is worth, and half of its own", () => {
    const rate = fc.integer({ min: 1, max: 10_000_000 });
    const pairs = fc.uniqueArray(fc.constantFrom(...currencyCodes.filter((code) => code !== "USD")), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), pairs, rate, rate, (minorUnits, pair, fromRate, toRate) => {
        const [from = "EUR", to = "JPY"] = pair;
        const table: ExchangeRates = { base: "USD", date: "2026-03-03", rates: { [from]: String(fromRate), [to]: String(toRate) } };
        const there = convert(fromMinorUnits(minorUnits, from), to, table, nearest);
        const back = toMinorUnits(convert(there, from, table, nearest));
        // One minor unit of `to` is worth numerator ÷ denominator minor units of `from`.
        const numerator = BigInt(fromRate) * 10n ** BigInt(findCurrency(from)?.digits ?? 0);
        const denominator = BigInt(toRate) * 10n ** BigInt(findCurrency(to)?.digits ?? 0);
        const error = back > minorUnits ? back - minorUnits : minorUnits - back;
        expect(2n * error * denominator <= numerator + denominator).toBe(true);
        // So within one minor unit, wherever the other currency's is worth no more.
        expect(numerator > denominator || error <= 1n).toBe(true);
      }),
    );
  });
});

describe("formatMoney", () => {
  it("shows ISO's digits, whatever the locale data has", () => {
    expect(formatMoney({ amount: "1234.5", currency: "USD" }, "en")).toBe("$1,234.50");
    expect(formatMoney({ amount: "1234.5", currency: "HUF" }, "en", { display: "code" })).toMatch(/^HUF\s1,234\.50$/);
    expect(formatMoney({ amount: "1500", currency: "JPY" }, "ja")).toMatch(/^[¥￥]1,500$/);
    expect(formatMoney({ amount: "1.5", currency: "KWD" }, "en", { display: "code" })).toMatch(/^KWD\s1\.500$/);
    expect(formatMoney({ amount: "1234.5", currency: "EUR" }, "de")).toMatch(/^1\.234,50\s€$/);
  });

  it("loses no digit of a large amount", () => {
    expect(formatMoney({ amount: "12345678901234567890.12", currency: "USD" }, "en")).toBe("$12,345,678,901,234,567,890.12");
  });

  it("refuses a malformed locale and unreadable money", () => {
    expect(() => formatMoney({ amount: "1", currency: "USD" }, "not a locale")).toThrow(/format_invalid/);
    expect(() => formatMoney({ amount: "1.005", currency: "USD" }, "en")).toThrow(InvalidMoneyError);
  });
});
