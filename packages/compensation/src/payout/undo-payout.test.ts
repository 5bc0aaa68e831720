import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { executePayout } from "./execute-payout.js";
import { settlePayoutStep } from "./settle-payout-step.js";
import { countingBank, type BankTraits } from "./testing/counting-bank.js";
import { listedLedger } from "./testing/listed-ledger.js";
import { mortal } from "./testing/mortal-worker.js";
import { samplePlan } from "./testing/sample-plan.js";
import { undoPayout } from "./undo-payout.js";

const minute = 60_000;

function bench(traits: BankTraits = {}) {
  const ledger = listedLedger();
  const bank = countingBank(traits);
  const at = { now: Date.UTC(2026, 2, 3, 15) };
  const options = { ledger, actions: bank.actions, clock: () => at.now, leaseSeconds: 60, because: "the wrong case" };
  return {
    ledger,
    bank,
    at,
    options,
    pay: (plan = samplePlan()) => executePayout(plan, options),
    undo: (key = "K-1") => undoPayout(key, options),
  };
}
const nothing = { a: 0, b: 0, c: 0 };

describe("undoPayout", () => {
  it("undoes in reverse, once, with what doing it answered", async () => {
    const { bank, ledger, options, pay, undo } = bench();
    await pay();
    const given: unknown[] = [];
    const { undo: taking } = bank.action;
    if (!("run" in taking)) throw new Error("it is reversible");
    const actions = {
      refund: {
        ...bank.action,
        undo: { ...taking, run: (...all: Parameters<typeof taking.run>) => (given.push(all[1].result), taking.run(...all)) },
      },
    };
    expect(await undoPayout("K-1", { ...options, actions })).toMatchObject({ status: "undone", already: false });
    expect(bank.log.slice(3)).toEqual(["undo c", "undo b", "undo a"]);
    expect(given).toEqual([{ ref: "do-c" }, { ref: "do-b" }, { ref: "do-a" }]);
    expect(await undo()).toMatchObject({ status: "undone", already: true });
    expect(await pay()).toMatchObject({ status: "undone" });
    expect(Object.fromEntries(bank.paid)).toEqual(nothing);
    expect((await ledger.read("K-1"))?.undoBecause).toBe("the wrong case");
  });

  it("knows a payout that nobody began", async () => {
    expect(await bench().undo("K-9")).toEqual({ status: "absent" });
  });

  it("undoes what was done of a payout that didn't come to its end, and stops it", async () => {
    const { bank, pay, undo } = bench();
    bank.interfere = (when, what) => (when === "before" && what === "do b" ? { status: "failed", because: "closed" } : undefined);
    await pay();
    expect(await undo()).toMatchObject({ status: "undone" });
    expect(bank.log).toEqual(["do a", "undo a"]);
    expect(await pay()).toMatchObject({ status: "undone" });
  });

  it("asks whether a step happened before it undoes it", async () => {
    for (const [moment, log] of [
      ["after", ["do a", "do b", "find do b", "undo b", "undo a"]],
      ["before", ["do a", "find do b", "undo a"]],
    ] as const) {
      const { bank, at, ledger, pay, undo } = bench();
      bank.interfere = (when, what) => (when === moment && what === "do b" ? { status: "unknown", because: "no answer" } : undefined);
      await pay();
      bank.interfere = () => undefined;
      at.now += minute;
      expect(await undo()).toMatchObject({ status: "undone" });
      expect(bank.log).toEqual(log);
      expect(Object.values(Object.fromEntries(bank.paid)).every((count) => count === 0)).toBe(true);
      expect((await ledger.read("K-1"))?.records.some(({ because }) => because.startsWith("asked by its key"))).toBe(true);
    }
  });

  it("waits for a person where nobody can be asked, and goes on from what they say", async () => {
    for (const happened of [true, false]) {
      const { bank, options, pay, undo } = bench({ answers: false });
      bank.interfere = (when, what) =>
        when === (happened ? "after" : "before") && what === "do b" ? { status: "unknown", because: "no answer" } : undefined;
      await pay();
      bank.interfere = () => undefined;
      expect(await undo()).toMatchObject({ status: "waiting", step: "b", askAt: null });
      expect(bank.log).not.toContain("undo a");
      expect(await settlePayoutStep("K-1", { step: "b", happened, by: "ann", because: "the bank's list" }, options)).toBe("settled");
      expect(await undo()).toMatchObject({ status: "undone" });
      expect(Object.values(Object.fromEntries(bank.paid)).every((count) => count === 0)).toBe(true);
    }
  });

  it("keeps and names what can't be undone, and leaves the offer used up", async () => {
    const { bank, options, pay } = bench();
    const steps = [...samplePlan().steps.slice(0, 2), { id: "sorry", kind: "apology", says: "an apology", amount: null, data: {} }];
    const actions = { refund: bank.action, apology: { ...bank.action, undo: { irreversible: "it was read" } } };
    const plan = samplePlan({ steps });
    await executePayout(plan, { ...options, actions });
    bank.interfere = (when, what) =>
      when === "before" && what === "undo b" ? { status: "failed", because: "it was sent", final: true } : undefined;
    const kept = [
      { step: "b", because: "it was sent" },
      { step: "sorry", because: "it was read" },
    ];
    expect(await undoPayout("K-1", { ...options, actions })).toMatchObject({ status: "partly_undone", already: false, kept });
    expect(await undoPayout("K-1", { ...options, actions })).toMatchObject({ status: "partly_undone", already: true, kept });
    expect(await pay(samplePlan({ key: "K-2" }))).toMatchObject({ status: "taken" });
    expect(Object.fromEntries(bank.paid)).toEqual({ a: 0, b: 1, sorry: 1 });
  });

  it("says once what it keeps, however often it goes on", async () => {
    const { bank, ledger, options } = bench();
    const steps = [...samplePlan().steps.slice(0, 1), { id: "sorry", kind: "apology", says: "an apology", amount: null, data: {} }];
    const actions = { refund: bank.action, apology: { ...bank.action, undo: { irreversible: "it was read" } } };
    await executePayout(samplePlan({ steps }), { ...options, actions });
    bank.interfere = (when) => (when === "before" ? { status: "failed", because: "closed" } : undefined);
    for (const _ of [1, 2, 3]) expect((await undoPayout("K-1", { ...options, actions })).status).toBe("failed");
    expect((await ledger.read("K-1"))?.records.filter(({ status }) => status === "kept")).toHaveLength(1);
  });

  it("lets another remedy of the offer in once nothing is left", async () => {
    const { pay, undo } = bench();
    await pay();
    await undo();
    expect(await pay(samplePlan({ key: "K-2" }))).toMatchObject({ status: "paid" });
  });

  it("stops at a step that can't be undone now, and goes on later", async () => {
    const { bank, pay, undo } = bench();
    await pay();
    bank.interfere = (when, what) => (when === "before" && what === "undo b" ? { status: "failed", because: "closed" } : undefined);
    expect(await undo()).toMatchObject({ status: "failed", step: "b", because: "closed", final: false });
    expect(await pay()).toMatchObject({ status: "undone", entry: { status: "undoing" } });
    bank.interfere = () => undefined;
    expect(await undo()).toMatchObject({ status: "undone" });
    expect(Object.fromEntries(bank.runs)).toMatchObject({ "undo a": 1, "undo b": 1, "undo c": 1 });
  });

  it("doesn't start while somebody pays", async () => {
    const { bank, at, pay, undo } = bench();
    bank.interfere = async (when, what) => {
      if (when === "before" && what === "do b") expect(await undo()).toMatchObject({ status: "held", by: { until: at.now + minute } });
      return undefined;
    };
    expect(await pay()).toMatchObject({ status: "paid" });
  });

  it("needs the actions of the plan", async () => {
    const { ledger, options, pay } = bench();
    await pay();
    await expect(undoPayout("K-1", { ...options, actions: {} })).rejects.toThrow('no action "refund"');
    expect(ledger.rows[0]?.lease).toBeNull();
  });

  it.each(["before", "after"] as const)(
    "comes to its end after a process ended at any call (%s it), undoing each step once",
    async (moment) => {
      let deaths = 0;
      for (let call = 1; ; call += 1) {
        const { bank, ledger, at, options, pay, undo } = bench();
        await pay();
        const life = mortal(ledger, bank, { at: call, when: moment });
        await undoPayout("K-1", { ...options, ledger: life.ledger }).catch(() => undefined);
        bank.interfere = () => undefined;
        if (!life.died()) break;
        deaths += 1;
        at.now += minute;
        expect(await undo()).toMatchObject({ status: "undone" });
        expect(Object.fromEntries(bank.runs)).toEqual({ "do a": 1, "do b": 1, "do c": 1, "undo a": 1, "undo b": 1, "undo c": 1 });
      }
      expect(deaths).toBeGreaterThan(10);
    },
  );

  it("and payments at the same time end in nothing paid or in everything paid, each once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { minLength: 2, maxLength: 5 }), async (scheduler, pays) => {
        const { bank, at, pay, undo } = bench();
        bank.interfere = async () => scheduler.schedule(Promise.resolve(undefined), "bank");
        const running = Promise.all(
          pays.map(async (paying) => {
            await scheduler.schedule(Promise.resolve(), "start");
            return paying ? pay() : undo();
          }),
        );
        await scheduler.waitFor(running);
        bank.interfere = () => undefined;
        at.now += minute;
        const end = await pay();
        if (end.status === "undone") await undo();
        expect(["paid", "undone"]).toContain(end.status);
        expect(Object.values(Object.fromEntries(bank.paid))).toSatisfy((counts: number[]) =>
          counts.every((count) => count === (end.status === "paid" ? 1 : 0)),
        );
        for (const count of bank.runs.values()) expect(count).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("settlePayoutStep", () => {
  it("settles what is open, once, and nothing else", async () => {
    const { bank, at, options, pay } = bench({ answers: false });
    const verdict = { step: "b", happened: true, by: "ann", because: "the bank's list", result: { ref: "R-7" } };
    const settle = (change: Partial<Parameters<typeof settlePayoutStep>[1]> = {}, key = "K-1") =>
      settlePayoutStep(key, { ...verdict, ...change }, options);
    expect(await settle()).toBe("absent");
    bank.interfere = async (when, what) => {
      if (when === "after" && what === "do b") {
        expect(await settle()).toBe("held");
        return { status: "unknown", because: "no answer" };
      }
      return undefined;
    };
    await pay();
    bank.interfere = () => undefined;
    expect(await settle({ step: "a" })).toBe("known");
    await expect(settle({ step: "z" })).rejects.toThrow("one of a, b, c");
    expect(await settle()).toBe("settled");
    expect(await settle({ happened: false })).toBe("known");
    const outcome = await pay();
    expect(outcome).toMatchObject({ status: "paid" });
    expect(bank.log).toEqual(["do a", "do b", "do c"]);
    expect("entry" in outcome && outcome.entry.records.find(({ worker }) => worker === "ann")).toMatchObject({
      step: "b",
      status: "done",
      attempt: 1,
      because: "ann: the bank's list",
      result: { ref: "R-7" },
      at: at.now,
    });
    expect(await settle()).toBe("known");
  });

  it("says that a step didn't happen, and it is tried again; that it was undone, and it isn't undone again", async () => {
    const { bank, options, pay, undo } = bench({ answers: false });
    bank.interfere = (when, what) => (when === "before" && what === "do b" ? { status: "unknown", because: "no answer" } : undefined);
    await pay();
    await settlePayoutStep("K-1", { step: "b", happened: false, by: "ann", because: "not on the list" }, options);
    bank.interfere = (when, what) => (when === "after" && what === "undo b" ? { status: "unknown", because: "no answer" } : undefined);
    expect(await pay()).toMatchObject({ status: "paid" });
    expect(await undo()).toMatchObject({ status: "waiting", step: "b" });
    expect(
      await settlePayoutStep("K-1", { step: "b", direction: "undo", happened: true, by: "ann", because: "on the list" }, options),
    ).toBe("settled");
    expect(await undo()).toMatchObject({ status: "undone" });
    expect(bank.runs.get("undo b")).toBe(1);
  });

  it("is told that somebody else went on meanwhile", async () => {
    const { bank, ledger, options, pay } = bench({ answers: false });
    bank.interfere = (when) => (when === "after" ? { status: "unknown", because: "no answer" } : undefined);
    await pay();
    const late = { ...ledger, record: async () => false };
    const verdict = { step: "a", happened: true, by: "ann", because: "the bank's list" };
    expect(await settlePayoutStep("K-1", verdict, { ...options, ledger: late })).toBe("held");
  });
});
