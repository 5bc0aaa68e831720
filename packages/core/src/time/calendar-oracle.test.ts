import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar } from "@amends/core/time";
import { calendarArbitrary } from "./oracle/calendar-arbitrary.js";
import { compareWithOracle } from "./oracle/compare-with-oracle.js";
import { minuteOracle, scanMinutes } from "./oracle/minute-oracle.js";
import { zoneWindows } from "./oracle/zone-windows.js";

const day = 86_400_000;
const part = fc.double({ min: 0, max: 1, noNaN: true });
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 400_000 }),
  fc.integer({ min: 0, max: 200 }).map((count) => count * 1800),
);
const questions = fc.array(fc.record({ at: part, to: part, seconds }), { minLength: 8, maxLength: 8 });

describe.each(zoneWindows)("%s around %s: %s", (zone, middle) => {
  const centre = Date.parse(`${middle}T00:00:00Z`);
  const scan = scanMinutes(zone, centre - 8 * day, 16);
  const instant = fc.integer({ min: centre - 3 * day, max: centre + 3 * day });

  it("agrees with the count by minutes", () => {
    fc.assert(
      fc.property(calendarArbitrary(zone, middle), questions, (definition, asked) => {
        expect(compareWithOracle(definition, scan, asked)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("keeps add, subtract and between each other's inverse, and additive", () => {
    fc.assert(
      fc.property(calendarArbitrary(zone, middle), instant, instant, instant, seconds, seconds, (definition, ...values) => {
        const [first, second, third, short, long] = values;
        const calendar = compileCalendar(definition);
        expect(calendar.between(first, calendar.add(first, short))).toBe(short);
        expect(calendar.between(calendar.subtract(first, short), first)).toBe(short);
        expect(calendar.add(calendar.add(first, short), long)).toBe(calendar.add(first, short + long));
        expect(calendar.subtract(calendar.subtract(first, short), long)).toBe(calendar.subtract(first, short + long));
        if (calendar.isOpen(first)) expect(calendar.subtract(calendar.add(first, short), short)).toBe(first);
        // The mirror: back and forth ends at the earliest instant with as much time before it, the same where a fill ends exactly there.
        const returned = calendar.add(calendar.subtract(first, short), short);
        expect(returned).toBeLessThanOrEqual(first);
        expect(calendar.between(returned, first)).toBe(0);
        if (calendar.isOpen(first - 1)) expect(returned).toBe(first);

        const [low, middleInstant, high] = [first, second, third].sort((left, right) => left - right) as [number, number, number];
        const parts = calendar.between(low, middleInstant) + calendar.between(middleInstant, high);
        expect(parts).toBeCloseTo(calendar.between(low, high), 9);
        expect(calendar.add(low, short)).toBeLessThanOrEqual(calendar.add(high, short));
        expect(calendar.subtract(low, short)).toBeLessThanOrEqual(calendar.subtract(high, short));
        expect(calendar.isOpen(calendar.nextOpen(low))).toBe(true);
        const listed = calendar.openings(low, high).reduce((sum, open) => sum + open.end - open.start, 0);
        expect(listed / 1000).toBe(calendar.between(low, high));
      }),
      { numRuns: 25 },
    );
  });
});

describe("the count by minutes", () => {
  it("answers from what Intl shows", () => {
    const scan = scanMinutes("America/New_York", Date.UTC(2026, 2, 1), 16);
    const oracle = minuteOracle({ zone: "America/New_York", hours: { sun: [["01:00", "04:00"]] } }, scan);
    const start = Date.UTC(2026, 2, 8, 6);
    expect(oracle.nextOpen(Date.UTC(2026, 2, 6))).toBe(start);
    expect(oracle.add(start, 7200)).toBe(Date.UTC(2026, 2, 8, 8));
    expect(oracle.add(start, 7201)).toBeUndefined();
    expect(oracle.subtract(Date.UTC(2026, 2, 9), 7201)).toBeUndefined();
    expect(oracle.isOpenOn("2026-03-08")).toBe(true);
    expect(oracle.isOpenOn("2030-03-08")).toBe(false);
  });
});
