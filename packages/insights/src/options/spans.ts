import { readDuration } from "@amends/core/time";
import type { MetricOptions } from "./metric-options.js";

/** The durations of the options, in milliseconds. */
export interface Spans {
  readonly settleAfter: number;
  readonly lateness: number;
  readonly unresolvedAfter: number;
  readonly repeatWithin: number;
  readonly presumeLostAfter: number;
}

/** Reads the durations of options that were checked, once for all cases. */
export function spansOf({ settleAfter, lateness, service, lanes }: MetricOptions): Spans {
  const milliseconds = (text: string) => (readDuration(text) as number) * 1000;
  return {
    settleAfter: milliseconds(settleAfter),
    lateness: milliseconds(lateness),
    unresolvedAfter: milliseconds(service.unresolvedAfter),
    repeatWithin: milliseconds(service.repeatContact.within),
    presumeLostAfter: milliseconds(lanes.presumeLostAfter),
  };
}
