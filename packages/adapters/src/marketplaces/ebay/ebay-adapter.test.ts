import { inspect } from "node:util";
import { AmendsError, type AdapterError } from "@amends/core/errors";
import { intakeMessage } from "@amends/core/intake";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTokenBucket } from "../../http/token-bucket.js";
import { defineContract } from "../../testing/define-contract.js";
import { marketplaceContract } from "../../testing/marketplace-contract.js";
import { createEbayAdapter, createEbayClient, type EbayOptions } from "./ebay-adapter.js";
import conversation from "./fixtures/conversation.json" with { type: "json" };
import conversations from "./fixtures/conversations.json" with { type: "json" };
import order from "./fixtures/order.json" with { type: "json" };

const planted = ["planted-token", "planted-buyer", "Planted Person", "planted-person@members.example", "1 Planted Street", "It flickers"];
const token = async () => "planted-token";
const seller = "lamp-shop";

const answers = (request: Request): Response => {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/sell/fulfillment/v1/order/")) return Response.json(order);
  if (pathname === "/commerce/message/v1/conversation") return Response.json(conversations);
  if (pathname.startsWith("/commerce/message/v1/conversation/")) return Response.json(conversation);
  return Response.json({ messageId: "9100", createdDate: "2026-03-03T15:00:00.000Z" });
};

defineContract(
  marketplaceContract({
    create: (environment) => createEbayAdapter({ ...environment, seller, token }),
    order: { id: order.orderId, answer: answers },
    messages: { since: "2026-03-01T00:00:00Z", own: "9002", answer: answers },
    reply: { thread: "7001", text: "We are sorry.", answer: answers },
    planted,
  }),
  { test: it },
);

describe("with the network intercepted", () => {
  const network = setupServer();
  beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
  afterEach(() => network.resetHandlers());
  afterAll(() => network.close());
  const adapter = (options: Partial<EbayOptions> = {}) => createEbayAdapter({ seller, token, sleep: async () => undefined, ...options });
  const errorOf = (result: Promise<unknown> | undefined) =>
    (result ?? Promise.resolve()).then(
      () => expect.fail("expected an error"),
      (error: unknown) => error as AdapterError,
    );

  describe("an order", () => {
    it("comes in the buyer's money, with its lines", async () => {
      let request: Request | undefined;
      network.use(
        http.get("https://api.ebay.com/sell/fulfillment/v1/order/14-20331-77105", (given) => {
          request = given.request;
          return HttpResponse.json(order);
        }),
      );
      expect(await adapter({ site: "EBAY_GB" }).capabilities.order?.("14-20331-77105")).toEqual({
        id: "14-20331-77105",
        total: { amount: "75.20", currency: "EUR" },
        placedAt: "2026-02-11T09:30:12.000Z",
        shipTo: "DE",
        paymentMethod: "ebay",
        items: [
          { sku: "LAMP-OAK", title: "Oak table lamp", quantity: 2, price: { amount: "23.40", currency: "EUR" } },
          // Twenty pounds don't come out even for three.
          { sku: "110553500002", title: "Spare bulbs", quantity: 3 },
        ],
      });
      expect(request?.headers.get("authorization")).toBe("Bearer planted-token");
      expect(request?.headers.get("x-ebay-c-marketplace-id")).toBe("EBAY_GB");
    });

    it("of less than nothing is malformed", async () => {
      const total = { value: "-5.00", currency: "USD" };
      network.use(http.get("*", () => HttpResponse.json({ orderId: "1", pricingSummary: { total } })));
      expect((await errorOf(adapter().capabilities.order?.("1"))).reason).toBe("malformed");
    });

    it.each([
      ["yen", { value: "1000.0", currency: "JPY" }, { amount: "1000", currency: "JPY" }],
      ["nothing", { value: "0.0", currency: "USD" }, { amount: "0.00", currency: "USD" }],
      ["no conversion", { value: "5", currency: "USD", convertedFromValue: null }, { amount: "5.00", currency: "USD" }],
    ])("holds %s", async (_, total, wanted) => {
      network.use(http.get("*", () => HttpResponse.json({ orderId: "1", pricingSummary: { total } })));
      expect(await adapter().capabilities.order?.("1")).toEqual({ id: "1", total: wanted, items: [] });
    });

    it("goes to where it ends, not to eBay's own hub", async () => {
      const hub = { shippingStep: { shipTo: { contactAddress: { countryCode: "GB" } } }, finalDestinationAddress: { countryCode: "FR" } };
      network.use(http.get("*", () => HttpResponse.json({ orderId: "1", fulfillmentStartInstructions: [hub] })));
      expect(await adapter().capabilities.order?.("1")).toEqual({ id: "1", shipTo: "FR", items: [] });
    });

    it.each([
      ["another order", { orderId: "2" }],
      ["an amount beyond its currency", { orderId: "1", pricingSummary: { total: { value: "1.005", currency: "USD" } } }],
      ["an unknown currency", { orderId: "1", pricingSummary: { total: { value: "1", currency: "QQQ" } } }],
      ["a number for an amount", { orderId: "1", pricingSummary: { total: { value: 1, currency: "USD" } } }],
    ])("is refused where it is %s", async (_, body) => {
      network.use(http.get("*", () => HttpResponse.json(body)));
      expect(await errorOf(adapter().capabilities.order?.("1"))).toMatchObject({ reason: "malformed" });
    });

    it("that eBay doesn't know is not_found, also under status 400; the number stands in the error, the text doesn't", async () => {
      const errors = [{ errorId: 32100, domain: "API_FULFILLMENT", message: "Invalid order ID: planted" }];
      network.use(http.get("*", () => HttpResponse.json({ errors }, { status: 400 })));
      expect(await errorOf(adapter().capabilities.order?.("1"))).toMatchObject({
        reason: "not_found",
        message: "ebay: getOrder: HTTP 400 (32100)",
      });
    });
  });

  describe("messages", () => {
    it("are the buyers' since then, oldest first, with thread, listing and buyer", async () => {
      const asked: string[] = [];
      network.use(
        http.get("https://api.sandbox.ebay.com/commerce/message/v1/*", ({ request }) => {
          asked.push(request.url.replace("https://api.sandbox.ebay.com/commerce/message/v1/", ""));
          return answers(request);
        }),
      );
      const messages = (await adapter({ environment: "sandbox" }).capabilities.listMessages?.("2026-03-02T09:00:00+01:00")) ?? [];
      const frame = { channel: "marketplace_message", marketplace: "ebay", thread: "7001", item: "110553500001" };
      const from = { customer: "planted-buyer", name: "planted-buyer" };
      expect(messages).toEqual([
        { ...frame, id: "9001", at: "2026-03-02T08:00:00.000Z", from, subject: "A question", text: "Hello, about my lamp" },
        { ...frame, id: "9003", at: "2026-03-03T09:00:00.000Z", from, subject: "Oak table lamp", text: "<p>It flickers. &amp; hums.</p>" },
      ]);
      // The conversation without anything new isn't read.
      expect(asked).toEqual([
        "conversation?conversation_type=FROM_MEMBERS&limit=50&offset=0",
        "conversation/7001?conversation_type=FROM_MEMBERS&limit=50&offset=0",
      ]);
      expect(intakeMessage(messages[1] as never).message).toMatchObject({ text: "It flickers. & hums.", item: "110553500001" });
    });

    it("come from every page, each once", async () => {
      const many = Array.from({ length: 120 }, (_, index) => ({
        messageId: `m-${index % 110}`,
        createdDate: new Date(Date.UTC(2026, 2, 1) + (index % 110) * 1000).toISOString(),
        senderUsername: "buyer",
        messageBody: `text ${index % 110}`,
      }));
      network.use(
        http.get("*/conversation", () => HttpResponse.json({ conversations: [{ conversationId: "1" }] })),
        http.get("*/conversation/1", ({ request }) => {
          const offset = Number(new URL(request.url).searchParams.get("offset"));
          return HttpResponse.json({ total: 120, messages: many.slice(offset, offset + 50).toReversed() });
        }),
      );
      const messages = (await adapter().capabilities.listMessages?.("2026-01-01T00:00:00Z")) ?? [];
      expect(messages.map(({ text }) => text)).toEqual(Array.from({ length: 110 }, (_, index) => `text ${index}`));
    });

    it("of a list without end are refused", async () => {
      let pages = 0;
      network.use(
        http.get("*/conversation", () => {
          pages += 1;
          return HttpResponse.json({ conversations: Array.from({ length: 50 }, () => ({ conversationId: "1" })) });
        }),
      );
      expect(await errorOf(adapter().capabilities.listMessages?.("2026-01-01T00:00:00Z"))).toMatchObject({ reason: "malformed" });
      expect(pages).toBe(200);
    });

    it.each(["", "yesterday", "2026-03-01", "2026-03-01T00:00:00"])("since %j are refused before eBay is asked", async (since) => {
      expect(await errorOf(adapter().capabilities.listMessages?.(since))).toMatchObject({ reason: "rejected" });
    });
  });

  describe("a reply", () => {
    it("goes into its conversation", async () => {
      let sent: unknown;
      network.use(
        http.post("https://api.ebay.com/commerce/message/v1/send_message", async ({ request }) => {
          sent = await request.json();
          return HttpResponse.json({ messageId: "9100" });
        }),
      );
      const text = "ß".repeat(2000);
      expect(await adapter().capabilities.reply?.({ thread: "7001" }, text)).toEqual({ id: "9100" });
      expect(sent).toEqual({ conversationId: "7001", messageText: text });
    });

    it.each([
      ["x".repeat(2001), "ebay: sendMessage: the text has 2001 characters; eBay takes at most 2000"],
      ["  ", "ebay: sendMessage: the text is empty"],
    ])("that eBay wouldn't take is refused before it is sent", async (text, message) => {
      expect(await errorOf(adapter().capabilities.reply?.({ thread: "7001" }, text))).toMatchObject({ reason: "rejected", message });
    });
  });

  describe("tokens", () => {
    const credentials = { clientId: "planted-client", clientSecret: "planted-secret", refreshToken: "planted-refresh" };
    const tokens = (answer: (count: number) => Response) => {
      const forms: string[] = [];
      network.use(
        http.post("https://api.ebay.com/identity/v1/oauth2/token", async ({ request }) => {
          expect(request.headers.get("authorization")).toBe(`Basic ${btoa("planted-client:planted-secret")}`);
          expect(request.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
          forms.push(await request.text());
          return answer(forms.length);
        }),
      );
      return forms;
    };
    const given: (string | null)[] = [];
    const orders = (status = 200) =>
      network.use(
        http.get("*/order/1", ({ request }) => {
          given.push(request.headers.get("authorization"));
          return HttpResponse.json(status === 200 ? { orderId: "1" } : {}, { status });
        }),
      );
    afterEach(() => void given.splice(0));

    it("are fetched once for calls at once, kept, and renewed before they end", async () => {
      let now = 0;
      const forms = tokens((count) => HttpResponse.json({ access_token: `t${count}`, expires_in: 7200, token_type: "User Access Token" }));
      orders();
      const ebay = adapter({ token: { ...credentials, scopes: ["a", "b"] }, clock: () => now });
      const ask = () => ebay.capabilities.order?.("1");
      await Promise.all([ask(), ask(), ask()]);
      now = 7_139_000;
      await ask();
      now = 7_140_000;
      await ask();
      expect(given).toEqual(["Bearer t1", "Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2"]);
      expect(forms).toEqual(Array.from({ length: 2 }, () => "grant_type=refresh_token&refresh_token=planted-refresh&scope=a+b"));
    });

    it("that eBay no longer takes are dropped", async () => {
      const forms = tokens((count) => HttpResponse.json({ access_token: `t${count}`, expires_in: 7200 }));
      orders(401);
      const ebay = adapter({ token: credentials });
      expect(await errorOf(ebay.capabilities.order?.("1"))).toMatchObject({ reason: "auth" });
      orders();
      await ebay.capabilities.order?.("1");
      expect(forms).toHaveLength(2);
      expect(given).toEqual(["Bearer t1", "Bearer t2"]);
    });

    it("of an application alone come without a refresh token", async () => {
      const forms = tokens(() => HttpResponse.json({ access_token: "app", expires_in: 7200 }));
      orders();
      const client = createEbayClient({ token: { clientId: "planted-client", clientSecret: "planted-secret" } });
      await client.json({ operation: "getOrder", path: "/order/1" });
      expect(forms).toEqual([`grant_type=client_credentials&scope=${encodeURIComponent("https://api.ebay.com/oauth/api_scope")}`]);
    });

    it.each([
      [
        "refused",
        () => HttpResponse.json({ error: "invalid_grant", error_description: "planted" }, { status: 400 }),
        "auth",
        "HTTP 400 (invalid_grant)",
      ],
      [
        "of another shape",
        () => HttpResponse.json({ token: "planted-token" }),
        "malformed",
        "the answer has another shape than documented at access_token, expires_in",
      ],
      ["not JSON", () => HttpResponse.text("planted"), "malformed", "the answer is no JSON"],
    ])("that are %s give a typed error with no secret in it", async (_, answer, reason, message) => {
      tokens(answer);
      const error = await errorOf(adapter({ token: credentials }).capabilities.order?.("1"));
      expect(error).toMatchObject({ reason, message: `ebay: getToken: ${message}` });
      expect(JSON.stringify([error, error.stack, error.cause])).not.toMatch(/planted/);
    });
  });
});

it("keeps to a rate where one is given", async () => {
  const slept: number[] = [];
  const sleep = async (seconds: number) => void slept.push(seconds);
  const bucket = createTokenBucket({ capacity: 1, refillPerSecond: 4, clock: () => 0, sleep });
  const ebay = createEbayAdapter({ seller, token, bucket, fetch: async () => Response.json(order) });
  await ebay.capabilities.order?.(order.orderId);
  await ebay.capabilities.order?.(order.orderId);
  expect(slept).toEqual([0.25]);
});

describe("options", () => {
  const valid: EbayOptions = { seller, token };
  it.each<[string, unknown]>([
    ["seller", { ...valid, seller: "" }],
    ["token", { ...valid, token: "planted" }],
    ["token.clientSecret", { ...valid, token: { clientId: "planted", clientSecret: "planted secret" } }],
    ["site", { ...valid, site: "DE" }],
    ["environment", { ...valid, environment: "planted" }],
    ["baseUrl", { ...valid, baseUrl: "planted" }],
    ["attempts", { ...valid, attempts: 0 }],
    ["bucket", { ...valid, bucket: "planted" }],
    ["", { ...valid, timeout: 5 }],
    ["", null],
  ])("that are wrong at %j are refused with their place, and aren't quoted", (path, options) => {
    let error: unknown;
    try {
      createEbayAdapter(options as EbayOptions);
    } catch (thrown) {
      error = thrown;
    }
    expect(AmendsError.isInstance(error) && error.findings.map((finding) => finding.path)).toEqual([path]);
    expect(error).toMatchObject({ code: "invalid_options" });
    expect(JSON.stringify([error, (error as Error).message])).not.toContain("planted");
  });

  it("don't show in the adapter", () => {
    const ebay = createEbayAdapter({ seller, token: { clientId: "planted", clientSecret: "planted", refreshToken: "planted" } });
    expect(JSON.stringify(ebay) + inspect(ebay, { depth: null })).not.toContain("planted");
  });
});
