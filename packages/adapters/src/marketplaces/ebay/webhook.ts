import { systemClock, type Clock, type MarketplaceEvent } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { readInstant } from "@amends/core/time";
import * as z from "zod";
import { decodeJson } from "../../http/decode-json.js";
import type { HttpClient } from "../../http/http-client.js";
import { createSharedCalls } from "../../http/shared-calls.js";
import { decodeBase64 } from "../../signing/base64.js";
import { verifyEcdsa } from "../../signing/ecdsa.js";
import { failClosed } from "../../signing/fail-closed.js";
import { encodeHex } from "../../signing/hex.js";
import { digest, type HashName } from "../../signing/hmac.js";
import { headerOf, type WebhookHeaders, type WebhookVerdict } from "../../signing/webhook-request.js";
import { ebayAnswers, inboundOf, itemOf, malformed, readAnswer, sameUser } from "./read-answers.js";

const signatureHeader = "x-ebay-signature";
const hashes: Readonly<Record<string, HashName>> = { SHA1: "SHA-1", SHA256: "SHA-256" };
const headerSchema = z.looseObject({ alg: z.string(), kid: z.string().min(1), signature: z.string().min(1), digest: z.string() });
const no = (reason: string): WebhookVerdict => ({ ok: false, reason });

function readSignature(headers: WebhookHeaders): z.infer<typeof headerSchema> | undefined {
  const bytes = decodeBase64(headerOf(headers, signatureHeader) ?? "");
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return headerSchema.safeParse(decodeJson("ebay", bytes)).data;
  } catch {
    return undefined;
  }
}

/**
 * Whether a notification is eBay's: `X-EBAY-SIGNATURE` names a public key, which must stand in `keys` under its id
 * (`createEbayKeys` fetches it), and holds an ECDSA signature over the message. `secrets` are not used. Fails closed.
 *
 * @example
 * import { verifyWebhook } from "@amends/adapters/marketplaces/ebay";
 * await verifyWebhook({ body: new Uint8Array(), headers: {}, secrets: [], keys: {} }); // => { ok: false, reason: "there is no signature that can be read" }
 */
export const verifyWebhook = failClosed(async ({ body, headers, keys = {} }): Promise<WebhookVerdict> => {
  const signed = readSignature(headers);
  if (signed === undefined) return no("there is no signature that can be read");
  const hash = hashes[signed.digest.toUpperCase()];
  if (signed.alg.toUpperCase() !== "ECDSA" || hash === undefined) return no("the signature's algorithm is unknown");
  const publicKey = Object.hasOwn(keys, signed.kid) ? keys[signed.kid] : undefined;
  if (publicKey === undefined) return no("the signature's key is unknown");
  const signature = decodeBase64(signed.signature);
  if (signature === undefined) return no("the signature can't be read");
  for (const content of signedContents(body)) {
    if (await verifyEcdsa({ hash, publicKey, signed: content, signature })) return { ok: true };
  }
  return no("the signature doesn't match");
});

/** eBay signs the message as JSON writes it, whatever white space it is sent with; usually the body is just that. */
function signedContents(body: Uint8Array): readonly (Uint8Array | string)[] {
  const message = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown;
  const written = JSON.stringify(message);
  // Digits that a number can't hold aren't covered by what is written.
  return JSON.stringify(decodeJson("ebay", body)) === written ? [body, written] : [body];
}

/** Where the public keys come from. */
export interface EbayKeysOptions {
  /** `createEbayClient` with an application's credentials. */
  readonly client: HttpClient;
  readonly clock?: Clock;
  /** How long a key is kept. Default: an hour, as eBay advises. */
  readonly keepSeconds?: number;
  /** How long an id that eBay doesn't know isn't asked for again. Default: 600. */
  readonly unknownSeconds?: number;
  /** How many ids that eBay turns out not to know are asked for in those seconds; further ones wait. Default: 20. */
  readonly unknownAtMost?: number;
}

/** The public keys that eBay signs with. */
export interface EbayKeys {
  /** The key of one id. Rejects with an AdapterError where eBay has none, or one of an unknown algorithm. */
  keyOf(kid: string, options?: { readonly signal?: AbortSignal }): Promise<string>;
  /**
   * The key that a notification names, for `verifyWebhook`; none where it names none or eBay doesn't know it. Rejects with an
   * AdapterError (`rate_limited`) while too many unknown ids were named, so that forgers can't use up the calls that eBay allows.
   */
  keysFor(headers: WebhookHeaders, options?: { readonly signal?: AbortSignal }): Promise<Readonly<Record<string, string>>>;
}

const keysAtMost = 100;

/**
 * Fetches public keys from the Notification API, and keeps them. An id that is none, or that eBay doesn't know, gives no key, so
 * that the notification is refused; where eBay can't be reached the error comes through, so that the host can answer 5xx and
 * eBay sends the notification again.
 *
 * @example
 * import { createEbayClient, createEbayKeys } from "@amends/adapters/marketplaces/ebay";
 * const fetch = async () => Response.json({ key: "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----", algorithm: "ECDSA", digest: "SHA1" });
 * const keys = createEbayKeys({ client: createEbayClient({ token: async () => "token", fetch }) });
 * await keys.keyOf("9936261a-7d7b-4621-a0f1-96ccb428af49"); // => "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----"
 */
export function createEbayKeys(options: EbayKeysOptions): EbayKeys {
  const { client, clock = systemClock, keepSeconds = 3600, unknownSeconds = 600, unknownAtMost = 20 } = options;
  const kept = new Map<string, { readonly key: string; readonly until: number }>();
  const unknown = new Map<string, number>();
  const share = createSharedCalls<string>();

  const keyOf: EbayKeys["keyOf"] = async (kid, { signal } = {}) => {
    const known = kept.get(kid);
    if (known !== undefined && clock() < known.until) return known.key;
    return share(kid, () => fetchKey(kid), signal);
  };
  const fetchKey = async (kid: string): Promise<string> => {
    const path = "/commerce/notification/v1/public_key/{kid}";
    const answer = await client.json({ operation: "getPublicKey", path, params: { kid } });
    const { key, algorithm, digest: hash } = readAnswer(ebayAnswers.publicKey, answer, "getPublicKey");
    if (algorithm.toUpperCase() !== "ECDSA" || hashes[hash.toUpperCase()] === undefined)
      throw malformed("getPublicKey: the key's algorithm is unknown");
    kept.delete(kid);
    if (kept.size >= keysAtMost) for (const [oldest] of [...kept].slice(0, 1)) kept.delete(oldest);
    kept.set(kid, { key, until: clock() + keepSeconds * 1000 });
    return key;
  };

  return {
    keyOf,
    keysFor: async (headers, given) => {
      const kid = readSignature(headers)?.kid;
      // Whoever sends a notification chooses the id: anything but an id isn't asked for.
      if (kid === undefined || !/^[\w-]{1,64}$/.test(kid)) return {};
      const now = clock();
      for (const [id, until] of unknown) if (until <= now || until > now + unknownSeconds * 1000) unknown.delete(id);
      if (unknown.has(kid)) return {};
      if (unknown.size >= unknownAtMost && !kept.has(kid))
        throw new AdapterError({ adapter: "ebay", reason: "rate_limited", message: "getPublicKey: too many unknown keys were named" });
      try {
        return { [kid]: await keyOf(kid, given) };
      } catch (error) {
        if (!AdapterError.isInstance(error) || (error.reason !== "not_found" && error.reason !== "rejected")) throw error;
        unknown.set(kid, clock() + unknownSeconds * 1000);
        return {};
      }
    },
  };
}

/** What eBay asks when an endpoint is registered, and what the endpoint was registered with. */
export interface EbayChallenge {
  /** The query parameter `challenge_code`. */
  readonly code: string;
  /** The verification token. */
  readonly token: string;
  /** The endpoint's public address, letter by letter as it was registered. */
  readonly endpoint: string;
}

/**
 * The answer to eBay's challenge: the SHA-256 of code, token and endpoint in hexadecimal digits, to be sent as
 * `{ "challengeResponse": … }`.
 *
 * @example
 * import { answerChallenge } from "@amends/adapters/marketplaces/ebay";
 * (await answerChallenge({ code: "a", token: "b", endpoint: "c" })).slice(0, 8); // => "ba7816bf"
 */
export async function answerChallenge({ code, token, endpoint }: EbayChallenge): Promise<string> {
  return encodeHex(await digest("SHA-256", code + token + endpoint));
}

/** What a notification doesn't say itself. */
export interface EbayWebhookOptions {
  /** The seller's user name: a notification about the seller's own message is marked, and brings no message. */
  readonly seller?: string;
}

const instant = z.string().refine((text) => readInstant(text) !== undefined);
const frameSchema = z.looseObject({
  metadata: z.looseObject({ topic: z.string().min(1).max(200) }),
  notification: z.looseObject({ notificationId: z.string().min(1), eventDate: instant, data: z.unknown() }),
});
const deletionSchema = z
  .looseObject({ username: z.string().nullish(), userId: z.string().nullish() })
  .refine(({ username, userId }) => Boolean(username) || Boolean(userId));
const orderSchema = z.looseObject({ order: z.looseObject({ orderId: z.string().min(1) }) });
const text = z.string().nullish();
const messageSchema = z.looseObject({
  messageId: z.string().min(1),
  conversationId: text,
  conversationType: text,
  messageBody: text,
  senderUsername: text,
  subject: text,
  createdDate: instant.nullish(),
  referenceId: text,
  referenceType: text,
  listingId: text,
});

type Frame = Pick<MarketplaceEvent, "id" | "at" | "marketplace">;

/**
 * The events of a notification, to be read after `verifyWebhook` said yes. A topic that isn't known, or whose content has another shape
 * than known, is kept as `unknown`. An account deletion that can't be read is an error instead, for it is a duty.
 *
 * @throws {AdapterError} `malformed` where the body is no notification.
 * @example
 * import { parseWebhook } from "@amends/adapters/marketplaces/ebay";
 * const data = { user: { username: "lamp-shop" }, order: { orderId: "12-34567-89012" } };
 * const notification = { notificationId: "N-1", eventDate: "2026-03-03T15:00:00.000Z", data };
 * const body = new TextEncoder().encode(JSON.stringify({ metadata: { topic: "ORDER_CONFIRMATION" }, notification }));
 * parseWebhook(body, {}).map(({ kind }) => kind); // => ["order_changed"]
 */
export function parseWebhook(body: Uint8Array, _headers: WebhookHeaders, { seller }: EbayWebhookOptions = {}): MarketplaceEvent[] {
  const { metadata, notification } = readAnswer(frameSchema, decodeJson("ebay", body, "webhook"), "webhook");
  const { topic } = metadata;
  const { notificationId, eventDate, data } = notification;
  const frame: Frame = { id: notificationId, at: eventDate, marketplace: "ebay" };
  const event =
    topic === "MARKETPLACE_ACCOUNT_DELETION"
      ? deletionOf(frame, data)
      : topic === "ORDER_CONFIRMATION"
        ? orderEventOf(frame, data)
        : topic === "NEW_MESSAGE" || topic === "BUYER_QUESTION"
          ? messageEventOf(frame, data, seller)
          : undefined;
  return [event ?? { ...frame, kind: "unknown", topic, data }];
}

function deletionOf(frame: Frame, data: unknown): MarketplaceEvent {
  const { username, userId } = readAnswer(deletionSchema, data, "webhook");
  return { ...frame, kind: "account_deleted", customer: { ...(userId ? { id: userId } : {}), ...(username ? { name: username } : {}) } };
}

/** Sent once for each line of an order, when the buyer has paid. */
function orderEventOf(frame: Frame, data: unknown): MarketplaceEvent | undefined {
  const read = orderSchema.safeParse(data);
  return read.success ? { ...frame, kind: "order_changed", order: read.data.order.orderId, change: "placed" } : undefined;
}

function messageEventOf(frame: Frame, data: unknown, seller: string | undefined): MarketplaceEvent | undefined {
  const read = messageSchema.safeParse(data);
  if (!read.success) return undefined;
  const { messageId, conversationId, conversationType, messageBody, senderUsername, createdDate, subject } = read.data;
  const item = read.data.listingId || itemOf(read.data);
  const own = seller !== undefined && typeof senderUsername === "string" && sameUser(senderUsername, seller);
  const fromMarketplace = conversationType === "FROM_EBAY" || (typeof senderUsername === "string" && sameUser(senderUsername, "eBay"));
  const fromBuyer = !own && !fromMarketplace;
  const message =
    fromBuyer && senderUsername && typeof messageBody === "string"
      ? inboundOf(
          { messageId, messageBody, senderUsername, subject, createdDate: createdDate ?? frame.at },
          { id: conversationId ?? undefined, item },
        )
      : undefined;
  return {
    ...frame,
    kind: "message_received",
    messageId,
    ...(conversationId ? { thread: conversationId } : {}),
    ...(item ? { item } : {}),
    ...(own ? { own } : {}),
    ...(fromMarketplace ? { fromMarketplace } : {}),
    ...(message === undefined ? {} : { message }),
  };
}
