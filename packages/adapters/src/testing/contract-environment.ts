import type { Clock } from "@amends/core/contracts";
import type { Sleep } from "../http/sleep.js";

/** What an adapter under test is built with, in place of the network, the clock and chance. */
export interface ContractEnvironment {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly sleep: Sleep;
  /** Short where a call never ends, so that it is soon over. */
  readonly timeoutSeconds: number;
}

/** An environment, and what the adapter did in it. */
export interface WatchedEnvironment {
  readonly environment: ContractEnvironment;
  /** The addresses asked for, in order. */
  readonly asked: readonly string[];
  /** The seconds slept between tries. */
  readonly slept: readonly number[];
}

/** Answers a call; the count starts at 1. */
export type Answer = (call: number, request: Request) => Response | Promise<Response>;

const redirects = new Set([301, 302, 303, 307, 308]);
const maximumRedirects = 20;

/**
 * An environment whose network gives `answer`. It follows redirects where a call asks for that. Sleeping
 * takes no time, and the clock stands still.
 *
 * @example
 * import { watchedEnvironment } from "@amends/adapters/testing";
 * const { environment, asked } = watchedEnvironment((call) => Response.json({ call }));
 * await (await environment.fetch("https://api.example.com/a")).json(); // => { call: 1 }
 * asked; // => ["https://api.example.com/a"]
 */
export function watchedEnvironment(answer: Answer, now = Date.UTC(2026, 2, 3, 15), timeoutSeconds = 5): WatchedEnvironment {
  const asked: string[] = [];
  const slept: number[] = [];
  return {
    asked,
    slept,
    environment: {
      fetch: (input, init) => {
        const send = async (request: Request): Promise<Response> => {
          asked.push(request.url);
          const response = await answer(asked.length, request);
          const target = response.headers.get("location");
          if (target === null || !redirects.has(response.status) || request.redirect === "manual") return response;
          if (request.redirect === "error" || asked.length > maximumRedirects) throw new TypeError("fetch failed");
          return send(new Request(new URL(target, request.url), { headers: request.headers }));
        };
        return untilAborted(
          Promise.resolve().then(() => send(new Request(input, init))),
          init?.signal ?? undefined,
        );
      },
      clock: () => now,
      random: () => 0.5,
      sleep: async (seconds, signal) => {
        signal?.throwIfAborted();
        slept.push(seconds);
      },
      timeoutSeconds,
    },
  };
}

/** As the network does: a call that is stopped rejects with the signal's reason. */
function untilAborted(answer: Promise<Response>, signal: AbortSignal | undefined): Promise<Response> {
  if (signal === undefined) return answer;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    answer.then(resolve, reject);
  });
}
