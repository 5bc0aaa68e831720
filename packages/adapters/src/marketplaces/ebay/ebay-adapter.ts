import { systemClock, type InboundMessage, type MarketplaceAdapter } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { readInstant } from "@amends/core/time";
import * as z from "zod";
import { decodeJson } from "../../http/decode-json.js";
import { createHttpClient, type HttpClient } from "../../http/http-client.js";
import type { HttpResponse } from "../../http/http-request.js";
import { callable, checkOptions } from "../../options/parse-options.js";
import { transportShape, type TransportOptions } from "../../options/transport-options.js";
import { encodeBase64 } from "../../signing/base64.js";
import {
  ebayAnswers,
  inboundOf,
  itemOf,
  malformed,
  orderOf,
  readAnswer,
  sameUser,
  type EbayConversation,
  type EbayMessage,
} from "./read-answers.js";

/** The keys of an application at eBay. With a refresh token they stand for its seller, without one for the application alone. */
export interface EbayCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken?: string;
  /** The rights to ask for. Default: those of the refresh token; without one, eBay's public scope. */
  readonly scopes?: readonly string[];
}

/** How to reach eBay. */
export interface EbayClientOptions extends TransportOptions {
  /** Access tokens from elsewhere, asked for before each try; or the keys to get them with. */
  readonly token: (() => Promise<string>) | EbayCredentials;
  /** Default: production. */
  readonly environment?: "production" | "sandbox";
  /** A stand-in, in place of the environment's address. */
  readonly baseUrl?: string;
  /** The site whose view is asked for, such as "EBAY_DE". */
  readonly site?: string;
}

/** One seller at eBay. */
export interface EbayOptions extends EbayClientOptions {
  /** The seller's user name, by which the seller's own messages are told from the buyers'. */
  readonly seller: string;
}

const visible = z.string().regex(/^[\x21-\x7e]{1,4000}$/, { error: "expected visible ASCII characters without spaces" });
const clientShape = {
  ...transportShape,
  token: z.union(
    [
      callable,
      z.strictObject({ clientId: visible, clientSecret: visible, refreshToken: visible.optional(), scopes: z.array(visible).optional() }),
    ],
    { error: "expected a function that gives a token, or { clientId, clientSecret, refreshToken }" },
  ),
  environment: z.enum(["production", "sandbox"]).optional(),
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  site: z
    .string()
    .regex(/^EBAY_[A-Z_]{2,20}$/, { error: 'expected a site such as "EBAY_DE"' })
    .optional(),
};
const clientSchema = z.strictObject(clientShape);
const sellerSchema = z.strictObject({ ...clientShape, seller: z.string().min(1).max(100) });

const addresses = { production: "https://api.ebay.com", sandbox: "https://api.sandbox.ebay.com" };
const publicScope = "https://api.ebay.com/oauth/api_scope";
/** A token is renewed so much before it ends, so that it doesn't end on the way. */
const renewSeconds = 60;
const pageLimit = 50;
/** 10,000 conversations. A list that goes on is no list. */
const pagesAtMost = 200;
const replyLimit = 2000;
/** "Invalid order ID". */
const unknownOrder = 32100;

/**
 * A client for eBay's REST APIs that holds an access token and renews it in time. The adapter makes its own; this one is for
 * `createEbayKeys` and for calls the adapter doesn't make.
 *
 * @throws {AmendsError} `invalid_options` where an option is wrong, with a finding for each.
 * @example
 * import { createEbayClient } from "@amends/adapters/marketplaces/ebay";
 * const fetch = async () => Response.json({ topics: [] });
 * const client = createEbayClient({ token: async () => "token", fetch });
 * await client.json({ operation: "getTopics", path: "/commerce/notification/v1/topic" }); // => { topics: [] }
 */
export function createEbayClient(options: EbayClientOptions): HttpClient {
  checkOptions("ebay", clientSchema, options);
  const { token, environment = "production", site, ...rest } = options;
  const baseUrl = options.baseUrl ?? addresses[environment];
  const tokens = typeof token === "function" ? { get: token, drop: () => undefined } : heldToken({ ...options, baseUrl }, token);
  return createHttpClient({
    ...rest,
    adapter: "ebay",
    baseUrl,
    headers: async () => ({
      authorization: `Bearer ${await tokens.get()}`,
      accept: "application/json",
      ...(site === undefined ? {} : { "x-ebay-c-marketplace-id": site }),
    }),
    reasonOf: (response) => {
      if (response.status === 401) tokens.drop();
      return response.status >= 400 && response.status < 500 && errorOf(response) === unknownOrder ? "not_found" : undefined;
    },
    errorCodeOf: (response) => errorOf(response)?.toString(),
  });
}

const errorOf = (response: HttpResponse): number | undefined => readBody(response, ebayAnswers.errors)?.errors[0]?.errorId;

function readBody<Schema extends z.ZodType>({ body }: HttpResponse, schema: Schema): z.infer<Schema> | undefined {
  try {
    return schema.safeParse(decodeJson("ebay", body)).data;
  } catch {
    return undefined;
  }
}

/** One token for all calls; calls that come while it is fetched wait for the same one. */
function heldToken(options: EbayClientOptions & { readonly baseUrl: string }, credentials: EbayCredentials) {
  const { token: _token, environment: _environment, site: _site, ...rest } = options;
  const { clientId, clientSecret, refreshToken, scopes } = credentials;
  const { clock = systemClock } = options;
  // What is wrong with the keys comes as 400 or 401.
  const reasonOf = ({ status }: HttpResponse) => (status === 400 ? ("auth" as const) : undefined);
  const errorCodeOf = (response: HttpResponse) => readBody(response, ebayAnswers.tokenError)?.error;
  const client = createHttpClient({ ...rest, adapter: "ebay", reasonOf, errorCodeOf });
  const form = new URLSearchParams({ grant_type: refreshToken === undefined ? "client_credentials" : "refresh_token" });
  if (refreshToken !== undefined) form.set("refresh_token", refreshToken);
  const wanted = scopes ?? (refreshToken === undefined ? [publicScope] : []);
  if (wanted.length > 0) form.set("scope", wanted.join(" "));
  const basic = encodeBase64(new TextEncoder().encode(`${clientId}:${clientSecret}`));
  let held: { readonly token: string; readonly until: number } | undefined;
  let coming: Promise<string> | undefined;

  const fetchToken = async (): Promise<string> => {
    const answer = await client.json({
      operation: "getToken",
      method: "POST",
      path: "/identity/v1/oauth2/token",
      headers: { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: form.toString(),
      repeatable: true,
    });
    const { access_token: token, expires_in: seconds } = readAnswer(ebayAnswers.token, answer, "getToken");
    held = { token, until: clock() + Math.max(0, seconds - renewSeconds) * 1000 };
    return token;
  };
  return {
    get: async (): Promise<string> => {
      if (held !== undefined && clock() < held.until) return held.token;
      coming ??= fetchToken().finally(() => {
        coming = undefined;
      });
      return coming;
    },
    drop: () => {
      held = undefined;
    },
  };
}

/**
 * eBay for one seller: orders (Fulfillment API), messages between members and replies (Message API). The seller's own messages
 * are left out of what `listMessages` gives, so that no answer is answered. Replies are plain text of at most 2,000
 * characters; a longer one is refused, never cut.
 *
 * @throws {AmendsError} `invalid_options` where an option is wrong, with a finding for each.
 * @example
 * import { createEbayAdapter } from "@amends/adapters/marketplaces/ebay";
 * const total = { value: "25.0", currency: "EUR" };
 * const fetch = async () => Response.json({ orderId: "12-34567-89012", pricingSummary: { total }, lineItems: [] });
 * const ebay = createEbayAdapter({ seller: "lamp-shop", token: async () => "token", fetch });
 * (await ebay.capabilities.order?.("12-34567-89012"))?.total; // => { amount: "25.00", currency: "EUR" }
 */
export function createEbayAdapter(options: EbayOptions): MarketplaceAdapter {
  checkOptions("ebay", sellerSchema, options);
  const { seller, ...rest } = options;
  const client = createEbayClient(rest);
  return {
    specVersion: "1",
    name: "ebay",
    capabilities: {
      order: async (id, given = {}) =>
        orderOf(await client.json({ operation: "getOrder", path: "/sell/fulfillment/v1/order/{id}", params: { id }, ...given }), id),
      listMessages: async (since, given = {}) => messagesSince(client, seller, since, given.signal),
      reply: async ({ thread }, text, given = {}) => {
        refuseText(text);
        const json = { conversationId: thread, messageText: text };
        const answer = await client.json({
          operation: "sendMessage",
          method: "POST",
          path: "/commerce/message/v1/send_message",
          json,
          ...given,
        });
        return { id: readAnswer(ebayAnswers.sent, answer, "sendMessage").messageId };
      },
    },
  };
}

const rejected = (message: string) => new AdapterError({ adapter: "ebay", reason: "rejected", message });

function refuseText(text: string): void {
  if (text.trim() === "") throw rejected("sendMessage: the text is empty");
  if (text.length > replyLimit) throw rejected(`sendMessage: the text has ${text.length} characters; eBay takes at most ${replyLimit}`);
}

/** Reads every conversation's frame and the messages of those with something new: eBay doesn't say which end its time filter means. */
async function messagesSince(client: HttpClient, seller: string, since: string, signal?: AbortSignal): Promise<readonly InboundMessage[]> {
  const from = readInstant(since);
  if (from === undefined) throw rejected("listMessages: `since` is no instant with an offset");
  const found = new Map<string, InboundMessage>();
  for (const conversation of await conversationsOf(client, signal)) {
    const latest = readInstant(conversation.latestMessage?.createdDate);
    if (latest !== undefined && latest < from) continue;
    const frame = { id: conversation.conversationId, title: conversation.conversationTitle ?? undefined, item: itemOf(conversation) };
    for (const message of await messagesOf(client, frame.id, signal)) {
      const isNew = (readInstant(message.createdDate) ?? 0) >= from;
      if (isNew && !sameUser(message.senderUsername, seller)) found.set(message.messageId, inboundOf(message, frame));
    }
  }
  const at = (message: InboundMessage) => readInstant(message.at) ?? 0;
  return [...found.values()].sort((one, other) => at(one) - at(other) || (one.id < other.id ? -1 : 1));
}

function conversationsOf(client: HttpClient, signal?: AbortSignal): Promise<readonly EbayConversation[]> {
  return everyPage(client, { operation: "getConversations", path: "/commerce/message/v1/conversation" }, signal, (answer) => {
    const { conversations: entries, total } = readAnswer(ebayAnswers.conversations, answer, "getConversations");
    return { entries, total };
  });
}

function messagesOf(client: HttpClient, id: string, signal?: AbortSignal): Promise<readonly EbayMessage[]> {
  const request = { operation: "getConversation", path: "/commerce/message/v1/conversation/{id}", params: { id } };
  return everyPage(client, request, signal, (answer) => {
    const { messages: entries, total } = readAnswer(ebayAnswers.messages, answer, "getConversation");
    return { entries, total };
  });
}

async function everyPage<Entry>(
  client: HttpClient,
  request: { readonly operation: string; readonly path: string; readonly params?: Readonly<Record<string, string>> },
  signal: AbortSignal | undefined,
  read: (answer: unknown) => { entries: readonly Entry[]; total: number | null | undefined },
): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  for (let page = 0; page < pagesAtMost; page += 1) {
    const query = { conversation_type: "FROM_MEMBERS", limit: String(pageLimit), offset: String(page * pageLimit) };
    const { entries, total } = read(await client.json({ ...request, query, ...(signal === undefined ? {} : { signal }) }));
    all.push(...entries);
    const isLast = typeof total === "number" ? (page + 1) * pageLimit >= total : entries.length < pageLimit;
    if (isLast || entries.length === 0) return all;
  }
  throw malformed(`${request.operation}: the list doesn't end`);
}
