import { describe, expect, it } from "vitest";
import { clockChanges } from "./oracle/clock-changes.js";
import { compareAt } from "./oracle/compare-with-oracle.js";
import { scanMinutes } from "./oracle/minute-oracle.js";
import { questionsAroundChange, reach } from "./oracle/questions-around-change.js";
import { transitionCalendars } from "./oracle/transition-calendars.js";

const day = 86_400_000;

/** A small part of what `npm run fuzz:time -- --transitions 2015-2030` walks through. */
describe("around each change of the clocks, the calendar agrees with the count by minutes", () => {
  it.each([
    ["America/New_York", 2026, 2],
    ["Australia/Lord_Howe", 2026, 2],
    ["Antarctica/Troll", 2026, 2],
    ["Africa/Casablanca", 2022, 2],
    ["America/Caracas", 2016, 1],
    ["Asia/Pyongyang", 2015, 1],
    ["Asia/Tokyo", 2026, 0],
  ])("%s in %i", (zone, year, count) => {
    const changes = clockChanges(zone, Date.UTC(year, 0), Date.UTC(year + 1, 0));
    expect(changes).toHaveLength(count);
    for (const change of changes) {
      const scan = scanMinutes(zone, change.at - reach - 3 * day, (2 * reach) / day + 6);
      for (const calendar of transitionCalendars(zone, change)) {
        const { differences, compared } = compareAt(calendar, scan, questionsAroundChange(change));
        expect(differences).toEqual([]);
        expect(compared).toBeGreaterThan(1000);
      }
    }
  });
});
