import { AdapterError } from "@amends/core/errors";
import { encodeBase64 } from "../signing/base64.js";
import type { WebhookHeaders, WebhookRequest, WebhookVerdict } from "../signing/webhook-request.js";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { demandNoLeak } from "./leaks.js";

/** What the webhook contract needs of an adapter. */
export interface WebhookContractOptions {
  readonly verifyWebhook: (request: WebhookRequest) => Promise<WebhookVerdict>;
  readonly parseWebhook: (body: Uint8Array, headers: WebhookHeaders) => readonly unknown[];
  /** A webhook whose signature is right. */
  readonly genuine: () => Promise<WebhookRequest> | WebhookRequest;
  /** The header that holds the signature. */
  readonly signatureHeader: string;
  readonly planted: readonly string[];
}

const bytes = (text: string) => new TextEncoder().encode(text);

/**
 * What every adapter that takes webhooks promises: it fails closed, and nothing in a webhook makes it throw.
 *
 * @example
 * import { verifyHmac, headerOf, type WebhookRequest } from "@amends/adapters/signing";
 * import { webhookContract } from "@amends/adapters/testing";
 * const verifyWebhook = ({ body, headers, secrets }: WebhookRequest) =>
 *   verifyHmac({ hash: "SHA-256", secrets, signed: body, signature: headerOf(headers, "x-sign"), encoding: "hex" });
 * const genuine = () => ({ body: new TextEncoder().encode("message"), headers: { "x-sign": "6e9ef29b…" }, secrets: ["key"] });
 * const cases = webhookContract({ verifyWebhook, parseWebhook: () => [], genuine, signatureHeader: "x-sign", planted: [] });
 * cases.at(0)?.id; // => "webhook/genuine"
 */
export function webhookContract(options: WebhookContractOptions): readonly ContractCase[] {
  const { verifyWebhook, parseWebhook, genuine, signatureHeader, planted } = options;

  const refuses = (
    id: string,
    says: string,
    tamper: (request: WebhookRequest) => readonly WebhookRequest[] | Promise<readonly WebhookRequest[]>,
  ): ContractCase => ({
    id: `webhook/${id}`,
    says,
    run: async () => {
      for (const request of await tamper(await genuine())) {
        const verdict = await verifyWebhook(request).catch((error: unknown) =>
          fail(`it threw ${error instanceof Error ? error.name : typeof error}`),
        );
        demand(!verdict.ok, "it was taken as genuine");
        demandNoLeak(verdict, planted);
      }
    },
  });
  const signed = (request: WebhookRequest, signature: string | readonly string[] | undefined): WebhookRequest => ({
    ...request,
    headers: { ...plain(request.headers), [signatureHeader.toLowerCase()]: signature },
  });
  const signatureOf = ({ headers }: WebhookRequest) => String(plain(headers)[signatureHeader.toLowerCase()]);

  return [
    {
      id: "webhook/genuine",
      says: "a genuine webhook is taken, and read",
      run: async () => {
        const request = await genuine();
        const verdict = await verifyWebhook(request);
        demand(verdict.ok, `it was refused: ${verdict.ok ? "" : verdict.reason}`);
        demand(parseWebhook(request.body, request.headers).length > 0, "nothing was read");
      },
    },
    {
      id: "webhook/header-case",
      says: "headers count in any case and any form",
      run: async () => {
        const request = await genuine();
        const upper = Object.fromEntries(Object.entries(plain(request.headers)).map(([name, value]) => [name.toUpperCase(), value]));
        for (const headers of [upper, new Headers(plain(request.headers) as Record<string, string>)])
          demand((await verifyWebhook({ ...request, headers })).ok, "it was refused");
      },
    },
    refuses("changed-body", "a body with one bit changed is refused, wherever it is", (request) =>
      [0, Math.floor(request.body.length / 2), request.body.length - 1].map((at) => ({ ...request, body: flipped(request.body, at) })),
    ),
    refuses("longer-body", "a body with something added or cut off is refused", (request) => [
      { ...request, body: Uint8Array.from([...request.body, 0x7d]) },
      { ...request, body: request.body.slice(0, -1) },
      { ...request, body: new Uint8Array() },
    ]),
    refuses("no-signature", "a webhook without a signature, or with two, is refused", (request) => [
      { ...request, headers: {} },
      signed(request, ""),
      signed(request, undefined),
      signed(request, [signatureOf(request), signatureOf(request)]),
    ]),
    refuses("odd-signature", "a signature that can't be read is refused", (request) =>
      ["x", "=", "null", "{}", "[]", " ", "0", "ä", "\u0000", "A".repeat(10_000), btoa("{}"), signatureOf(request).slice(2)].map((odd) =>
        signed(request, odd),
      ),
    ),
    refuses("no-secret", "without a secret or key everything is refused", (request) => [
      { ...request, secrets: [], keys: {} },
      { ...request, secrets: [""], keys: {} },
    ]),
    refuses("wrong-secret", "another secret or key is refused", async (request) => {
      const other = await strangeKey();
      return [
        {
          ...request,
          secrets: request.secrets.map((secret) => `${secret}x`),
          keys: Object.fromEntries(Object.keys(request.keys ?? {}).map((id) => [id, other])),
        },
      ];
    }),
    {
      id: "webhook/odd-bodies",
      says: "a body that can't be read is malformed, with nothing of it in the error",
      run: async () => {
        const odd = ["", "null", "[]", "{}", "7", '"x"', "{", planted.join(" "), '{"__proto__":{}}', "[[[[[["].map(bytes);
        for (const body of [...odd, new Uint8Array([0xff, 0xfe, 0x00])]) {
          try {
            demand(Array.isArray(parseWebhook(body, {})), "it is read as something other than a list");
          } catch (error) {
            demandNoLeak(error, planted);
            if (!AdapterError.isInstance(error))
              fail(`expected an AdapterError, got ${error instanceof Error ? error.name : typeof error}`);
            demand(error.reason === "malformed", `expected malformed, got ${error.reason}`);
          }
        }
      },
    },
  ];
}

function plain(headers: WebhookHeaders): Record<string, string | readonly string[] | undefined> {
  const entries =
    typeof (headers as Headers).forEach === "function"
      ? [...(headers as Headers).entries()]
      : Object.entries(headers as Record<string, string | readonly string[] | undefined>);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

/** A public key that signed nothing here. */
async function strangeKey(): Promise<string> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  return `-----BEGIN PUBLIC KEY-----\n${encodeBase64(spki)}\n-----END PUBLIC KEY-----`;
}

function flipped(body: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(body);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
