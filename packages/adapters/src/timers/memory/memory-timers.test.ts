import { describe, expect, it } from "vitest";
import { AdapterError, AmendsError } from "@amends/core/errors";
import { defineContract, timerContract } from "../../testing/index.js";
import { createMemoryTimers, type MemoryTimersOptions } from "./memory-timers.js";
import { bench, iso, start } from "./testing/timer-bench.js";

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
