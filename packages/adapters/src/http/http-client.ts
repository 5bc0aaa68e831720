import { systemClock } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { decodeJson } from "./decode-json.js";
import type { HttpAttempt, HttpClientOptions } from "./http-client-options.js";
import type { HttpRequest, HttpResponse } from "./http-request.js";
import { requestAddress } from "./request-address.js";
import { retryDelay } from "./retry-delay.js";
import { sleep as machineSleep } from "./sleep.js";
import { tryOnce } from "./try-once.js";

/** Calls a vendor. What goes wrong is an AdapterError, which never holds an address, a header or a body. */
export interface HttpClient {
  /** The answer, its body read whole. Rejects with the signal's reason when the caller stops the call. */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** The answer's body as JSON; what it means is the adapter's to check. */
  json(request: HttpRequest): Promise<unknown>;
}

/**
 * A client for one vendor: timeouts, cancellation, retries with jitter that honour `Retry-After`, the vendor's rate,
 * bounded bodies and typed errors. Redirects are not followed, for they could carry credentials to another host.
 *
 * @throws {TypeError} where `baseUrl` is no plain https address (http is allowed for this machine).
 * @throws {RangeError} where a number of the options is out of range.
 * @example
 * import { createHttpClient } from "@amends/adapters/http";
 * const fetch = async () => new Response('{"id":"O-1"}');
 * const client = createHttpClient({ adapter: "shop", baseUrl: "https://api.example.com", fetch });
 * await client.json({ operation: "getOrder", path: "/orders/{id}", params: { id: "O-1" } }); // => { id: "O-1" }
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { adapter, baseUrl, clock = systemClock, sleep = machineSleep, attempts = 3, bucket, onAttempt } = options;
  const maximumSeconds = options.maximumWaitSeconds ?? 30;
  const delay = { baseSeconds: options.retryBaseSeconds ?? 0.5, maximumSeconds, random: options.random ?? Math.random };
  refuseOddAddress(baseUrl);
  refuseOddNumbers(options);

  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const { operation, signal, method } = request;
    const repeatable = request.repeatable ?? (method !== "POST" && method !== "PATCH");
    const address = requestAddress(adapter, baseUrl, request);
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      const throttledSeconds = (await bucket?.take(signal)) ?? 0;
      const outcome = await tryOnce(address, request, options, clock);
      const report = (more: Partial<HttpAttempt>) => {
        try {
          onAttempt?.({ adapter, operation, attempt, throttledSeconds, ...more });
        } catch {
          // A listener's own fault changes no call.
        }
      };
      if ("response" in outcome) {
        report({ status: outcome.response.status });
        return outcome.response;
      }
      const { reason, status, retryAfterSeconds } = outcome;
      const seen = { reason, ...(status === undefined ? {} : { status }) };
      // A vendor that limits calls has not done what was asked, so it may be asked again whatever it was.
      const again = reason === "rate_limited" || (reason === "unavailable" && repeatable);
      const tooLong = (retryAfterSeconds ?? 0) > maximumSeconds;
      if (!again || tooLong || attempt >= attempts) {
        report(seen);
        const tries = attempt === 1 ? "" : ` after ${attempt} tries`;
        throw new AdapterError({
          adapter,
          reason,
          message: `${operation}: ${outcome.message}${tries}`,
          ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        });
      }
      // On top of what the vendor asks for, so that callers who were refused together don't come back together.
      const seconds = (retryAfterSeconds ?? 0) + retryDelay(attempt, delay);
      report({ ...seen, retryInSeconds: seconds });
      await sleep(seconds, signal);
    }
  };

  return { send, json: async (request) => decodeJson(adapter, (await send(request)).body, request.operation) };
}

function refuseOddAddress(baseUrl: string): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const local = ["localhost", "127.0.0.1", "[::1]"];
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && local.includes(url.hostname));
  if (!safe || /[?#]/.test(baseUrl) || url.username !== "" || url.password !== "")
    throw new TypeError("baseUrl must be an https address without credentials, query or fragment.");
}

function refuseOddNumbers(
  numbers: Pick<HttpClientOptions, "timeoutSeconds" | "bodyLimitBytes" | "attempts" | "maximumWaitSeconds" | "retryBaseSeconds">,
): void {
  const { timeoutSeconds = 1, bodyLimitBytes = 1, attempts = 1, maximumWaitSeconds = 1, retryBaseSeconds = 1 } = numbers;
  if (!(timeoutSeconds > 0 && timeoutSeconds <= 86_400)) throw new RangeError("timeoutSeconds must be above 0 and at most a day.");
  if (!(bodyLimitBytes > 0)) throw new RangeError("bodyLimitBytes must be above 0.");
  if (!(Number.isInteger(attempts) && attempts >= 1)) throw new RangeError("attempts must be a whole number from 1 up.");
  if (!(maximumWaitSeconds >= 0)) throw new RangeError("maximumWaitSeconds must not be negative.");
  if (!(retryBaseSeconds >= 0)) throw new RangeError("retryBaseSeconds must not be negative.");
}
