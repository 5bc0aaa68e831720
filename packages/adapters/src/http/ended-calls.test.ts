import { describe, expect, it, vi } from "vitest";
import type { HttpClientOptions } from "./http-client-options.js";
import { type Answer, clientOf, errorOf, order, status } from "./testing/scripted-client.js";

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
