import { describe, expect, it } from "vitest";
import { clientOf, errorOf, order, status } from "./testing/scripted-client.js";

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
