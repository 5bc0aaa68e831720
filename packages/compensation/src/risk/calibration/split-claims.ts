import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { readInstant } from "@amends/core/time";
import type { CalibrationOptions } from "./calibration-options.js";
import type { ReadClaim } from "./labelled-claim.js";

/** Claims to fit on and claims to test on. */
export interface SplitClaims<Claim extends ReadClaim = ReadClaim> {
  readonly train: readonly Claim[];
  readonly test: readonly Claim[];
  /** Claims of the earlier time whose outcome nobody knew yet when the later one began; they are in neither part. */
  readonly immature: readonly Claim[];
  /** When the later time begins; absent of a random split. */
  readonly from?: number;
}

/**
 * Splits claims: by default the latest ones test what was fitted on the earlier ones, as it will be used. A random split mixes the
 * times, so it doesn't see that abuse changes; it is there for comparison.
 */
export function splitClaims<Claim extends ReadClaim>(claims: readonly Claim[], options: CalibrationOptions["split"]): SplitClaims<Claim> {
  if (options.kind === "random") return splitAtRandom(claims, options);
  const sorted = claims.toSorted((left, right) => left.at - right.at || left.index - right.index);
  const from = readInstant(options.from) ?? sorted[Math.ceil(sorted.length * (1 - options.testShare))]?.at;
  if (from === undefined) return { train: sorted, test: [], immature: [] };
  const earlier = sorted.filter(({ at }) => at < from);
  const isMature = ({ knownAt }: Claim): boolean => knownAt === undefined || knownAt <= from;
  return {
    train: earlier.filter(isMature),
    test: sorted.filter(({ at }) => at >= from),
    immature: earlier.filter((claim) => !isMature(claim)),
    from,
  };
}

function splitAtRandom<Claim extends ReadClaim>(
  claims: readonly Claim[],
  { seed, testShare }: { readonly seed: number; readonly testShare: number },
): SplitClaims<Claim> {
  const random = xoroshiro128plus(seed);
  const shuffled = [...claims];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = uniformInt(random, 0, last);
    [shuffled[last], shuffled[other]] = [shuffled[other] as Claim, shuffled[last] as Claim];
  }
  const tests = Math.floor(claims.length * testShare);
  return { train: shuffled.slice(tests), test: shuffled.slice(0, tests), immature: [] };
}
