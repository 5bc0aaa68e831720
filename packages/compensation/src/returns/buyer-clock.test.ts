import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, intlZoneProvider, type Instant } from "@amends/core/time";
import { buyerClocks, earliestClocks, type BuyerClock } from "./buyer-clock.js";

const minute = 60_000;
const hour = 60 * minute;
const [westernmost, easternmost] = [-12 * hour, 14 * hour];
const { clocks: anywhere } = buyerClocks({}, intlZoneProvider);

const dateAt = (at: Instant, ahead: number) => new Date(at + ahead).toISOString().slice(0, 10);

type DatesAndZone = readonly [dates: string, ahead: number];
const inOrder = (told: Iterable<DatesAndZone>) => [...told].toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Every set of dates that instants can have anywhere, and how far ahead of UTC a clock that shows them can be after them all. */
function everySet(instants: readonly Instant[]): readonly DatesAndZone[] {
  const farthest = new Map<string, number>();
  const add = (before: number, changesAt: Instant, shift: number) => {
    const after = Math.max(westernmost, Math.min(easternmost, before + shift));
    const dates = instants.map((at) => dateAt(at, at >= changesAt ? after : before)).join();
    farthest.set(dates, Math.max(after, farthest.get(dates) ?? westernmost));
  };
  for (let before = westernmost; before <= easternmost; before += hour / 4)
    for (const shift of [-hour, 0, hour]) for (const changesAt of [...instants, Infinity]) add(before, changesAt, shift);
  return inOrder(farthest);
}

/** The same of clocks. */
function toldBy(clocks: readonly BuyerClock[], instants: readonly Instant[]): readonly DatesAndZone[] {
  const day = "2026-03-09";
  const over = instantOf(day, "24:00", "UTC");
  return inOrder(clocks.map((clock) => [instants.map((at) => clock.dateOf(at)).join(), over - clock.endOf(day)]));
}

describe("the clocks of a buyer whose zone nobody knows", () => {
  it("are one for each set of dates that the instants can have, that whose days end first", () => {
    const instant = fc.integer({ min: 0, max: 60 * 12 }).map((count) => Date.UTC(2026, 2, 1) + count * 5 * minute);
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1, maxLength: 3 }), (instants) => {
        expect(toldBy(earliestClocks(anywhere, ...instants), instants)).toEqual(everySet(instants));
      }),
    );
  });

  it.each([
    ["in the westernmost place the day before", ["2026-03-01T11:55:00Z"]],
    ["in the easternmost place the day after", ["2026-03-01T10:00:00Z"]],
    ["a clock put forward between them", ["2026-03-01T00:00:00Z", "2026-03-01T23:30:00Z"]],
    ["a clock put back between them", ["2026-03-01T00:30:00Z", "2026-03-02T00:00:00Z"]],
    ["the later one first", ["2026-03-02T00:00:00Z", "2026-03-01T00:30:00Z"]],
    ["one instant twice", ["2026-03-01T00:30:00Z", "2026-03-01T00:30:00Z"]],
    ["years between them", ["2020-02-29T12:00:00Z", "2026-03-01T00:30:00Z"]],
  ])("are so with %s", (_, given) => {
    const instants = given.map((at) => Date.parse(at));
    expect(toldBy(earliestClocks(anywhere, ...instants), instants)).toEqual(everySet(instants));
  });
});

it("the clock of a buyer whose zone is known is that, whatever it is asked about", () => {
  const { zone, clocks } = buyerClocks({ customer: { zone: "Asia/Kathmandu" } }, intlZoneProvider);
  expect([zone, clocks.length, earliestClocks(clocks, 0, hour)]).toEqual(["Asia/Kathmandu", 1, clocks]);
});
