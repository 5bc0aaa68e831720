import { AdapterError, AmendsError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { defineContract, timerContract } from "../../testing/index.js";
import { createMemoryTimers, type DueTimer, type FailedDelivery, type MemoryTimersOptions, type SetTimer } from "./memory-timers.js";

const start = Date.UTC(2026, 2, 3, 15);
const iso = (seconds: number) => new Date(start + seconds * 1000).toISOString();

/** A clock and timers that stand still until they are moved. */
function bench(options: Partial<MemoryTimersOptions> = {}) {
  const at = { now: start };
  const set: { readonly due: number; readonly wait: number; readonly run: () => void; stopped: boolean }[] = [];
  const setTimer: SetTimer = (run, milliseconds) => {
    const timer = { due: at.now + milliseconds, wait: milliseconds, run, stopped: false };
    set.push(timer);
    return () => {
      timer.stopped = true;
    };
  };
  const due: DueTimer[] = [];
  const failed: FailedDelivery[] = [];
  const timers = createMemoryTimers({
    onDue: (each) => void due.push(each),
    clock: () => at.now,
    setTimer,
    onFailure: (failure) => void failed.push(failure),
    ...options,
  });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  /** Lets time pass, timers firing on the way. */
  const until = async (seconds: number) => {
    const to = start + seconds * 1000;
    for (;;) {
      const next = set.filter(({ stopped, due: when }) => !stopped && when <= to).toSorted((left, right) => left.due - right.due)[0];
      if (next === undefined) break;
      next.stopped = true;
      at.now = Math.max(at.now, next.due);
      next.run();
      await settle();
    }
    at.now = to;
  };
  return { at, set, timers, due, failed, until, settle, keys: () => due.map(({ key }) => key).join() };
}

describe("the contract of timer services", () => {
  describe("pulled by the host", () => {
    defineContract(
      timerContract({
        create: (clock, onDue) => {
          const timers = createMemoryTimers({ clock, onDue, setTimer: "none" });
          return { timers, advance: async (to) => void (await timers.runDue(to)), close: timers.close };
        },
      }),
      { test: it, skip: it.skip },
    );
  });

  describe("woken by timers", () => {
    defineContract(
      timerContract({
        create: (clock, onDue) => {
          const waiting: { readonly at: number; readonly run: () => void; stopped: boolean }[] = [];
          let now = start;
          const timers = createMemoryTimers({
            clock: () => now,
            onDue,
            setTimer: (run, milliseconds) => {
              const timer = { at: now + milliseconds, run, stopped: false };
              waiting.push(timer);
              return () => {
                timer.stopped = true;
              };
            },
          });
          const advance = async (to: number) => {
            for (;;) {
              const next = waiting.filter(({ stopped, at }) => !stopped && at <= to).toSorted((left, right) => left.at - right.at)[0];
              if (next === undefined) break;
              next.stopped = true;
              now = Math.max(now, next.at);
              next.run();
              for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
            }
            now = clock();
          };
          return { timers, advance, close: timers.close };
        },
      }),
      { test: it, skip: it.skip },
    );
  });
});

describe("a delivery that never ends", () => {
  const hangs = ({ key }: DueTimer) => (key === "stuck" ? new Promise<void>(() => undefined) : undefined);

  it("counts as failed when its time is over, and the others get their turn", async () => {
    const seen: string[] = [];
    const { timers, failed, until } = bench({
      onDue: (due) => {
        seen.push(due.key);
        return hangs(due);
      },
      deliveryTimeoutSeconds: 30,
      attempts: 2,
    });
    await timers.set("stuck", iso(10), {});
    await timers.set("next", iso(10), {});
    await timers.set("later", iso(20), {});
    await until(39);
    expect(seen).toEqual(["stuck"]);
    await until(60);
    expect(seen).toEqual(["stuck", "next", "later", "stuck"]);
    await until(200);
    expect(failed.map(({ key, failures }) => [key, failures])).toEqual([
      ["stuck", 1],
      ["stuck", 2],
    ]);
    expect(AdapterError.isInstance(failed[0]?.error) && failed[0].error.reason).toBe("unavailable");
    expect(timers.pending()).toMatchObject([{ key: "stuck", failures: 2 }]);
  });

  it("leaves no timer behind where deliveries end", async () => {
    const { timers, set, until } = bench();
    await timers.set("a", iso(1), {});
    await until(2);
    expect(set.every(({ stopped }) => stopped)).toBe(true);
  });
});

describe("waking", () => {
  it("never sleeps longer than timers can be set for, nor longer than an hour", async () => {
    const { timers, set, until, keys } = bench();
    await timers.set("far", iso(90 * 86_400), {});
    await until(89 * 86_400);
    expect(keys()).toBe("");
    await until(90 * 86_400);
    expect(keys()).toBe("far");
    expect(Math.max(...set.map(({ wait }) => wait))).toBe(3_600_000);
  });

  it("wakes for the first timer only, also when a sooner one is set, and stops when all are gone", async () => {
    const { timers, set, until, keys } = bench();
    await timers.set("later", iso(600), {});
    await timers.set("sooner", iso(60), {});
    await timers.set("latest", iso(900), {});
    expect(set.filter(({ stopped }) => !stopped).map(({ wait }) => wait)).toEqual([60_000]);
    await until(1000);
    expect(keys()).toBe("sooner,later,latest");
    expect(set.every(({ stopped }) => stopped)).toBe(true);
  });

  it("waits on where the machine's timer fires a little early", async () => {
    const { timers, set, at, settle, keys } = bench();
    await timers.set("a", iso(10), {});
    at.now += 9_999;
    set[0]?.run();
    await settle();
    expect(keys()).toBe("");
    expect(set[1]?.wait).toBe(1);
    at.now += 1;
    set[1]?.run();
    await settle();
    expect(keys()).toBe("a");
  });

  it("by the machine's timers, which keep no process alive", async () => {
    const unref = vi.fn();
    const fire: (() => void)[] = [];
    const timer = vi.spyOn(globalThis, "setTimeout").mockImplementation((run) => {
      fire.push(run);
      return { unref } as unknown as ReturnType<typeof setTimeout>;
    });
    const clear = vi.spyOn(globalThis, "clearTimeout").mockImplementation(() => undefined);
    try {
      const woken: string[] = [];
      const timers = createMemoryTimers({ onDue: ({ key }) => void woken.push(key), clock: () => start });
      await timers.set("later", iso(60), {});
      await timers.set("now", iso(0), {});
      expect(clear).toHaveBeenCalledTimes(1);
      fire[1]?.();
      await timers.close();
      expect(woken).toEqual(["now"]);
      expect(unref).toHaveBeenCalled();
    } finally {
      timer.mockRestore();
      clear.mockRestore();
    }
  });
});

describe("deliveries that fail", () => {
  it("are told, tried again later each time, given up at last, and still listed", async () => {
    const { timers, until, failed } = bench({
      onDue: () => {
        throw new Error("down");
      },
      attempts: 3,
      retrySeconds: 10,
    });
    await timers.set("a", iso(5), { n: 1 });
    await until(1000);
    expect(
      failed.map(({ failures, nextAttemptAt }) => [failures, nextAttemptAt === undefined ? null : (nextAttemptAt - start) / 1000]),
    ).toEqual([
      [1, 15],
      [2, 35],
      [3, null],
    ]);
    expect(failed[0]?.error).toEqual(new Error("down"));
    expect(timers.pending()).toEqual([{ key: "a", at: iso(5), data: { n: 1 }, failures: 3 }]);
    await timers.set("a", iso(2000), {});
    expect(timers.pending()[0]).toMatchObject({ failures: 0, nextAttemptAt: start + 2_000_000 });
  });

  it("don't hold up others, and succeed when they can, with the data unharmed", async () => {
    let down = true;
    const got: unknown[] = [];
    const { timers, until } = bench({
      onDue: async ({ key, data }) => {
        got.push([key, structuredClone(data)]);
        (data as { n: number }).n = 99;
        if (key === "a" && down) throw new Error("down");
      },
    });
    await timers.set("a", iso(1), { n: 1 });
    await timers.set("b", iso(2), { n: 2 });
    await until(5);
    down = false;
    await until(60);
    expect(got).toEqual([
      ["a", { n: 1 }],
      ["b", { n: 2 }],
      ["a", { n: 1 }],
    ]);
    expect(timers.pending()).toEqual([]);
  });

  it("aren't brought back where the key was set again or cancelled meanwhile", async () => {
    const { timers, until, failed } = bench({
      onDue: async ({ key }) => {
        if (key === "moved") await timers.set("moved", iso(500), { version: 2 });
        else await timers.cancel("gone");
        throw new Error("down");
      },
    });
    await timers.set("moved", iso(1), { version: 1 });
    await timers.set("gone", iso(1), {});
    await until(100);
    expect(failed.map(({ nextAttemptAt }) => nextAttemptAt)).toEqual([undefined, undefined]);
    expect(timers.pending().map(({ key, data, failures }) => [key, data, failures])).toEqual([["moved", { version: 2 }, 0]]);
  });

  it("are survived also where the listener fails", async () => {
    const { timers, until } = bench({
      onDue: ({ key }) => {
        if (key === "a") throw new Error("down");
      },
      onFailure: () => {
        throw new Error("the listener too");
      },
    });
    await timers.set("a", iso(1), {});
    await timers.set("b", iso(1), {});
    await until(2);
    expect(timers.pending().map(({ key, failures }) => [key, failures])).toEqual([["a", 1]]);
  });
});

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

describe("what is refused", () => {
  it.each([
    ["a key that is empty", "", iso(0), {}],
    ["a time without an offset", "a", "2026-03-03T15:00:00", {}],
    ["data that can't be copied", "a", iso(0), { run: () => undefined }],
  ])("%s", async (_, key, at, data) => {
    const { timers } = bench();
    const error: unknown = await timers.set(key, at, data).catch((reason: unknown) => reason);
    expect(AdapterError.isInstance(error) && error.reason).toBe("rejected");
    expect(timers.pending()).toEqual([]);
  });

  it("everything after closing, which waits for deliveries under way", async () => {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const order: string[] = [];
    const { timers, set, at, settle } = bench({
      onDue: async ({ key }) => {
        await held;
        order.push(key);
      },
    });
    await timers.set("a", iso(1), {});
    await timers.set("b", iso(1), {});
    at.now += 1000;
    set[0]?.run();
    const closing = timers.close().then(() => order.push("closed"));
    await settle();
    expect(order).toEqual([]);
    release();
    await closing;
    expect(order).toEqual(["a", "closed"]);
    expect(await timers.runDue()).toEqual([]);
    await expect(timers.set("c", iso(2), {})).rejects.toThrow("closed");
    expect(timers.pending().map(({ key }) => key)).toEqual(["b"]);
  });

  it("options that can't be used, all at once", () => {
    try {
      createMemoryTimers({ attempts: 0, setTimer: "some", retrySeconds: -1 } as unknown as MemoryTimersOptions);
      expect.unreachable();
    } catch (error) {
      if (!AmendsError.isInstance(error)) throw error;
      expect(error.findings.map(({ path }) => path ?? "").toSorted()).toEqual(["attempts", "onDue", "retrySeconds", "setTimer"]);
    }
  });
});
