import { AdapterError, type AdapterErrorKind } from "@amends/core/errors";
import { type ContractCase, ContractFailure, demand, fail } from "./contract-case.js";
import { watchedEnvironment, type Answer, type ContractEnvironment, type WatchedEnvironment } from "./contract-environment.js";
import { demandNoLeak } from "./leaks.js";
import { wrongTypes } from "./wrong-types.js";

/** A call of an adapter over HTTP, to be made under every fault. */
export interface FaultOptions {
  /** Builds the adapter in the environment and makes one call that may be repeated. */
  readonly call: (environment: ContractEnvironment, signal?: AbortSignal) => Promise<unknown>;
  /** The vendor's answer when all is well, to each request that the call makes. */
  readonly answer: (request: Request) => Response | Promise<Response>;
  /** Ends the case unless a value is a sound answer. */
  readonly check: (value: unknown) => void;
  /** Secrets and personal data that the call sends or receives; none of it may stand in an error. */
  readonly planted: readonly string[];
}

const hold = () => new Promise<Response>(() => undefined);
/** For calls that never get their answer. */
const soon = 0.05;
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response("{}", { status: code, headers });

/**
 * What every adapter over HTTP promises when the network or the vendor fails: a typed error, never a wrong answer. The
 * contracts of the kinds hold these cases already; alone they are for a kind of your own.
 *
 * @example
 * import { faultCases } from "@amends/adapters/testing";
 * const cases = faultCases({
 *   call: async ({ fetch }, signal) => (await fetch("https://api.example.com/", signal === undefined ? {} : { signal })).json(),
 *   answer: () => Response.json({ id: "O-1" }),
 *   check: () => undefined,
 *   planted: [],
 * });
 * cases.slice(0, 3).map(({ id }) => id); // => ["faults/none", "faults/timeout", "faults/slow-body"]
 */
export function faultCases(options: FaultOptions): readonly ContractCase[] {
  const { answer } = options;
  const refused = (id: string, says: string, given: Answer, reasons: readonly AdapterErrorKind[], timeout?: number): ContractCase => ({
    id: `faults/${id}`,
    says,
    run: async () => void (await demandError(options, given, reasons, timeout)),
  });
  return [
    {
      id: "faults/none",
      says: "without a fault the answer is sound",
      run: async () => options.check(await callWith(options, (_, request) => answer(request)).result),
    },
    refused("timeout", "a call that gets no answer ends as unavailable", hold, ["unavailable"], soon),
    refused("slow-body", "an answer that never ends ends as unavailable", () => new Response(stalled()), ["unavailable"], soon),
    refused("network", "a failed connection is unavailable", () => Promise.reject(new TypeError(`failed: ${options.planted.join(" ")}`)), [
      "unavailable",
    ]),
    refused("401", "refused credentials are auth", status(401), ["auth"]),
    refused("404", "what isn't there is not_found", status(404), ["not_found"]),
    refused("422", "another refusal is rejected", status(422), ["rejected"]),
    refused("429", "a limit that stays is rate_limited", status(429), ["rate_limited"]),
    refused("503", "a server that stays down is unavailable", status(503), ["unavailable"]),
    { id: "faults/redirect", says: "a redirect is not followed", run: () => staysWithItsHost(options) },
    refused("cut-body", "a body that breaks off is an error", async (_, request) => cut(await answer(request)), [
      "unavailable",
      "malformed",
    ]),
    refused("half-body", "half a body is malformed", async (_, request) => half(await answer(request)), ["malformed"]),
    refused("empty-body", "an empty body is malformed", () => new Response(""), ["malformed"]),
    refused("html", "a page in place of data is malformed", () => new Response("<html><body>Gateway</body></html>"), ["malformed"]),
    refused("not-utf8", "bytes that are no text are malformed", () => new Response(new Uint8Array([0xff, 0xfe, 0x00, 0xd8])), [
      "malformed",
    ]),
    { id: "faults/huge-body", says: "a body without end is malformed, and read to a limit only", run: () => readsToALimit(options) },
    { id: "faults/retry", says: "a server that comes back is asked again", run: () => comesBack(options) },
    { id: "faults/retry-after", says: "Retry-After is waited for", run: () => waitsAsAsked(options) },
    { id: "faults/too-long", says: "a vendor that asks for an hour is not waited for", run: () => doesNotWaitAnHour(options) },
    { id: "faults/cancel", says: "a call that its caller stops rejects with the caller's reason", run: () => stops(options) },
    { id: "faults/wrong-types", says: "an answer of wrong types is an error or still sound", run: () => survivesWrongTypes(options) },
  ];
}

function callWith(
  options: FaultOptions,
  given: Answer,
  { signal, timeout }: { signal?: AbortSignal; timeout?: number | undefined } = {},
): { watched: WatchedEnvironment; result: Promise<unknown> } {
  const watched = watchedEnvironment(given, undefined, timeout);
  return { watched, result: options.call(watched.environment, signal) };
}

async function demandError(
  options: FaultOptions,
  given: Answer,
  reasons: readonly AdapterErrorKind[],
  timeout?: number,
): Promise<WatchedEnvironment> {
  const { watched, result } = callWith(options, given, { timeout });
  const outcome = await result.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!("error" in outcome)) fail(`expected an error, got ${typeof outcome.value}`);
  const { error } = outcome;
  demandNoLeak(error, options.planted);
  if (!AdapterError.isInstance(error)) fail(`expected an AdapterError, got ${nameOf(error)}`);
  demand(reasons.includes(error.reason), `expected ${reasons.join(" or ")}, got ${error.reason}`);
  return watched;
}

/** What is thrown may quote an address or a body. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

async function staysWithItsHost(options: FaultOptions): Promise<void> {
  const elsewhere = "elsewhere.example";
  const watched = await demandError(
    options,
    (_, request) =>
      new URL(request.url).host === elsewhere
        ? options.answer(request)
        : new Response("{}", { status: 302, headers: { location: `https://${elsewhere}/` } }),
    ["rejected", "unavailable"],
  );
  demand(!watched.asked.some((address) => new URL(address).host === elsewhere), "the redirect was followed");
}

async function readsToALimit(options: FaultOptions): Promise<void> {
  let wholeRead = false;
  const huge = () => new Response(hugeBody(() => (wholeRead = true)));
  const read = demandError(options, huge, ["malformed"]);
  await read.catch((error: unknown) => {
    if (!wholeRead) throw error;
  });
  demand(!wholeRead, `the body was read without a limit, ${hugeBodyMegabytes} MB of it`);
}

async function comesBack(options: FaultOptions): Promise<void> {
  const { watched, result } = callWith(options, (call, request) =>
    call === 1 ? new Response("", { status: 503 }) : options.answer(request),
  );
  options.check(await result);
  demand(watched.asked.length >= 2, "the call was not repeated");
}

async function waitsAsAsked(options: FaultOptions): Promise<void> {
  const limited = () => new Response("", { status: 429, headers: { "retry-after": "7" } });
  const { watched, result } = callWith(options, (call, request) => (call === 1 ? limited() : options.answer(request)));
  options.check(await result);
  demand((watched.slept[0] ?? 0) >= 7, `expected a wait of 7 seconds, got ${watched.slept[0] ?? 0}`);
}

async function doesNotWaitAnHour(options: FaultOptions): Promise<void> {
  const watched = await demandError(options, status(429, { "retry-after": "3600" }), ["rate_limited"]);
  demand(Math.max(0, ...watched.slept) < 3600, "the call slept for an hour");
}

async function stops(options: FaultOptions): Promise<void> {
  for (const before of [true, false]) {
    const stopper = new AbortController();
    const reason = new Error("the caller went away");
    if (before) stopper.abort(reason);
    const { result } = callWith(options, hold, { signal: stopper.signal, timeout: 1 });
    const outcome = result.then(
      () => ({ wentOn: true, thrown: undefined }),
      (thrown: unknown) => ({ wentOn: false, thrown }),
    );
    // By then the request is on its way.
    await new Promise((resolve) => setTimeout(resolve, 5));
    stopper.abort(reason);
    const { wentOn, thrown } = await outcome;
    demand(!wentOn, "the call went on");
    demand(thrown === reason, "expected the caller's reason");
  }
}

async function survivesWrongTypes(options: FaultOptions): Promise<void> {
  const bodies: string[] = [];
  const kept = async (request: Request) => {
    const whole = await options.answer(request);
    bodies.push(await whole.clone().text());
    return whole;
  };
  // Whether it goes well is another case.
  await callWith(options, (_, request) => kept(request)).result.catch(() => undefined);
  for (const [index, body] of bodies.entries()) {
    for (const broken of wrongTypes(body)) {
      const given: Answer = (call, request) => (call === index + 1 ? new Response(broken) : options.answer(request));
      try {
        options.check(await callWith(options, given).result);
      } catch (error) {
        demandNoLeak(error, options.planted);
        if (!AdapterError.isInstance(error)) fail(`expected an AdapterError or a sound answer, got ${messageOf(error)}`);
      }
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof ContractFailure ? error.message : nameOf(error);
}

/** A body that sends something and then nothing. */
function stalled(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(1000).fill(0x20)),
    pull: () => new Promise(() => undefined),
  });
}

const hugeBodyMegabytes = 64;

/** More than anybody should read; between two chunks timers get their turn. */
function hugeBody(whenWholeRead: () => void): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(1_000_000).fill(0x20);
  let sent = 0;
  return new ReadableStream({
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (sent === hugeBodyMegabytes) {
        whenWholeRead();
        controller.close();
        return;
      }
      sent += 1;
      controller.enqueue(chunk);
    },
  });
}

function cut(whole: Response): Response {
  const reader = whole.body?.getReader();
  return new Response(
    new ReadableStream({
      pull: async (controller) => {
        const read = await reader?.read();
        if (read?.value !== undefined) controller.enqueue(read.value.slice(0, Math.ceil(read.value.length / 2)));
        controller.error(new TypeError("terminated"));
      },
    }),
  );
}

async function half(whole: Response): Promise<Response> {
  const bytes = new Uint8Array(await whole.arrayBuffer());
  return new Response(bytes.slice(0, Math.floor(bytes.length / 2)));
}
