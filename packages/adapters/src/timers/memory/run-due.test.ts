import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bench, iso, start } from "./testing/timer-bench.js";

describe("runDue", () => {
  it("tells the keys delivered, of the same instant in the order in which they were set", async () => {
    const { timers, at } = bench({ setTimer: "none" });
    for (const key of ["z", "m", "a"]) await timers.set(key, iso(1), {});
    await timers.set("later", iso(2), {});
    expect(await timers.runDue()).toEqual([]);
    at.now += 1000;
    expect(await timers.runDue()).toEqual(["z", "m", "a"]);
    expect(timers.pending().map(({ key }) => key)).toEqual(["later"]);
  });

  it("delivers what a delivery sets, each key once a run", async () => {
    const { timers, keys, due } = bench({
      setTimer: "none",
      onDue: async (each) => {
        due.push(each);
        await timers.set("b", iso(0), {});
        await timers.set(each.key, iso(0), {});
      },
    });
    await timers.set("a", iso(0), {});
    expect(await timers.runDue()).toEqual(["a", "b"]);
    expect(keys()).toBe("a,b");
    expect(timers.pending().map(({ key }) => key)).toEqual(["a", "b"]);
  });

  it("leaves out what an earlier delivery cancels", async () => {
    const { timers } = bench({ setTimer: "none", onDue: () => timers.cancel("b") });
    await timers.set("a", iso(0), {});
    await timers.set("b", iso(0), {});
    expect(await timers.runDue()).toEqual(["a"]);
  });

  it("never delivers one timer twice, however runs overlap", async () => {
    const { timers, keys, due } = bench({
      setTimer: "none",
      onDue: async (each) => {
        await Promise.resolve();
        due.push(each);
      },
    });
    for (const key of ["a", "b", "c"]) await timers.set(key, iso(0), {});
    const runs = await Promise.all([timers.runDue(), timers.runDue()]);
    expect(runs.flat().toSorted()).toEqual(["a", "b", "c"]);
    expect(keys().split(",").toSorted().join()).toBe("a,b,c");
  });

  it("keeps the times' order, as a sorted list does", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom("a", "b", "c", "d"), second: fc.nat(20), cancel: fc.boolean() })),
        async (steps) => {
          const { timers, keys } = bench({ setTimer: "none" });
          const model = new Map<string, { second: number; order: number }>();
          for (const [order, { key, second, cancel }] of steps.entries()) {
            if (cancel) await timers.cancel(key);
            else await timers.set(key, iso(second), {});
            model.delete(key);
            if (!cancel) model.set(key, { second, order });
          }
          await timers.runDue(start + 10_000);
          const wanted = [...model]
            .filter(([, { second }]) => second <= 10)
            .toSorted(([, left], [, right]) => left.second - right.second || left.order - right.order);
          expect(keys()).toBe(wanted.map(([key]) => key).join());
        },
      ),
      { numRuns: 60 },
    );
  });
});
