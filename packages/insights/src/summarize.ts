import { argumentInvalid } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import type { ComplaintPart } from "./complaints/complaint-part.js";
import type { ComplaintReport } from "./complaints/complaint-report.js";
import type { LanePart, LaneReport } from "./lanes/lane-part.js";
import type { LogReport } from "./log/log-report.js";
import { MetricAccumulator, type Accumulator } from "./metric-accumulator.js";
import type { MetricSettings } from "./options/metric-settings.js";
import type { ServicePart, ServiceReport } from "./service/service-part.js";

/** Everything this package computes of a log. */
export interface InsightReport {
  readonly service: ServiceReport;
  readonly lanes: LaneReport;
  readonly complaints: ComplaintReport;
}

const accumulate = (settings: MetricSettings) =>
  new MetricAccumulator<InsightReport>(["service", "lanes", "complaints"], settings, ({ service, lanes, complaints }, options) => ({
    service: (service as ServicePart).report(options),
    lanes: (lanes as LanePart).report(options),
    complaints: (complaints as ComplaintPart).report(options),
  }));

/**
 * Takes in a log for all metrics at once.
 *
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { createSummary } from "@amends/insights";
 * const [january, february] = [createSummary(), createSummary()];
 * january.add({ at: "2026-01-31T23:00:00Z", caseId: "C-1", kind: "received" });
 * february.add({ at: "2026-02-01T01:00:00Z", caseId: "C-1", kind: "replied", by: "human" });
 * january.merge(february);
 * january.result().service.overall.firstResponseSeconds.mean; // => 7200
 */
export function createSummary(settings: MetricSettings = {}): Accumulator<InsightReport> {
  return accumulate(settings);
}

/**
 * All metrics of a log in one pass: service, lanes, and products' complaints.
 *
 * @throws {InvalidCaseError} `event_invalid` with every finding about the first event that can't be read.
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { summarize } from "@amends/insights";
 * const { service, log } = summarize([
 *   { at: "2026-03-03T15:00:00Z", caseId: "C-1", kind: "received", language: "de" },
 *   { at: "2026-03-03T15:10:00Z", caseId: "C-1", kind: "replied", by: "human" },
 * ]);
 * service.by.language.map(({ value, cases }) => [value, cases]); // => [["de", 1]]
 * log.events; // => 2
 */
export function summarize(events: Iterable<CaseEvent>, settings: MetricSettings = {}): InsightReport & { readonly log: LogReport } {
  return accumulate(settings).addAll(events).result();
}

/**
 * As {@link summarize}, of a log that comes in bit by bit, such as lines of a file.
 *
 * @throws {InvalidCaseError} `event_invalid` with every finding about the first event that can't be read.
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { summarizeStream } from "@amends/insights";
 * async function* log() {
 *   yield { at: "2026-03-03T15:00:00Z", caseId: "C-1", kind: "received" };
 * }
 * (await summarizeStream(log())).service.overall.cases; // => 1
 */
export async function summarizeStream(
  events: AsyncIterable<CaseEvent>,
  settings: MetricSettings = {},
): Promise<InsightReport & { readonly log: LogReport }> {
  const accumulator = accumulate(settings);
  if (typeof events !== "object" || events === null || !(Symbol.asyncIterator in events || Symbol.iterator in events))
    throw argumentInvalid(events, "events", "events that come one by one, such as an async generator");
  let index = 0;
  for await (const event of events) {
    accumulator.addAt(event, index);
    index += 1;
  }
  return accumulator.result();
}
