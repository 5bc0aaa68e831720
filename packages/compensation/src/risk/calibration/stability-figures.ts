import { areaUnderCurve, populationStability, quantile } from "@amends/core/statistics";
import type { CalibrationOptions } from "./calibration-options.js";
import type { ScoredClaim } from "./scored-claim.js";
import type { ScoreRow } from "./score-rows.js";

/** How far one feature, or the score, has moved from the earlier claims to the later ones. */
export interface StabilityFigure {
  /** The group of rows, or "score". */
  readonly feature: string;
  /** The population stability index; absent where one of the two has no claim. */
  readonly index?: number;
  /** How well the feature alone tells abuse on the earlier claims; absent where they are all of one kind. */
  readonly areaUnderCurve?: number;
}

/** The stability of the score, then of each group of rows, in the order of the policy. */
export function stabilityFigures(
  rows: readonly ScoreRow[],
  train: readonly ScoredClaim[],
  test: readonly ScoredClaim[],
  options: CalibrationOptions,
): StabilityFigure[] {
  const edges = scoreEdges(train, options.scoreBins);
  const score = figure("score", (claim) => edges.filter((edge) => claim.score > edge).length, edges.length + 1, { train, test });
  const groups = [...new Set(rows.map(({ group }) => group))];
  return [
    score,
    ...groups.map((group) => {
      const own = rows.filter((row) => row.group === group);
      return figure(group, (claim) => own.findIndex(({ id }) => claim.rules.has(id)) + 1, own.length + 1, { train, test });
    }),
  ];
}

/** Where bins of the score end: at its quantiles on the earlier claims. Scores that are frequent end one bin only. */
function scoreEdges(train: readonly ScoredClaim[], bins: number): number[] {
  const scores = train.map(({ score }) => score);
  const edges = Array.from({ length: bins - 1 }, (_, index) => quantile(scores, (index + 1) / bins));
  return [...new Set(edges.filter((edge) => edge !== undefined))];
}

function figure(
  feature: string,
  binOf: (claim: ScoredClaim) => number,
  bins: number,
  { train, test }: { readonly train: readonly ScoredClaim[]; readonly test: readonly ScoredClaim[] },
): StabilityFigure {
  const countsOf = (claims: readonly ScoredClaim[]): number[] => {
    const counts = new Array<number>(bins).fill(0);
    for (const claim of claims) counts[binOf(claim)] = (counts[binOf(claim)] ?? 0) + 1;
    return counts;
  };
  const all = countsOf(train);
  const abusive = countsOf(train.filter((claim) => claim.abusive));
  const rates = all.map((count, bin) => (count === 0 ? 0 : (abusive[bin] ?? 0) / count));
  const area = areaUnderCurve(train.map((claim) => ({ score: rates[binOf(claim)] ?? 0, event: claim.abusive })));
  const index = populationStability(all, countsOf(test));
  return { feature, ...(index === undefined ? {} : { index }), ...(area === undefined ? {} : { areaUnderCurve: area }) };
}
