import type { RiskBand } from "@amends/core/model";
import { scoreRisk, type RiskPolicySet } from "../score-risk.js";
import type { ReadClaim } from "./labelled-claim.js";

/** A labelled claim and what the policies make of it. */
export interface ScoredClaim extends ReadClaim {
  readonly score: number;
  readonly band: RiskBand;
  readonly humanReview: boolean;
  /** The rules that count, as policy/rule. */
  readonly rules: ReadonlySet<string>;
}

/** Scores claims by the very policies a desk would decide with, each at its own time. */
export function scoreClaims(claims: readonly ReadClaim[], policySet: RiskPolicySet): ScoredClaim[] {
  return claims.map((claim) => {
    const risk = scoreRisk(claim.case, policySet);
    // What was read has a claim or a ticket, so there is a score.
    if ("undecided" in risk) throw new TypeError(`The claim [${claim.index}] can't be scored: ${risk.missing.join(", ")} missing.`);
    return { ...claim, score: risk.score, band: risk.band, humanReview: risk.humanReview, rules: new Set(risk.rules) };
  });
}
