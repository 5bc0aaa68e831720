import { describe, expect, it } from "vitest";
import { explainPayout } from "./explain-payout.js";
import { samplePlan } from "./testing/sample-plan.js";

describe("explainPayout", () => {
  const at = Date.UTC(2026, 2, 3, 15);
  const record = { step: "a", direction: "do", status: "started", attempt: 1, at, worker: "w", because: "first try" } as const;

  it("tells what, why, who approved it, and what became of each step", () => {
    const plan = samplePlan({ why: { ...samplePlan().why, approval: { role: "team_lead", by: "ann", because: "above 50 USD" } } }, 2);
    const records = [
      record,
      { ...record, status: "done", because: "the action says so" },
      { ...record, direction: "undo", status: "kept", because: "it was sent" },
    ] as const;
    expect(explainPayout({ plan, status: "partly_undone", beganAt: at, changedAt: at, undoBecause: "the wrong case", records })).toEqual([
      "partial_refund of 30.00 USD on case C-1, order O-1: taken back in part since 2026-03-03T15:00:00Z.",
      "Because it came late, by offers/late (offers 1.0.0).",
      "Approved by ann as team_lead: above 50 USD.",
      "Taken back because the wrong case.",
      "1. 10.00 USD by a",
      "   2026-03-03T15:00:00Z asked for, try 1, by w: first try",
      "   2026-03-03T15:00:00Z done, try 1, by w: the action says so",
      "   2026-03-03T15:00:00Z can't be taken back, try 1, by w: it was sent",
      "2. 10.00 USD by b",
      "   nothing yet",
    ]);
  });

  it("leaves out what isn't known", () => {
    const why = { because: "it came late", rules: [], policies: [], approval: null };
    const plan = samplePlan({ caseId: null, orderId: null, amount: null, refundable: null, why, steps: [] });
    expect(explainPayout({ plan, status: "open", beganAt: at, changedAt: at, undoBecause: null, records: [] })).toEqual([
      "partial_refund: begun, not complete since 2026-03-03T15:00:00Z.",
      "Because it came late.",
    ]);
  });
});
