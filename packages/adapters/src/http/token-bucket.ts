import type { Clock } from "@amends/core/contracts";
import type { Sleep } from "./sleep.js";

/** How fast a vendor may be called. */
export interface TokenBucketOptions {
  /** Calls that may go out at once. */
  readonly capacity: number;
  readonly refillPerSecond: number;
  readonly clock: Clock;
  readonly sleep: Sleep;
}

/** Spaces calls so that they stay below a vendor's limit. Calls leave in the order in which they asked. */
export interface TokenBucket {
  /** Waits until a call may go out; resolves to the seconds waited. Rejects with the signal's reason when it is aborted. */
  take(signal?: AbortSignal): Promise<number>;
  /** Follows a limit that the vendor states in its answers. */
  setRate(refillPerSecond: number): void;
}

/**
 * A token bucket: `capacity` calls at once, then `refillPerSecond`.
 *
 * @throws {RangeError} where the capacity is below 1 or the rate isn't above 0.
 * @example
 * import { createTokenBucket } from "@amends/adapters/http";
 * const bucket = createTokenBucket({ capacity: 1, refillPerSecond: 2, clock: () => 0, sleep: async () => undefined });
 * await bucket.take(); // => 0
 * await bucket.take(); // => 0.5
 */
export function createTokenBucket(options: TokenBucketOptions): TokenBucket {
  const { capacity, clock, sleep } = options;
  if (!(capacity >= 1) || !Number.isFinite(capacity)) throw new RangeError(`A bucket holds at least one token, not ${capacity}.`);
  let rate = positive(options.refillPerSecond);
  let tokens = capacity;
  // Runs ahead of the clock where a sleep woke a little early, so that the rate holds all the same.
  let filledAt = clock();
  let queue: Promise<void> = Promise.resolve();

  const refill = (to: number) => {
    if (to <= filledAt) return;
    tokens = Math.min(capacity, tokens + ((to - filledAt) / 1000) * rate);
    filledAt = to;
  };

  /** One call at a time waits for its token; a call that is stopped meanwhile has taken none. */
  const takeTurn = async (askedAt: number, signal?: AbortSignal): Promise<number> => {
    signal?.throwIfAborted();
    const now = clock();
    // A clock that was set back by more than sleeps are early.
    if (filledAt - now > 2000 / rate) filledAt = now;
    refill(now);
    if (tokens < 1) {
      const wakesAt = filledAt + ((1 - tokens) / rate) * 1000;
      const ahead = Math.min(Math.max(0, filledAt - now), 1000 / rate);
      await sleep((wakesAt - filledAt + ahead) / 1000, signal);
      refill(Math.max(wakesAt, clock()));
    }
    // Never below 0, whatever the rounding.
    tokens = Math.max(0, tokens - 1);
    return Math.max(0, filledAt - askedAt) / 1000;
  };

  return {
    take: (signal) => {
      const askedAt = clock();
      const turn = queue.then(() => takeTurn(askedAt, signal));
      queue = turn.then(
        () => undefined,
        () => undefined,
      );
      return signal === undefined ? turn : Promise.race([turn, rejectedBy(signal, turn)]);
    },
    setRate: (refillPerSecond) => {
      refill(clock());
      rate = positive(refillPerSecond);
    },
  };
}

/** Rejects as soon as the signal is aborted, also while others are still before this call. */
function rejectedBy(signal: AbortSignal, turn: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    const forget = () => signal.removeEventListener("abort", stop);
    turn.then(forget, forget);
  });
}

function positive(rate: number): number {
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError(`A bucket refills at a rate above 0 a second, not ${rate}.`);
  return rate;
}
