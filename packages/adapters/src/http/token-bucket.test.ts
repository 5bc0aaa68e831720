import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenBucket } from "./token-bucket.js";

/** A clock that stands still until somebody waits, and then goes on to the next moment that somebody waits for. */
function virtualTime(early = 0) {
  let now = 0;
  const waiting: { at: number; wake: () => void }[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    clock: () => now,
    sleep: (seconds: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const entry = { at: now + Math.max(0, seconds * 1000 - early), wake: resolve };
        waiting.push(entry);
        signal?.addEventListener("abort", () => {
          if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1);
          reject(signal.reason as Error);
        });
      }),
    at: (time: number, act: () => void) => waiting.push({ at: time, wake: act }),
    run: async () => {
      for (await settle(); waiting.length > 0; await settle()) {
        waiting.sort((one, other) => one.at - other.at);
        const next = waiting.shift();
        now = Math.max(now, next?.at ?? now);
        next?.wake();
      }
    },
  };
}

interface Arrival {
  readonly at: number;
  /** After how many milliseconds its caller gives up. */
  readonly patience?: number | undefined;
}

async function departures(arrivals: readonly Arrival[], capacity: number, refillPerSecond: number, early = 0) {
  const time = virtualTime(early);
  const bucket = createTokenBucket({ capacity, refillPerSecond, clock: time.clock, sleep: time.sleep });
  const left: { order: number; at: number; waited: number; asked: number }[] = [];
  const stopped: number[] = [];
  arrivals.forEach(({ at, patience }, order) => {
    const stopper = new AbortController();
    time.at(at, () => {
      bucket.take(stopper.signal).then(
        (waited) => left.push({ order, at: time.clock(), waited, asked: at }),
        () => stopped.push(order),
      );
    });
    if (patience !== undefined) time.at(at + patience, () => stopper.abort(new Error("gone")));
  });
  await time.run();
  return { left, stopped };
}

const arrivalsOf = (patience: fc.Arbitrary<number | undefined>) =>
  fc
    .array(fc.record({ at: fc.integer({ min: 0, max: 5000 }), patience }), { minLength: 1, maxLength: 25 })
    .map((list) => list.toSorted((one, other) => one.at - other.at));

/** However long a window, no more calls leave in it than the bucket held and the rate adds. */
function expectBelowRate(times: readonly number[], capacity: number, rate: number) {
  for (const [first, from] of times.entries()) {
    for (const [last, to] of times.entries()) {
      if (last >= first) expect(last - first + 1).toBeLessThanOrEqual(capacity + ((to - from) / 1000) * rate + 1e-6);
    }
  }
}

describe("a token bucket", () => {
  const capacities = fc.integer({ min: 1, max: 5 });
  const rates = fc.double({ min: 0.2, max: 20, noNaN: true });

  it("is never faster than its rate, in no window, and keeps the order", async () => {
    await fc.assert(
      fc.asyncProperty(arrivalsOf(fc.constant(undefined)), capacities, rates, async (arrivals, holds, perSecond) => {
        const { left, stopped } = await departures(arrivals, holds, perSecond);
        expect(stopped).toEqual([]);
        expect(left.map(({ order }) => order)).toEqual(arrivals.map((_, order) => order));
        expectBelowRate(
          left.map(({ at }) => at),
          holds,
          perSecond,
        );
        for (const { at, asked, waited } of left) expect(waited).toBeCloseTo((at - asked) / 1000, 6);
      }),
      { numRuns: 60 },
    );
  });

  it("is never faster when callers give up while they wait, nor when sleeps end early", async () => {
    const patience = fc.option(fc.integer({ min: 0, max: 2000 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(arrivalsOf(patience), capacities, rates, fc.constantFrom(0, 1), async (arrivals, holds, perSecond, early) => {
        const { left, stopped } = await departures(arrivals, holds, perSecond, early);
        expect(left.length + stopped.length).toBe(arrivals.length);
        expect(left.map(({ order }) => order)).toEqual(left.map(({ order }) => order).toSorted((one, other) => one - other));
        // A call goes at most as early as a sleep ends early.
        expectBelowRate(
          left.map(({ at }) => at),
          holds + (early / 1000) * perSecond,
          perSecond,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("wastes nothing: calls that queue leave one by one at the rate", async () => {
    const { left } = await departures(
      Array.from({ length: 5 }, () => ({ at: 0 })),
      2,
      4,
    );
    expect(left.map(({ at }) => at)).toEqual([0, 0, 250, 500, 750]);
  });

  it("gives the place of a caller who left to the next", async () => {
    const { left, stopped } = await departures([{ at: 0 }, { at: 0, patience: 100 }, { at: 0 }], 1, 1);
    expect(stopped).toEqual([1]);
    expect(left.map(({ order, at }) => [order, at])).toEqual([
      [0, 0],
      [2, 1000],
    ]);
  });

  it("rejects with the caller's reason, at once when it is aborted already", async () => {
    const bucket = createTokenBucket({ capacity: 1, refillPerSecond: 1, clock: () => 0, sleep: async () => undefined });
    const reason = new Error("gone");
    await expect(bucket.take(AbortSignal.abort(reason))).rejects.toBe(reason);
    await expect(bucket.take()).resolves.toBe(0);
  });

  it("follows a new rate", async () => {
    const slept: number[] = [];
    const sleep = async (seconds: number) => void slept.push(seconds);
    let now = 0;
    const bucket = createTokenBucket({ capacity: 1, refillPerSecond: 1, clock: () => now, sleep });
    await bucket.take();
    now = 500;
    bucket.setRate(0.1);
    await bucket.take();
    expect(slept).toEqual([5]);
  });

  it("doesn't wait for a clock that was set back", async () => {
    const slept: number[] = [];
    let now = 10_000_000;
    const bucket = createTokenBucket({
      capacity: 1,
      refillPerSecond: 1,
      clock: () => now,
      sleep: async (seconds) => void slept.push(seconds),
    });
    await bucket.take();
    now = 0;
    await bucket.take();
    expect(slept).toEqual([1]);
  });

  it("refuses a capacity or a rate that makes no sense", () => {
    const make = (capacity: number, refillPerSecond: number) => () =>
      createTokenBucket({ capacity, refillPerSecond, clock: () => 0, sleep: async () => undefined });
    for (const capacity of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(make(capacity, 1)).toThrow(RangeError);
    for (const rate of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(make(1, rate)).toThrow(RangeError);
  });
});
