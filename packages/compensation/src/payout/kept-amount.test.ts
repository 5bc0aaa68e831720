import { describe, expect, it } from "vitest";
import type { PayoutEntry, PayoutPlan, StepRecord } from "@amends/core/contracts";
import { explainPayout } from "./explain-payout.js";
import { keptAmount } from "./kept-amount.js";
import { payoutsOf } from "./payouts-of.js";
import { samplePlan } from "./testing/sample-plan.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const record = (step: string, direction: "do" | "undo", status: StepRecord["status"], more: object = {}): StepRecord => ({
  step,
  direction,
  status,
  attempt: 1,
  at: 0,
  worker: "w",
  because: "x",
  ...more,
});
const entryOf = (records: readonly StepRecord[], change: Partial<PayoutPlan> = {}, more: Partial<PayoutEntry> = {}): PayoutEntry => ({
  plan: samplePlan(change),
  status: "partly_undone",
  beganAt: 0,
  changedAt: 0,
  undoBecause: null,
  records,
  ...more,
});
const done = ["a", "b", "c"].map((step) => record(step, "do", "done"));

describe("the money of a payout that is still out", () => {
  it("is that of the steps that were done and not taken back", () => {
    expect(keptAmount(entryOf([...done, record("a", "undo", "done"), record("b", "undo", "kept")]))).toEqual(usd("20.00"));
    expect(keptAmount(entryOf([...done, record("a", "undo", "done"), record("b", "undo", "done")]))).toEqual(usd("10.00"));
    expect(keptAmount(entryOf([...done, ...["a", "b", "c"].map((step) => record(step, "undo", "done"))]))).toBeNull();
  });

  it("goes by the last word on a step: one that failed wasn't done, one that nobody knows of may have been", () => {
    expect(keptAmount(entryOf([record("a", "do", "failed"), record("b", "do", "unknown")]))).toEqual(usd("10.00"));
    expect(keptAmount(entryOf([record("a", "do", "failed"), record("a", "do", "done")]))).toEqual(usd("10.00"));
    expect(keptAmount(entryOf([record("a", "do", "done"), record("a", "undo", "failed"), record("b", "do", "failed")]))).toEqual(
      usd("10.00"),
    );
    expect(keptAmount(entryOf([]))).toBeNull();
  });

  it("is all of it where a step was kept and the steps don't say what money went out by which", () => {
    const steps = samplePlan().steps.map((step) => ({ ...step, amount: null }));
    expect(keptAmount(entryOf([record("a", "do", "done")], { steps }))).toEqual(usd("30.00"));
    const foreign = samplePlan().steps.map((step, index) =>
      index === 2 ? { ...step, amount: { amount: "9.00", currency: "EUR" } } : step,
    );
    expect(keptAmount(entryOf([record("a", "do", "done")], { steps: foreign }))).toEqual(usd("30.00"));
  });

  it("is nothing where only steps without money were kept, and at most all of it", () => {
    const mixed = samplePlan().steps.map((step, index) => (index === 0 ? { ...step, amount: null } : step));
    expect(keptAmount(entryOf([record("a", "do", "done")], { steps: mixed }))).toBeNull();
    expect(keptAmount(entryOf([record("a", "do", "done"), record("b", "do", "done")], { steps: mixed }))).toEqual(usd("10.00"));
    expect(keptAmount(entryOf(done, { amount: usd("25.00") }))).toEqual(usd("25.00"));
    expect(keptAmount(entryOf(done, { amount: null }))).toBeNull();
  });
});

describe("what a ledger says of a case", () => {
  it("is what was paid with its amount, of one taken back in part what was kept, and nothing of one taken back", () => {
    const paid = (status: PayoutEntry["status"], change: Partial<PayoutPlan> = {}) => payoutsOf([entryOf(done, change, { status })]);
    const whole = { key: "K-1", at: "1970-01-01T00:00:00Z", remedy: "partial_refund", amount: usd("30.00") };
    for (const status of ["open", "complete", "undoing"] as const) expect(paid(status)).toStrictEqual([whole]);
    expect(paid("undone")).toEqual([]);
    expect(payoutsOf([entryOf([record("a", "do", "done")])])).toStrictEqual([{ ...whole, amount: usd("10.00") }]);
    const { amount: _, ...without } = whole;
    expect(payoutsOf([entryOf([])])).toStrictEqual([without]);
    expect(paid("complete", { amount: null })).toStrictEqual([without]);
  });
});

describe("a payout in sentences", () => {
  it("says what was paid on which case and order, by which rules, who approved it, and why it is taken back", () => {
    const why = {
      because: "it came late",
      rules: ["offers/late", "offers/dear"],
      policies: [
        { policy: "offers", version: "1.0.0" },
        { policy: "caps", version: "2.1.0" },
      ],
      approval: { role: "admin", by: "ann", because: "it is dear" },
      approvals: [
        { role: "admin", by: "ann", because: "it is dear" },
        { role: "operations", by: "bob", because: "it is odd" },
      ],
    };
    const records = [
      record("a", "do", "started", { because: "first try" }),
      record("a", "undo", "kept", { attempt: 2, because: "it was sent" }),
    ];
    expect(explainPayout(entryOf(records, { why }, { status: "undoing", undoBecause: "of a mistake" }))).toEqual([
      "partial_refund of 30.00 USD on case C-1, order O-1: being taken back since 1970-01-01T00:00:00Z.",
      "Because it came late, by offers/late, offers/dear (offers 1.0.0, caps 2.1.0).",
      "Approved by ann as admin: it is dear.",
      "Approved by bob as operations: it is odd.",
      "Taken back because of a mistake.",
      "1. 10.00 USD by a",
      "   1970-01-01T00:00:00Z asked for, try 1, by w: first try",
      "   1970-01-01T00:00:00Z can't be taken back, try 2, by w: it was sent",
      "2. 10.00 USD by b",
      "   nothing yet",
      "3. 10.00 USD by c",
      "   nothing yet",
    ]);
  });

  it("leaves out what there isn't", () => {
    const why = { because: "it came late", rules: [], policies: [], approval: { role: "admin", by: "ann", because: "it is dear" } };
    const bare = { caseId: null, orderId: null, amount: null, steps: [], why };
    expect(explainPayout(entryOf([], bare, { status: "complete" }))).toEqual([
      "partial_refund: complete since 1970-01-01T00:00:00Z.",
      "Because it came late.",
      "Approved by ann as admin: it is dear.",
    ]);
  });
});
