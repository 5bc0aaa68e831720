import type { CalibrationOptions } from "./calibration-options.js";
import type { ScorecardFigures } from "./scorecard-figures.js";
import type { StabilityFigure } from "./stability-figures.js";

/** What a figure must reach. */
export interface Gate {
  readonly figure: "areaUnderCurve" | "kolmogorovSmirnov" | "populationStability";
  /** What it was measured of, where that is not the whole: "score" or a group of rows. */
  readonly feature?: string;
  /** Absent where it could not be measured, which fails. */
  readonly value?: number;
  readonly verdict: "pass" | "warn" | "fail";
  readonly threshold: number;
  readonly source: string;
}

/** Judges the figures of the claims that tested a scorecard. */
export function judgeGates(
  figures: ScorecardFigures,
  stability: readonly StabilityFigure[],
  { areaUnderCurve, kolmogorovSmirnov, populationStability }: CalibrationOptions["gates"],
): Gate[] {
  return [
    atLeast("areaUnderCurve", figures.areaUnderCurve, areaUnderCurve),
    atLeast("kolmogorovSmirnov", figures.kolmogorovSmirnov?.distance, kolmogorovSmirnov),
    ...stability.map(({ feature, index }): Gate => {
      const { warn, fail, source } = populationStability;
      const verdict = index === undefined || index >= fail ? "fail" : index >= warn ? "warn" : "pass";
      const threshold = verdict === "fail" ? fail : warn;
      return { figure: "populationStability", feature, ...(index === undefined ? {} : { value: index }), verdict, threshold, source };
    }),
  ];
}

function atLeast(
  figure: "areaUnderCurve" | "kolmogorovSmirnov",
  value: number | undefined,
  { fail, source }: { readonly fail: number; readonly source: string },
): Gate {
  const verdict = value !== undefined && value >= fail ? "pass" : "fail";
  return { figure, ...(value === undefined ? {} : { value }), verdict, threshold: fail, source };
}
