import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overdueSchema } from "./overdue.js";
import { sureLateness } from "./sure-lateness.js";

const day = 86_400_000;
const overdueOf = (span: object, further?: object, holidaysInARow?: number) =>
  overdueSchema.parse({
    awaits: "delivery",
    within: { from: "order.placedAt", span, ...(holidaysInARow === undefined ? {} : { endsOnWorkingDay: { holidaysInARow } }) },
    ...(further === undefined ? {} : { further }),
  });
/** In days. */
const sureOf = (...given: Parameters<typeof overdueOf>) => {
  const { inTimeFor, lateAfter, furtherFor, furtherAfter } = sureLateness(overdueOf(...given));
  return [inTimeFor / day, lateAfter / day, furtherFor / day, furtherAfter / day];
};

describe("what is sure of a seller's time without a calendar", () => {
  it.each<[string, object, object | undefined, number | undefined, number[]]>([
    ["days", { days: 30 }, undefined, undefined, [27, 33, -Infinity, 0]],
    ["a day, which may be over at once", { days: 1 }, undefined, undefined, [-2, 4, -Infinity, 0]],
    ["working days, with their weekends and one more", { businessDays: 5 }, undefined, undefined, [2, 12, -Infinity, 0]],
    ["months, short and long", { months: 2 }, undefined, undefined, [53, 65, -Infinity, 0]],
    ["years, short and long", { years: 1 }, undefined, undefined, [362, 369, -Infinity, 0]],
    ["days that move on past a weekend and holidays", { days: 30 }, undefined, 2, [27, 44, -Infinity, 0]],
    ["days, and more to grant", { days: 30 }, { days: 14 }, undefined, [27, 33, 11, 17]],
    ["days, and a month to grant", { days: 30 }, { months: 1 }, undefined, [27, 33, 25, 34]],
  ])("of %s leaves three days' room to either side", (_what, span, further, holidays, sure) => {
    expect(sureOf(span, further, holidays)).toEqual(sure);
  });

  it("is the same each time, and each fact's own", () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [first, second] = [overdueOf({ days: one }), overdueOf({ days: other })];
        const told = [first, second, first].map((overdue) => sureLateness(overdue).lateAfter / day);
        expect(told).toEqual([one + 3, other + 3, one + 3]);
      }),
    );
  });
});
