import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sleep } from "./sleep.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("waits as long as asked", async () => {
  const woken = vi.fn();
  const slept = sleep(2).then(woken);
  await vi.advanceTimersByTimeAsync(1999);
  expect(woken).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(woken).toHaveBeenCalledOnce();
  await slept;
});

it("doesn't wake at once when it is asked for longer than a timer can", async () => {
  const woken = vi.fn();
  const stopper = new AbortController();
  const slept = sleep(10 ** 9, stopper.signal).then(woken, () => undefined);
  await vi.advanceTimersByTimeAsync(1000);
  expect(woken).not.toHaveBeenCalled();
  stopper.abort();
  await slept;
});

it("rejects with the caller's reason, and leaves no timer behind", async () => {
  const reason = new Error("gone");
  const stopper = new AbortController();
  const slept = sleep(5, stopper.signal);
  stopper.abort(reason);
  await expect(slept).rejects.toBe(reason);
  await expect(sleep(5, stopper.signal)).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});
