import type { InboundMessage, MarketplaceAdapter, MarketplaceEvent } from "@amends/core/contracts";
import { describe, expect, it } from "vitest";
import { receiveWebhook, type WebhookSource } from "./receive-webhook.js";

const frame = { at: "2026-03-03T15:00:00Z", marketplace: "ebay" };
const message: InboundMessage = { id: "M-1", at: frame.at, channel: "marketplace_message", from: { customer: "u" }, text: "Hello" };
const request = { body: new Uint8Array(), headers: {} };
const genuine: WebhookSource<object>["verify"] = async () => ({ ok: true });
const receive = (events: readonly MarketplaceEvent[], more: Partial<WebhookSource<object>> = {}) =>
  receiveWebhook(request, { verify: genuine, parse: () => events, ...more });

describe("receiveWebhook", () => {
  it("reads nothing of a webhook that isn't genuine", async () => {
    const parse = () => {
      throw new Error("was read");
    };
    const verify = async () => ({ ok: false, reason: "no signature" }) as const;
    expect(await receiveWebhook(request, { verify, parse })).toEqual({ status: "refused", reason: "no signature" });
  });

  it("lets a failure to verify through, so that the webhook comes again", async () => {
    const verify = () => Promise.reject(new Error("no keys just now"));
    await expect(receiveWebhook(request, { verify, parse: () => [] })).rejects.toThrow("no keys");
  });

  it("gives messages, leaves the seller's own and everything else aside, and each event once", async () => {
    const events: MarketplaceEvent[] = [
      { ...frame, id: "1", kind: "message_received", message },
      { ...frame, id: "2", kind: "message_received", messageId: "M-2", own: true },
      { ...frame, id: "3", kind: "order_changed", order: "O-1", change: "paid" },
      { ...frame, id: "4", kind: "message_received", message },
    ];
    const received = await receive(events, { isKnown: async (id) => id === "4" });
    expect(received).toMatchObject({ status: "accepted", messages: [{ eventId: "1", message }], repeated: ["4"] });
    expect(received.status === "accepted" && received.others.map(({ id }) => id)).toEqual(["2", "3"]);
  });

  it("fetches a message that is only named", async () => {
    const asked: string[] = [];
    const marketplace: MarketplaceAdapter = {
      specVersion: "1",
      name: "ebay",
      capabilities: { listMessages: async (since) => (asked.push(since), [{ ...message, id: "M-0" }, message]) },
    };
    const named: MarketplaceEvent = { ...frame, id: "1", kind: "message_received", messageId: "M-1" };
    expect(await receive([named], { marketplace })).toMatchObject({ messages: [{ message }] });
    expect(asked).toEqual([frame.at]);
    expect(await receive([{ ...named, messageId: "M-9" }], { marketplace })).toMatchObject({ messages: [], others: [{ id: "1" }] });
    expect(await receive([named])).toMatchObject({ messages: [], others: [{ id: "1" }] });
  });
});
