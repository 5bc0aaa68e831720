import type { Remedies } from "@amends/core/model";
import { answeredSteps, type KnownPlays } from "./known-plays.js";

type Approvals = NonNullable<Remedies["approvals"]>;
type PlaySteps = KnownPlays["playSteps"];

/** An answer without the steps of its plays, and with no more than one approval. */
export type UsualRemedies = Omit<Remedies, "approvals" | "playSteps" | "expectedCost" | "refundable"> & {
  readonly expectedCost: Remedies["expectedCost"] | undefined;
  readonly refundable: Remedies["refundable"] | undefined;
};

/** The answer of one case. Most have the members of the usual one, and are written at once: what is there at times only takes longer to add. */
export function answeredRemedies(usual: UsualRemedies, approvals: Approvals, playSteps: PlaySteps): Remedies {
  const { expectedCost, refundable } = usual;
  if (expectedCost === undefined || refundable === undefined || approvals.length > 1) return seldom(usual, approvals, playSteps);
  if (playSteps.length === 0) return usual;
  return {
    tier: usual.tier,
    choices: usual.choices,
    alwaysAdd: usual.alwaysAdd,
    beyondExpectation: usual.beyondExpectation,
    returnRequired: usual.returnRequired,
    advancePayout: usual.advancePayout,
    carrierClaim: usual.carrierClaim,
    cost: usual.cost,
    expectedCost,
    refundable,
    excluded: usual.excluded,
    deadlines: usual.deadlines,
    approval: usual.approval,
    idempotencyKey: usual.idempotencyKey,
    plays: usual.plays,
    playSteps: answeredSteps(playSteps),
    policies: usual.policies,
    rules: usual.rules,
    missing: usual.missing,
  };
}

function seldom(usual: UsualRemedies, approvals: Approvals, playSteps: PlaySteps): Remedies {
  const { tier, choices, alwaysAdd, beyondExpectation, returnRequired, advancePayout, carrierClaim, cost } = usual;
  const { expectedCost, refundable } = usual;
  // Member by member: to copy those that are there only at times takes longer still.
  const answer: Partial<Remedies> = { tier, choices, alwaysAdd, beyondExpectation, returnRequired, advancePayout, carrierClaim, cost };
  if (expectedCost !== undefined) answer.expectedCost = expectedCost;
  if (refundable !== undefined) answer.refundable = refundable;
  answer.excluded = usual.excluded;
  answer.deadlines = usual.deadlines;
  answer.approval = usual.approval;
  if (approvals.length > 1) answer.approvals = approvals;
  answer.idempotencyKey = usual.idempotencyKey;
  answer.plays = usual.plays;
  if (playSteps.length > 0) answer.playSteps = answeredSteps(playSteps);
  answer.policies = usual.policies;
  answer.rules = usual.rules;
  answer.missing = usual.missing;
  return answer as Remedies;
}
