import { describe, expect, it } from "vitest";
import { AmendsError } from "@amends/core/errors";
import { compileCalendar } from "@amends/core/time";
import { createComplaintRates } from "./complaints/complaint-rates.js";
import { createLaneStatistics } from "./lanes/lane-statistics.js";
import { createServiceMetrics } from "./service/service-metrics.js";
import { day } from "./testing/log-lines.js";

describe("accumulators", () => {
  it("merge only with what is computed alike", () => {
    const metrics = createServiceMetrics();
    const code = (run: () => void) => {
      try {
        run();
      } catch (error) {
        return AmendsError.isInstance(error) ? error.code : error;
      }
      return undefined;
    };
    expect(code(() => metrics.merge(createServiceMetrics({ options: { minimumCount: 1 } })))).toBe("metrics_merge_differs");
    expect(code(() => metrics.merge(createServiceMetrics({ asOf: day(1) })))).toBe("metrics_merge_differs");
    expect(
      code(() => metrics.merge(createServiceMetrics({ calendar: compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "17:00"]] } }) }))),
    ).toBe("metrics_merge_differs");
    expect(code(() => metrics.merge(createLaneStatistics() as never))).toBe("metrics_merge_differs");
    expect(code(() => metrics.merge(metrics))).toBe("metrics_merge_self");
    expect(code(() => metrics.merge({ ...metrics }))).toBe("argument_invalid");
    expect(code(() => createComplaintRates().merge(createComplaintRates()))).toBeUndefined();
  });
});
