import type { CaseEvent } from "@amends/core/events";
import { mean } from "@amends/core/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InsightLog } from "./log/insight-log.js";
import type { MetricSettings } from "./options/metric-settings.js";
import { summarize } from "./summarize.js";
import { anyLog, day } from "./testing/log-arbitrary.js";
import { naiveLanes, naiveService } from "./testing/naive-metrics-oracle.js";

/** Short enough that small logs have cases to settle. */
const settings: MetricSettings = {
  options: { settleAfter: "P8D", lateness: "P2D", complaints: { minimumOrders: 1, minimumComplaints: 1 } },
};
const never = Infinity;

function read(events: readonly CaseEvent[], least: number): InsightLog {
  const log = new InsightLog(["service", "lanes", "complaints"], settings, least);
  for (const event of events) log.add(event, []);
  return log;
}

/** The bytes of the result, without what says in which order events came. */
function bytes(log: InsightLog): string {
  const { parts, log: report } = log.result();
  return JSON.stringify({
    service: parts.service?.report(log.options),
    lanes: parts.lanes?.report(log.options),
    complaints: parts.complaints?.report(log.options),
    log: { ...report, outOfOrder: 0, tooLate: 0 },
  });
}

const time = ({ at }: CaseEvent) => Date.parse(at);

/** Some of the events come twice. */
const repeating = anyLog.chain((log) =>
  fc.subarray(log.filter(({ id }) => id)).map((again) => [...log, ...again].sort((one, other) => time(one) - time(other))),
);

/** In an order in which none comes more than two days after a later one. */
const arriving = repeating.chain((log) =>
  fc.array(fc.nat(2 * day - 1), { minLength: log.length, maxLength: log.length }).map((delays) =>
    log
      .map((event, index) => ({ event, arrival: time(event) + (delays[index] ?? 0) }))
      .sort((one, other) => one.arrival - other.arrival)
      .map(({ event }) => event),
  ),
);

describe("the result of a log", () => {
  it("is the same in any order and for any parts, where nothing is settled", () => {
    fc.assert(
      fc.property(
        repeating.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }), fc.nat(log.length))),
        ([log, shuffled, cut]) => {
          const part = read(shuffled.slice(0, cut), never);
          const other = read(shuffled.slice(cut), never);
          const before = bytes(other);
          part.merge(other);
          expect(bytes(part)).toBe(bytes(read(log, never)));
          expect(bytes(other)).toBe(before);
        },
      ),
    );
  });

  it("is the same whether and whenever cases are settled", () => {
    fc.assert(
      fc.property(arriving, fc.integer({ min: 1, max: 12 }), (log, least) => {
        const settling = read(log, least);
        expect(bytes(settling)).toBe(bytes(read(log, never)));
        expect(settling.result().log).toMatchObject({ tooLate: 0, settledEarly: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it("is the same for parts cut by time, each settled by itself", () => {
    fc.assert(
      fc.property(
        arriving.chain((log) => fc.tuple(fc.constant(log), fc.nat(log.length), fc.nat(log.length))),
        ([log, one, other]) => {
          const [first, second] = [Math.min(one, other), Math.max(one, other)];
          const [early, middle, late] = [read(log.slice(0, first), 1), read(log.slice(first, second), 1), read(log.slice(second), 1)];
          middle.merge(late);
          early.merge(middle);
          expect(bytes(early)).toBe(bytes(read(log, never)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is the same for parts cut by customer", () => {
    fc.assert(
      fc.property(arriving, (log) => {
        const isOne = ({ customer, caseId }: CaseEvent) => customer === "U-1" || caseId === "P-1";
        const part = read(log.filter(isOne), 1);
        part.merge(
          read(
            log.filter((event) => !isOne(event)),
            1,
          ),
        );
        expect(bytes(part)).toBe(bytes(read(log, never)));
      }),
    );
  });
});

describe("the metrics", () => {
  // Nothing is silent for so long, so that a case is one episode.
  const whole: MetricSettings = { options: { settleAfter: "P400D" } };

  it("are what the definitions say", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { service, lanes } = summarize(log, whole);
        const asOf = Math.max(...log.map(time));
        const expected = naiveService(log, asOf);
        const { overall } = service;
        expect(overall.cases).toBe(expected.cases);
        expect(overall.firstResponseSeconds.count).toBe(expected.responses.length);
        expect(overall.unanswered).toBe(expected.cases - expected.responses.length);
        expect(overall.firstResponseSeconds.mean).toBe(mean(expected.responses.map((value) => value / 1000)));
        expect(overall.handleSeconds.mean).toBe(mean(expected.handled));
        expect(overall.satisfaction).toMatchObject({
          total: expected.stars.length,
          count: expected.stars.filter((stars) => stars >= 4).length,
        });
        expect(overall.satisfaction.meanStars).toBe(mean(expected.stars));
        expect(overall.resolution).toMatchObject({ count: expected.resolved, total: expected.judged, open: expected.open });
        expect(overall.repeatContact).toMatchObject({ count: expected.repeated, total: expected.total });
        for (const percentile of overall.firstResponseSeconds.percentiles) {
          const sorted = [...expected.responses].sort((one, other) => one - other);
          const exact = (sorted[Math.max(1, Math.ceil(percentile.probability * sorted.length)) - 1] ?? Number.NaN) / 1000;
          expect(Math.abs(percentile.value - exact)).toBeLessThanOrEqual(exact / 128);
        }
        const naive = naiveLanes(log, asOf);
        expect(lanes.lanes.map(({ lane }) => lane)).toEqual([...naive.keys()].sort());
        for (const { lane, parcels, inTransit, transitDays, loss } of lanes.lanes) {
          const sum = naive.get(lane);
          expect({ parcels, inTransit, lost: loss.count, delivered: transitDays.count }).toEqual({
            parcels: sum?.parcels,
            inTransit: sum?.inTransit,
            lost: sum?.lost,
            delivered: sum?.days.length,
          });
          expect(transitDays.mean ?? 0).toBeCloseTo(mean(sum?.days ?? []) ?? 0, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of groups add up to those of all", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { service } = summarize(log);
        for (const groups of Object.values(service.by)) {
          const sum = (pick: (figures: (typeof groups)[number]) => number) => groups.reduce((total, figures) => total + pick(figures), 0);
          expect(sum(({ cases }) => cases)).toBe(service.overall.cases);
          expect(sum(({ resolution }) => resolution.count)).toBe(service.overall.resolution.count);
          expect(sum(({ satisfaction }) => satisfaction.total)).toBe(service.overall.satisfaction.total);
        }
      }),
    );
  });
});
