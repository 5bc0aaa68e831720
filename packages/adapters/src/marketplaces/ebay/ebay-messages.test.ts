import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { intakeMessage } from "@amends/core/intake";
import { answers } from "./testing/ebay-shop.js";
import { adapter, errorOf, interceptedNetwork } from "./testing/intercepted-ebay.js";

describe("with the network intercepted", () => {
  const network = interceptedNetwork();

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
});
