import { ratioInterval } from "@amends/core/statistics";
import type { CalibrationOptions } from "./calibration-options.js";
import { rateFigure, type RateFigure } from "./rate-figure.js";
import { isFlagged } from "./scorecard-figures.js";
import type { ScoredClaim } from "./scored-claim.js";

/** A rate of one group over that of all others. */
export interface RateRatio {
  /** Absent where the others have none. */
  readonly ratio?: number;
  readonly lower: number;
  /** Absent where nothing bounds it. */
  readonly upper?: number;
}

/** How the score treats one group. */
export interface FairnessGroup {
  readonly value: string;
  /** Flagged claims of all claims. */
  readonly selected: RateFigure;
  /** Flagged claims of the good ones: who is put to trouble for nothing. */
  readonly wronglyFlagged: RateFigure;
  readonly selectedRatio: RateRatio;
  readonly wronglyFlaggedRatio: RateRatio;
  /** Whether good customers of the group are flagged more or less often than the others', beyond chance. Never of a group that is too small. */
  readonly differs: boolean;
}

/** How the score treats the groups of one attribute, which it can't read. */
export interface FairnessReport {
  readonly attribute: "country" | "language";
  readonly groups: readonly FairnessGroup[];
}

type Attribute = FairnessReport["attribute"];

const attributeOf: Readonly<Record<Attribute, (claim: ScoredClaim) => string | undefined>> = {
  country: ({ case: { customer } }) => customer?.country ?? undefined,
  language: ({ case: { ticket, customer } }) => ticket?.language ?? customer?.language ?? undefined,
};

/**
 * How often claims are flagged, and good ones wrongly, by country and by language. No policy can read either, but what it reads may go
 * along with them. Each group is compared with all others together; the largest groups come first.
 */
export function fairnessReports(claims: readonly ScoredClaim[], options: CalibrationOptions): FairnessReport[] {
  return options.fairness.groups.map((attribute) => {
    const byValue = new Map<string, ScoredClaim[]>();
    for (const claim of claims) {
      const value = attributeOf[attribute](claim) ?? "unknown";
      const own = byValue.get(value) ?? [];
      own.push(claim);
      byValue.set(value, own);
    }
    const groups = [...byValue].map(([value, own]) => groupFigures(value, countsOf(own, options), countsOf(claims, options), options));
    return { attribute, groups: groups.toSorted(byTotal) };
  });
}

interface Counts {
  readonly claims: number;
  readonly flagged: number;
  readonly good: number;
  readonly wrongly: number;
}

function countsOf(claims: readonly ScoredClaim[], options: CalibrationOptions): Counts {
  const good = claims.filter(({ abusive }) => !abusive);
  const flagged = (of: readonly ScoredClaim[]): number => of.filter((claim) => isFlagged(claim, options)).length;
  return { claims: claims.length, flagged: flagged(claims), good: good.length, wrongly: flagged(good) };
}

function groupFigures(value: string, own: Counts, all: Counts, options: CalibrationOptions): FairnessGroup {
  const ratioOf = (event: "flagged" | "wrongly", trial: "claims" | "good"): RateRatio => {
    const group = { events: own[event], trials: own[trial] };
    const rest = { events: all[event] - own[event], trials: all[trial] - own[trial] };
    const interval = ratioInterval(group, rest, options.confidence);
    const known = group.trials > 0 && rest.events > 0;
    return { ...(known ? { ratio: group.events / group.trials / (rest.events / rest.trials) } : {}), ...interval };
  };
  const wronglyFlagged = rateFigure(own.wrongly, own.good, options);
  const wronglyFlaggedRatio = ratioOf("wrongly", "good");
  const { lower, upper } = wronglyFlaggedRatio;
  return {
    value,
    selected: rateFigure(own.flagged, own.claims, options),
    wronglyFlagged,
    selectedRatio: ratioOf("flagged", "claims"),
    wronglyFlaggedRatio,
    differs: !wronglyFlagged.tooFew && (lower > 1 || (upper !== undefined && upper < 1)),
  };
}

function byTotal(left: FairnessGroup, right: FairnessGroup): number {
  return right.selected.total - left.selected.total || (left.value < right.value ? -1 : 1);
}
