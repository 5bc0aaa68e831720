import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spansOf } from "../options/spans.js";
import { resolveMetricOptions } from "../options/resolve-options.js";
import { LanePart } from "./lane-part.js";
import type { Parcel } from "./parcel.js";

const dayMilliseconds = 86_400_000;
const shippedAt = Date.UTC(2026, 0, 1);

/** Some milliseconds around a limit, or anything. */
const around = (limit: number) =>
  fc.oneof(
    fc.integer({ min: -3, max: 3 }).map((difference) => Math.max(0, Math.round(limit) + difference)),
    fc.integer({ min: -dayMilliseconds, max: dayMilliseconds }).map((difference) => Math.max(0, Math.round(limit) + difference)),
    fc.nat(59 * dayMilliseconds),
  );

interface Way {
  readonly took: number;
  readonly isDelivered: boolean;
  readonly promisedAfter: number | undefined;
}

const ways = (limit: number) =>
  fc.array(
    fc.record({
      took: around(limit),
      isDelivered: fc.boolean(),
      promisedAfter: fc.option(fc.nat(40 * dayMilliseconds), { nil: undefined, freq: 4 }),
    }),
    { minLength: 1, maxLength: 40 },
  );

/** A parcel on its way has taken as long as the log goes on, so each is counted as of its own time. */
function delayOf(parcels: readonly Way[], options: ReturnType<typeof resolveMetricOptions>) {
  const parts = [new LanePart(), new LanePart()] as const;
  for (const [index, { took, isDelivered, promisedAfter }] of parcels.entries()) {
    const parcel: Parcel = {
      lane: "CN-US",
      shippedAt,
      promisedAt: promisedAfter === undefined ? undefined : shippedAt + promisedAfter,
      end: isDelivered ? { kind: "delivered", at: shippedAt + took } : undefined,
    };
    parts[index % 2 === 0 ? 0 : 1].add(parcel, { options, spans: spansOf(options), asOf: shippedAt + took, calendar: undefined });
  }
  parts[0].merge(parts[1]);
  const [lane] = parts[0].report(options).lanes;
  return { late: lane?.delay.count, judged: lane?.delay.total };
}

/** The definition, in whole numbers: longer than `tenths` ÷ 10 times the average of `sum` ÷ `count`. */
function byDefinition(parcels: readonly Way[], tenths: number, average: { readonly sum: number; readonly count: number }) {
  const isLate = ({ took, promisedAfter }: Way) =>
    promisedAfter === undefined
      ? average.count > 0 && 10n * BigInt(took) * BigInt(average.count) > BigInt(tenths) * BigInt(average.sum)
      : took > promisedAfter;
  const late = parcels.filter(isLate).length;
  const isJudged = (way: Way) => isLate(way) || way.isDelivered;
  return { late, judged: parcels.filter(isJudged).length };
}

describe("the delays of a lane", () => {
  it("are those of the definition with a known average, to the millisecond", () => {
    fc.assert(
      fc.property(
        fc
          .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 10, max: 20 }))
          .chain(([days, tenths]) => fc.tuple(fc.constant(days), fc.constant(tenths), ways((days * dayMilliseconds * tenths) / 10))),
        ([days, tenths, parcels]) => {
          const options = resolveMetricOptions({
            lanes: { averageDays: { "CN-US": days }, delayRatio: tenths / 10, presumeLostAfter: "P99D" },
          });
          expect(delayOf(parcels, options)).toEqual(byDefinition(parcels, tenths, { sum: days * dayMilliseconds, count: 1 }));
        },
      ),
    );
  });

  it("are those of the definition with the lane's own average, to the millisecond", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }).chain((tenths) => fc.tuple(fc.constant(tenths), ways(12 * dayMilliseconds))),
        ([tenths, parcels]) => {
          const options = resolveMetricOptions({ lanes: { delayRatio: tenths / 10, presumeLostAfter: "P99D" } });
          const delivered = parcels.filter(({ isDelivered }) => isDelivered);
          const average = { sum: delivered.reduce((sum, { took }) => sum + took, 0), count: delivered.length };
          expect(delayOf(parcels, options)).toEqual(byDefinition(parcels, tenths, average));
        },
      ),
    );
  });

  it("tell 15.55 days from the limit of 15.6, and 18.05 from 18", () => {
    const alike = (days: number) =>
      Array.from({ length: 100 }, () => ({ took: days * dayMilliseconds, isDelivered: true, promisedAfter: undefined }));
    const of = (averageDays: number, delayRatio: number) =>
      resolveMetricOptions({ lanes: { averageDays: { "CN-US": averageDays }, delayRatio } });
    expect(delayOf(alike(15.55), of(12, 1.3))).toEqual({ late: 0, judged: 100 });
    expect(delayOf(alike(15.6), of(12, 1.3))).toEqual({ late: 0, judged: 100 });
    expect(delayOf(alike(18.05), of(15, 1.2))).toEqual({ late: 100, judged: 100 });
  });
});
