import { describe, expect, it, vi } from "vitest";
import { createMemoryTimers } from "./memory-timers.js";
import { bench, iso, start } from "./testing/timer-bench.js";

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
