import { describe, expect, it } from "vitest";
import { sdrInMoney, sdrOfWeight } from "./special-drawing-rights.js";
import { rates } from "./testing/claimed-money.js";

describe("special drawing rights", () => {
  it("keep the zeros inside a number, and drop those at its end", () => {
    expect(sdrOfWeight("8.33", 1)).toBe("0.00833");
    expect(sdrOfWeight("26", 1)).toBe("0.026");
    expect(sdrOfWeight("20.05", 1000)).toBe("20.05");
    expect(sdrOfWeight("10", 10_000)).toBe("100");
    expect(sdrOfWeight("1.01", 1010)).toBe("1.0201");
  });

  it("say which rate lacks", () => {
    const reason = (currency: string, given: Parameters<typeof sdrInMoney>[2]) => () => sdrInMoney("39", currency, given);
    expect(reason("XXX", rates)).toThrow("XXX is no currency");
    expect(reason("USD", null)).toThrow("no rates were given");
    expect(reason("USD", undefined)).toThrow("no rates were given");
    expect(reason("JPY", rates)).toThrow("the rates of 2026-02-02 don't list JPY");
    expect(reason("EUR", { ...rates, rates: { EUR: "0.9" } })).toThrow("the rates of 2026-02-02 don't list XDR");
    expect(reason("USD", null)).toThrow(expect.objectContaining({ message: expect.stringContaining("XDR") }));
  });
});
