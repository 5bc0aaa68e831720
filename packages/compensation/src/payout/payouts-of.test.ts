import { describe, expect, it } from "vitest";
import type { StepRecord, StepStatus } from "@amends/core/contracts";
import { payoutsOf } from "./payouts-of.js";
import { usd } from "./testing/offered-payout.js";
import { samplePlan } from "./testing/sample-plan.js";

it("payoutsOf counts what isn't at its end as paid, and what was undone as not", () => {
  const entry = { plan: samplePlan(), beganAt: 0, changedAt: 5, undoBecause: null, records: [] };
  const counted = (["open", "complete", "undoing", "undone", "partly_undone"] as const).filter(
    (status) => payoutsOf([{ ...entry, status }]).length === 1,
  );
  expect(counted).toEqual(["open", "complete", "undoing", "partly_undone"]);
  const [payout] = payoutsOf([{ ...entry, status: "complete", plan: samplePlan({ amount: null }) }]);
  expect(payout).toEqual({ key: "K-1", at: "1970-01-01T00:00:00Z", remedy: "partial_refund" });
});

describe("payoutsOf of what was undone in part", () => {
  const record = (step: string, direction: "do" | "undo", status: StepStatus): StepRecord => ({
    step,
    direction,
    status,
    attempt: 1,
    at: 1,
    worker: "w",
    because: "asked",
  });
  const done = (...steps: string[]) => steps.map((step) => record(step, "do", "done"));
  const amountOf = (records: readonly StepRecord[], plan = samplePlan()) => {
    const [payout, ...others] = payoutsOf([{ plan, status: "partly_undone", beganAt: 0, changedAt: 5, undoBecause: "wrong", records }]);
    expect(others).toEqual([]);
    expect(payout).toMatchObject({ key: "K-1", remedy: "partial_refund" });
    return payout?.amount;
  };

  it("counts the steps that were kept, and no others", () => {
    const all = done("a", "b", "c");
    expect(amountOf([...all, record("c", "undo", "done"), record("b", "undo", "kept"), record("a", "undo", "done")])).toEqual(usd("10.00"));
    expect(amountOf([...all, record("c", "undo", "kept"), record("b", "undo", "kept"), record("a", "undo", "done")])).toEqual(usd("20.00"));
    expect(amountOf([...all, ...["c", "b", "a"].map((step) => record(step, "undo", "kept"))])).toEqual(usd("30.00"));
  });

  it("counts the last word on a step, and none that was never done", () => {
    const tried = [record("a", "undo", "failed"), record("a", "undo", "done")];
    const unsure = [record("b", "do", "unknown"), record("b", "do", "failed")];
    expect(amountOf([...done("a"), ...unsure, ...tried])).toBeUndefined();
    expect(amountOf([...done("a"), record("b", "do", "started"), record("a", "undo", "kept")])).toEqual(usd("20.00"));
  });

  it("has no amount where only what is no money was kept", () => {
    const coupon = { id: "coupon", kind: "coupon", says: "a coupon", amount: null, data: {} };
    const [first] = samplePlan().steps;
    const plan = samplePlan({ amount: usd("10.00"), steps: first === undefined ? [] : [first, coupon] });
    const records = [...done("a", "coupon"), record("coupon", "undo", "kept"), record("a", "undo", "done")];
    expect(amountOf(records, plan)).toBeUndefined();
  });

  it("counts in full where the steps don't say what money went out by which", () => {
    const silent = samplePlan({ steps: samplePlan().steps.map((step) => ({ ...step, amount: null })) });
    expect(amountOf([...done("a"), record("a", "undo", "kept")], silent)).toEqual(usd("30.00"));
    const mixed = samplePlan({ steps: samplePlan().steps.map((step) => ({ ...step, amount: { amount: "9.00", currency: "EUR" } })) });
    expect(amountOf([...done("a"), record("a", "undo", "kept")], mixed)).toEqual(usd("30.00"));
  });

  it("never counts more than what the plan gives in all", () => {
    expect(
      amountOf([...done("a", "b"), record("b", "undo", "kept"), record("a", "undo", "kept")], samplePlan({ amount: usd("15.00") })),
    ).toEqual(usd("15.00"));
  });
});
