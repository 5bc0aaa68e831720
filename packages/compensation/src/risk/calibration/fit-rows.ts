import { fitLogistic, type LogisticFit } from "./fit-logistic.js";
import { rowChains } from "./row-chains.js";
import type { ScoredClaim } from "./scored-claim.js";
import type { ScoreRow } from "./score-rows.js";

/** What a row is worth by the labelled claims, in log-odds. */
export interface FittedRow {
  readonly row: ScoreRow;
  /** Its log-odds; 0 where its direction allows nothing else. */
  readonly logOdds: number;
  /** The standard error of the log-odds, by Wald; 0 where its direction holds it at zero. */
  readonly standardError: number;
}

/** A regression of abuse on the rows of a scorecard. */
export interface RowFit {
  /** The log-odds of a claim that no row speaks of. */
  readonly intercept: number;
  readonly rows: readonly FittedRow[];
  readonly fit: LogisticFit;
}

/** Fits the rows of a scorecard to labelled claims: which rows count is the policy's word, how much they count the data's. */
export function fitRows(
  rows: readonly ScoreRow[],
  claims: readonly ScoredClaim[],
  options: { readonly ridge: number; readonly maximumIterations: number },
): RowFit {
  const { steps, stepsOf } = rowChains(rows);
  const observations = claims.map(({ rules, abusive }) => ({
    columns: [0, ...rows.flatMap(({ id }, index) => (rules.has(id) ? (stepsOf[index] ?? []).map((step) => step + 1) : []))],
    event: abusive,
  }));
  const fit = fitLogistic({ columns: steps.length + 1, signs: [0, ...steps.map(({ sign }) => sign)], observations }, options);
  return {
    intercept: fit.coefficients[0] ?? 0,
    rows: rows.map((row, index): FittedRow => {
      const columns = (stepsOf[index] ?? []).map((step) => step + 1);
      const variance = columns.reduce(
        (sum, one) => sum + columns.reduce((inner, other) => inner + (fit.covariance[one]?.[other] ?? 0), 0),
        0,
      );
      return {
        row,
        logOdds: columns.reduce((sum, column) => sum + (fit.coefficients[column] ?? 0), 0),
        standardError: Math.sqrt(Math.max(0, variance)),
      };
    }),
    fit,
  };
}
