import { describe, expect, it } from "vitest";
import { cashIncrements } from "./cash-round.js";
import { currencyCodes, findCurrency } from "./currency.js";
import { suggestCurrencies } from "./suggest-currencies.js";

const withDigits = (digits: number) => currencyCodes.filter((code) => findCurrency(code)?.digits === digits);

describe("the ISO 4217 table", () => {
  it("has the digits of every currency that isn't at two", () => {
    expect(withDigits(0).join(" ")).toBe("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
    expect(withDigits(3).join(" ")).toBe("BHD IQD JOD KWD LYD OMR TND");
    expect(withDigits(4).join(" ")).toBe("CLF UYW");
    expect(withDigits(0).length + withDigits(2).length + withDigits(3).length + withDigits(4).length).toBe(currencyCodes.length);
    expect(currencyCodes).toHaveLength(165);
    for (const code of ["HUF", "IDR", "TWD", "XCG", "ZWG", "XAD", "SLE"]) expect(findCurrency(code)?.digits).toBe(2);
  });

  it("leaves out what has no minor unit, and lower case", () => {
    for (const code of ["XAU", "XXX", "XTS", "XDR", "usd", "", "__proto__", "constructor"]) expect(findCurrency(code)).toBeUndefined();
  });

  it("still reads withdrawn currencies, and says so", () => {
    expect(findCurrency("HRK")).toEqual({ code: "HRK", digits: 2, withdrawn: { since: "2023-01", replacedBy: "EUR" } });
    expect(currencyCodes).not.toContain("HRK");
  });

  it("agrees with the runtime's locale data, but for currencies whose fractions are no longer in cash use", () => {
    const differing = currencyCodes.filter((currency) => {
      const shown = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
      const digits = findCurrency(currency)?.digits ?? 0;
      expect(shown).toBeLessThanOrEqual(digits);
      return shown !== digits;
    });
    expect(differing).toEqual(expect.arrayContaining(["HUF", "IDR", "IQD"]));
    for (const code of differing) expect(Object.keys(cashIncrements)).toContain(code);
  });

  it("has cash increments only for currencies it has", () => {
    for (const code of Object.keys(cashIncrements)) expect(findCurrency(code)).toBeDefined();
  });
});

describe("suggestCurrencies", () => {
  it("finds the code that may have been meant", () => {
    expect(suggestCurrencies("usd")).toEqual(["USD"]);
    expect(suggestCurrencies(" eur ")).toEqual(["EUR"]);
    expect(suggestCurrencies("RMB")).toEqual(["CNY"]);
    expect(suggestCurrencies("¥")).toEqual(["JPY", "CNY"]);
    expect(suggestCurrencies("UDS")).toContain("USD");
    expect(suggestCurrencies("EU")).toContain("EUR");
    expect(suggestCurrencies("GBPP")).toContain("GBP");
    expect(suggestCurrencies("EUX")[0]).toBe("EUR");
  });

  it("suggests nothing for what resembles nothing", () => {
    expect(suggestCurrencies("QQQ")).toEqual([]);
    expect(suggestCurrencies("a very long text that is no code")).toEqual([]);
  });
});
