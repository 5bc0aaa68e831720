import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { defineContract } from "../../testing/define-contract.js";
import { webhookContract } from "../../testing/webhook-contract.js";
import stopped from "./fixtures/webhook.stopped.json" with { type: "json" };
import updated from "./fixtures/webhook.updated.json" with { type: "json" };
import { parseWebhook, verifyWebhook } from "./webhook.js";

const key = "0123456789ABCDEF-key";
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const sign = (body: Uint8Array, secret = key) => createHash("sha256").update(body).update(`/${secret}`).digest("hex");

describe("17TRACK's webhooks", () => {
  const body = bytes(updated);
  defineContract(
    webhookContract({
      verifyWebhook,
      parseWebhook,
      genuine: () => ({ body, headers: { sign: sign(body) }, secrets: [key] }),
      signatureHeader: "sign",
      planted: [key, "YT2601700000000001"],
    }),
    { test: it, skip: it.skip },
  );

  it("are taken under each of several keys, and in capitals", async () => {
    const request = { body, headers: { SIGN: [sign(body).toUpperCase()] }, secrets: ["older", key] };
    expect(await verifyWebhook(request)).toEqual({ ok: true });
  });

  it("are not taken where the key stands elsewhere or the hash is cut", async () => {
    const elsewhere = createHash("sha256").update(`${key}/`).update(body).digest("hex");
    for (const signature of [elsewhere, sign(body).slice(0, 32), sign(body, "other")]) {
      expect(await verifyWebhook({ body, headers: { sign: signature }, secrets: [key] })).toMatchObject({ ok: false });
    }
  });

  it("tell of a parcel, of the end of its tracking, or of something unknown", () => {
    expect(parseWebhook(body, {})).toMatchObject([
      {
        kind: "tracking_updated",
        source: "17track",
        topic: "TRACKING_UPDATED",
        trackingNumber: "YT2601700000000001",
        tracking: { carrier: "yunexpress", status: "delivered" },
      },
    ]);
    expect(parseWebhook(bytes(stopped), {})).toEqual([
      {
        kind: "tracking_stopped",
        source: "17track",
        topic: "TRACKING_STOPPED",
        trackingNumber: "YT2601700000000001",
        carrier: "yunexpress",
      },
    ]);
    expect(parseWebhook(bytes({ event: "TRACKING_STOPPED", data: { number: "N-1" } }), {})).toEqual([
      { kind: "tracking_stopped", source: "17track", topic: "TRACKING_STOPPED", trackingNumber: "N-1" },
    ]);
    expect(parseWebhook(bytes({ event: "QUOTA_LOW", data: { left: 3 } }), {})).toEqual([
      { kind: "unknown", source: "17track", topic: "QUOTA_LOW", data: { left: 3 } },
    ]);
  });
});
