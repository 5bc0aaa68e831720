import { describe, expect, it } from "vitest";
import { bytes, deletion, notification } from "./testing/ebay-notifications.js";
import { parseWebhook } from "./webhook.js";

describe("parseWebhook", () => {
  const frame = { id: "N-1", at: "2026-03-03T15:00:00.000Z", marketplace: "ebay" };
  const read = (topic: string, data: unknown, options = {}) => parseWebhook(bytes(notification(topic, data)), {}, options);
  const message = {
    messageId: "9003",
    conversationId: "7001",
    messageBody: "<p>It flickers</p>",
    senderUsername: "buyer-1",
    listingId: "110",
  };

  it("reads an account deletion as an event of its own", () => {
    expect(parseWebhook(bytes(deletion), {})).toEqual([
      { ...frame, kind: "account_deleted", customer: { id: "u-1", name: "planted-buyer" } },
    ]);
    expect(read("MARKETPLACE_ACCOUNT_DELETION", { userId: "u-1" })).toEqual([
      { ...frame, kind: "account_deleted", customer: { id: "u-1" } },
    ]);
  });

  it("doesn't pass over a deletion it can't read", () => {
    for (const data of [{}, null, undefined, { userId: "" }, { userId: 7 }]) {
      expect(() => read("MARKETPLACE_ACCOUNT_DELETION", data)).toThrow(expect.objectContaining({ reason: "malformed" }) as Error);
    }
  });

  it("reads an order", () => {
    const data = { user: { userId: "s-1", username: "lamp-shop" }, order: { orderId: "14-20331-77105" } };
    expect(read("ORDER_CONFIRMATION", data)).toEqual([{ ...frame, kind: "order_changed", order: "14-20331-77105", change: "placed" }]);
  });

  it.each(["NEW_MESSAGE", "BUYER_QUESTION"])("reads a message of %s", (topic) => {
    const event = { ...frame, kind: "message_received", messageId: "9003", thread: "7001", item: "110" };
    const inbound = {
      id: "9003",
      at: "2026-03-03T14:59:00.000Z",
      channel: "marketplace_message",
      marketplace: "ebay",
      thread: "7001",
      from: { customer: "buyer-1", name: "buyer-1" },
      text: "<p>It flickers</p>",
      item: "110",
    };
    expect(read(topic, { ...message, createdDate: inbound.at })).toEqual([{ ...event, message: inbound }]);
    expect(read(topic, message)).toEqual([{ ...event, message: { ...inbound, at: frame.at } }]);
    expect(read(topic, { messageId: "9003" })).toEqual([{ ...frame, kind: "message_received", messageId: "9003" }]);
  });

  it("marks the seller's own message and brings nothing that could be answered", () => {
    expect(read("NEW_MESSAGE", { ...message, senderUsername: "Lamp-Shop" }, { seller: "lamp-shop" })).toEqual([
      { ...frame, kind: "message_received", messageId: "9003", thread: "7001", item: "110", own: true },
    ]);
  });

  it("brings no message of eBay itself, and marks it", () => {
    for (const more of [{ conversationType: "FROM_EBAY" }, { senderUsername: "eBay" }]) {
      const [event] = read("NEW_MESSAGE", { ...message, ...more });
      expect(event).not.toHaveProperty("message");
      expect(event).toHaveProperty("fromMarketplace", true);
    }
  });

  it.each([
    ["ITEM_PRICE_REVISION", { item: "110" }],
    ["ORDER_CONFIRMATION", { order: "14-20331-77105" }],
    ["NEW_MESSAGE", { text: "?" }],
    ["__proto__", null],
  ])("keeps %s with %j as it came", (topic, data) => {
    expect(read(topic, data)).toEqual([{ ...frame, kind: "unknown", topic, data }]);
  });

  it.each(["", "[]", "null", JSON.stringify({ metadata: { topic: "X" }, notification: { notificationId: "1", eventDate: "today" } })])(
    "refuses %j",
    (body) => {
      expect(() => parseWebhook(bytes(body), {})).toThrow(expect.objectContaining({ reason: "malformed" }) as Error);
    },
  );
});
