import { describe, expect, it } from "vitest";
import { intlZoneProvider } from "@amends/core/time";
import { dutyFacts } from "./duty-facts.js";
import { country, packs, tariff } from "./testing/invented-country.js";

const march = { effectiveFrom: "2026-03-01", effectiveTo: "2026-04-01" };
/** Whether a tariff of these dates holds of an import between two instants: surely, maybe or not. */
function holds(dated: object, from?: string, until?: string, zone?: string) {
  const period = from === undefined ? undefined : { from: Date.parse(from), until: until === undefined ? undefined : Date.parse(until) };
  const given = packs([], [tariff("6109", "0.10", undefined, { ...dated, ...(zone === undefined ? {} : { zone }) })]);
  const [found] = dutyFacts(country, period, { ...given, zones: intlZoneProvider }).tariffs;
  return found === undefined ? "no" : found.dateMissing ? "maybe" : "yes";
}

describe("a fact of duty", () => {
  it.each([
    ["2026-03-01T00:00:00Z", "2026-03-31T23:59:59Z", "yes"],
    ["2026-02-28T23:59:59Z", "2026-03-31T23:59:59Z", "maybe"],
    ["2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", "maybe"],
    ["2026-02-28T23:59:59Z", "2026-03-01T00:00:00Z", "maybe"],
    ["2026-02-01T00:00:00Z", "2026-02-28T23:59:59Z", "no"],
    ["2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z", "no"],
    ["2026-03-31T00:00:00Z", undefined, "maybe"],
    ["2026-02-01T00:00:00Z", undefined, "maybe"],
    ["2026-04-01T00:00:00Z", undefined, "no"],
    [undefined, undefined, "maybe"],
  ])("of March holds of an import from %s to %s: %s", (from, until, expected) => {
    expect(holds(march, from, until)).toBe(expected);
  });

  it("without an end holds of an import that may be at any time since", () => {
    const { effectiveFrom } = march;
    expect(holds({ effectiveFrom }, "2026-03-01T00:00:00Z")).toBe("yes");
    expect(holds({ effectiveFrom }, "2026-02-28T00:00:00Z")).toBe("maybe");
    expect(holds({}, "2026-02-28T00:00:00Z")).toBe("yes");
    expect(holds({})).toBe("yes");
  });

  it("goes by the dates of its zone", () => {
    expect(holds(march, "2026-02-28T15:00:00Z", "2026-03-31T14:59:59Z", "Asia/Tokyo")).toBe("yes");
    expect(holds(march, "2026-02-28T14:59:59Z", "2026-03-31T14:59:59Z", "Asia/Tokyo")).toBe("maybe");
    expect(holds(march, "2026-02-28T15:00:00Z", "2026-03-31T15:00:00Z", "Asia/Tokyo")).toBe("maybe");
  });
});
