import { describe, expect, it } from "vitest";
import type { StepRecord } from "@amends/core/contracts";
import { HeldPayout, payoutBench } from "./held-payout.js";
import type { PayoutDeed } from "./payout-action.js";
import { performStep } from "./perform-step.js";
import { listedLedger } from "./testing/listed-ledger.js";
import { samplePlan } from "./testing/sample-plan.js";

const start = Date.UTC(2026, 2, 3, 15);
const [step] = samplePlan().steps;
if (step === undefined) throw new Error("no step");

/** A payout in hand at so many seconds after it began, with a lease of a minute, and what is recorded of its first step. */
async function held(earlier: readonly Partial<StepRecord>[] = [], seconds = 0) {
  const ledger = listedLedger();
  const plan = samplePlan();
  const bench = payoutBench({ ledger, worker: "w", leaseSeconds: 60, clock: () => start + seconds * 1000 });
  const taken = await ledger.begin(plan, { worker: "w", now: start, until: start + 60_000 });
  if (taken.state !== "yours") throw new Error("not held");
  const records = earlier.map(
    (record) => ({ step: "a", direction: "do", attempt: 1, at: start, worker: "w", because: "x", ...record }) as StepRecord,
  );
  const payout = new HeldPayout(bench, { ...taken, entry: { ...taken.entry, records } });
  const written = () =>
    ledger.rows[0]?.entry.records.map(({ direction, status, attempt, because, result }) => [direction, status, attempt, because, result]);
  return { payout, written };
}
const done: PayoutDeed["run"] = async () => ({ status: "done", result: { ref: 1 } });
const never: PayoutDeed["run"] = async () => {
  throw new Error("it was run");
};

describe("a step that nothing is known of", () => {
  it("is recorded as started before it is run, and with what it answered after", async () => {
    const { payout, written } = await held();
    expect(await performStep(payout, step, "do", { deed: { run: done } })).toEqual({ end: "done", result: { ref: 1 } });
    expect(written()).toEqual([
      ["do", "started", 1, "first try", undefined],
      ["do", "done", 1, "the action says so", { ref: 1 }],
    ]);
  });

  it("that failed before is tried again, and failing ends it with the reason", async () => {
    const { payout, written } = await held([{ status: "failed", attempt: 2 }]);
    const run: PayoutDeed["run"] = async () => ({ status: "failed", because: "no funds", final: true });
    expect(await performStep(payout, step, "do", { deed: { run } })).toEqual({ end: "failed", because: "no funds", final: true });
    expect(written()).toEqual([
      ["do", "started", 3, "tried again", undefined],
      ["do", "failed", 3, "no funds", undefined],
    ]);
  });

  it("that nobody can tell of is asked about after the lease, or by a person where nobody can be asked", async () => {
    const run: PayoutDeed["run"] = async () => ({ status: "unknown", because: "submitted", result: 9 });
    const ask = async (deed: Partial<PayoutDeed>) => performStep((await held([], 5)).payout, step, "do", { deed: { run, ...deed } });
    const find: PayoutDeed["find"] = async () => ({ status: "absent" });
    expect(await ask({})).toEqual({ end: "unknown", because: "submitted", askAt: null });
    expect(await ask({ find })).toEqual({ end: "unknown", because: "submitted", askAt: start + 65_000 });
    expect(await ask({ repeatable: true })).toEqual({ end: "unknown", because: "submitted", askAt: start + 65_000 });
    expect(await ask({ repeatable: false })).toMatchObject({ askAt: null });
  });
});

describe("a step that is known to be done", () => {
  it("isn't run again, in its own direction alone", async () => {
    const { payout, written } = await held([{ status: "done", result: 4 }]);
    expect(await performStep(payout, step, "do", { deed: { run: never } })).toEqual({ end: "done", result: 4 });
    expect(written()).toEqual([]);
    const undone = await held([{ direction: "undo", status: "done" }]);
    await performStep(undone.payout, step, "do", { deed: { run: done } });
    expect(undone.written()).toHaveLength(2);
  });
});

describe("a step that may have happened", () => {
  const deed = (status: string, more: object = {}): PayoutDeed => ({ run: never, find: async () => ({ status, ...more }) as never });

  it.each(["started", "unknown"] as const)("where it was %s, is asked about, and done where it happened", async (status) => {
    const { payout, written } = await held([{ status }]);
    expect(await performStep(payout, step, "do", { deed: deed("done", { result: 8 }) })).toEqual({ end: "done", result: 8 });
    expect(written()).toEqual([["do", "done", 1, "asked by its key: it happened", 8]]);
  });

  it("is run again where it can't come any more, which it may until the lease of its last start is over", async () => {
    const absent = { ...deed("absent"), run: done };
    const late = await held([{ status: "started" }], 60);
    expect(await performStep(late.payout, step, "do", { deed: absent })).toEqual({ end: "done", result: { ref: 1 } });
    expect(late.written()).toEqual([
      ["do", "failed", 1, "asked by its key: it didn't happen", undefined],
      ["do", "started", 2, "tried again", undefined],
      ["do", "done", 2, "the action says so", { ref: 1 }],
    ]);
    const early = await held([{ status: "started" }], 59.999);
    expect(await performStep(early.payout, step, "do", { deed: absent })).toEqual({
      end: "unknown",
      because: "it is absent, but may still come",
      askAt: start + 60_000,
    });
    expect(early.written()).toEqual([["do", "unknown", 1, "it is absent, but may still come", undefined]]);
  });

  it("counts the lease from its own last start, whatever else was recorded since", async () => {
    const records = [
      { status: "started" as const },
      { status: "unknown" as const, at: start + 50_000, result: 3 },
      { step: "b", status: "started" as const, at: start + 55_000 },
      { direction: "undo" as const, status: "started" as const, at: start + 55_000 },
    ];
    const { payout, written } = await held(records, 58);
    expect(await performStep(payout, step, "do", { deed: deed("absent") })).toMatchObject({ end: "unknown", askAt: start + 60_000 });
    expect(written()).toEqual([["do", "unknown", 1, "it is absent, but may still come", 3]]);
    const unasked = await held([{ status: "unknown", at: start + 50_000 }], 58);
    expect(await performStep(unasked.payout, step, "do", { deed: deed("absent") })).toMatchObject({ askAt: start + 110_000 });
  });

  it("is asked about again no sooner than now, where the other side doesn't know", async () => {
    const { payout } = await held([{ status: "started" }], 90);
    expect(await performStep(payout, step, "do", { deed: deed("unknown", { because: "under way" }) })).toEqual({
      end: "unknown",
      because: "under way",
      askAt: start + 90_000,
    });
  });

  it("waits for a person where nobody can be asked, which is recorded once, unless it may be repeated", async () => {
    const because = "nobody can be asked whether it happened: a person has to look, and settle it";
    const { payout, written } = await held([{ status: "started" }]);
    const waits = { end: "unknown", because, askAt: null };
    expect(await performStep(payout, step, "do", { deed: { run: never } })).toEqual(waits);
    expect(await performStep(payout, step, "do", { deed: { run: never } })).toEqual(waits);
    expect(written()).toEqual([["do", "unknown", 1, because, undefined]]);
    const again = await held([{ status: "started" }]);
    expect(await performStep(again.payout, step, "do", { deed: { run: done, repeatable: true } })).toMatchObject({ end: "done" });
    expect(again.written()).toEqual([
      ["do", "started", 2, "tried again", undefined],
      ["do", "done", 2, "the action says so", { ref: 1 }],
    ]);
  });
});
