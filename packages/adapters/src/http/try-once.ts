import { AdapterError, type AdapterErrorKind } from "@amends/core/errors";
import type { HttpClientOptions } from "./http-client-options.js";
import type { HttpRequest, HttpResponse } from "./http-request.js";
import { readBody } from "./read-body.js";
import { parseRetryAfter } from "./retry-after.js";
import { statusReason } from "./status-reason.js";

/** What one try came to. */
export type Outcome =
  | { readonly response: HttpResponse }
  | { readonly reason: AdapterErrorKind; readonly message: string; readonly status?: number; readonly retryAfterSeconds?: number };

/** One call over the network, its answer read and judged. Rejects with the caller's reason where the caller stops it. */
export async function tryOnce(address: string, request: HttpRequest, options: HttpClientOptions, clock: () => number): Promise<Outcome> {
  const seconds = options.timeoutSeconds ?? 10;
  const limit = options.bodyLimitBytes ?? 10_000_000;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), seconds * 1000);
  const signal = request.signal === undefined ? timeout.signal : AbortSignal.any([request.signal, timeout.signal]);
  const stopped = (): Outcome => {
    if (request.signal?.aborted === true) throw request.signal.reason;
    // The reason of a failed fetch may quote the address, so it stays out of the message.
    return { reason: "unavailable", message: timeout.signal.aborted ? `no answer within ${seconds} seconds` : "the connection failed" };
  };
  try {
    const headers = await untilAborted(credentialsOf(options), signal).catch((error: unknown) =>
      signal.aborted ? undefined : rethrow(error),
    );
    if (headers === undefined) return stopped();
    const init = requestInit(request, headers, options.adapter, signal);
    let given: Response;
    try {
      given = await untilAborted((options.fetch ?? globalThis.fetch)(address, init), signal);
    } catch {
      return stopped();
    }
    if (!isResponse(given)) return { reason: "malformed", message: "what fetch gave is no response" };
    const body = await readBody(given, limit, signal);
    if (signal.aborted) return stopped();
    if (typeof body !== "string") return judge({ status: given.status, headers: given.headers, body }, options, clock);
    // A refusal is one, whatever became of its body.
    const refusal = statusReason(given.status);
    if (refusal !== undefined) return told(refusal, "", given, clock);
    if (body === "cut") return { reason: "unavailable", message: "the answer broke off", status: given.status };
    return { reason: "malformed", message: `the answer is larger than ${limit} bytes`, status: given.status };
  } finally {
    clearTimeout(timer);
  }
}

/** The headers of every call. What a host's own function throws may hold its credentials, so it isn't passed on. */
async function credentialsOf({ adapter, headers }: HttpClientOptions): Promise<Readonly<Record<string, string>>> {
  try {
    return (await headers?.()) ?? {};
  } catch (error) {
    if (AdapterError.isInstance(error)) throw error;
    throw new AdapterError({ adapter, reason: "auth", message: "the credentials could not be had" });
  }
}

function requestInit(
  request: HttpRequest,
  credentials: Readonly<Record<string, string>>,
  adapter: string,
  signal: AbortSignal,
): RequestInit {
  const { json, body, method = "GET" } = request;
  const payload = json === undefined ? body : jsonText(adapter, request.operation, json);
  try {
    const headers = new Headers(json === undefined ? {} : { "content-type": "application/json" });
    for (const [name, value] of Object.entries({ ...credentials, ...request.headers })) headers.set(name, value);
    return {
      method,
      headers,
      signal,
      redirect: "manual",
      ...(payload === undefined ? {} : { body: payload as NonNullable<RequestInit["body"]> }),
    };
  } catch {
    // The reason quotes the header.
    throw new AdapterError({ adapter, reason: "rejected", message: `${request.operation}: a header can't be sent` });
  }
}

function jsonText(adapter: string, operation: string, json: unknown): string | undefined {
  try {
    return JSON.stringify(json);
  } catch {
    throw new AdapterError({ adapter, reason: "rejected", message: `${operation}: what is to be sent can't be written as JSON` });
  }
}

/** By its shape: a Response may come from another realm. */
function isResponse(given: unknown): given is Response {
  const { status, headers } = (given ?? {}) as { status?: unknown; headers?: { get?: unknown } };
  return typeof status === "number" && typeof headers?.get === "function";
}

function judge(response: HttpResponse, options: HttpClientOptions, clock: () => number): Outcome {
  const { status } = response;
  const refusal = statusReason(status);
  let said: ReturnType<NonNullable<HttpClientOptions["reasonOf"]>>;
  try {
    said = options.reasonOf?.(response);
  } catch {
    // What an adapter's own function throws may quote the body.
    if (refusal === undefined) return { reason: "malformed", message: "the adapter couldn't read the answer", status };
  }
  const reason = said === "fine" ? undefined : (said ?? refusal);
  return reason === undefined ? { response } : told(reason, errorCode(response, options), response, clock);
}

/** The vendor's own code, as it stands in a message. */
function errorCode(response: HttpResponse, { errorCodeOf }: HttpClientOptions): string {
  try {
    const code = errorCodeOf?.(response);
    return code !== undefined && /^[A-Za-z][\w.-]{0,63}$|^-?\d{1,9}$/.test(code) ? ` (${code})` : "";
  } catch {
    return "";
  }
}

function told(
  reason: AdapterErrorKind,
  code: string,
  { status, headers }: Pick<HttpResponse, "status" | "headers">,
  clock: () => number,
): Outcome {
  const retryAfterSeconds = parseRetryAfter(headers.get("retry-after"), clock());
  return { reason, message: `HTTP ${status}${code}`, status, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}

function rethrow(error: unknown): never {
  throw error;
}

/** Also where what is waited for doesn't listen to the signal. */
function untilAborted<Value>(result: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
