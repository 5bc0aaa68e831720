import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addPeriod, noEnd } from "./local-period.js";

const day = 86_400_000;
const dates = fc
  .integer({ min: Date.UTC(1900, 0, 1) / day, max: Date.UTC(2200, 0, 1) / day })
  .map((days) => new Date(days * day).toISOString().slice(0, 10));

describe("a period of months", () => {
  it("ends on the same day of the month, or on the month's last", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 400 }), (date, months) => {
        const at = new Date(date);
        const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0));
        last.setUTCDate(Math.min(last.getUTCDate(), at.getUTCDate()));
        expect(addPeriod(date, { months })).toBe(last.toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    ["2024-02-29", { years: 1 }, "2025-02-28"],
    ["2026-01-31", { months: 1 }, "2026-02-28"],
    ["2026-12-28", { months: 2 }, "2027-02-28"],
    ["0999-12-05", { months: 1 }, "1000-01-05"],
    [noEnd, { years: 2 }, noEnd],
  ])("%s and %j end on %s", (date, period, end) => {
    expect(addPeriod(date, period)).toBe(end);
  });

  it("has no dates beyond the year 9999", () => {
    expect(() => addPeriod("9999-06-05", { years: 1 })).toThrow(RangeError);
  });
});
