import type { InboundMessage, MarketplaceAdapter, MarketplaceEvent, MarketplaceMessageEvent } from "@amends/core/contracts";
import { AdapterError, requireObject } from "@amends/core/errors";
import { formatInstant, parseDuration, parseInstant } from "@amends/core/time";
import { untilAborted } from "./until-aborted.js";

/** A webhook as it arrived: the raw bytes, and the headers as the framework gives them. */
export interface IncomingWebhook<Headers> {
  readonly body: Uint8Array;
  readonly headers: Headers;
}

/** Whether a webhook is its vendor's. */
export type WebhookVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** How a marketplace's webhooks are read: `verifyWebhook` and `parseWebhook` of its adapter, with its keys bound. */
export interface WebhookSource<Headers> {
  /** May reject where keys can't be had just now: the host then answers 5xx, and the webhook comes again. */
  readonly verify: (request: IncomingWebhook<Headers>) => Promise<WebhookVerdict>;
  readonly parse: (body: Uint8Array, headers: Headers) => readonly MarketplaceEvent[];
  /**
   * Fetches messages that a webhook announces without their text. Without a marketplace that lists messages such an event is among
   * `others`, and the host fetches it.
   */
  readonly marketplace?: MarketplaceAdapter;
  /** How much older than its event such a message may be: an ISO 8601 duration. Default: PT15M. */
  readonly lookBack?: string;
  /** Whether an event was dealt with already; the host remembers the ids of those that were, once they are. */
  readonly isKnown?: (id: string) => boolean | Promise<boolean>;
  readonly signal?: AbortSignal;
}

/** What a webhook brought. */
export type ReceivedWebhook =
  | { readonly status: "refused"; readonly reason: string }
  | {
      readonly status: "accepted";
      /** Messages for `desk.process`, each with the id of its event. The seller's own and the marketplace's are none. */
      readonly messages: readonly { readonly eventId: string; readonly message: InboundMessage }[];
      /** Everything else: orders, deleted accounts, what isn't known. */
      readonly others: readonly MarketplaceEvent[];
      /** The ids of events that were dealt with already. */
      readonly repeated: readonly string[];
    };

/**
 * Takes a marketplace's webhook in: verified before anything of it is read, each event once, the seller's own messages and the
 * marketplace's aside.
 *
 * @throws what `verify`, `parse` and the marketplace throw: an AdapterError, by which a host chooses its answer. {AdapterError}
 * `not_found`, retryable, where a message that is only named isn't listed yet: with an answer of 5xx the webhook comes again.
 * {AmendsError} where `lookBack` is no duration.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { receiveWebhook } from "@amends/desk";
 * const verify = async () => ({ ok: false, reason: "the signature doesn't match" }) as const;
 * const request = { body: new Uint8Array(), headers: {} };
 * await receiveWebhook(request, { verify, parse: () => [] }); // => { status: "refused", reason: "the signature doesn't match" }
 */
export async function receiveWebhook<Headers>(request: IncomingWebhook<Headers>, source: WebhookSource<Headers>): Promise<ReceivedWebhook> {
  requireObject(request, "request");
  requireObject(source, "source");
  const verdict = await source.verify(request);
  if (!verdict.ok) return { status: "refused", reason: verdict.reason };
  const messages: { eventId: string; message: InboundMessage }[] = [];
  const others: MarketplaceEvent[] = [];
  const repeated: string[] = [];
  for (const event of source.parse(request.body, request.headers)) {
    if ((await source.isKnown?.(event.id)) === true) {
      repeated.push(event.id);
      continue;
    }
    const isMembers = event.kind === "message_received" && event.own !== true && event.fromMarketplace !== true;
    const message = isMembers ? await messageOf(event, source) : undefined;
    if (message === undefined) others.push(event);
    else messages.push({ eventId: event.id, message });
  }
  return { status: "accepted", messages, others, repeated };
}

const standardLookBack = "PT15M";

/** The message of an event, fetched where the event only names it. */
async function messageOf<Headers>(
  { message, messageId, at }: MarketplaceMessageEvent,
  { marketplace, lookBack = standardLookBack, signal }: WebhookSource<Headers>,
): Promise<InboundMessage | undefined> {
  const list = marketplace?.capabilities.listMessages;
  if (message !== undefined || messageId === undefined || marketplace === undefined || list === undefined) return message;
  // A message was written before the event that tells of it.
  const since = formatInstant(parseInstant(at, "at") - parseDuration(lookBack, "lookBack") * 1000);
  const listed: unknown = await untilAborted(signal, () =>
    list.call(marketplace.capabilities, since, signal === undefined ? {} : { signal }),
  );
  const { name: adapter } = marketplace;
  if (!Array.isArray(listed)) {
    throw new AdapterError({ adapter, reason: "malformed", message: "listMessages answered with something that is no list" });
  }
  const found = (listed as readonly (InboundMessage | null | undefined)[]).find((each) => each?.id === messageId);
  if (found === undefined || found === null) {
    const why = `listMessages since ${since} lists no message of the id that the webhook names`;
    throw new AdapterError({ adapter, reason: "not_found", retryable: true, message: why });
  }
  return found;
}
