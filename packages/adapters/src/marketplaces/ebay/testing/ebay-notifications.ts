import { encodeBase64 } from "../../../signing/base64.js";

const utf8 = new TextEncoder();

/** A body as it is sent. */
export const bytes = (value: unknown) => utf8.encode(typeof value === "string" ? value : JSON.stringify(value));

/** The name of the key that signs. */
export const kid = "5a1b0c7e-0000-4000-8000-000000000001";
const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);

/** That key as eBay publishes it. */
export const pem = `-----BEGIN PUBLIC KEY-----${encodeBase64(new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)))}-----END PUBLIC KEY-----`;

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

/** The header with which eBay signs a content. */
export async function signatureOf(content: string, header: Record<string, unknown> = {}, hash = "SHA-1"): Promise<string> {
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash }, pair.privateKey, utf8.encode(content));
  return encodeBase64(bytes({ alg: "ecdsa", kid, signature: encodeBase64(der(new Uint8Array(signature))), digest: "SHA1", ...header }));
}

/** A notification of eBay. */
export const notification = (topic: string, data: unknown) => ({
  metadata: { topic, schemaVersion: "1.0", deprecated: false },
  notification: {
    notificationId: "N-1",
    eventDate: "2026-03-03T15:00:00.000Z",
    publishDate: "2026-03-03T15:00:01.000Z",
    publishAttemptCount: 1,
    data,
  },
});

/** The notification that an account is deleted, with a person's name in it. */
export const deletion = notification("MARKETPLACE_ACCOUNT_DELETION", {
  username: "planted-buyer",
  userId: "u-1",
  eiasToken: "planted-eias",
});

/** A notification as it arrives, signed. */
export const requestOf = async (message: unknown, header = {}, hash = "SHA-1") => ({
  body: bytes(message),
  headers: { "x-ebay-signature": await signatureOf(JSON.stringify(message), header, hash) },
  secrets: [],
  keys: { [kid]: pem },
});
