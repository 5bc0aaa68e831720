import { describe, expect, it, vi } from "vitest";
import { clientOf, errorOf, order } from "./testing/scripted-client.js";

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
