import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createHttpClient } from "./http-client.js";

describe("with the machine's fetch, the network intercepted", () => {
  const network = setupServer();
  beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
  afterEach(() => network.resetHandlers());
  afterAll(() => network.close());

  const client = createHttpClient({ adapter: "shop", baseUrl: "https://api.example.com/v1", sleep: async () => undefined });
  const order = { operation: "getOrder", path: "/orders/{id}", params: { id: "O 1/2" } } as const;

  it("a server that comes back is asked again, and an id keeps its digits", async () => {
    let calls = 0;
    network.use(
      http.get("https://api.example.com/v1/orders/O%201%2F2", () => {
        calls += 1;
        return calls === 1 ? new HttpResponse(null, { status: 503 }) : HttpResponse.text('{"id":12345678901234567890}');
      }),
    );
    expect(await client.json(order)).toEqual({ id: "12345678901234567890" });
  });

  it("a connection that fails is unavailable", async () => {
    network.use(http.get("*", () => HttpResponse.error()));
    await expect(client.json(order)).rejects.toMatchObject({
      reason: "unavailable",
      message: "shop: getOrder: the connection failed after 3 tries",
    });
  });

  it("a redirect is not followed, so that no other host sees the credentials", async () => {
    const seen: string[] = [];
    network.use(
      http.get("*", ({ request }) => {
        seen.push(request.url);
        return new HttpResponse(null, { status: 302, headers: { location: "https://elsewhere.example/" } });
      }),
    );
    await expect(client.json(order)).rejects.toMatchObject({ reason: "rejected" });
    expect(seen).toEqual(["https://api.example.com/v1/orders/O%201%2F2"]);
  });
});

describe("over a real connection", () => {
  const serve = async (answer: RequestListener, ask: (baseUrl: string) => Promise<void>) => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  const ask = (baseUrl: string, timeoutSeconds = 5) =>
    createHttpClient({ adapter: "shop", baseUrl, attempts: 2, timeoutSeconds, sleep: async () => undefined }).json({
      operation: "getOrder",
      path: "/",
    });

  it.each<[string, RequestListener]>([
    ["before it starts", (request) => void request.socket.destroy()],
    [
      "half-way",
      (request, response) => void response.writeHead(200, { "content-length": "100" }).write('{"id":', () => request.socket.destroy()),
    ],
  ])("an answer that breaks off %s is unavailable", async (_, answer) => {
    await serve(answer, async (baseUrl) => {
      await expect(ask(baseUrl)).rejects.toMatchObject({ reason: "unavailable" });
    });
  });

  it("an answer that stalls is given up, and its connection closed", async () => {
    const closed: Promise<void>[] = [];
    const stall: RequestListener = (request, response) => {
      closed.push(new Promise((resolve) => request.socket.once("close", resolve)));
      response.writeHead(200).write("{");
    };
    await serve(stall, async (baseUrl) => {
      await expect(ask(baseUrl, 0.1)).rejects.toMatchObject({ reason: "unavailable" });
      await Promise.all(closed);
    });
    expect(closed).toHaveLength(2);
  });
});
