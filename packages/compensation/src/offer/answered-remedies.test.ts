import { describe, expect, it } from "vitest";
import { answeredRemedies, type UsualRemedies } from "./answered-remedies.js";
import { usd } from "./testing/sample-choices.js";

const approval = (rule: string) => ({ needed: true, role: "operations", because: "it is dear", rule }) as const;
const usual: UsualRemedies = {
  tier: 2,
  choices: [{ remedy: "wait", gives: {}, cost: usd("1.00"), idempotencyKey: "C-1:wait" }],
  alwaysAdd: { points: 5 },
  beyondExpectation: { min: usd("2.00"), max: usd("3.00") },
  returnRequired: true,
  advancePayout: true,
  carrierClaim: { reason: "lost" } as unknown as UsualRemedies["carrierClaim"],
  cost: { min: usd("1.00"), max: usd("1.00") },
  expectedCost: usd("1.50"),
  refundable: usd("10.00"),
  excluded: [{ remedy: "gift", reason: "above_cap", because: "it is dear", rule: null }],
  deadlines: [{ kind: "answer" }] as unknown as UsualRemedies["deadlines"],
  approval: approval("first"),
  idempotencyKey: "C-1:offer",
  plays: ["calm"],
  policies: [{ policy: "shop/offer", version: "1.0.0" }],
  rules: ["shop/offer/first"],
  missing: ["order.total"],
};
const names =
  "tier choices alwaysAdd beyondExpectation returnRequired advancePayout carrierClaim cost expectedCost refundable excluded deadlines " +
  "approval approvals idempotencyKey plays playSteps policies rules missing";

describe("an answer", () => {
  const steps = [{ play: "calm", steps: [{ step: "apologise", says: "Apologise." }] }];
  const known = [true, false];
  const approvalsOf = [[], [approval("first")], [approval("first"), approval("second")]];
  const answers = known.flatMap((hasExpected) =>
    known.flatMap((hasRefundable) =>
      approvalsOf.flatMap((approvals) => [[], steps].map((playSteps) => ({ hasExpected, hasRefundable, approvals, playSteps }))),
    ),
  );

  it.each(answers)("has what is there, in one order: $hasExpected, $hasRefundable, $approvals.length, $playSteps.length", (given) => {
    const { hasExpected, hasRefundable, approvals, playSteps } = given;
    const answer = answeredRemedies(
      { ...usual, expectedCost: hasExpected ? usual.expectedCost : undefined, refundable: hasRefundable ? usual.refundable : undefined },
      approvals,
      playSteps,
    );
    const all = { ...usual, approvals, playSteps };
    const isThere = (name: string) =>
      (name !== "expectedCost" || hasExpected) &&
      (name !== "refundable" || hasRefundable) &&
      (name !== "approvals" || approvals.length > 1) &&
      (name !== "playSteps" || playSteps.length > 0);
    const there = names.split(" ").filter(isThere);
    expect(Object.keys(answer)).toEqual(there);
    expect(answer).toStrictEqual(Object.fromEntries(there.map((name) => [name, all[name as keyof typeof all]])));
  });

  it("has steps of its own", () => {
    for (const approvals of approvalsOf) {
      const spoilt = answeredRemedies(usual, approvals, steps).playSteps?.[0];
      Object.assign(spoilt ?? {}, { play: "spoilt" });
      expect(answeredRemedies(usual, approvals, steps).playSteps).toEqual([{ play: "calm", steps: steps[0]?.steps }]);
    }
  });
});
