import { expect } from "vitest";
import type { AdapterError } from "@amends/core/errors";
import type { HttpAttempt, HttpClientOptions } from "../http-client-options.js";
import { createHttpClient } from "../http-client.js";
import type { HttpRequest } from "../http-request.js";

/** What the vendor answers to the n-th call. */
export type Answer = (call: number, request: Request, init: RequestInit) => Response | Promise<Response>;

/** A client of that vendor, which sleeps no time and notes what it does. */
export function clientOf(answer: Answer, options: Partial<HttpClientOptions> = {}) {
  const slept: number[] = [];
  const attempts: HttpAttempt[] = [];
  let calls = 0;
  const client = createHttpClient({
    adapter: "shop",
    baseUrl: "https://api.example.com/v1",
    fetch: async (input, init) => {
      calls += 1;
      return answer(calls, new Request(input, init), init ?? {});
    },
    clock: () => 0,
    random: () => 0.5,
    sleep: async (seconds) => void slept.push(seconds),
    onAttempt: (attempt) => void attempts.push(attempt),
    ...options,
  });
  return { client, slept, attempts, calls: () => calls };
}

/** A call that may be made again. */
export const order: HttpRequest = { operation: "getOrder", path: "/orders/{id}", params: { id: "O-1" } };

/** An answer of that status with nothing in it. */
export const status = (code: number, headers: Record<string, string> = {}) => new Response("{}", { status: code, headers });

/** The error that a call ends with. */
export const errorOf = (result: Promise<unknown>): Promise<AdapterError> =>
  result.then(
    () => expect.fail("expected an error"),
    (error: unknown) => error as AdapterError,
  );
