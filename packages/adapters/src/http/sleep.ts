/** A timer that is set for longer fires at once. */
const longestMilliseconds = 2_147_483_647;

/** Waits some seconds; rejects with the signal's reason when it is aborted. */
export type Sleep = (seconds: number, signal?: AbortSignal) => Promise<void>;

/**
 * Waits by the machine's timers, for 24 days at most.
 *
 * @example
 * import { sleep } from "@amends/adapters/http";
 * await sleep(0); // => undefined
 */
export const sleep: Sleep = (seconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason as Error);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener("abort", stop);
        resolve();
      },
      Math.min(seconds * 1000, longestMilliseconds),
    );
    signal?.addEventListener("abort", stop, { once: true });
  });
