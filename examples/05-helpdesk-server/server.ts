import type { Buffer } from "node:buffer";
import { createHash, timingSafeEqual } from "node:crypto";
import { parseEmail } from "@amends/adapters/email";
import { answerChallenge, parseWebhook, verifyWebhook, type EbayKeys } from "@amends/adapters/marketplaces/ebay";
import type { InboundMessage } from "@amends/core/contracts";
import { AdapterError, InvalidCaseError } from "@amends/core/errors";
import { languageCodes } from "@amends/core/language";
import { receiveWebhook, type Desk } from "@amends/desk";
import { TranslationRefusedError } from "@amends/replies";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { casePage } from "./case-page.js";
import type { CaseStore } from "./case-store.js";
import { listPage } from "./list-page.js";
import { messagePage } from "./page.js";
import { knownOf } from "./shop-data.js";
import { style } from "./style.js";

/** What the server is made of. */
export interface HelpdeskParts {
  readonly desk: Desk;
  readonly store: CaseStore;
  readonly ebayKeys: EbayKeys;
  readonly seller: string;
  /** What the endpoint was registered with at eBay. */
  readonly endpoint: { readonly token: string; readonly url: string };
  /** The mail server's password. */
  readonly mailToken: string;
  readonly ownAddresses: readonly string[];
}

/** A small helpdesk: webhooks in, decisions out, and pages that show them. */
export function createHelpdesk({ desk, store, ebayKeys, seller, endpoint, mailToken, ownAddresses }: HelpdeskParts): Hono {
  const app = new Hono();
  const handled = new Set<string>();
  const underWay = new Map<string, Promise<unknown>>();

  /** Each message once: one that comes again while it is dealt with waits for the same outcome, one that failed may come again. */
  const once = async (id: string, message: InboundMessage): Promise<void> => {
    if (handled.has(id)) return;
    const openCases = store.list();
    const running = underWay.get(id) ?? desk.process(message, { ...knownOf(message), openCases });
    underWay.set(id, running);
    try {
      await running;
      handled.add(id);
    } finally {
      underWay.delete(id);
    }
  };

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  app.use("/webhooks/*", bodyLimit({ maxSize: 5_000_000, onError: (context) => context.body(null, 413) }));
  app.use("/cases/*", csrf());

  app.get("/webhooks/ebay", async (context) => {
    const code = context.req.query("challenge_code");
    if (code === undefined) return context.body(null, 400);
    return context.json({ challengeResponse: await answerChallenge({ code, token: endpoint.token, endpoint: endpoint.url }) });
  });

  app.post("/webhooks/ebay", async (context) => {
    // The signature is over the bytes: they are read before anything is made of them.
    const body = new Uint8Array(await context.req.arrayBuffer());
    const received = await receiveWebhook(
      { body, headers: context.req.raw.headers },
      {
        verify: async (request) => verifyWebhook({ ...request, secrets: [], keys: await ebayKeys.keysFor(request.headers) }),
        parse: (bytes, headers) => parseWebhook(bytes, headers, { seller }),
        isKnown: (id) => handled.has(id),
      },
    );
    if (received.status === "refused") return context.body(null, 412);
    for (const { eventId, message } of received.messages) await once(eventId, message);
    return context.body(null, 204);
  });

  app.post("/webhooks/email", async (context) => {
    if (!isSame(context.req.header("authorization") ?? "", `Bearer ${mailToken}`)) return context.body(null, 401);
    const message = await parseEmail(new Uint8Array(await context.req.arrayBuffer()), { ownAddresses });
    // Nobody wrote it: answering it might start two machines talking.
    if (message.automatic === undefined) await once(`email:${message.id}`, message);
    return context.body(null, 204);
  });

  app.get("/", (context) => context.html(listPage(store.list())));
  app.get("/style.css", (context) => context.body(style, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/cases/:id", async (context) => {
    const caseFile = await store.load(context.req.param("id"));
    return caseFile === undefined ? notFound(context) : context.html(casePage(caseFile, {}));
  });
  app.post("/cases/:id/translation", async (context) => {
    const caseFile = await store.load(context.req.param("id"));
    if (caseFile === undefined) return notFound(context);
    const asked = (await context.req.parseBody())["to"];
    const to = languageCodes.find((code) => code === asked);
    if (to === undefined) return context.html(messagePage("Unknown language", "Choose one of the languages listed."), 400);
    try {
      return context.html(casePage(caseFile, { translation: await desk.translateReply(caseFile, { to, signal: context.req.raw.signal }) }));
    } catch (error) {
      if (!TranslationRefusedError.isInstance(error) && !AdapterError.isInstance(error)) throw error;
      return context.html(casePage(caseFile, { problem: "The translation can't be used. The reply stays as it is." }), 502);
    }
  });

  app.notFound(notFound);
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    // What can't be read won't be readable when it comes again; everything else may.
    const isUnreadable = InvalidCaseError.isInstance(error) || (AdapterError.isInstance(error) && error.reason === "malformed");
    console.error(AdapterError.isInstance(error) ? error.message : error.name);
    return context.html(messagePage("Something went wrong", "Nothing was changed."), isUnreadable ? 400 : 503);
  });
  return app;
}

function notFound(context: Context): Response | Promise<Response> {
  return context.html(messagePage("Not found", "There is no such page."), 404);
}

/** Compares without telling by the time it takes how much was right. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
