/** How long to wait between tries. */
export interface RetryDelayOptions {
  /** The longest wait before the second try; it doubles with each further one. */
  readonly baseSeconds: number;
  readonly maximumSeconds: number;
  /** A number from 0 up to 1, such as Math.random gives. */
  readonly random: () => number;
}

/**
 * The seconds to wait after a failed try, spread evenly between nothing and a bound that doubles ("full jitter"), so
 * that callers who failed together don't come back together. `failed` counts the tries so far, from 1.
 *
 * @example
 * import { retryDelay } from "@amends/adapters/http";
 * retryDelay(3, { baseSeconds: 0.5, maximumSeconds: 30, random: () => 0.5 }); // => 1
 */
export function retryDelay(failed: number, { baseSeconds, maximumSeconds, random }: RetryDelayOptions): number {
  return random() * Math.min(maximumSeconds, baseSeconds * 2 ** (failed - 1));
}
