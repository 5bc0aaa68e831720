import { describe, expect, it } from "vitest";
import { AmendsError } from "@amends/core/errors";
import { executePayout } from "./execute-payout.js";
import type { ActionOutcome } from "./payout-action.js";
import { bench } from "./testing/payout-bench.js";
import { samplePlan } from "./testing/sample-plan.js";

describe("executePayout", () => {
  it("does each step in order, once, and records it before and after", async () => {
    const { bank, ledger, pay } = bench();
    const outcome = await pay();
    expect(outcome).toMatchObject({ status: "paid", already: false });
    expect(bank.log).toEqual(["do a", "do b", "do c"]);
    const entry = await ledger.read("K-1");
    expect(entry?.status).toBe("complete");
    expect(entry?.records.map(({ step, status }) => `${step} ${status}`)).toEqual(
      ["a", "b", "c"].flatMap((step) => [`${step} started`, `${step} done`]),
    );
    expect(entry?.records[1]).toEqual({
      step: "a",
      direction: "do",
      status: "done",
      attempt: 1,
      at: Date.UTC(2026, 2, 3, 15),
      worker: "worker",
      because: "the action says so",
      result: { ref: "do-a" },
    });
  });

  it("says so where it was paid before, and asks nobody", async () => {
    const { bank, pay } = bench();
    await pay();
    expect(await pay()).toMatchObject({ status: "paid", already: true });
    expect(bank.log).toHaveLength(3);
  });

  it("pays what it began with, whatever a later plan says", async () => {
    const { bank, pay } = bench();
    bank.interfere = (when, what) =>
      when === "before" && what === "do b" ? { status: "failed", because: "the bank is closed" } : undefined;
    expect(await pay()).toMatchObject({ status: "failed", step: "b", because: "the bank is closed", final: false });
    bank.interfere = () => undefined;
    const outcome = await pay(samplePlan({ amount: { amount: "99.00", currency: "USD" } }, 5));
    expect(outcome).toMatchObject({ status: "paid", entry: { plan: { amount: { amount: "30.00" } } } });
    expect(bank.log).toEqual(["do a", "do b", "do c"]);
  });

  it("pays one remedy of an offer, and the next one only as another sequence", async () => {
    const { bank, pay } = bench();
    await pay();
    expect(await pay(samplePlan({ key: "K-2", remedy: "reship" }))).toMatchObject({
      status: "taken",
      entry: { plan: { key: "K-1" } },
      entries: [{ plan: { key: "K-1" } }],
    });
    expect(await pay(samplePlan({ key: "K-2", remedy: "reship", sequence: 1 }))).toMatchObject({ status: "paid" });
    expect(bank.log).toHaveLength(6);
  });

  it("names every step without an action or an undo, before anything is begun", async () => {
    const { ledger, options } = bench();
    const run = async (): Promise<ActionOutcome> => ({ status: "done" });
    const steps = ["refund", "gift", "points", "toString"].map((kind) => ({ id: kind, kind, says: kind, amount: null, data: {} }));
    const actions = { refund: { run, undo: { run } }, gift: { run, undo: { irreversible: "" } }, points: { run } } as never;
    const error: unknown = await executePayout(samplePlan({ steps: [...steps, { ...steps[0], id: "gift" } as never] }), {
      ...options,
      actions,
    }).catch((reason: unknown) => reason);
    if (!AmendsError.isInstance(error)) throw error;
    expect(error.findings.map(({ code, path }) => `${path} ${code}`)).toEqual([
      "steps[1].kind payout_undo_missing",
      "steps[2].kind payout_undo_missing",
      "steps[3].kind payout_action_missing",
      "steps[4].id payout_step_twice",
    ]);
    expect(ledger.rows).toEqual([]);
  });

  it("lets go of a payout whose own plan has a step that nobody can do any more", async () => {
    const { bank, ledger, options, pay } = bench();
    bank.interfere = () => ({ status: "failed", because: "closed" });
    await pay(samplePlan({ steps: [{ id: "a", kind: "refund", says: "a", amount: null, data: {} }] }));
    await expect(executePayout(samplePlan({ steps: [] }), { ...options, actions: {} })).rejects.toThrow('no action "refund"');
    expect(ledger.rows[0]?.lease).toBeNull();
  });

  it.each([0, -1, Number.NaN, 100_000])("refuses a lease of %s seconds", async (leaseSeconds) => {
    const { options } = bench();
    await expect(executePayout(samplePlan(), { ...options, leaseSeconds })).rejects.toThrow(AmendsError);
  });

  it("goes by the machine's clock where none is given", async () => {
    const { ledger, bank } = bench();
    expect((await executePayout(samplePlan(), { ledger, actions: bank.actions })).status).toBe("paid");
    expect(ledger.rows[0]?.entry.beganAt).toBeGreaterThan(Date.UTC(2026, 0));
  });
});
