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

  const listing = (listMessages: NonNullable<MarketplaceAdapter["capabilities"]["listMessages"]>): MarketplaceAdapter => ({
    specVersion: "1",
    name: "ebay",
    capabilities: { listMessages },
  });
  const named: MarketplaceEvent = { ...frame, id: "1", kind: "message_received", messageId: "M-1" };

  it("fetches a message that is only named, which was written before its event", async () => {
    const asked: string[] = [];
    const written = { ...message, at: "2026-03-03T14:59:59Z" };
    const marketplace = listing(async (since) => {
      asked.push(since);
      return [{ ...written, id: "M-0" }, written].filter(({ at }) => Date.parse(at) >= Date.parse(since));
    });
    expect(await receive([named], { marketplace })).toMatchObject({ messages: [{ message: written }], others: [] });
    expect(await receive([named], { marketplace, lookBack: "PT1M" })).toMatchObject({ messages: [{ message: written }] });
    expect(asked).toEqual(["2026-03-03T14:45:00Z", "2026-03-03T14:59:00Z"]);
    await expect(receive([named], { marketplace, lookBack: "a minute" })).rejects.toMatchObject({ code: "invalid_duration" });
    expect(await receive([named])).toMatchObject({ messages: [], others: [{ id: "1" }] });
  });

  it("rejects where it isn't listed yet, so that the webhook comes again", async () => {
    await expect(receive([named], { marketplace: listing(async () => [{ ...message, id: "M-9" }]) })).rejects.toMatchObject({
      code: "adapter_not_found",
      adapter: "ebay",
      retryable: true,
    });
    for (const answer of [null, {}, "none"]) {
      const marketplace = listing(async () => answer as never);
      await expect(receive([named], { marketplace })).rejects.toMatchObject({ code: "adapter_malformed" });
    }
    expect(await receive([named], { marketplace: listing(async () => [null as never, message]) })).toMatchObject({
      messages: [{ message }],
    });
  });

  it("asks for no message that no member wrote", async () => {
    const marketplace = listing(() => Promise.reject(new Error("was asked")));
    const events: MarketplaceEvent[] = [
      { ...named, own: true },
      { ...named, id: "2", fromMarketplace: true },
    ];
    const received = await receive(events, { marketplace });
    expect(received.status === "accepted" && [received.messages, received.others.map(({ id }) => id)]).toEqual([[], ["1", "2"]]);
  });

  it("stops where its signal does", async () => {
    const stop = new AbortController();
    const marketplace = listing(() => {
      stop.abort(new Error("stop"));
      return new Promise(() => undefined);
    });
    await expect(receive([named], { marketplace, signal: stop.signal })).rejects.toThrow("stop");
  });
});
