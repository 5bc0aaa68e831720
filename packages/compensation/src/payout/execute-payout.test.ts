import { AdapterError, AmendsError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { executePayout } from "./execute-payout.js";
import type { ActionOutcome } from "./payout-action.js";
import { countingBank, type BankTraits } from "./testing/counting-bank.js";
import { listedLedger } from "./testing/listed-ledger.js";
import { mortal } from "./testing/mortal-worker.js";
import { samplePlan } from "./testing/sample-plan.js";

const minute = 60_000;

function bench(traits: BankTraits = {}) {
  const ledger = listedLedger();
  const bank = countingBank(traits);
  const at = { now: Date.UTC(2026, 2, 3, 15) };
  const options = { ledger, actions: bank.actions, clock: () => at.now, leaseSeconds: 60 };
  return { ledger, bank, at, options, pay: (plan = samplePlan()) => executePayout(plan, options) };
}
const once = { a: 1, b: 1, c: 1 };

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

describe("a process that ends", () => {
  const when = ["before", "after"] as const;
  const traits: readonly BankTraits[] = [{}, { repeatable: true }, { repeatable: true, answers: false }];

  it.each(traits.flatMap((each) => when.map((moment) => [JSON.stringify(each), moment, each] as const)))(
    "at any call (%s, %s it) leaves a payout that the next one completes, paying each step once",
    async (_, moment, trait) => {
      let deaths = 0;
      for (let call = 1; ; call += 1) {
        const { bank, ledger, at, options, pay } = bench(trait);
        const life = mortal(ledger, bank, { at: call, when: moment });
        await executePayout(samplePlan(), { ...options, ledger: life.ledger }).catch(() => undefined);
        bank.interfere = () => undefined;
        if (!life.died()) break;
        deaths += 1;
        const early = await pay();
        expect(["paid", "held", "waiting"]).toContain(early.status);
        at.now += minute;
        expect(await pay()).toMatchObject({ status: "paid" });
        expect(Object.fromEntries(bank.paid)).toEqual(once);
        expect((await ledger.read("K-1"))?.status).toBe("complete");
      }
      expect(deaths).toBeGreaterThan(10);
    },
  );

  it("at any call waits for a person where the other side neither answers nor holds to keys, and never pays twice", async () => {
    for (let call = 1; call < 14; call += 1) {
      const { bank, ledger, at, options, pay } = bench({ answers: false });
      const life = mortal(ledger, bank, { at: call, when: "after" });
      await executePayout(samplePlan(), { ...options, ledger: life.ledger }).catch(() => undefined);
      bank.interfere = () => undefined;
      at.now += minute;
      expect(["paid", "waiting"]).toContain((await pay()).status);
      for (const count of bank.runs.values()) expect(count).toBe(1);
    }
  });
});

describe("concurrent retries", () => {
  it("pay once, in every order of their calls", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, workers) => {
        const { bank, ledger, options, pay } = bench();
        bank.interfere = async () => scheduler.schedule(Promise.resolve(undefined), "bank");
        const slow = new Proxy(ledger, {
          get: (target, name) => {
            const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
            if (typeof member !== "function") return member;
            return async (...given: unknown[]) => {
              await scheduler.schedule(Promise.resolve(), `ask ${String(name)}`);
              const answer = await member(...given);
              await scheduler.schedule(Promise.resolve(), `answer ${String(name)}`);
              return answer;
            };
          },
        });
        const running = Promise.all(Array.from({ length: workers }, () => executePayout(samplePlan(), { ...options, ledger: slow })));
        await scheduler.waitFor(running);
        const statuses = (await running).map((outcome) =>
          outcome.status === "paid" ? `paid ${outcome.already ? "before" : "now"}` : outcome.status,
        );
        expect(statuses.filter((status) => status === "paid now")).toHaveLength(1);
        expect(statuses.every((status) => ["paid now", "paid before", "held"].includes(status))).toBe(true);
        bank.interfere = () => undefined;
        expect(await pay()).toMatchObject({ status: "paid", already: true });
        expect(Object.fromEntries(bank.runs)).toEqual({ "do a": 1, "do b": 1, "do c": 1 });
      }),
      { numRuns: 60 },
    );
  });

  it("pay once even where leases end under way, if the other side holds to keys", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 40 }), async (scheduler, jumps) => {
        const { bank, at, options, pay } = bench({ repeatable: true });
        const left = [...jumps];
        bank.interfere = async () => {
          await scheduler.schedule(Promise.resolve(), "bank");
          at.now += (left.pop() ?? 0) * 1000;
          await scheduler.schedule(Promise.resolve(), "bank");
          return undefined;
        };
        const running = Promise.all(
          Array.from({ length: 3 }, async (_, worker) => {
            await scheduler.schedule(Promise.resolve(), `worker ${worker}`);
            at.now += (left.pop() ?? 0) * 1000;
            return executePayout(samplePlan(), { ...options, leaseSeconds: 20 });
          }),
        );
        await scheduler.waitFor(running);
        bank.interfere = () => undefined;
        at.now += minute;
        expect(await pay()).toMatchObject({ status: "paid" });
        expect(Object.fromEntries(bank.paid)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it("tell one that lost the payout while it worked on it", async () => {
    const { bank, at, pay } = bench({ repeatable: true });
    let other: Promise<unknown> | undefined;
    bank.interfere = async (when, what) => {
      if (when === "after" && what === "do a" && other === undefined) {
        at.now += minute;
        other = pay();
        await other;
      }
      return undefined;
    };
    expect(await pay()).toEqual({ status: "lost" });
    expect(await other).toMatchObject({ status: "paid" });
    expect(Object.fromEntries(bank.paid)).toEqual(once);
  });

  it("don't get it while its worker makes headway, however long it takes in all", async () => {
    const { bank, at, pay } = bench();
    const seen: string[] = [];
    bank.interfere = async (when, what) => {
      if (when === "after") {
        at.now += 40_000;
        seen.push(`${what} ${(await pay()).status}`);
      }
      return undefined;
    };
    expect(await pay()).toMatchObject({ status: "paid" });
    expect(seen).toEqual(["do a held", "do b held", "do c held"]);
  });

  it("see who holds it", async () => {
    const { bank, at, options, pay } = bench();
    bank.interfere = async (when, what) => {
      if (when !== "before" || what !== "do a") return undefined;
      expect(await pay()).toMatchObject({ status: "held", by: { worker: "till-1", until: at.now + minute } });
      return undefined;
    };
    expect(await executePayout(samplePlan(), { ...options, worker: "till-1" })).toMatchObject({ status: "paid" });
  });

  it("pass on what the ledger throws, and leave the payout to the next", async () => {
    const { ledger, bank, at, options, pay } = bench();
    const broken = { ...ledger, complete: () => Promise.reject(new Error("the database is gone")) };
    await expect(executePayout(samplePlan(), { ...options, ledger: broken })).rejects.toThrow("the database is gone");
    expect(await pay()).toMatchObject({ status: "held" });
    at.now += minute;
    expect(await pay()).toMatchObject({ status: "paid", already: false });
    expect(Object.fromEntries(bank.paid)).toEqual(once);
    const forgetful = { ...ledger, read: async () => undefined };
    await expect(executePayout(samplePlan({ key: "K-2", offer: "F-2" }), { ...options, ledger: forgetful })).rejects.toThrow(
      "lost a payout",
    );
  });
});
