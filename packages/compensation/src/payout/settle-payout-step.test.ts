import { describe, expect, it } from "vitest";
import { executePayout } from "./execute-payout.js";
import type { PayoutAction } from "./payout-action.js";
import { settlePayoutStep, type StepVerdict } from "./settle-payout-step.js";
import { listedLedger } from "./testing/listed-ledger.js";
import { samplePlan } from "./testing/sample-plan.js";
import { undoPayout } from "./undo-payout.js";

const start = Date.UTC(2026, 2, 3, 15);
const seen: StepVerdict = { step: "a", happened: true, by: "ann", because: "it is on the statement" };
const lost = async () => ({ status: "unknown", because: "no answer" }) as const;
const done = async () => ({ status: "done", result: { ref: 7 } }) as const;
const plan = samplePlan({}, 1);

/** A payout of one step whose action answers so, done and taken back. */
function bench(run: PayoutAction["run"], undo: PayoutAction["run"] = done) {
  const ledger = listedLedger();
  const options = { ledger, actions: { refund: { run, undo: { run: undo } } }, clock: () => start, leaseSeconds: 60 };
  const records = () =>
    ledger.rows[0]?.entry.records.map(({ direction, status, attempt, worker, because, result }) => [
      direction,
      status,
      attempt,
      worker,
      because,
      result,
    ]);
  return { ledger, options, records };
}

describe("what a person found out about a step", () => {
  it.each([
    [true, "done"],
    [false, "failed"],
  ])("is written with who looked and why, happened: %s, and leaves it free to go on", async (happened, status) => {
    const { ledger, options, records } = bench(lost);
    await executePayout(plan, options);
    expect(await settlePayoutStep("K-1", { ...seen, happened, result: { ref: 3 } }, options)).toBe("settled");
    expect(records()?.at(-1)).toEqual(["do", status, 1, "ann", "ann: it is on the statement", { ref: 3 }]);
    expect(ledger.rows[0]?.lease).toBeNull();
    expect((await executePayout(plan, { ...options, actions: { refund: { run: done, undo: { run: done } } } })).status).toBe("paid");
  });

  it("is written without a result where there is none, of the try that is open", async () => {
    const { options, ledger } = bench(lost);
    await executePayout(plan, options);
    await settlePayoutStep("K-1", { ...seen, happened: false }, options);
    await executePayout(plan, options);
    expect(await settlePayoutStep("K-1", seen, options)).toBe("settled");
    const last = ledger.rows[0]?.entry.records.at(-1);
    expect(last).toMatchObject({ status: "done", attempt: 2 });
    expect(last).not.toHaveProperty("result");
  });

  it("of a step whose try was begun and never ended counts too", async () => {
    const { ledger, options, records } = bench(done);
    const taken = await ledger.begin(plan, { worker: "w", now: start - 90_000, until: start - 30_000 });
    if (taken.state !== "yours") throw new Error("not held");
    const record = {
      step: "a",
      direction: "do",
      status: "started",
      attempt: 1,
      at: start - 90_000,
      worker: "w",
      because: "first try",
    } as const;
    await ledger.record("K-1", { fence: taken.fence, record });
    expect(await settlePayoutStep("K-1", seen, options)).toBe("settled");
    expect(records()?.map(([, status]) => status)).toEqual(["started", "done"]);
  });

  it("is left out where its outcome is known, or nothing was begun", async () => {
    const { options, records } = bench(async () => ({ status: "failed", because: "no funds" }));
    await executePayout(plan, options);
    expect(await settlePayoutStep("K-1", seen, options)).toBe("known");
    expect(await settlePayoutStep("K-1", { ...seen, direction: "undo" }, options)).toBe("known");
    expect(records()?.map(([, status]) => status)).toEqual(["started", "failed"]);
    const paid = bench(done);
    await executePayout(plan, paid.options);
    expect(await settlePayoutStep("K-1", { ...seen, happened: false }, paid.options)).toBe("known");
  });

  it("waits where somebody works on it, until the lease ends, which is the one that looks then", async () => {
    const { ledger, options } = bench(lost);
    await executePayout(plan, options);
    await ledger.begin(plan, { worker: "w", now: start, until: start + 1 });
    expect(await settlePayoutStep("K-1", seen, options)).toBe("held");
    const asked: unknown[] = [];
    const watched = {
      ...ledger,
      begin: async (...given: Parameters<typeof ledger.begin>) => (asked.push(given[1]), ledger.begin(...given)),
    };
    expect(await settlePayoutStep("K-1", seen, { ...options, ledger: watched, clock: () => start + 1 })).toBe("settled");
    expect(asked).toEqual([{ worker: "ann", now: start + 1, until: start + 60_001 }]);
  });

  it("leaves a payout that is over, or that somebody else works on, as it is", async () => {
    const called: string[] = [];
    const untouched = (ledger: ReturnType<typeof listedLedger>) => ({
      ...ledger,
      record: async (...given: Parameters<typeof ledger.record>) => (called.push("record"), ledger.record(...given)),
      release: async (...given: Parameters<typeof ledger.release>) => (called.push("release"), ledger.release(...given)),
    });
    const paid = bench(done);
    await executePayout(plan, paid.options);
    expect(await settlePayoutStep("K-1", seen, { ...paid.options, ledger: untouched(paid.ledger) })).toBe("known");
    const other = bench(lost);
    await executePayout(plan, other.options);
    await other.ledger.begin(plan, { worker: "w", now: start, until: start + 1 });
    expect(await settlePayoutStep("K-1", seen, { ...other.options, ledger: untouched(other.ledger) })).toBe("held");
    expect(called).toEqual([]);
  });

  it("is nothing of a payout that nobody began, or that the ledger doesn't have any more", async () => {
    const { ledger, options } = bench(lost);
    expect(await settlePayoutStep("K-1", seen, options)).toBe("absent");
    await executePayout(plan, options);
    const entry = ledger.rows[0]?.entry;
    if (entry === undefined) throw new Error("no entry");
    for (const begin of [async () => ({ state: "taken", entry, entries: [entry] }) as const]) {
      expect(await settlePayoutStep("K-1", seen, { ...options, ledger: { ...ledger, begin } })).toBe("absent");
    }
    const undoing = {
      ...ledger,
      read: async () => ({ ...entry, status: "undoing" as const }),
      undo: async () => ({ state: "absent" }) as const,
    };
    expect(await settlePayoutStep("K-1", seen, { ...options, ledger: undoing })).toBe("absent");
  });

  it("of a payout that is being taken back goes on with that, for the reason it had", async () => {
    const { ledger, options, records } = bench(done, lost);
    await executePayout(plan, options);
    expect((await undoPayout("K-1", { ...options, because: "the wrong case" })).status).toBe("waiting");
    const asked: unknown[] = [];
    const watched = { ...ledger, undo: async (...given: Parameters<typeof ledger.undo>) => (asked.push(given[1]), ledger.undo(...given)) };
    expect(await settlePayoutStep("K-1", { ...seen, direction: "undo" }, { ...options, ledger: watched })).toBe("settled");
    expect(asked).toEqual([{ worker: "ann", now: start, until: start + 60_000, because: "the wrong case" }]);
    expect(records()?.at(-1)).toEqual(["undo", "done", 1, "ann", "ann: it is on the statement", undefined]);
    expect(await undoPayout("K-1", { ...options, because: "again" })).toMatchObject({ status: "undone", already: false });
  });
});
