import { InvalidCaseError, type Finding } from "@amends/core/errors";
import { formatInstant } from "@amends/core/time";
import type { CalibrationOptions } from "./calibration-options.js";
import { claimsRefused } from "./claims-refused.js";
import { findLeaks, findSnapshots } from "./find-leaks.js";
import type { LabelledClaim, ReadClaim } from "./labelled-claim.js";
import { readLabelledClaims } from "./read-labelled-claims.js";
import { splitClaims, type SplitClaims } from "./split-claims.js";

/** How the claims were split, in numbers. */
export interface SplitFigures {
  readonly kind: CalibrationOptions["split"]["kind"];
  /** When the tested time begins. */
  readonly from?: string;
  readonly train: number;
  readonly test: number;
  /** Earlier claims whose outcome wasn't known when the tested time began. */
  readonly immature: number;
  /** Claims that were left out because they hold what was known later. */
  readonly leaking: number;
}

/** Claims that were read and split, and what is doubtful about them. */
export interface PreparedClaims extends SplitClaims {
  readonly figures: SplitFigures;
  readonly warnings: readonly Finding[];
}

/**
 * Reads claims, keeps out what was known later only, and splits them.
 *
 * @throws {InvalidCaseError} where a claim can't be read, where one knows what was known later (unless such are left out), and where
 * one of the two parts would be empty.
 */
export function prepareClaims(given: readonly LabelledClaim[], options: CalibrationOptions): PreparedClaims {
  const read = readLabelledClaims(given);
  const leaks = findLeaks(read, options.leaks);
  if (leaks.length > 0 && options.leaks.handling === "refuse") {
    throw claimsRefused(leaks, "The labelled claims hold what was known only after they were judged");
  }
  const leakingClaims = new Set(leaks.map(({ claim }) => claim));
  const kept = read.filter(({ index }) => !leakingClaims.has(index));
  const split = splitClaims(kept, options.split);
  if (split.train.length === 0 || split.test.length === 0) throw unsplit(split);
  const from = split.from === undefined ? {} : { from: formatInstant(split.from) };
  const [train, test, immature] = [split.train.length, split.test.length, split.immature.length];
  const figures = { kind: options.split.kind, ...from, train, test, immature, leaking: leakingClaims.size };
  return { ...split, figures, warnings: [...findSnapshots(kept, options.leaks), ...undatedOutcomes(kept)] };
}

function undatedOutcomes(claims: readonly ReadClaim[]): Finding[] {
  const undated = claims.filter(({ knownAt }) => knownAt === undefined).length;
  if (undated === 0) return [];
  const message = `${undated} of ${claims.length} claims don't say when their outcome was known, so some may be learned from too early`;
  return [{ code: "outcome_undated", severity: "warning", message, expected: "outcomeAt, an ISO 8601 instant" }];
}

function unsplit({ train, test }: SplitClaims): InvalidCaseError {
  const message = `${train.length} claims would be fitted and ${test.length} tested`;
  const fix = "hand in claims of a longer time, or set another split";
  return new InvalidCaseError([{ code: "claims_too_few", message, expected: "claims in both parts", fix }], "The claims can't be split:");
}
