import { describe, expect, it } from "vitest";
import { AmendsError } from "@amends/core/errors";
import { resolveMetricOptions } from "./resolve-options.js";

describe("options", () => {
  it("replace one number each, and are refused all at once", () => {
    const options = resolveMetricOptions({ service: { repeatContact: { within: "P3D" } }, lanes: { averageDays: { "CN-US": 12 } } });
    expect([options.service.repeatContact.within, options.service.unresolvedAfter, options.lanes.averageDays]).toEqual([
      "P3D",
      "P14D",
      { "CN-US": 12 },
    ]);
    const findings = (given: object) => {
      try {
        resolveMetricOptions(given);
      } catch (error) {
        return AmendsError.isInstance(error) ? error.findings.map(({ path }) => path) : error;
      }
      return undefined;
    };
    expect(findings({ confidence: 95, service: { unresolvedAfter: "two weeks" }, lanes: { speed: 1 } })).toEqual([
      "confidence",
      "service.unresolvedAfter",
      "lanes",
    ]);
    expect(findings({ settleAfter: "P1D", zone: "Mars/Base" })).toEqual(["settleAfter", "zone"]);
  });
});
