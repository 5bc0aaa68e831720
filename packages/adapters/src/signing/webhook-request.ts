/** The headers of a webhook, as any framework gives them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A webhook as it arrived. `body` is the raw bytes: a body that was parsed and written again has another signature. */
export interface WebhookRequest {
  readonly body: Uint8Array;
  readonly headers: WebhookHeaders;
  /** The secrets that may have signed it; several while a secret is being replaced. */
  readonly secrets: readonly string[];
  /** Public keys by their ids, for vendors that sign with a key pair. */
  readonly keys?: Readonly<Record<string, string>>;
  /** The address it was sent to, for vendors that sign it. */
  readonly url?: string;
  /** Epoch milliseconds, for vendors that sign the time. */
  readonly now?: number;
}

/** Whether a webhook is its vendor's. `reason` is for logs: it quotes nothing of the request. */
export type WebhookVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * One header's value by its name in any case; undefined where it is absent, empty or sent twice.
 *
 * @example
 * import { headerOf } from "@amends/adapters/signing";
 * headerOf({ "X-Signature": "abc" }, "x-signature"); // => "abc"
 * headerOf({ "x-signature": ["abc", "def"] }, "x-signature"); // => undefined
 */
export function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  if (typeof (headers as Headers).get === "function") return oneOf([(headers as Headers).get(wanted)]);
  const values = Object.entries(headers as Readonly<Record<string, string | readonly string[] | undefined>>)
    .filter(([key]) => key.toLowerCase() === wanted)
    .flatMap(([, value]) => (typeof value === "string" ? [value] : [...(value ?? [])]));
  return oneOf(values);
}

function oneOf(values: readonly (string | null)[]): string | undefined {
  const [value, ...more] = values;
  return typeof value === "string" && value !== "" && more.length === 0 ? value : undefined;
}
