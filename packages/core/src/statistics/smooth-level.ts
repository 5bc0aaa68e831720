/** The level at the end of a series, and how it goes on. */
export interface SmoothedLevel {
  readonly level: number;
  readonly trend: number;
  /** What is left of the trend from one step to the next, 0 to 1. */
  readonly damping: number;
}

const smoothings = [0.1, 0.2, 0.3, 0.5, 0.7, 0.9];
const trendSmoothings = [0, 0.1, 0.3, 0.5];
const dampings = [0.8, 0.9, 0.98];

/**
 * Damped-trend exponential smoothing of a short series. The smoothing that would have told each value from those before it with the
 * least squared error is taken from a grid; with fewer than four values a trend can't be told from chance, and there is none.
 * Source: Gardner & McKenzie (1985), Forecasting Trends in Time Series.
 */
export function smoothLevel(values: readonly number[]): SmoothedLevel {
  const trends = values.length < 4 ? [0] : trendSmoothings;
  let best: SmoothedLevel | undefined;
  let least = Infinity;
  for (const smoothing of smoothings) {
    for (const trendSmoothing of trends) {
      for (const damping of trendSmoothing === 0 ? [0] : dampings) {
        const { error, ...fitted } = smooth(values, smoothing, trendSmoothing, damping);
        if (error >= least) continue;
        best = fitted;
        least = error;
      }
    }
  }
  return best ?? { level: values.at(-1) ?? 0, trend: 0, damping: 0 };
}

/** The level so many steps after the end, never below zero; steps may be a part of one. */
export function levelAfter({ level, trend, damping }: SmoothedLevel, steps: number): number {
  const factor = damping === 0 ? 0 : (damping * (1 - damping ** steps)) / (1 - damping);
  return Math.max(0, level + trend * factor);
}

function smooth(values: readonly number[], smoothing: number, trendSmoothing: number, damping: number): SmoothedLevel & { error: number } {
  let level = values[0] as number;
  let trend = 0;
  let error = 0;
  for (const value of values.slice(1)) {
    const expected = level + damping * trend;
    error += (value - expected) ** 2;
    const before = level;
    level = expected + smoothing * (value - expected);
    trend = damping * trend + trendSmoothing * (level - before - damping * trend);
  }
  return { level, trend, damping, error };
}
