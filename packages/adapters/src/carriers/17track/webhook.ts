import type { CarrierEvent } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { decodeJson } from "../../http/decode-json.js";
import { equalBytes } from "../../signing/equal-bytes.js";
import { failClosed } from "../../signing/fail-closed.js";
import { decodeHex } from "../../signing/hex.js";
import { digest } from "../../signing/hmac.js";
import { headerOf, type WebhookHeaders, type WebhookRequest, type WebhookVerdict } from "../../signing/webhook-request.js";
import { carrierName, parseTracking } from "./parse-tracking.js";

const utf8 = new TextEncoder();

/**
 * Whether a webhook is 17TRACK's: its header `sign` is the SHA-256 of the raw body, a slash and the account's key. Never
 * throws; whatever can't be read is refused.
 *
 * @example
 * import { verifyWebhook } from "@amends/adapters/carriers/17track";
 * const body = new TextEncoder().encode("{}");
 * await verifyWebhook({ body, headers: { sign: "00" }, secrets: ["key"] }); // => { ok: false, reason: "the signature doesn't match" }
 */
export const verifyWebhook: (request: WebhookRequest) => Promise<WebhookVerdict> = failClosed(async ({ body, headers, secrets }) => {
  const keys = secrets.filter((secret) => secret !== "");
  if (keys.length === 0) return { ok: false, reason: "no secret is configured" };
  const signature = headerOf(headers, "sign");
  if (signature === undefined) return { ok: false, reason: "there is no signature" };
  const given = decodeHex(signature);
  if (given === undefined) return { ok: false, reason: "the signature can't be read" };
  // Every key is tried, so that the time doesn't tell which one matched.
  const matches = await Promise.all(keys.map(async (key) => equalBytes(await digest("SHA-256", signed(body, key)), given)));
  return matches.includes(true) ? { ok: true } : { ok: false, reason: "the signature doesn't match" };
});

/**
 * What a webhook of 17TRACK tells. Check it by {@link verifyWebhook} first. The same event may arrive several times.
 *
 * @throws {AdapterError} `malformed` for what is no webhook of 17TRACK.
 * @example
 * import { parseWebhook } from "@amends/adapters/carriers/17track";
 * const body = new TextEncoder().encode('{"event":"TRACKING_STOPPED","data":{"number":"RB123456785GB","carrier":11031}}');
 * parseWebhook(body, {})[0]?.kind; // => "tracking_stopped"
 */
export function parseWebhook(body: Uint8Array, _headers: WebhookHeaders): CarrierEvent[] {
  const told = decodeJson("17track", body);
  if (!isRecord(told) || typeof told["event"] !== "string" || !isRecord(told["data"])) {
    throw new AdapterError({ adapter: "17track", reason: "malformed", message: "the webhook has no event with data" });
  }
  const { event: topic, data } = told;
  const frame = { source: "17track", topic };
  if (topic === "TRACKING_UPDATED") {
    return parseTracking(told).map((tracking) => ({
      ...frame,
      kind: "tracking_updated",
      trackingNumber: tracking.trackingNumber,
      tracking,
    }));
  }
  if (topic !== "TRACKING_STOPPED" || typeof data["number"] !== "string") return [{ ...frame, kind: "unknown", data }];
  const { number: trackingNumber, carrier } = data;
  return [
    { ...frame, kind: "tracking_stopped", trackingNumber, ...(typeof carrier === "number" ? { carrier: carrierName(carrier) } : {}) },
  ];
}

function signed(body: Uint8Array, key: string): Uint8Array {
  const end = utf8.encode(`/${key}`);
  const joined = new Uint8Array(body.length + end.length);
  joined.set(body);
  joined.set(end, body.length);
  return joined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
