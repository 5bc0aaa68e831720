import { systemClock, type Clock, type TimerService } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { readInstant } from "@amends/core/time";
import * as z from "zod";
import { callable, checkOptions } from "../../options/parse-options.js";

/** A timer that came due, as it is delivered. */
export interface DueTimer {
  readonly key: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A timer that waits. One without `nextAttemptAt` was given up; it stays until it is set again or cancelled. */
export interface PendingTimer extends DueTimer {
  /** How often its delivery failed. */
  readonly failures: number;
  /** Epoch milliseconds. */
  readonly nextAttemptAt?: number;
}

/** A delivery that failed. */
export interface FailedDelivery {
  readonly key: string;
  /** What `onDue` threw; an AdapterError (`unavailable`) where it didn't end in time. */
  readonly error: unknown;
  readonly failures: number;
  /** When it is tried again; absent where it is given up. Epoch milliseconds. */
  readonly nextAttemptAt?: number;
}

/** Runs something after some milliseconds; what it returns stops it. */
export type SetTimer = (run: () => void, milliseconds: number) => () => void;

/** How timers are kept in memory. */
export interface MemoryTimersOptions {
  /** Takes what is due. Where it throws or rejects, the delivery is tried again. */
  readonly onDue: (due: DueTimer) => void | Promise<void>;
  readonly clock?: Clock;
  /** Default: the machine's timers, which don't keep a process alive. `"none"` wakes nobody: the host calls `runDue`. */
  readonly setTimer?: SetTimer | "none";
  /** Hears of every failed delivery. */
  readonly onFailure?: (failure: FailedDelivery) => void;
  /** Deliveries in all before a timer is given up. Default: 5. */
  readonly attempts?: number;
  /** The wait before the second delivery, doubling from then on. Default: 10. */
  readonly retrySeconds?: number;
  /** A delivery that hasn't ended by then counts as failed, and the next timer gets its turn. Default: 60. */
  readonly deliveryTimeoutSeconds?: number;
}

/** Timers in memory: they end with the process, so the host sets them again when it starts. */
export interface MemoryTimers extends TimerService {
  /** What waits, in the order in which it comes due. */
  pending(): readonly PendingTimer[];
  /** Delivers what is due by an instant (default: now), one after another, each at most once; resolves to the keys delivered. */
  runDue(now?: number): Promise<readonly string[]>;
  /** Stops waking, and waits for deliveries under way, so `onDue` must not wait for it. Nothing is delivered or set afterwards. */
  close(): Promise<void>;
}

interface Entry {
  readonly key: string;
  readonly at: string;
  readonly dueAt: number;
  readonly order: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly failures: number;
  /** Infinity where it was given up. */
  readonly nextAt: number;
}

const name = "memory";
/** Below the 24.8 days that timers can be set for; short enough that a clock that was set is noticed. */
const longestSleepMilliseconds = 3_600_000;
const longestRetrySeconds = 86_400;

const shape = z.strictObject({
  onDue: callable,
  clock: callable.optional(),
  setTimer: z.union([z.literal("none"), callable], { error: 'expected a function, or "none"' }).optional(),
  onFailure: callable.optional(),
  attempts: z.int().positive().optional(),
  retrySeconds: z.number().nonnegative().optional(),
  deliveryTimeoutSeconds: z.number().positive().max(86_400).optional(),
});

const machineTimer: SetTimer = (run, milliseconds) => {
  const timer: unknown = setTimeout(run, milliseconds);
  // Node's timers keep the process alive unless told otherwise; elsewhere a timer is a number.
  (timer as { unref?: () => void }).unref?.();
  return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
};

const refused = (message: string) => new AdapterError({ adapter: name, reason: "rejected", message });

/**
 * A timer service in memory, for one process, for tests, and for hosts that set their timers again from what they store. Timers come
 * due in the order of their times, however far ahead; a delivery that fails is tried again, then given up and still listed.
 *
 * @throws {AmendsError} with every option that can't be used. `set` rejects with an AdapterError (`rejected`) where the time is no
 * instant, the key is empty, the data can't be copied, or the service is closed.
 * @example
 * import { createMemoryTimers } from "@amends/adapters/timers/memory";
 * const woken: string[] = [];
 * const timers = createMemoryTimers({ onDue: ({ key }) => void woken.push(key), setTimer: "none" });
 * await timers.set("C-1/answer_due", "2026-03-03T17:00:00Z", { caseId: "C-1" });
 * await timers.runDue(Date.UTC(2026, 2, 3, 18)); // => ["C-1/answer_due"]
 * timers.pending(); // => []
 */
export function createMemoryTimers(options: MemoryTimersOptions): MemoryTimers {
  checkOptions(name, shape, options);
  const {
    onDue,
    clock = systemClock,
    setTimer = machineTimer,
    onFailure,
    attempts = 5,
    retrySeconds = 10,
    deliveryTimeoutSeconds = 60,
  } = options;
  const entries = new Map<string, Entry>();
  const underWay = new Set<Promise<unknown>>();
  /** Keys that were cancelled or set again while they were delivered: a failure doesn't bring them back. */
  const delivering = new Map<Entry, { replaced: boolean }>();
  let set = 0;
  let closed = false;
  let waking: { readonly at: number; readonly stop: () => void } | undefined;

  const sleepUntil = (at: number) => {
    if (closed || setTimer === "none" || at === Number.POSITIVE_INFINITY) return;
    if (waking !== undefined && waking.at <= at) return;
    waking?.stop();
    const wait = Math.min(Math.max(0, at - clock()), longestSleepMilliseconds);
    waking = {
      at,
      stop: setTimer(() => {
        waking = undefined;
        void run(clock());
      }, wait),
    };
  };
  const rearm = () => {
    let first = Number.POSITIVE_INFINITY;
    for (const { nextAt } of entries.values()) first = Math.min(first, nextAt);
    sleepUntil(first);
  };

  const replace = (key: string) => {
    for (const [entry, state] of delivering) if (entry.key === key) state.replaced = true;
    entries.delete(key);
  };

  const inTime = (delivery: Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const late = () =>
        reject(
          new AdapterError({ adapter: name, reason: "unavailable", message: `onDue: no end within ${deliveryTimeoutSeconds} seconds` }),
        );
      const stop = (setTimer === "none" ? machineTimer : setTimer)(late, deliveryTimeoutSeconds * 1000);
      delivery.then(resolve, reject).finally(stop);
    });

  const deliver = async (entry: Entry): Promise<boolean> => {
    const state = { replaced: false };
    delivering.set(entry, state);
    try {
      const due = { key: entry.key, at: entry.at, data: structuredClone(entry.data) };
      await inTime(Promise.resolve().then(() => onDue(due)));
      return true;
    } catch (error) {
      const failures = entry.failures + 1;
      const again = failures < attempts && !state.replaced;
      const nextAt = again ? clock() + Math.min(retrySeconds * 2 ** (failures - 1), longestRetrySeconds) * 1000 : Number.POSITIVE_INFINITY;
      if (!state.replaced) entries.set(entry.key, { ...entry, failures, nextAt });
      report({ key: entry.key, error, failures, ...(again ? { nextAttemptAt: nextAt } : {}) });
      return false;
    } finally {
      delivering.delete(entry);
    }
  };

  const report = (failure: FailedDelivery) => {
    try {
      onFailure?.(failure);
    } catch {
      // A listener's own fault stops no other timer; the failed delivery stays listed.
    }
  };

  const deliverDue = async (now: number): Promise<readonly string[]> => {
    const delivered: string[] = [];
    const tried = new Set<string>();
    for (;;) {
      // Deliveries may set timers that are due already: these come after those that were waiting.
      const batch = sorted(entries).filter(({ key, nextAt }) => nextAt <= now && !tried.has(key));
      if (batch.length === 0) return delivered;
      for (const entry of batch) {
        if (closed) return delivered;
        if (entries.get(entry.key) !== entry) continue;
        tried.add(entry.key);
        entries.delete(entry.key);
        if (await deliver(entry)) delivered.push(entry.key);
      }
    }
  };

  const run = async (now: number): Promise<readonly string[]> => {
    const running = deliverDue(now);
    underWay.add(running);
    try {
      return await running;
    } finally {
      underWay.delete(running);
      rearm();
    }
  };

  return {
    specVersion: "1",
    name,
    set: async (key, at, data) => {
      if (closed) throw refused("set: the timers are closed");
      if (typeof key !== "string" || key === "") throw refused("set: a key is a text that isn't empty");
      const dueAt = readInstant(at);
      if (dueAt === undefined) throw refused('set: a time is an instant with an offset, such as "2026-03-03T17:00:00Z"');
      const copy = copied(data);
      replace(key);
      set += 1;
      entries.set(key, { key, at, dueAt, order: set, data: copy, failures: 0, nextAt: dueAt });
      sleepUntil(dueAt);
    },
    cancel: async (key) => replace(key),
    pending: () =>
      sorted(entries).map(({ key, at, data, failures, nextAt }) => ({
        key,
        at,
        data: structuredClone(data),
        failures,
        ...(nextAt === Number.POSITIVE_INFINITY ? {} : { nextAttemptAt: nextAt }),
      })),
    runDue: (now = clock()) => run(now),
    close: async () => {
      closed = true;
      waking?.stop();
      waking = undefined;
      await Promise.allSettled(underWay);
    },
  };
}

function sorted(entries: ReadonlyMap<string, Entry>): readonly Entry[] {
  return [...entries.values()].toSorted(
    (left, right) => left.nextAt - right.nextAt || left.dueAt - right.dueAt || left.order - right.order,
  );
}

function copied(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  try {
    return structuredClone(data);
  } catch {
    throw refused("set: the data holds something that can't be copied, such as a function");
  }
}
