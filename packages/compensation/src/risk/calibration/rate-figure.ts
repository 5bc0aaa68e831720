import { wilsonInterval } from "@amends/core/statistics";
import type { CalibrationOptions } from "./calibration-options.js";

/** So many of so many, with the Wilson interval of the share. */
export interface RateFigure {
  readonly count: number;
  readonly total: number;
  /** Absent of nothing. */
  readonly rate?: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether the total is too small to say much. */
  readonly tooFew: boolean;
}

export function rateFigure(
  count: number,
  total: number,
  { confidence, minimumCount }: Pick<CalibrationOptions, "confidence" | "minimumCount">,
): RateFigure {
  const tooFew = total < minimumCount;
  return { count, total, ...(total === 0 ? {} : { rate: count / total }), ...wilsonInterval(count, total, confidence), tooFew };
}
