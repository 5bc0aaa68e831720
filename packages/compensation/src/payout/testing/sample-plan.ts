import type { PayoutPlan } from "@amends/core/contracts";

/** A plan of so many steps of one kind, named a, b, c, … */
export function samplePlan(change: Partial<PayoutPlan> = {}, steps = 3): PayoutPlan {
  return {
    key: "K-1",
    offer: "F-1",
    sequence: 0,
    caseId: "C-1",
    orderId: "O-1",
    remedy: "partial_refund",
    amount: { amount: "30.00", currency: "USD" },
    refundable: null,
    why: { because: "it came late", rules: ["offers/late"], policies: [{ policy: "offers", version: "1.0.0" }], approval: null },
    steps: [..."abcdef"]
      .slice(0, steps)
      .map((id) => ({ id, kind: "refund", says: `10.00 USD by ${id}`, amount: { amount: "10.00", currency: "USD" }, data: {} })),
    ...change,
  };
}
