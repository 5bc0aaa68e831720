import { describe, expect, it } from "vitest";
import { clientOf, errorOf, order, status } from "./testing/scripted-client.js";
import { createTokenBucket } from "./token-bucket.js";

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
