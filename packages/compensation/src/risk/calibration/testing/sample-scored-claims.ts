import type { ReadClaim } from "../labelled-claim.js";
import type { ScoredClaim } from "../scored-claim.js";

export const day = 86_400_000;
/** The instant of so many days after the first of 2025. */
export const dayOf = (days: number): number => Date.UTC(2025, 0, 1) + days * day;
export const instantOf = (days: number): string => new Date(dayOf(days)).toISOString().replace(".000Z", "Z");

/** A claim that was read, judged so many days after the first of 2025. */
export function readClaim(index: number, days: number, more: Partial<ReadClaim> = {}): ReadClaim {
  return { index, at: dayOf(days), knownAt: undefined, abusive: false, case: { now: instantOf(days) }, ...more };
}

/** A claim with its score, in the low band where nothing else is said. */
export function scoredClaim(score: number, abusive: boolean, more: Partial<ScoredClaim> = {}): ScoredClaim {
  return { ...readClaim(0, 0), score, abusive, band: "low", humanReview: false, rules: new Set<string>(), ...more };
}

/** As many of a claim. */
export const times = <Claim>(count: number, claim: Claim): Claim[] => Array.from({ length: count }, () => claim);
