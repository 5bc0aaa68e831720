import { describe, expect, it } from "vitest";
import { AdapterError } from "@amends/core/errors";
import { executePayout } from "./execute-payout.js";
import { bench, minute, once } from "./testing/payout-bench.js";
import { samplePlan } from "./testing/sample-plan.js";

describe("an action whose outcome is unknown", () => {
  const unknown = { status: "unknown", because: "no answer in time", result: { ref: "S-1" } } as const;

  it("is asked about with its key before it is repeated: it happened", async () => {
    const { bank, at, pay } = bench();
    bank.interfere = (when, what) => (when === "after" && what === "do b" ? unknown : undefined);
    expect(await pay()).toMatchObject({ status: "waiting", step: "b", because: "no answer in time", askAt: at.now + minute });
    bank.interfere = () => undefined;
    expect(await pay()).toMatchObject({ status: "paid" });
    expect(bank.log).toEqual(["do a", "do b", "find do b", "do c"]);
  });

  it("that didn't happen counts as that only once it can't come any more, and is then tried again", async () => {
    const { bank, at, ledger, pay } = bench();
    bank.interfere = (when, what) => (when === "before" && what === "do b" ? unknown : undefined);
    const { now } = at;
    await pay();
    bank.interfere = () => undefined;
    at.now = now + minute - 1;
    expect(await pay()).toMatchObject({ status: "waiting", because: "it is absent, but may still come", askAt: now + minute });
    at.now = now + minute;
    expect(await pay()).toMatchObject({ status: "paid" });
    expect(Object.fromEntries(bank.paid)).toEqual(once);
    expect(
      (await ledger.read("K-1"))?.records.filter(({ step }) => step === "b").map(({ status, attempt }) => `${status} ${attempt}`),
    ).toEqual(["started 1", "unknown 1", "unknown 1", "failed 1", "started 2", "done 2"]);
  });

  it("waits for a person where nobody can be asked", async () => {
    const { bank, at, ledger, pay } = bench({ answers: false });
    bank.interfere = (when) => (when === "after" ? unknown : undefined);
    expect(await pay()).toMatchObject({ status: "waiting", step: "a", askAt: null });
    at.now += 10 * minute;
    for (const _ of [1, 2]) expect(await pay()).toMatchObject({ status: "waiting", step: "a", askAt: null });
    expect(bank.log).toEqual(["do a"]);
    expect((await ledger.read("K-1"))?.records).toHaveLength(2);
  });

  it("is repeated at once where the other side holds to the key", async () => {
    for (const answers of [true, false]) {
      const { bank, pay } = bench({ repeatable: true, answers });
      bank.interfere = (when) => (when === "before" ? unknown : undefined);
      expect(await pay()).toMatchObject({ status: "waiting", askAt: expect.any(Number) });
      bank.interfere = () => undefined;
      expect(await pay()).toMatchObject({ status: "paid" });
      expect(Object.fromEntries(bank.paid)).toEqual(once);
    }
  });

  it("hands what the last try answered to whoever asks", async () => {
    const { bank, options } = bench();
    const asked: unknown[] = [];
    const find = async (_step: unknown, call: { result: unknown; attempt: number; key: string }) => {
      asked.push([call.result, call.attempt]);
      return { status: "unknown", because: "still under way" } as const;
    };
    const actions = { refund: { ...bank.action, run: async () => unknown, find } };
    await executePayout(samplePlan(), { ...options, actions });
    expect(await executePayout(samplePlan(), { ...options, actions })).toMatchObject({ status: "waiting", because: "still under way" });
    await executePayout(samplePlan(), { ...options, actions });
    expect(asked).toEqual([
      [{ ref: "S-1" }, 1],
      [{ ref: "S-1" }, 1],
    ]);
  });

  it.each<[string, () => unknown, string]>([
    ["throws", () => Promise.reject(new TypeError("jane@example.com")), "the action threw a TypeError"],
    ["throws what is no error", () => Promise.reject("jane@example.com"), "the action threw something that is no error"],
    ["answers nothing", async () => undefined, "what the action answered says nothing"],
    ["answers a word of its own", async () => ({ status: "paid" }), "what the action answered says nothing"],
    ["doesn't say why", async () => ({ status: "unknown" }), "it doesn't say why"],
    [
      "is unavailable",
      () => Promise.reject(new AdapterError({ adapter: "bank", reason: "unavailable", message: "timed out" })),
      "bank: timed out",
    ],
    [
      "can't be read",
      () => Promise.reject(new AdapterError({ adapter: "bank", reason: "malformed", message: "not JSON" })),
      "bank: not JSON",
    ],
  ])("is one that %s", async (_, run, because) => {
    const { bank, options } = bench();
    const actions = { refund: { ...bank.action, run: run as never } };
    expect(await executePayout(samplePlan(), { ...options, actions })).toMatchObject({ status: "waiting", because });
  });

  it.each<[string, () => unknown]>([
    ["throws", () => Promise.reject(new Error("jane@example.com"))],
    ["is unavailable", () => Promise.reject(new AdapterError({ adapter: "bank", reason: "unavailable", message: "timed out" }))],
    ["says nothing", async () => undefined],
  ])("stays unknown where asking %s", async (_, find) => {
    const { bank, options } = bench();
    const actions = { refund: { ...bank.action, run: async () => unknown, find: find as never } };
    await executePayout(samplePlan(), { ...options, actions });
    const outcome = await executePayout(samplePlan(), { ...options, actions });
    expect(outcome).toMatchObject({ status: "waiting" });
    expect(JSON.stringify(outcome)).not.toContain("jane");
  });

  it.each([
    ["rejected", true],
    ["not_found", true],
    ["auth", false],
    ["rate_limited", false],
  ] as const)("isn't one that is %s: that certainly didn't happen", async (reason, final) => {
    const { bank, options } = bench();
    const refused = new AdapterError({ adapter: "bank", reason, message: "no" });
    const actions = { refund: { ...bank.action, run: () => Promise.reject(refused) } };
    expect(await executePayout(samplePlan(), { ...options, actions })).toMatchObject({
      status: "failed",
      step: "a",
      because: "bank: no",
      final,
    });
  });

  it("loses no payment for a result that can't be kept", async () => {
    const { bank, options } = bench();
    const actions = { refund: { ...bank.action, run: async () => ({ status: "done", result: 1n }) as const } };
    expect((await executePayout(samplePlan(), { ...options, actions })).status).toBe("paid");
  });
});
