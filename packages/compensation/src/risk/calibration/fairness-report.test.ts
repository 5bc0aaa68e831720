import { describe, expect, it } from "vitest";
import { ratioInterval, wilsonInterval } from "@amends/core/statistics";
import type { CaseFile } from "@amends/core/model";
import { fairnessReports } from "./fairness-report.js";
import { standardCalibrationOptions as options } from "./resolve-calibration-options.js";
import { scoredClaim, times } from "./testing/sample-scored-claims.js";

const claim = (caseFile: CaseFile, flagged: boolean, abusive = false) =>
  scoredClaim(0, abusive, { case: caseFile, band: flagged ? "review" : "low" });
const from = (country: string | null) => ({ customer: { country } });
const byCountry = { ...options, fairness: { groups: ["country" as const] } };
const report = (claims: Parameters<typeof fairnessReports>[0]) => fairnessReports(claims, byCountry)[0]?.groups ?? [];

describe("fairness", () => {
  const claims = [
    ...times(10, claim(from("BR"), true)),
    ...times(30, claim(from("BR"), false)),
    ...times(10, claim(from("BR"), true, true)),
    ...times(6, claim(from("US"), true)),
    ...times(54, claim(from("US"), false)),
    ...times(5, claim(from(null), true)),
    ...times(5, claim({}, false)),
  ];

  it("counts for each group who was flagged, and who for nothing, the largest groups first", () => {
    expect(
      report(claims).map(({ value, selected, wronglyFlagged }) => [
        value,
        selected.count,
        selected.total,
        wronglyFlagged.count,
        wronglyFlagged.total,
      ]),
    ).toEqual([
      ["US", 6, 60, 6, 60],
      ["BR", 20, 50, 10, 40],
      ["unknown", 5, 10, 5, 10],
    ]);
    const two = [claim(from("FR"), false), claim(from("DE"), false)];
    expect(report(two).map(({ value }) => value)).toEqual(["DE", "FR"]);
    expect(report(two.toReversed()).map(({ value }) => value)).toEqual(["DE", "FR"]);
  });

  it("compares each with all others together", () => {
    const [, brazil] = report(claims);
    expect(brazil?.selectedRatio.ratio).toBeCloseTo(20 / 50 / (11 / 70), 12);
    expect(brazil?.wronglyFlaggedRatio.ratio).toBeCloseTo(10 / 40 / (11 / 70), 12);
    const interval = ratioInterval({ events: 10, trials: 40 }, { events: 11, trials: 70 }, 0.95);
    expect(brazil?.wronglyFlaggedRatio).toMatchObject(interval);
    expect(brazil?.selected).toMatchObject(wilsonInterval(20, 50, 0.95));
  });

  it("has no ratio to others of whom none was flagged, nor of a group without good claims", () => {
    const [large, small] = report([...times(4, claim(from("US"), false)), ...times(2, claim(from("BR"), true, true))]);
    expect([large?.value, large?.selectedRatio.ratio]).toEqual(["US", 0]);
    expect(large?.wronglyFlaggedRatio).not.toHaveProperty("ratio");
    expect(small?.selectedRatio).not.toHaveProperty("ratio");
    expect(small?.wronglyFlaggedRatio).not.toHaveProperty("ratio");
    const [, abusive] = report([...times(4, claim(from("US"), true)), ...times(2, claim(from("BR"), true, true))]);
    expect(abusive?.wronglyFlaggedRatio).not.toHaveProperty("ratio");
    expect(abusive?.selectedRatio.ratio).toBe(1);
  });

  it("differs where good customers are flagged more often or less often, beyond chance, and never where they are too few", () => {
    const group = (country: string, flagged: number, not: number) => [
      ...times(flagged, claim(from(country), true)),
      ...times(not, claim(from(country), false)),
    ];
    const differs = (...given: ReturnType<typeof group>[]) =>
      Object.fromEntries(report(given.flat()).map(({ value, differs: does }) => [value, does]));
    expect(differs(group("BR", 60, 40), group("US", 20, 100))).toEqual({ BR: true, US: true });
    expect(differs(group("BR", 20, 80), group("US", 24, 96))).toEqual({ BR: false, US: false });
    expect(differs(group("BR", 20, 9), group("US", 2, 300))).toEqual({ BR: false, US: true });
    // Of nobody else flagged, nothing bounds the ratio from above.
    expect(differs(group("BR", 30, 10), group("US", 0, 100))).toEqual({ BR: true, US: true });
    expect(differs(group("BR", 0, 40), group("US", 0, 100))).toEqual({ BR: false, US: false });
  });

  it("goes by the language of the message, else by the customer's, in the attributes that are asked for", () => {
    const languages = [
      claim({ ticket: { channel: "email", language: "pt" }, customer: { language: "en", country: "BR" } }, false),
      claim({ ticket: { channel: "email" }, customer: { language: "en", country: "US" } }, false),
      claim({ customer: { country: "US" } }, false),
    ];
    const [country, language, ...more] = fairnessReports(languages, options);
    expect([country?.attribute, language?.attribute, more]).toEqual(["country", "language", []]);
    expect(language?.groups.map(({ value }) => value)).toEqual(["en", "pt", "unknown"]);
    expect(country?.groups.map(({ value, selected }) => [value, selected.total])).toEqual([
      ["US", 2],
      ["BR", 1],
    ]);
    expect(fairnessReports(languages, { ...options, fairness: { groups: [] } })).toEqual([]);
  });
});
