import { compileCalendar, intlZoneProvider, type Instant } from "@amends/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessDates } from "../clocks/business-dates.js";
import { addCountedTime, countedTime, plainTime } from "../clocks/clock-measure.js";
import { deadlineOf } from "../clocks/deadline.js";
import type { TargetParams } from "../target-params.js";
import { officeHours } from "../testing/sla-case.js";
import { pausesBetween, type Pause } from "./pause.js";

const minute = 60_000;
const zoneNames = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"] as const;
const zones = fc.constantFrom(...zoneNames);
const calendars = new Map(zoneNames.map((zone) => [zone as string, compileCalendar(officeHours(zone))]));
const calendarOf = (zone: string) => calendars.get(zone) ?? compileCalendar(officeHours(zone));

// Around the clock changes of March and November 2026, in whole minutes.
const starts = fc
  .tuple(fc.constantFrom(Date.UTC(2026, 2, 5), Date.UTC(2026, 2, 27), Date.UTC(2026, 9, 1), Date.UTC(2026, 9, 30)), fc.nat(3 * 24 * 60))
  .map(([day, minutes]) => day + minutes * minute);
const pausesFrom = (start: Instant): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc.record({ after: fc.integer({ min: -600, max: 6000 }), lasts: fc.integer({ min: 1, max: 3000 }) }).map(({ after, lasts }) => ({
      from: start + after * minute,
      to: start + (after + lasts) * minute,
      reason: "waiting_customer",
    })),
    { maxLength: 5 },
  );
const situations = fc.record({ zone: zones, start: starts }).chain(({ zone, start }) =>
  fc.record({
    zone: fc.constant(zone),
    start: fc.constant(start),
    pauses: pausesFrom(start),
    elapsed: fc.nat(7000),
    minutes: fc.integer({ min: 1, max: 1500 }),
  }),
);

const formats = new Map<string, Intl.DateTimeFormat>();
function isOffice(at: Instant, zone: string): boolean {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short", hour: "2-digit", hourCycle: "h23" });
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const hour = Number(parts.get("hour"));
  return !["Sat", "Sun"].includes(parts.get("weekday") ?? "") && hour >= 9 && hour < 17;
}
const isPaused = (at: Instant, pauses: readonly Pause[]) => pauses.some(({ from, to }) => from <= at && at < (to ?? Infinity));

describe("paused business time", () => {
  it("is what a minute by minute count finds", () => {
    fc.assert(
      fc.property(situations, ({ zone, start, pauses, elapsed }) => {
        let counted = 0;
        for (let passed = 0; passed < elapsed; passed += 1) {
          const at = start + passed * minute;
          if (!isPaused(at, pauses) && isOffice(at, zone)) counted += 60;
        }
        expect(countedTime(calendarOf(zone), start, start + elapsed * minute, pauses)).toBe(counted);
      }),
      { numRuns: 40 },
    );
  });

  it("ends a target where a minute by minute count does", () => {
    fc.assert(
      fc.property(situations, ({ zone, start, pauses, minutes }) => {
        const now = start + 30_000 * minute;
        let left = minutes;
        let at = start;
        for (; left > 0; at += minute) if (!isPaused(at, pauses) && isOffice(at, zone)) left -= 1;
        expect(addCountedTime(calendarOf(zone), start, minutes * 60, pauses, now)).toBe(at);
      }),
      { numRuns: 40 },
    );
  });
});

const weekdays = new Map(zoneNames.map((zone) => [zone as string, new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short" })]));
const isBusinessDate = (at: Instant, zone: string) => !["Sat", "Sun"].includes(weekdays.get(zone)?.format(at) ?? "");

describe("business days with pauses", () => {
  const berlin = compileCalendar(officeHours("Europe/Berlin"));
  const dueAt = (target: TargetParams, from: string, to: string) =>
    deadlineOf(Date.parse("2026-03-03T11:00:00Z"), target, {
      calendar: berlin,
      zones: intlZoneProvider,
      rule: "test/rule",
      pauses: [{ from: Date.parse(from), to: Date.parse(to), reason: "waiting_customer" }],
      now: Date.parse(to),
    }).dueAt;
  const twoDays: TargetParams = { clock: "business_days", within: "P2D" };

  it.each([
    ["a second moves by a second", twoDays, "2026-03-04T10:00:00Z", "2026-03-04T10:00:01Z", "2026-03-05T23:00:01Z"],
    ["so does one at night", twoDays, "2026-03-04T03:00:00Z", "2026-03-04T03:00:01Z", "2026-03-05T23:00:01Z"],
    ["a whole day moves by a business day", twoDays, "2026-03-03T12:00:00Z", "2026-03-04T12:00:00Z", "2026-03-06T23:00:00Z"],
    ["two days move over the weekend", twoDays, "2026-03-03T12:00:00Z", "2026-03-05T12:00:00Z", "2026-03-09T23:00:00Z"],
    ["a weekend moves nothing", { ...twoDays, within: "P5D" }, "2026-03-06T23:00:00Z", "2026-03-08T23:00:00Z", "2026-03-10T23:00:00Z"],
    [
      "an hour of the day moves too",
      { ...twoDays, answerBy: "17:00" },
      "2026-03-04T10:00:00Z",
      "2026-03-04T11:30:00Z",
      "2026-03-05T17:30:00Z",
    ],
  ] as const)("%s", (_, target, from, to, expected) => {
    expect(dueAt(target, from, to)).toBe(expected);
  });

  it("move by no more than the paused time of business dates and the closed dates they land in, and never back", () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 4 }), ({ zone, start, pauses }, days) => {
        const calendar = calendarOf(zone);
        const target: TargetParams = { clock: "business_days", within: `P${days}D` };
        const now = start + 30_000 * minute;
        const sources = { calendar, zones: intlZoneProvider, rule: "test/rule", now };
        const [plain, paused] = [deadlineOf(start, target, sources).at, deadlineOf(start, target, { ...sources, pauses }).at];
        let counted = 0;
        for (let at = start; at < paused; at += minute) if (isPaused(at, pauses) && isBusinessDate(at, zone)) counted += minute;
        let moved = 0;
        for (let at = plain; at < paused; at += minute) if (isBusinessDate(at, zone)) moved += minute;
        expect(paused).toBeGreaterThanOrEqual(plain);
        expect(moved).toBe(counted);
      }),
      { numRuns: 25 },
    );
  });

  it("are counted as a minute by minute count of business dates does", () => {
    fc.assert(
      fc.property(situations, ({ zone, start, elapsed, minutes }) => {
        const measure = businessDates(calendarOf(zone), intlZoneProvider);
        const isCounted = (at: Instant) => isBusinessDate(at, zone);
        let counted = 0;
        for (let at = start; at < start + elapsed * minute; at += minute) if (isCounted(at)) counted += 60;
        expect(measure.between(start, start + elapsed * minute)).toBe(counted);
        let at = start;
        for (let left = minutes; left > 0; at += minute) if (isCounted(at)) left -= 1;
        expect(measure.add(start, minutes * 60)).toBe(at);
      }),
      { numRuns: 15 },
    );
    expect(businessDates(berlin, intlZoneProvider).add(0, 0)).toBe(0);
    const dates = compileCalendar({ zone: "UTC", hours: {}, shifts: { "2026-03-03": [["09:00", "17:00"]] } });
    const start = Date.parse("2026-03-03T12:00:00Z");
    expect(() => businessDates(dates, intlZoneProvider).add(start, 86_400)).toThrow("can't answer");
    expect(() => businessDates(dates, intlZoneProvider).between(0, 1e14)).toThrow("400 years");
  });
});

describe("any clock with pauses", () => {
  const targets = fc.oneof(
    fc.integer({ min: 1, max: 3000 }).map((minutes): TargetParams => ({ clock: "calendar", within: `PT${minutes}M` })),
    fc.integer({ min: 1, max: 3000 }).map((minutes): TargetParams => ({ clock: "business", within: `PT${minutes}M` })),
    fc.integer({ min: 1, max: 5 }).map((days): TargetParams => ({ clock: "business_days", within: `P${days}D` })),
    fc.constant<TargetParams>({ clock: "business_days", within: "P3D", answerBy: "08:00" }),
    fc.constant<TargetParams>({ clock: "cut_off", within: "PT25H", cutOff: "18:00", answerBy: "19:00" }),
    fc.constant<TargetParams>({ clock: "weekend_grace", within: "PT24H", weekend: ["sat", "sun"], answerBy: "12:00" }),
  );
  const due = (start: Instant, target: TargetParams, zone: string, pauses: readonly Pause[], now: Instant) =>
    deadlineOf(start, target, { calendar: calendarOf(zone), zones: intlZoneProvider, rule: "test/rule", pauses, now }).at;

  it("is never due earlier because of one more pause, nor later because of what hasn't happened", () => {
    fc.assert(
      fc.property(situations, targets, fc.nat(4), ({ zone, start, pauses, elapsed }, target, last) => {
        const now = start + elapsed * minute;
        const fewer = pauses.filter((_, index) => index !== last);
        const all = due(start, target, zone, pauses, now);
        expect(all).toBeGreaterThanOrEqual(due(start, target, zone, fewer, now));
        const begun = pauses.filter(({ from }) => from <= now);
        expect(due(start, target, zone, begun, now)).toBe(all);
      }),
      { numRuns: 400 },
    );
  });

  it("depends on the union of its pauses alone: their order, overlaps and cuts don't matter", () => {
    fc.assert(
      fc.property(situations, targets, ({ zone, start, pauses, elapsed }, target) => {
        const now = start + elapsed * minute;
        const cut = pauses.flatMap(({ from, to = now, reason }) => {
          const middle = Math.floor((from + to) / 2);
          return [
            { from: middle, to, reason },
            { from, to: middle, reason },
            { from, to, reason },
          ];
        });
        expect(due(start, target, zone, cut, now)).toBe(due(start, target, zone, pauses, now));
        const united = pausesBetween(pauses, start, now);
        united.forEach(({ from, to }, index) => {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThan(united[index - 1]?.to ?? -Infinity);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("counts pause and use up to the whole", () => {
    fc.assert(
      fc.property(situations, ({ zone, start, pauses, elapsed }) => {
        const end = start + elapsed * minute;
        for (const measure of [plainTime, calendarOf(zone)]) {
          const paused = pausesBetween(pauses, start, end).reduce((sum, { from, to }) => sum + measure.between(from, to), 0);
          expect(countedTime(measure, start, end, pauses) + paused).toBe(measure.between(start, end));
        }
      }),
      { numRuns: 200 },
    );
  });
});
