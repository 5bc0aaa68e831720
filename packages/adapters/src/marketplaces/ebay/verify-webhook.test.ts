import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../signing/base64.js";
import { defineContract } from "../../testing/define-contract.js";
import { webhookContract } from "../../testing/webhook-contract.js";
import { bytes, deletion, kid, pem, requestOf, signatureOf } from "./testing/ebay-notifications.js";
import { answerChallenge, parseWebhook, verifyWebhook } from "./webhook.js";

const payloads = process.env["AMENDS_PAYLOADS"] ?? join(import.meta.dirname, "../../../../../../shared/data/payloads");
const vectorsFile = join(payloads, "ebay/event-notification-vectors.json");
const hasVectors = existsSync(vectorsFile);

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

it("answers the challenge with the hash of code, token and endpoint", async () => {
  const { createHash } = await import("node:crypto");
  const challenge = { code: "a1b2", token: "verification-token-0123456789-0123456789", endpoint: "https://desk.example/ebay" };
  const wanted = createHash("sha256").update(challenge.code).update(challenge.token).update(challenge.endpoint).digest("hex");
  expect(await answerChallenge(challenge)).toBe(wanted);
});
