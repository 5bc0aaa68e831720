/** What lateness is split over. */
export const latenessFactors = ["team", "tools", "complexity", "zone", "peak"] as const;

/** One of {@link latenessFactors}. */
export type LatenessFactor = (typeof latenessFactors)[number];

/** Seconds by factor, whole numbers that add up to the lateness. */
export type LatenessParts = Readonly<Record<LatenessFactor, number>>;

/** The bit of a factor in a set of factors. */
export const factorBit: Readonly<Record<LatenessFactor, number>> = { team: 1, tools: 2, complexity: 4, zone: 8, peak: 16 };

/** How many sets of factors there are. */
export const factorSets = 32;
