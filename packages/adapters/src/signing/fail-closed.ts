import type { WebhookRequest, WebhookVerdict } from "./webhook-request.js";

/**
 * A verifier that answers "no" to whatever it can't read: nothing in a webhook makes it throw.
 *
 * @example
 * import { failClosed } from "@amends/adapters/signing";
 * const verify = failClosed(async () => { throw new Error("odd bytes"); });
 * await verify({ body: new Uint8Array(), headers: {}, secrets: ["s"] }); // => { ok: false, reason: "the signature can't be read" }
 */
export function failClosed(
  verify: (request: WebhookRequest) => Promise<WebhookVerdict>,
): (request: WebhookRequest) => Promise<WebhookVerdict> {
  return async (request) => {
    try {
      return await verify(request);
    } catch {
      return { ok: false, reason: "the signature can't be read" };
    }
  };
}
