/** Runs a call once for all who ask for the same thing at the same time. */
export type SharedCalls<Value> = (key: string, call: () => Promise<Value>, signal?: AbortSignal) => Promise<Value>;

/**
 * Calls that are under way are shared by key: whoever asks meanwhile gets the same answer or the same error. A caller's signal ends
 * that caller's wait with its reason; the call itself goes on for the others.
 *
 * @example
 * import { createSharedCalls } from "@amends/adapters/http";
 * let calls = 0;
 * const share = createSharedCalls<number>();
 * const ask = () => share("rates", async () => (calls += 1));
 * await Promise.all([ask(), ask(), ask()]); // => [1, 1, 1]
 */
export function createSharedCalls<Value>(): SharedCalls<Value> {
  const underWay = new Map<string, Promise<Value>>();
  return (key, call, signal) => {
    const running = underWay.get(key) ?? call().finally(() => underWay.delete(key));
    underWay.set(key, running);
    if (signal === undefined) return running;
    return new Promise((resolve, reject) => {
      const stop = () => reject(signal.reason as Error);
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
      running.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
    });
  };
}
