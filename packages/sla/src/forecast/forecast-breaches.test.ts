import { InvalidCalendarError } from "@amends/core/errors";
import { compileCalendar } from "@amends/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { officeHours } from "../testing/sla-case.js";
import { forecastBreaches } from "./forecast-breaches.js";

const now = Date.UTC(2026, 2, 3, 16);
const queue = (...due: (number | null)[]) =>
  due.map((minutes, index) => ({ id: `C-${index + 1}`, dueAt: minutes === null ? null : now + minutes * 60_000 }));

describe("forecastBreaches", () => {
  it("names who breaches when, and how sure that is", () => {
    const { cases, breaches, nextBreachAt } = forecastBreaches({
      now,
      cases: queue(30, 25, null, -5, 41),
      agents: [{ id: "mia" }, { id: "noa", freeAt: now + 600_000 }],
      handleSeconds: 1200,
      spread: { low: 0.5, high: 2 },
    });
    expect(cases.map(({ agent, risk, lateSeconds }) => [agent, risk, lateSeconds])).toEqual([
      ["mia", "possible", 0],
      ["noa", "likely", 300],
      ["mia", "none", 0],
      ["noa", "certain", 3300],
      ["mia", "likely", 1140],
    ]);
    expect(breaches).toBe(3);
    expect(nextBreachAt).toBe("2026-03-03T15:55:00Z");
  });

  it("hands cases out in each agent's own hours, by their own handle times", () => {
    const calendar = compileCalendar(officeHours("Etc/UTC"));
    const cases = queue(600, 600, 600).map((each, index) => ({ ...each, handleSeconds: (index + 1) * 1800 }));
    const forecast = forecastBreaches({ now, cases, agents: [{ id: "mia", calendar }], handleSeconds: 60 });
    expect(forecast.cases.map(({ startsAt, answeredAt, breachesAt }) => [startsAt, answeredAt, breachesAt])).toEqual([
      ["2026-03-03T16:00:00Z", "2026-03-03T16:30:00Z", null],
      ["2026-03-03T16:30:00Z", "2026-03-04T09:30:00Z", "2026-03-04T02:00:00Z"],
      ["2026-03-04T09:30:00Z", "2026-03-04T11:00:00Z", "2026-03-04T02:00:00Z"],
    ]);
  });

  it("leaves to others what an agent has no shift left for", () => {
    const shift = (hours: [string, string]) => compileCalendar({ zone: "Etc/UTC", hours: {}, shifts: { "2026-03-03": [hours] } });
    const agents = [
      { id: "mia", calendar: shift(["09:00", "16:30"]) },
      { id: "noa", freeAt: now + 3_600_000 },
      { id: "kim", calendar: shift(["09:00", "12:00"]) },
    ];
    const assigned = forecastBreaches({ now, cases: queue(600, 600, 600), agents, handleSeconds: 1200 }).cases;
    expect(assigned.map(({ agent, answeredAt }) => [agent, answeredAt])).toEqual([
      ["mia", "2026-03-03T16:20:00Z"],
      ["noa", "2026-03-03T17:20:00Z"],
      ["noa", "2026-03-03T17:40:00Z"],
    ]);
    expect(() => forecastBreaches({ now, cases: queue(600), agents: agents.slice(2), handleSeconds: 1200 })).toThrow(
      expect.objectContaining({ code: "calendar_exhausted" }),
    );
  });

  it("takes a calendar's definition for the calendar", () => {
    const calendar = officeHours("Europe/Berlin", { shifts: { "2026-03-03": [["10:30", "17:00"]] } });
    const plan = (hours: typeof calendar | ReturnType<typeof compileCalendar>) =>
      forecastBreaches({ now, cases: queue(10), agents: [{ id: "mia", calendar: hours }], handleSeconds: 60 });
    expect(plan(calendar)).toEqual(plan(compileCalendar(calendar)));
    expect(() => plan({ ...calendar, zone: "Europe/Berlim" })).toThrow(InvalidCalendarError);
  });

  it("has nothing to fear of an empty queue", () => {
    expect(forecastBreaches({ now, cases: [], agents: [{ id: "mia" }], handleSeconds: 60 })).toEqual({
      cases: [],
      breaches: 0,
      nextBreachAt: null,
    });
  });

  it("never breaches more with more agents", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), (due, size) => {
        const agents = Array.from({ length: size + 1 }, (_, index) => ({ id: `A-${index}` }));
        const breaches = (team: typeof agents) =>
          forecastBreaches({ now, cases: queue(...due), agents: team, handleSeconds: 900 }).breaches;
        expect(breaches(agents)).toBeLessThanOrEqual(breaches(agents.slice(0, size)));
      }),
    );
  });

  it.each([
    ["nobody works", { agents: [] }],
    ["no time", { handleSeconds: 0 }],
    ["a case of no time", { cases: [{ id: "C", dueAt: null, handleSeconds: Number.NaN }] }],
    ["a low factor above one", { spread: { low: 1.5, high: 2 } }],
    ["a high factor below one", { spread: { low: 0.5, high: 0.9 } }],
  ])("refuses where %s", (_, wrong) => {
    expect(() => forecastBreaches({ now, cases: queue(10), agents: [{ id: "mia" }], handleSeconds: 60, ...wrong })).toThrow(RangeError);
  });
});
