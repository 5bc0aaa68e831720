import * as z from "zod";
import { expect, it } from "vitest";
import { decodeJson } from "../http/decode-json.js";
import { decodeHex, encodeHex } from "../signing/hex.js";
import { hmac } from "../signing/hmac.js";
import { verifyHmac } from "../signing/verify-hmac.js";
import { headerOf, type WebhookRequest, type WebhookVerdict } from "../signing/webhook-request.js";
import { holds } from "./twins/broken-twins.js";
import { read } from "./twins/tiny-adapter.js";
import { webhookContract, type WebhookContractOptions } from "./webhook-contract.js";

const secret = "planted-secret";
const whole = new TextEncoder().encode('{"events":[{"id":"e-1"},{"id":"e-2"}]}');
type Check = (request: WebhookRequest) => Promise<WebhookVerdict>;
const verify =
  (signedPart: (body: Uint8Array) => Uint8Array = (body) => body): Check =>
  ({ body, headers, secrets }) =>
    verifyHmac({ hash: "SHA-256", secrets, signed: signedPart(body), signature: headerOf(headers, "x-sign"), encoding: "hex" });
const parseEvents = (body: Uint8Array) =>
  read(z.object({ events: z.array(z.object({ id: z.string() })) }), decodeJson("tiny", body)).events;
const webhook = (change: Partial<WebhookContractOptions> = {}, signedPart: (body: Uint8Array) => Uint8Array = (body) => body) =>
  webhookContract({
    verifyWebhook: verify(signedPart),
    parseWebhook: parseEvents,
    genuine: async () => ({
      body: whole,
      headers: { "x-sign": encodeHex(await hmac("SHA-256", secret, signedPart(whole))) },
      secrets: [secret],
    }),
    signatureHeader: "X-Sign",
    planted: [secret],
    ...change,
  });

holds("webhooks", webhook(), {
  "webhook/genuine": () => webhook({ parseWebhook: () => [] }),
  "webhook/header-case": () =>
    webhook({
      verifyWebhook: async (request) => {
        const value = (request.headers as Record<string, unknown>)["x-sign"];
        return typeof value === "string" ? verify()(request) : { ok: false, reason: "no signature" };
      },
    }),
  "webhook/changed-body": () => webhook({}, (body) => body.map((byte) => byte & 0xfe)),
  "webhook/longer-body": () => webhook({}, (body) => body.slice(0, whole.length)),
  "webhook/no-signature": () =>
    webhook({ verifyWebhook: async (request) => (headerOf(request.headers, "x-sign") === undefined ? { ok: true } : verify()(request)) }),
  "webhook/odd-signature": () =>
    webhook({
      verifyWebhook: async (request) => {
        const signature = headerOf(request.headers, "x-sign");
        if (signature !== undefined && decodeHex(signature) === undefined) throw new TypeError("no digits");
        return verify()(request);
      },
    }),
  "webhook/no-secret": () =>
    webhook({ verifyWebhook: async (request) => (request.secrets.every((each) => each === "") ? { ok: true } : verify()(request)) }),
  "webhook/wrong-secret": () =>
    webhook({ verifyWebhook: (request) => verify()({ ...request, secrets: request.secrets.map((each) => each.slice(0, secret.length)) }) }),
  "webhook/odd-bodies": () =>
    webhook({ parseWebhook: (body) => (JSON.parse(new TextDecoder().decode(body)) as { events: unknown[] }).events }),
});

it("the webhook contract tries another real key, not just one that can't be read", async () => {
  let other = "";
  const cases = webhook({
    genuine: () => ({ body: whole, headers: { "x-sign": "00" }, secrets: [], keys: { k: "own" } }),
    verifyWebhook: async ({ keys = {} }) => ({ ok: false, reason: (other = keys["k"] ?? "") }),
  });
  await cases.find(({ id }) => id === "webhook/wrong-secret")?.run();
  const spki = Uint8Array.from(atob(other.replace(/-----[A-Z ]+-----|\s/g, "")), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  expect(key.usages).toEqual(["verify"]);
});
