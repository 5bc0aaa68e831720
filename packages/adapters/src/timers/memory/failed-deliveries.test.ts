import { describe, expect, it } from "vitest";
import { AdapterError } from "@amends/core/errors";
import type { DueTimer } from "./memory-timers.js";
import { bench, iso, start } from "./testing/timer-bench.js";

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
