import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { bindingDeadlines } from "./binding-deadlines.js";
import { base, now } from "./testing/open-case.js";

describe("the first of several deadlines", () => {
  const remedies = (...dates: [string, string][]) =>
    ({
      deadlines: dates.map(([kind, at]) => ({ kind, at, source: "ours", because: "We said so... then." })),
    }) as unknown as CaseFile["remedies"];
  const first = (...dates: [string, string][]) => bindingDeadlines({ ...base, remedies: remedies(...dates) }).first;

  it("says by how much, in hours below two days and in days from then on", () => {
    const because = (at: string) => first(["one", "2026-03-07T00:00:00Z"], ["two", at])?.because;
    expect(because("2026-03-08T23:59:00Z")).toBe("We said so... then (ours): 47 h 59 min before two");
    expect(because("2026-03-09T00:00:00Z")).toBe("We said so... then (ours): 2 days before two");
    expect(because("2026-03-10T23:59:00Z")).toBe("We said so... then (ours): 3 days before two");
    expect(because("2026-03-07T00:00:00Z")).toBe("We said so... then (ours): 0 h 0 min before two");
    expect(first(["one", "2026-03-07T00:00:00Z"])?.because).toBe("We said so... then (ours): the only one ahead");
    expect(first()).toBeNull();
  });

  it("is ahead until its instant, and not at it", () => {
    expect(first(["one", now])).toBeNull();
    const told = bindingDeadlines({ ...base, remedies: remedies(["one", now], ["two", "2026-03-06T09:00:01Z"]) });
    expect(told.deadlines.map(({ kind, state, owedBy, confidence, fact, from }) => [kind, state, owedBy, confidence, fact, from])).toEqual([
      ["one", "passed", null, null, null, []],
      ["two", "ahead", null, null, null, []],
    ]);
    expect(told.firstOwed?.deadline.kind).toBe("two");
    expect(told.overdue).toEqual([]);
  });

  it("is the carrier's once, where the claim is on file", () => {
    const both = remedies(["carrier_claim", "2026-03-07T00:00:00Z"]);
    expect(bindingDeadlines({ ...base, remedies: both }).deadlines[0]?.owedBy).toBe("seller");
    expect(bindingDeadlines({ ...base, remedies: both, carrierClaim: null }).deadlines).toHaveLength(1);
    expect(bindingDeadlines({ ...base, remedies: both, carrierClaim: { state: "rejected" } }).deadlines).toEqual([]);
  });
});
