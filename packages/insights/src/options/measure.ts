import type { CompiledCalendar, Instant } from "@amends/core/time";
import type { MetricOptions } from "./metric-options.js";
import type { Spans } from "./spans.js";

/** What cases and parcels are measured by, apart from their events. */
export interface Measure {
  readonly options: MetricOptions;
  readonly spans: Spans;
  readonly asOf: Instant;
  readonly calendar: CompiledCalendar | undefined;
}
