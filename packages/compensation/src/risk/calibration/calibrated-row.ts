/** What became of one row of a scorecard. */
export interface CalibratedRow {
  readonly policy: string;
  readonly rule: string;
  readonly code: string;
  readonly group: string;
  /** The points it had. */
  readonly before: number;
  /** The points it has now; 0 where it was left out. */
  readonly points: number;
  /** Why it was left out. */
  readonly leftOut?: "never_fired" | "worth_nothing";
  /** Its log-odds under the constraints, with their Wald interval. */
  readonly logOdds: number;
  readonly lower: number;
  readonly upper: number;
  /** The claims it spoke of, and the abusive among them. */
  readonly claims: number;
  readonly abusive: number;
  /** What it says by itself, in log-odds; far from `logOdds` where other rows say the same. */
  readonly weightOfEvidence: number;
}
