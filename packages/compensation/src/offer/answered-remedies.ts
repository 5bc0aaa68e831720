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
  const { expectedCost, refundable, excluded, deadlines, idempotencyKey, plays, policies, rules, missing } = parts;
  return {
    tier,
    choices,
    alwaysAdd,
    beyondExpectation,
    returnRequired,
    advancePayout,
    carrierClaim,
    cost,
    ...(expectedCost === undefined ? {} : { expectedCost }),
    ...(refundable === undefined ? {} : { refundable }),
    excluded,
    deadlines,
    approval: approvals[0] ?? null,
    ...(approvals.length > 1 ? { approvals } : {}),
    idempotencyKey,
    plays,
    ...(playSteps.length > 0 ? { playSteps } : {}),
    policies,
    rules,
    missing,
  };
}
