import { describe, expect, it } from "vitest";
import { byLasting, compareRights } from "./compare-rights.js";
import type { JudgedRight } from "./judged-right.js";

const base = {
  fact: "m.fact",
  grantedBy: "law",
  status: "eligible",
  reason: null,
  until: "2026-03-15",
  openEnded: false,
  forReason: false,
  wayBack: "buyer",
  gives: ["repair"],
} as unknown as JudgedRight;
const right = (change: Partial<JudgedRight> = {}): JudgedRight => ({ ...base, ...change });

describe("of two rights the first", () => {
  it.each<[string, Partial<JudgedRight>, Partial<JudgedRight>]>([
    ["holds, and the other is unsure", { grantedBy: "seller" }, { status: "unknown", forReason: true }],
    ["is unsure, and the other doesn't hold", { status: "unknown", grantedBy: "seller" }, { status: "not" }],
    ["is about this return", { status: "not", reason: "window_over", grantedBy: "seller" }, { status: "not", reason: "other_reason" }],
    ["is the law's, not a marketplace's", {}, { grantedBy: "marketplace", forReason: true }],
    ["is the law's, not the seller's", {}, { grantedBy: "seller", forReason: true }],
    ["is made for the fault", { forReason: true }, { gives: ["refund"] }],
    ["gives a refund first", { gives: ["refund", "repair"], until: "2026-01-01" }, { gives: ["repair", "refund"] }],
    ["has no end", { openEnded: true, until: null }, { until: "9999-12-30" }],
    ["lasts longer", { until: "2026-03-16" }, { wayBack: "seller" }],
    ["has an end that is known", { until: "2026-01-01" }, { until: null, wayBack: "seller" }],
    ["has the seller pay the way back", { wayBack: "seller" }, { fact: "a.fact" }],
    ["comes first by name", { fact: "a.fact" }, {}],
  ])("%s", (_, first, second) => {
    const [one, other] = [right(first), right(second)];
    expect([compareRights(one, other) < 0, compareRights(other, one) > 0]).toEqual([true, true]);
    expect([one, other].toSorted(compareRights)).toEqual([one, other]);
    expect([other, one].toSorted(compareRights)).toEqual([one, other]);
  });

  it("is neither of two that are the same, nor of a marketplace's and the seller's by who grants it", () => {
    expect(compareRights(right(), right())).toBeCloseTo(0, 12);
    expect(compareRights(right({ grantedBy: "marketplace" }), right({ grantedBy: "seller" }))).toBeCloseTo(0, 12);
    expect(byLasting(right(), right())).toBeCloseTo(0, 12);
    expect(byLasting(right({ until: null }), right({ until: null }))).toBeCloseTo(0, 12);
  });
});
