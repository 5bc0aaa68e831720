import { inspect } from "node:util";
import { AdapterError } from "@amends/core/errors";
import { describe, expect, it, vi } from "vitest";
import { createHttpClient } from "./http-client.js";
import type { HttpAttempt, HttpClientOptions } from "./http-client-options.js";
import type { HttpRequest } from "./http-request.js";
import { createTokenBucket } from "./token-bucket.js";

type Answer = (call: number, request: Request, init: RequestInit) => Response | Promise<Response>;

function clientOf(answer: Answer, options: Partial<HttpClientOptions> = {}) {
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

const order: HttpRequest = { operation: "getOrder", path: "/orders/{id}", params: { id: "O-1" } };
const status = (code: number, headers: Record<string, string> = {}) => new Response("{}", { status: code, headers });
const errorOf = (result: Promise<unknown>): Promise<AdapterError> =>
  result.then(
    () => expect.fail("expected an error"),
    (error: unknown) => error as AdapterError,
  );

describe("a call", () => {
  it("goes to the base address with method, headers, query and JSON", async () => {
    const { client } = clientOf(
      async (_, request) =>
        Response.json({ url: request.url, method: request.method, type: request.headers.get("content-type"), body: await request.text() }),
      { headers: () => ({ Authorization: "Bearer t" }) },
    );
    const sent = await client.json({ operation: "send", method: "POST", path: "send", query: { a: "1" }, json: { text: "ü" } });
    expect(sent).toEqual({ url: "https://api.example.com/v1/send?a=1", method: "POST", type: "application/json", body: '{"text":"ü"}' });
  });

  it("lets a request's headers win over the client's, in any case", async () => {
    const { client } = clientOf((_, request) => Response.json([request.headers.get("content-type"), request.headers.get("accept")]), {
      headers: () => ({ Accept: "text/html", "content-type": "text/plain" }),
    });
    const request = {
      ...order,
      method: "POST",
      json: {},
      headers: { "Content-Type": "application/vnd+json", ACCEPT: "application/json" },
    } as const;
    expect(await client.json(request)).toEqual(["application/vnd+json", "application/json"]);
  });

  it("sends bytes as they are", async () => {
    const { client } = clientOf(async (_, request) => new Response(await request.arrayBuffer()));
    const { body } = await client.send({ ...order, method: "PUT", body: new Uint8Array([0, 255, 1]) });
    expect([...body]).toEqual([0, 255, 1]);
  });

  it("is refused before anybody is asked where a parameter can't stand in the path", async () => {
    const { client, calls } = clientOf(() => Response.json({}));
    expect(await errorOf(client.json({ ...order, params: { id: ".." } }))).toMatchObject({ reason: "rejected", retryable: false });
    expect(calls()).toBe(0);
  });
});

describe("retries", () => {
  it("come with jitter that doubles, and end with the vendor's reason", async () => {
    const { client, slept, attempts } = clientOf(() => status(503), { attempts: 4 });
    const error = await errorOf(client.json(order));
    expect(slept).toEqual([0.25, 0.5, 1]);
    expect(error).toMatchObject({
      reason: "unavailable",
      adapter: "shop",
      retryable: true,
      message: "shop: getOrder: HTTP 503 after 4 tries",
    });
    const seen = { adapter: "shop", operation: "getOrder", throttledSeconds: 0, reason: "unavailable", status: 503 };
    expect(attempts).toEqual([
      { ...seen, attempt: 1, retryInSeconds: 0.25 },
      { ...seen, attempt: 2, retryInSeconds: 0.5 },
      { ...seen, attempt: 3, retryInSeconds: 1 },
      { ...seen, attempt: 4 },
    ]);
  });

  it("wait as long as the vendor asks, and a little more", async () => {
    const { client, slept } = clientOf((call) => (call === 1 ? status(429, { "retry-after": "7" }) : Response.json({})));
    await client.json(order);
    expect(slept).toEqual([7.25]);
  });

  it("don't wait longer than allowed: the caller is told how long", async () => {
    const { client, slept } = clientOf(() => status(429, { "retry-after": "31" }));
    expect(await errorOf(client.json(order))).toMatchObject({
      reason: "rate_limited",
      retryAfterSeconds: 31,
      message: "shop: getOrder: HTTP 429",
    });
    expect(slept).toEqual([]);
  });

  it.each([400, 401, 403, 404, 409, 422, 302])("aren't made after %i", async (code) => {
    const { client, calls } = clientOf(() => status(code));
    await errorOf(client.json(order));
    expect(calls()).toBe(1);
  });

  it("aren't made for a POST that may have arrived, but for one that was limited or is repeatable", async () => {
    const post = { ...order, method: "POST" } as const;
    const down = clientOf(() => status(503));
    await errorOf(down.client.json(post));
    const limited = clientOf((call) => (call === 1 ? status(429) : Response.json({})));
    await limited.client.json(post);
    const repeatable = clientOf((call) => (call === 1 ? status(503) : Response.json({})));
    await repeatable.client.json({ ...post, repeatable: true });
    expect([down.calls(), limited.calls(), repeatable.calls()]).toEqual([1, 2, 2]);
  });

  it("read the headers anew for each try", async () => {
    let token = 0;
    const given: (string | null)[] = [];
    const { client } = clientOf(
      (call, request) => {
        given.push(request.headers.get("authorization"));
        return call < 3 ? status(500) : Response.json({});
      },
      { headers: async () => ({ authorization: `Bearer ${(token += 1)}` }) },
    );
    await client.json(order);
    expect(given).toEqual(["Bearer 1", "Bearer 2", "Bearer 3"]);
  });

  it("take a token of the bucket each, and say how long they waited", async () => {
    const bucket = createTokenBucket({ capacity: 1, refillPerSecond: 2, clock: () => 0, sleep: async () => undefined });
    const { client, attempts } = clientOf((call) => (call === 1 ? status(500) : Response.json({})), { bucket });
    await client.json(order);
    expect(attempts.map(({ throttledSeconds }) => throttledSeconds)).toEqual([0, 0.5]);
  });
});

describe("cancellation", () => {
  const reason = new Error("gone");

  it("stops a call before it starts, while the bucket is empty, between tries and while it runs", async () => {
    const aborted = clientOf(() => Response.json({}));
    await expect(aborted.client.json({ ...order, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(aborted.calls()).toBe(0);

    const between = new AbortController();
    const waiting = clientOf(() => status(503), {
      sleep: async (_, signal) => {
        between.abort(reason);
        signal?.throwIfAborted();
      },
    });
    await expect(waiting.client.json({ ...order, signal: between.signal })).rejects.toBe(reason);
    expect(waiting.calls()).toBe(1);

    const during = new AbortController();
    const running = clientOf(() => new Promise<Response>(() => during.abort(reason)));
    await expect(running.client.json({ ...order, signal: during.signal })).rejects.toBe(reason);

    const queued = new AbortController();
    const bucket = { take: async (signal?: AbortSignal) => (queued.abort(reason), signal?.throwIfAborted(), 0), setRate: () => undefined };
    const throttled = clientOf(() => Response.json({}), { bucket });
    await expect(throttled.client.json({ ...order, signal: queued.signal })).rejects.toBe(reason);
    expect(throttled.calls()).toBe(0);
  });

  it("stops a call whose body is being read", async () => {
    const stopper = new AbortController();
    const cancelled = vi.fn();
    const endless = new ReadableStream({ pull: () => stopper.abort(reason), cancel: cancelled }, { highWaterMark: 0 });
    const { client } = clientOf(() => new Response(endless));
    await expect(client.json({ ...order, signal: stopper.signal })).rejects.toBe(reason);
    expect(cancelled).toHaveBeenCalled();
  });
});

describe("timeouts", () => {
  const soon = { timeoutSeconds: 0.02, attempts: 1 };
  const never = () => new Promise<never>(() => undefined);

  it.each<[string, Answer, Partial<HttpClientOptions>]>([
    ["no answer", never, {}],
    ["a body that stops", () => new Response(new ReadableStream({ pull: never })), {}],
    ["credentials that don't come", () => Response.json({}), { headers: never }],
  ])("end %s, also where nothing listens to the signal", async (_, answer, options) => {
    const error = await errorOf(clientOf(answer, { ...soon, ...options }).client.json(order));
    expect(error).toMatchObject({ reason: "unavailable", message: "shop: getOrder: no answer within 0.02 seconds" });
  });

  it("hand the signal to fetch, so that the connection is closed", async () => {
    let signal: AbortSignal | null | undefined;
    const { client } = clientOf((_, __, init) => ((signal = init.signal), never()), soon);
    await errorOf(client.json(order));
    expect(signal?.aborted).toBe(true);
  });
});

describe("bodies", () => {
  const big = "x".repeat(2000);

  it("are read up to the limit and not further", async () => {
    const pulled = vi.fn((controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(400)));
    const { client } = clientOf(() => new Response(new ReadableStream({ pull: pulled }, { highWaterMark: 0 })), { bodyLimitBytes: 1000 });
    expect(await errorOf(client.json(order))).toMatchObject({
      reason: "malformed",
      message: "shop: getOrder: the answer is larger than 1000 bytes",
    });
    expect(pulled).toHaveBeenCalledTimes(3);
    const fits = clientOf(() => new Response(`"${"x".repeat(998)}"`), { bodyLimitBytes: 1000 });
    expect(await fits.client.json(order)).toHaveLength(998);
  });

  it("that announce too much aren't read at all", async () => {
    const pulled = vi.fn();
    const stream = () => new ReadableStream({ pull: pulled }, { highWaterMark: 0 });
    const { client } = clientOf(() => new Response(stream(), { headers: { "content-length": "1001" } }), { bodyLimitBytes: 1000 });
    expect(await errorOf(client.json(order))).toMatchObject({ reason: "malformed" });
    expect(pulled).not.toHaveBeenCalled();
  });

  it("of a refusal don't change what it is", async () => {
    const huge = clientOf(() => new Response(big, { status: 401 }), { bodyLimitBytes: 1000 });
    const cut = clientOf(
      () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("cut")) }), { status: 404 }),
    );
    expect(await errorOf(huge.client.json(order))).toMatchObject({ reason: "auth" });
    expect(await errorOf(cut.client.json(order))).toMatchObject({ reason: "not_found" });
  });

  it("may be absent", async () => {
    const { client } = clientOf(() => new Response(null, { status: 204 }));
    expect((await client.send(order)).body).toEqual(new Uint8Array());
    expect(await errorOf(client.json(order))).toMatchObject({ reason: "malformed", message: "shop: getOrder: the answer is empty" });
  });
});

describe("what an answer means", () => {
  it("can be told by the adapter: an error under status 200, or a fine answer under 404", async () => {
    const limited = clientOf((call) => Response.json({ code: call === 1 ? 50 : 0 }), {
      reasonOf: ({ body }) => (new TextDecoder().decode(body).includes("50") ? "rate_limited" : undefined),
    });
    expect(await limited.client.json(order)).toEqual({ code: 0 });
    const fine = clientOf(() => Response.json([], { status: 404 }), { reasonOf: () => "fine" });
    expect(await fine.client.json(order)).toEqual([]);
  });

  it.each([
    ["ERR_LIMIT-1.2", " (ERR_LIMIT-1.2)"],
    ["-18019903", " (-18019903)"],
    ["maria@example.com", ""],
    ["two words", ""],
    ["x".repeat(65), ""],
    ["", ""],
  ])("quotes the vendor's code %j only where it is a code", async (code, quoted) => {
    const { client } = clientOf(() => status(400), { errorCodeOf: () => code });
    expect(await errorOf(client.json(order))).toMatchObject({ message: `shop: getOrder: HTTP 400${quoted}` });
  });
});

describe("secrets", () => {
  const secret = "planted-s3cret";
  const whole = (error: unknown) => JSON.stringify([error, String(error), (error as Error).stack, (error as Error).cause]);

  it.each<[string, Answer, Partial<HttpClientOptions>]>([
    ["a failed connection", () => Promise.reject(new TypeError(`fetch failed: ${secret}`)), {}],
    ["a refusal", () => new Response(secret, { status: 400, headers: { "x-secret": secret } }), {}],
    ["a body that is no JSON", () => new Response(secret), {}],
    ["credentials that fail", () => Response.json({}), { headers: () => Promise.reject(new Error(secret)) }],
    ["credentials that can't be sent", () => Response.json({}), { headers: () => ({ authorization: `Bearer ${secret}\nx` }) }],
  ])("stay out of the error after %s", async (_, answer, options) => {
    const { client, attempts } = clientOf(answer, { attempts: 2, ...options });
    const error = await errorOf(client.json({ ...order, params: { id: secret }, query: { key: secret }, headers: { "x-key": secret } }));
    expect(AdapterError.isInstance(error)).toBe(true);
    expect(whole(error)).not.toContain(secret);
    expect(JSON.stringify(attempts)).not.toContain(secret);
  });

  it("stay in the client", () => {
    const { client } = clientOf(() => Response.json({}), { headers: () => ({ authorization: secret }) });
    expect(JSON.stringify(client) + inspect(client, { depth: null })).not.toContain(secret);
  });

  it("are handed through where the credentials' own error is typed", async () => {
    const revoked = new AdapterError({ adapter: "shop", reason: "auth", message: "the refresh token is no longer valid" });
    expect(await errorOf(clientOf(() => Response.json({}), { headers: () => Promise.reject(revoked) }).client.json(order))).toBe(revoked);
  });
});

describe("a fault of the adapter's own functions", () => {
  const leaky = () => {
    throw new Error("planted body");
  };
  const told = async (answer: () => Response, options: Partial<HttpClientOptions>) => {
    const error = await errorOf(clientOf(answer, options).client.json(order));
    expect(inspect(error, { depth: 9 })).not.toContain("planted");
    return error;
  };

  it("in onAttempt changes no call", async () => {
    const { client } = clientOf((call) => (call === 1 ? new Response("", { status: 503 }) : Response.json({ id: 1 })), {
      onAttempt: leaky,
    });
    expect(await client.json(order)).toEqual({ id: 1 });
    expect((await told(() => new Response("", { status: 401 }), { onAttempt: leaky })).reason).toBe("auth");
  });

  it("in reasonOf is malformed, or what the status says", async () => {
    expect((await told(() => Response.json({}), { reasonOf: leaky })).reason).toBe("malformed");
    expect((await told(() => new Response("", { status: 404 }), { reasonOf: leaky })).reason).toBe("not_found");
  });

  it("in errorCodeOf leaves the status alone", async () => {
    expect(await told(() => new Response("", { status: 404 }), { errorCodeOf: leaky })).toMatchObject({
      reason: "not_found",
      message: expect.stringMatching(/HTTP 404$/) as string,
    });
  });

  it("in fetch is malformed where what it gives is no response", async () => {
    expect((await told(() => ({}) as Response, {})).reason).toBe("malformed");
    expect((await told(() => undefined as unknown as Response, {})).reason).toBe("malformed");
  });

  it("in the body it sends is rejected before anything is sent", async () => {
    const { client, calls } = clientOf(() => Response.json({}));
    const error = await errorOf(client.json({ ...order, method: "POST", json: { amount: 1n } }));
    expect(error).toMatchObject({ reason: "rejected" });
    expect(calls()).toBe(0);
  });
});

describe("options", () => {
  it.each([
    "",
    "api.example.com",
    "http://api.example.com",
    "ftp://a.b",
    "https://user:pw@a.b",
    "https://a.b/?k=1",
    "https://a.b/#x",
    "http://127.0.0.1.evil.example",
  ])("refuse the address %j", (baseUrl) => {
    expect(() => createHttpClient({ adapter: "shop", baseUrl })).toThrow(TypeError);
  });

  it.each(["https://a.b", "https://a.b/v1/", "http://localhost:8080", "http://127.0.0.1:1/x", "http://[::1]:1"])(
    "take the address %j",
    (baseUrl) => {
      expect(() => createHttpClient({ adapter: "shop", baseUrl })).not.toThrow();
    },
  );

  it.each<Partial<HttpClientOptions>>([
    { timeoutSeconds: 0 },
    { timeoutSeconds: Number.NaN },
    { bodyLimitBytes: 0 },
    { attempts: 0 },
    { attempts: 1.5 },
    { maximumWaitSeconds: -1 },
    { retryBaseSeconds: Number.NaN },
  ])("refuse %j", (odd) => {
    expect(() => createHttpClient({ adapter: "shop", baseUrl: "https://a.b", ...odd })).toThrow(RangeError);
  });
});
