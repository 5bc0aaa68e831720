import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createHttpClient } from "../../http/http-client.js";
import { encodeBase64 } from "../../signing/base64.js";
import { defineContract } from "../../testing/define-contract.js";
import { webhookContract } from "../../testing/webhook-contract.js";
import { answerChallenge, createEbayKeys, parseWebhook, verifyWebhook } from "./webhook.js";

const utf8 = new TextEncoder();
const bytes = (value: unknown) => utf8.encode(typeof value === "string" ? value : JSON.stringify(value));
const kid = "5a1b0c7e-0000-4000-8000-000000000001";
const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
const pem = `-----BEGIN PUBLIC KEY-----${encodeBase64(new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)))}-----END PUBLIC KEY-----`;

/** WebCrypto signs two numbers side by side; eBay writes them as DER. */
function der(plain: Uint8Array): Uint8Array {
  const integer = (number: Uint8Array) => {
    let start = 0;
    while (start < number.length - 1 && number[start] === 0) start += 1;
    const short = [...number.subarray(start)];
    return (short[0] ?? 0) > 127 ? [2, short.length + 1, 0, ...short] : [2, short.length, ...short];
  };
  const content = [...integer(plain.subarray(0, 32)), ...integer(plain.subarray(32))];
  return new Uint8Array([0x30, content.length, ...content]);
}

async function signatureOf(content: string, header: Record<string, unknown> = {}, hash = "SHA-1"): Promise<string> {
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash }, pair.privateKey, utf8.encode(content));
  return encodeBase64(bytes({ alg: "ecdsa", kid, signature: encodeBase64(der(new Uint8Array(signature))), digest: "SHA1", ...header }));
}

const notification = (topic: string, data: unknown) => ({
  metadata: { topic, schemaVersion: "1.0", deprecated: false },
  notification: {
    notificationId: "N-1",
    eventDate: "2026-03-03T15:00:00.000Z",
    publishDate: "2026-03-03T15:00:01.000Z",
    publishAttemptCount: 1,
    data,
  },
});
const deletion = notification("MARKETPLACE_ACCOUNT_DELETION", { username: "planted-buyer", userId: "u-1", eiasToken: "planted-eias" });
const requestOf = async (message: unknown, header = {}, hash = "SHA-1") => ({
  body: bytes(message),
  headers: { "x-ebay-signature": await signatureOf(JSON.stringify(message), header, hash) },
  secrets: [],
  keys: { [kid]: pem },
});

defineContract(
  webhookContract({
    verifyWebhook,
    parseWebhook,
    genuine: () => requestOf(deletion),
    signatureHeader: "X-EBAY-SIGNATURE",
    planted: ["planted-buyer", "planted-eias"],
  }),
  { test: it },
);

describe("verifyWebhook", () => {
  it("takes a body with other white space than was signed, as eBay's own libraries do", async () => {
    const request = await requestOf(deletion);
    expect(await verifyWebhook({ ...request, body: bytes(JSON.stringify(deletion, null, 2)) })).toEqual({ ok: true });
  });

  it("takes SHA-256 where the header says so, and only then", async () => {
    expect(await verifyWebhook(await requestOf(deletion, { digest: "SHA256" }, "SHA-256"))).toEqual({ ok: true });
    expect(await verifyWebhook(await requestOf(deletion, {}, "SHA-256"))).toEqual({ ok: false, reason: "the signature doesn't match" });
  });

  it("refuses digits that the signature doesn't cover", async () => {
    const signed = '{"id":9007199254740992}';
    const request = { headers: { "x-ebay-signature": await signatureOf(signed) }, secrets: [], keys: { [kid]: pem } };
    expect(await verifyWebhook({ ...request, body: bytes(signed) })).toEqual({ ok: true });
    expect(JSON.stringify(JSON.parse('{"id":9007199254740993}'))).toBe(signed);
    expect(await verifyWebhook({ ...request, body: bytes('{"id":9007199254740993}') })).toMatchObject({ ok: false });
  });

  it.each([
    [{ alg: "none" }, "the signature's algorithm is unknown"],
    [{ alg: "rsa" }, "the signature's algorithm is unknown"],
    [{ digest: "MD5" }, "the signature's algorithm is unknown"],
    [{ digest: "toString" }, "the signature's algorithm is unknown"],
    [{ kid: "other" }, "the signature's key is unknown"],
    [{ kid: "__proto__" }, "the signature's key is unknown"],
    [{ kid: 7 }, "there is no signature that can be read"],
    [{ signature: "%" }, "the signature can't be read"],
    [{ signature: "AAAA" }, "the signature doesn't match"],
  ])("refuses the header %j", async (header, reason) => {
    expect(await verifyWebhook(await requestOf(deletion, header))).toEqual({ ok: false, reason });
  });
});

const payloads = process.env["AMENDS_PAYLOADS"] ?? join(import.meta.dirname, "../../../../../../shared/data/payloads");
const vectorsFile = join(payloads, "ebay/event-notification-vectors.json");
const hasVectors = existsSync(vectorsFile);

describe.skipIf(!hasVectors)(`eBay's own vectors${hasVectors ? "" : " (skipped: the evaluation data isn't beside this checkout)"}`, () => {
  interface Vector {
    readonly signature: string;
    readonly message: { notification: { data: Record<string, string> } };
    readonly response: { readonly key: string } | null;
  }
  const vectors = hasVectors ? (JSON.parse(readFileSync(vectorsFile, "utf8")) as Readonly<Record<string, Vector>>) : {};
  const verify = ({ signature, message }: Vector, keys: Readonly<Record<string, string>>) =>
    verifyWebhook({ body: bytes(message), headers: { "X-EBAY-SIGNATURE": signature }, secrets: [], keys });
  const kidOf = ({ signature }: Vector) => (JSON.parse(atob(signature)) as { kid: string }).kid;
  const keysOf = (vector: Vector): Record<string, string> => (vector.response === null ? {} : { [kidOf(vector)]: vector.response.key });

  it("pass and fail as they should", async () => {
    const outcome: Record<string, boolean> = {};
    for (const [name, vector] of Object.entries(vectors)) outcome[name] = (await verify(vector, keysOf(vector))).ok;
    expect(outcome).toEqual({ VALID: true, INVALID: false, SIGNATURE_MISMATCH: false, ERROR: false });
  });

  it("fail when any part of them is changed", async () => {
    const valid = vectors["VALID"] as Vector;
    const keys = keysOf(valid);
    const data = valid.message.notification.data;
    const changed = {
      ...valid,
      message: { ...valid.message, notification: { ...valid.message.notification, data: { ...data, username: "someone" } } },
    };
    const header = JSON.parse(atob(valid.signature)) as { signature: string };
    const signature = Uint8Array.from(atob(header.signature), (letter) => letter.charCodeAt(0));
    const twins: Vector[] = [changed];
    for (const at of [4, 20, 40, signature.length - 1]) {
      const flipped = Uint8Array.from(signature);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      twins.push({ ...valid, signature: encodeBase64(bytes({ ...header, signature: encodeBase64(flipped) })) });
    }
    for (const twin of twins) expect(await verify(twin, keys)).toMatchObject({ ok: false });
    expect(await verify(valid, { [kidOf(valid)]: pem })).toMatchObject({ ok: false });
    expect(await verify(valid, keys)).toEqual({ ok: true });
  });

  it("are read", () => {
    const [event] = parseWebhook(bytes((vectors["VALID"] as Vector).message), {});
    expect(event).toMatchObject({
      kind: "account_deleted",
      at: "2021-03-19T20:43:59.462Z",
      customer: { id: "ma8vp1jySJC", name: "test_user" },
    });
  });
});

describe("createEbayKeys", () => {
  const answer = { key: pem, algorithm: "ECDSA", digest: "SHA1" };
  const keysWith = (respond: (call: number) => Response, clock = () => 0) => {
    const asked: string[] = [];
    const fetch = async (input: string | URL | Request) => {
      asked.push(new Request(input).url);
      return respond(asked.length);
    };
    const client = createHttpClient({ adapter: "ebay", baseUrl: "https://api.ebay.com", fetch, sleep: async () => undefined });
    return { keys: createEbayKeys({ client, clock }), asked };
  };

  it("fetches the key a notification names, once an hour", async () => {
    let now = 0;
    const { keys, asked } = keysWith(
      () => Response.json(answer),
      () => now,
    );
    const request = await requestOf(deletion);
    for (now of [0, 3_599_999, 3_600_000]) {
      expect(await verifyWebhook({ ...request, keys: await keys.keysFor(request.headers) })).toEqual({ ok: true });
    }
    expect(asked).toEqual(Array.from({ length: 2 }, () => `https://api.ebay.com/commerce/notification/v1/public_key/${kid}`));
  });

  const named = (id: string) => ({ "x-ebay-signature": encodeBase64(bytes({ alg: "ecdsa", kid: id, signature: "AA==", digest: "SHA1" })) });

  it("asks once for what several notifications name at the same time", async () => {
    const { keys, asked } = keysWith(() => Response.json(answer));
    const given = await Promise.all(Array.from({ length: 20 }, () => keys.keysFor(named(kid))));
    expect(given).toEqual(Array.from({ length: 20 }, () => ({ [kid]: pem })));
    expect(asked).toHaveLength(1);
  });

  it("doesn't ask again for an id that eBay doesn't know, until some time has passed", async () => {
    let now = 0;
    const { keys, asked } = keysWith(
      () => new Response("{}", { status: 404 }),
      () => now,
    );
    for (now of [0, 1000, 599_999]) expect(await keys.keysFor(named("forged"))).toEqual({});
    expect(asked).toHaveLength(1);
    now = 600_000;
    await keys.keysFor(named("forged"));
    expect(asked).toHaveLength(2);
  });

  it("lets forgers use up no more than a few calls, while known keys go on", async () => {
    let now = 0;
    const { keys, asked } = keysWith(
      (call) => (call === 1 ? Response.json(answer) : new Response("{}", { status: 404 })),
      () => now,
    );
    await keys.keysFor(named(kid));
    const outcomes: string[] = [];
    for (let id = 0; id < 50; id += 1)
      outcomes.push(
        await keys.keysFor(named(`forged-${id}`)).then(
          () => "none",
          (error: unknown) => (error as { reason: string }).reason,
        ),
      );
    expect(outcomes.filter((outcome) => outcome === "none")).toHaveLength(20);
    expect(new Set(outcomes.slice(20))).toEqual(new Set(["rate_limited"]));
    expect(asked).toHaveLength(21);
    expect(await keys.keysFor(named(kid))).toEqual({ [kid]: pem });
    now = 600_000;
    expect(await keys.keysFor(named("forged-51"))).toEqual({});
  });

  it("keeps no more than a hundred", async () => {
    const { keys, asked } = keysWith(() => Response.json(answer));
    for (let id = 0; id <= 100; id += 1) await keys.keyOf(`key-${id}`);
    await keys.keyOf("key-100");
    await keys.keyOf("key-1");
    expect(asked).toHaveLength(101);
    await keys.keyOf("key-0");
    expect(asked).toHaveLength(102);
  });

  it.each([{ ...answer, algorithm: "RSA" }, { ...answer, digest: "MD5" }, { ...answer, digest: "constructor" }, { key: pem }])(
    "refuses a key of an unknown algorithm: $algorithm $digest",
    async (odd) => {
      await expect(keysWith(() => Response.json(odd)).keys.keyOf(kid)).rejects.toMatchObject({ reason: "malformed" });
    },
  );

  it("asks for nothing where the header names no id, and gives no key that eBay doesn't know", async () => {
    const { keys, asked } = keysWith(() => new Response("{}", { status: 404 }));
    for (const odd of ["../../../sell", "", "a b", "x".repeat(65)]) {
      expect(
        await keys.keysFor({ "x-ebay-signature": encodeBase64(bytes({ alg: "ecdsa", kid: odd, signature: "AA==", digest: "SHA1" })) }),
      ).toEqual({});
    }
    expect(await keys.keysFor({})).toEqual({});
    expect(asked).toEqual([]);
    expect(await keys.keysFor((await requestOf(deletion)).headers)).toEqual({});
  });

  it("tells when eBay can't be reached, so that the notification comes again", async () => {
    const { headers } = await requestOf(deletion);
    await expect(keysWith(() => new Response("", { status: 503 })).keys.keysFor(headers)).rejects.toMatchObject({ reason: "unavailable" });
  });
});

it("answers the challenge with the hash of code, token and endpoint", async () => {
  const { createHash } = await import("node:crypto");
  const challenge = { code: "a1b2", token: "verification-token-0123456789-0123456789", endpoint: "https://desk.example/ebay" };
  const wanted = createHash("sha256").update(challenge.code).update(challenge.token).update(challenge.endpoint).digest("hex");
  expect(await answerChallenge(challenge)).toBe(wanted);
});

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
