import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { executePayout } from "./execute-payout.js";
import { bench, minute, once } from "./testing/payout-bench.js";
import { samplePlan } from "./testing/sample-plan.js";

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
