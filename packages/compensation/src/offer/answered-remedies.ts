import type { Remedies } from "@amends/core/model";

type Approvals = NonNullable<Remedies["approvals"]>;
type PlaySteps = NonNullable<Remedies["playSteps"]>;

/** What an answer has beside its approvals and the steps of its plays. */
export type RemedyParts = Omit<Remedies, "approval" | "approvals" | "playSteps" | "expectedCost" | "refundable"> & {
  readonly expectedCost: Remedies["expectedCost"] | undefined;
  readonly refundable: Remedies["refundable"] | undefined;
};

/** The answer of one case. Nearly all have the same members, and are written at once: what is there at times only takes longer to add. */
export function answeredRemedies(parts: RemedyParts, approvals: Approvals, playSteps: PlaySteps): Remedies {
  const { tier, choices, alwaysAdd, beyondExpectation, returnRequired, advancePayout, carrierClaim, cost } = parts;
  const { expectedCost, refundable, excluded, deadlines, idempotencyKey, plays, policies, rules, missing } = parts;
  const approval = approvals[0] ?? null;
  if (expectedCost === undefined || refundable === undefined || approvals.length > 1) return seldom(parts, approvals, playSteps);
  // biome-ignore format: in the order of the answer
  return playSteps.length === 0
    ? {
        tier, choices, alwaysAdd, beyondExpectation, returnRequired, advancePayout, carrierClaim, cost, expectedCost, refundable, excluded,
        deadlines, approval, idempotencyKey, plays, policies, rules, missing,
      }
    : {
        tier, choices, alwaysAdd, beyondExpectation, returnRequired, advancePayout, carrierClaim, cost, expectedCost, refundable, excluded,
        deadlines, approval, idempotencyKey, plays, playSteps, policies, rules, missing,
      };
}

function seldom(parts: RemedyParts, approvals: Approvals, playSteps: PlaySteps): Remedies {
  const { tier, choices, alwaysAdd, beyondExpectation, returnRequired, advancePayout, carrierClaim, cost } = parts;
  const { expectedCost, refundable } = parts;
  // Member by member: to copy those that are there only at times takes longer still.
  const answer: Partial<Remedies> = { tier, choices, alwaysAdd, beyondExpectation, returnRequired, advancePayout, carrierClaim, cost };
  if (expectedCost !== undefined) answer.expectedCost = expectedCost;
  if (refundable !== undefined) answer.refundable = refundable;
  answer.excluded = parts.excluded;
  answer.deadlines = parts.deadlines;
  answer.approval = approvals[0] ?? null;
  if (approvals.length > 1) answer.approvals = approvals;
  answer.idempotencyKey = parts.idempotencyKey;
  answer.plays = parts.plays;
  if (playSteps.length > 0) answer.playSteps = playSteps;
  answer.policies = parts.policies;
  answer.rules = parts.rules;
  answer.missing = parts.missing;
  return answer as Remedies;
}
