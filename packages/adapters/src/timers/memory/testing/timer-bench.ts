import { createMemoryTimers, type DueTimer, type FailedDelivery, type MemoryTimersOptions, type SetTimer } from "../memory-timers.js";

/** When the bench begins. */
export const start = Date.UTC(2026, 2, 3, 15);

/** So many seconds later. */
export const iso = (seconds: number) => new Date(start + seconds * 1000).toISOString();

/** A clock and timers that stand still until they are moved. */
export function bench(options: Partial<MemoryTimersOptions> = {}) {
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
