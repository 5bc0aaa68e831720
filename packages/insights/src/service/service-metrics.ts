import type { CaseEvent } from "@amends/core/events";
import type { LogReport } from "../log/log-report.js";
import { MetricAccumulator, type Accumulator } from "../metric-accumulator.js";
import type { MetricSettings } from "../options/metric-settings.js";
import type { ServicePart, ServiceReport } from "./service-part.js";

const accumulate = (settings: MetricSettings) =>
  new MetricAccumulator<ServiceReport>(["service"], settings, ({ service }, options) => (service as ServicePart).report(options));

/**
 * Takes in a log for the service metrics: first response time, resolution, handle time, satisfaction and repeat contacts, of all
 * cases and by channel, team, language, country, marketplace and issue.
 *
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { createServiceMetrics } from "@amends/insights";
 * const metrics = createServiceMetrics();
 * metrics.add({ at: "2026-03-03T15:00:00Z", caseId: "C-1", kind: "received", channel: "email" });
 * metrics.add({ at: "2026-03-03T15:10:00Z", caseId: "C-1", kind: "replied", by: "human" });
 * metrics.result().overall.firstResponseSeconds.mean; // => 600
 */
export function createServiceMetrics(settings: MetricSettings = {}): Accumulator<ServiceReport> {
  return accumulate(settings);
}

/**
 * The service metrics of a log, in one pass.
 *
 * @throws {InvalidCaseError} `event_invalid` with every finding about the first event that can't be read.
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { serviceMetrics } from "@amends/insights";
 * const { overall } = serviceMetrics([
 *   { at: "2026-03-03T15:00:00Z", caseId: "C-1", kind: "received" },
 *   { at: "2026-03-04T15:00:00Z", caseId: "C-1", kind: "resolved" },
 *   { at: "2026-03-08T15:00:00Z", caseId: "C-1", kind: "rated", rating: 5 },
 * ]);
 * [overall.resolution.rate, overall.satisfaction.rate]; // => [1, 1]
 */
export function serviceMetrics(events: Iterable<CaseEvent>, settings: MetricSettings = {}): ServiceReport & { readonly log: LogReport } {
  return accumulate(settings).addAll(events).result();
}
