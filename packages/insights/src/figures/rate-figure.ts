import { wilsonInterval } from "@amends/core/statistics";
import type { MetricOptions } from "../options/metric-options.js";

/** A share, with how sure it is. */
export interface RateFigure {
  /** How many of `total`. */
  readonly count: number;
  readonly total: number;
  /** `count` ÷ `total`, 0 to 1; absent where `total` is 0. */
  readonly rate?: number;
  /** Where the true rate lies at the confidence of the options: the Wilson interval. */
  readonly lower: number;
  readonly upper: number;
  /** Whether `total` is below the options' `minimumCount`. */
  readonly tooFew: boolean;
}

/** The figure of so many in so many. */
export function rateFigure(count: number, total: number, { confidence, minimumCount }: MetricOptions): RateFigure {
  const rate = total === 0 ? {} : { rate: count / total };
  return { count, total, ...rate, ...wilsonInterval(count, total, confidence), tooFew: total < minimumCount };
}
