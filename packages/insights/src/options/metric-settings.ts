import type { Finding } from "@amends/core/errors";
import type { CompiledCalendar } from "@amends/core/time";
import type { GivenMetricOptions } from "./metric-options.js";

/** How to compute metrics. */
export interface MetricSettings {
  /** What differs from the standard options. */
  readonly options?: GivenMetricOptions;
  /** First response times count the seconds this calendar is open; without it they are elapsed. */
  readonly calendar?: CompiledCalendar;
  /** As of when open cases and parcels are judged, as an ISO 8601 instant. Default, and at least: the latest event. */
  readonly asOf?: string;
  /** Hears of an event that can't be read, which is then counted and left out. Without it such an event throws. */
  readonly onUnreadable?: (findings: readonly Finding[], input: unknown) => void;
}
