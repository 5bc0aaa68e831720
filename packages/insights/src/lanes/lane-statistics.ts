import type { CaseEvent } from "@amends/core/events";
import type { LogReport } from "../log/log-report.js";
import { MetricAccumulator, type Accumulator } from "../metric-accumulator.js";
import type { MetricSettings } from "../options/metric-settings.js";
import type { LanePart, LaneReport } from "./lane-part.js";

const accumulate = (settings: MetricSettings) =>
  new MetricAccumulator<LaneReport>(["lanes"], settings, ({ lanes }, options) => (lanes as LanePart).report(options));

/**
 * Takes in a log for the statistics of shipping lanes, by the month of shipping: days in transit, delays and losses. It reads
 * `order_shipped`, `delivered` and `lost`, by `trackingNumber` or else `caseId`; the log needs them of every parcel, not only of
 * those that somebody complained about.
 *
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { createLaneStatistics } from "@amends/insights";
 * const lanes = createLaneStatistics();
 * lanes.add({ at: "2026-01-01T00:00:00Z", caseId: "P-1", kind: "order_shipped", lane: "CN-US" });
 * lanes.add({ at: "2026-01-13T00:00:00Z", caseId: "P-1", kind: "delivered" });
 * lanes.result().periods.map(({ lane, period, transitDays }) => [lane, period, transitDays.mean]); // => [["CN-US", "2026-01", 12]]
 */
export function createLaneStatistics(settings: MetricSettings = {}): Accumulator<LaneReport> {
  return accumulate(settings);
}

/**
 * The statistics of shipping lanes of a log, in one pass.
 *
 * @throws {InvalidCaseError} `event_invalid` with every finding about the first event that can't be read.
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { laneStatistics } from "@amends/insights";
 * const { lanes } = laneStatistics([
 *   { at: "2026-01-01T00:00:00Z", caseId: "P-1", kind: "order_shipped", lane: "CN-US", promisedAt: "2026-01-10T00:00:00Z" },
 *   { at: "2026-01-13T00:00:00Z", caseId: "P-1", kind: "delivered" },
 * ]);
 * lanes[0].delay.rate; // => 1
 */
export function laneStatistics(events: Iterable<CaseEvent>, settings: MetricSettings = {}): LaneReport & { readonly log: LogReport } {
  return accumulate(settings).addAll(events).result();
}
