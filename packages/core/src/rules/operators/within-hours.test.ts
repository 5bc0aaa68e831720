import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withinHours } from "./within-hours.js";

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

describe("withinHours", () => {
  it("takes the first hour in and leaves the second out", () => {
    expect(withinHours.evaluate("09:00", ["09:00", "18:00"])).toBe(true);
    expect(withinHours.evaluate("18:00", ["09:00", "18:00"])).toBe(false);
    expect(withinHours.evaluate("23:59", ["09:00", "24:00"])).toBe(true);
  });

  it("splits every day between two hours and the rest, over midnight too", () => {
    const minute = fc.integer({ min: 0, max: 1439 }).map(clock);
    fc.assert(
      fc.property(minute, minute, minute, (at, from, to) => {
        fc.pre(from !== to);
        expect(withinHours.evaluate(at, [from, to])).toBe(!withinHours.evaluate(at, [to, from]));
      }),
    );
  });

  it("is false for what is no time of day", () => {
    for (const fact of [undefined, null, 900, "9:00", "25:00", ""]) expect(withinHours.evaluate(fact, ["00:00", "24:00"])).toBe(false);
  });

  it("refuses a value that isn't two hours", () => {
    expect(withinHours.checkValue?.(["9", "18:00"])).toContain("two times of day");
    expect(withinHours.checkValue?.(["22:00", "06:00"])).toBeUndefined();
    expect(() => withinHours.evaluate("10:00", "09:00")).toThrow("two times of day");
  });
});
