import { http, HttpResponse, type JsonBodyType } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createSeventeenTrackAdapter } from "@amends/adapters/carriers/17track";
import { parseEmail } from "@amends/adapters/email";
import { createEbayAdapter, createEbayClient, createEbayKeys, parseWebhook, verifyWebhook } from "@amends/adapters/marketplaces/ebay";
import { createEcbRates } from "@amends/adapters/rates/ecb";
import { createMemoryTimers } from "@amends/adapters/timers/memory";
import { createDeepLTranslator } from "@amends/adapters/translation/deepl";
import type { TicketStore } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { createDesk, receiveWebhook, type Desk, type ProcessOptions } from "@amends/desk";
import { TranslationRefusedError } from "@amends/replies";
import { kid, notification, personal, publicKey } from "./signed-notification.js";
import { eurofxref, order, tracked } from "./vendor-answers.js";

const now = Date.UTC(2026, 2, 3, 15);
const clock = () => now;
const secrets = { ebay: "planted-client-secret", track: "planted-track-key", deepl: "planted-deepl-key" };

const asked: string[] = [];
const noted = (what: string, answer: (request: Request) => Response | Promise<Response>) => ({
  resolver: async ({ request }: { request: Request }) => {
    asked.push(what);
    return answer(request);
  },
});
const json = (value: JsonBodyType, status = 200) => HttpResponse.json(value, { status });
const ebay = "https://api.ebay.com";
const sentToDeepL: string[] = [];
const network = setupServer(
  http.post(
    `${ebay}/identity/v1/oauth2/token`,
    noted("token", () => json({ access_token: "planted-access-token", expires_in: 7200 })).resolver,
  ),
  http.get(
    `${ebay}/commerce/notification/v1/public_key/${kid}`,
    noted("key", () => json({ key: String(publicKey.export({ type: "spki", format: "pem" })), algorithm: "ECDSA", digest: "SHA1" }))
      .resolver,
  ),
  http.get(`${ebay}/sell/fulfillment/v1/order/${personal.order}`, noted("order", () => json(order)).resolver),
  http.post(
    "https://api.17track.net/track/v2.2/gettrackinfo",
    noted("tracking", async (request) => {
      const numbers = (await request.json()) as { number: string }[];
      return json({ code: 0, data: { accepted: numbers.map(({ number }) => tracked(number)), rejected: [] } });
    }).resolver,
  ),
  http.get("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml", noted("rates", () => HttpResponse.xml(eurofxref)).resolver),
  http.post(
    "https://api.deepl.com/v2/translate",
    noted("translation", async (request) => {
      const { text } = (await request.json()) as { text: string[] };
      sentToDeepL.push(...text);
      return json({ translations: text.map((each) => ({ detected_source_language: "DE", text: `EN: ${each}` })) });
    }).resolver,
  ),
);

interface Host {
  readonly desk: Desk;
  readonly saved: readonly CaseFile[];
  readonly timers: ReturnType<typeof createMemoryTimers>;
  readonly heard: readonly string[];
  /** Every text of an error that anybody hears of. */
  readonly errors: readonly string[];
  receive(request: ReturnType<typeof notification>): Promise<string>;
}

/** A host that takes eBay's notifications, with every adapter as it ships. */
function host(): Host {
  const token = { clientId: "client", clientSecret: secrets.ebay };
  const rest = { clock, sleep: async () => undefined, random: () => 0 };
  const saved: CaseFile[] = [];
  const heard: string[] = [];
  const errors: string[] = [];
  const store: TicketStore = {
    specVersion: "1",
    name: "memory",
    load: async () => undefined,
    save: async (caseFile) => void saved.push(caseFile),
    claim: async () => true,
  };
  const timers = createMemoryTimers({ onDue: () => undefined, clock, setTimer: "none" });
  const desk = createDesk({
    clock,
    adapters: {
      marketplaces: [createEbayAdapter({ ...rest, token, seller: "lamp-shop" })],
      carriers: [createSeventeenTrackAdapter({ ...rest, apiKey: secrets.track })],
      rates: createEcbRates(rest),
      translator: createDeepLTranslator({ ...rest, key: secrets.deepl }),
      timers,
      store,
    },
  });
  const names = ["message_received", "stage_decided", "case_decided", "messages_ready", "adapter_failed"] as const;
  for (const name of names) desk.on(name, () => void heard.push(name));
  desk.on("adapter_failed", ({ error }) => void errors.push(everythingOf(error)));
  const keys = createEbayKeys({ client: createEbayClient({ ...rest, token }), clock });
  const done = new Set<string>();
  const known: ProcessOptions = {
    orders: [{ id: personal.order, items: [{ sku: "110553500001" }] }],
    known: { shipment: { trackingNumber: personal.number, lane: "CN-DE", laneAverageDays: 14 } },
  };
  const receive = async (request: ReturnType<typeof notification>): Promise<string> => {
    const received = await receiveWebhook(request, {
      verify: async ({ body, headers }) => verifyWebhook({ body, headers, secrets: [], keys: await keys.keysFor(headers) }),
      parse: (body, headers) => parseWebhook(body, headers, { seller: "lamp-shop" }),
      isKnown: (id) => done.has(id),
    });
    if (received.status === "refused") return received.reason;
    for (const { eventId, message } of received.messages) {
      await desk.process(message, known);
      done.add(eventId);
    }
    return `${received.messages.length} messages, ${received.repeated.length} repeated`;
  };
  return { desk, saved, timers, heard, errors, receive };
}

/** Whatever of an error could end up in a log. */
function everythingOf(error: unknown): string {
  const { message, stack, cause } = error as Error;
  return [String(error), message, stack, cause === undefined ? "" : everythingOf(cause), JSON.stringify(error)].join("\n");
}

const angry = "Wo bleibt mein Paket? Ich warte seit 45 Tagen auf die Lampe. Das ist eine Frechheit, ich will mein Geld zurück!";
const times = (what: string) => asked.filter((each) => each === what).length;

beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  network.resetHandlers();
  asked.length = 0;
  sentToDeepL.length = 0;
});
afterAll(() => network.close());

describe("a notification of eBay", () => {
  it("becomes a decided case, with one call for each thing that its policies read", async () => {
    const { receive, saved, timers, heard, desk } = host();
    expect(await receive(notification(angry))).toBe("1 messages, 0 repeated");
    expect([times("key"), times("order"), times("tracking"), times("rates"), times("translation")]).toEqual([1, 1, 1, 1, 0]);
    const [decided] = saved as [CaseFile];
    expect(decided.order).toMatchObject({ id: personal.order, total: { amount: "64.90", currency: "EUR" }, shipTo: "DE" });
    expect(decided.shipment).toMatchObject({
      shippedAt: "2026-01-17T10:00:00Z",
      events: [{ status: "picked_up" }, { status: "in_transit" }],
    });
    expect(decided.rates).toMatchObject({ base: "EUR", date: "2026-03-03" });
    expect(decided.classification).toMatchObject({ issueType: "logistics_delay", sentiment: "angry" });
    expect(decided.remedies).toMatchObject({ tier: 2 });
    expect(decided.reply).toMatchObject({ language: "de" });
    expect([...new Set(heard)]).toEqual(["message_received", "stage_decided", "case_decided", "messages_ready"]);
    expect(timers.pending().map(({ key }) => key)).toContain(`${decided.id}/answer_due`);

    // What it was decided by is in it: without a network it comes out the same, byte for byte.
    expect(JSON.stringify(createDesk().handle(decided))).toBe(JSON.stringify(decided));

    const translated = await desk.translateReply(decided, { to: "en" });
    expect(translated).toMatchObject({ language: "en", source: "machine", needsReview: true, translator: "deepl" });
    expect(translated.text).toContain("64,90");
    expect(times("translation")).toBe(1);
    for (const kept of ["64,90", personal.order, personal.number, personal.buyer]) expect(sentToDeepL.join("\n")).not.toContain(kept);
  });

  it("is dealt with once, and one that somebody changed not at all", async () => {
    const { receive, saved } = host();
    const genuine = notification(angry, "N-2");
    const tampered = new TextEncoder().encode(new TextDecoder().decode(genuine.body).replace("45", "54"));
    expect(await receive({ ...genuine, body: tampered })).toBe("the signature doesn't match");
    expect(await receive({ ...genuine, headers: {} })).toMatch(/no signature/);
    expect(await receive(genuine)).toBe("1 messages, 0 repeated");
    expect(await receive(genuine)).toBe("0 messages, 1 repeated");
    expect(saved).toHaveLength(1);
    expect(times("tracking")).toBe(1);
  });

  it("is answered without what a vendor can't tell, and no error quotes a secret or a person", async () => {
    const broken = (secret: string) => () =>
      json(
        { errors: [{ errorId: 1, message: `${secret} ${personal.buyer} ${personal.street}` }], echo: [personal.number, personal.order] },
        503,
      );
    network.use(
      http.get(`${ebay}/sell/fulfillment/v1/order/:id`, noted("order", broken(secrets.ebay)).resolver),
      http.post("https://api.17track.net/track/v2.2/gettrackinfo", noted("tracking", broken(secrets.track)).resolver),
      http.get("https://www.ecb.europa.eu/stats/eurofxref/*", noted("rates", broken("ecb")).resolver),
      http.post("https://api.deepl.com/v2/translate", noted("translation", broken(secrets.deepl)).resolver),
    );
    const { receive, saved, desk, errors } = host();
    expect(await receive(notification(angry, "N-3"))).toBe("1 messages, 0 repeated");
    const [decided] = saved as [CaseFile];
    expect(decided.shipment?.events).toBeUndefined();
    expect(decided.classification?.missing).toContain("order.total");
    expect(decided.reply?.text).not.toBe("");
    const refused: unknown = await desk.translateReply(decided, { to: "en" }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "adapter_unavailable", adapter: "deepl" });
    expect(errors.length).toBeGreaterThanOrEqual(3);
    const told = [...errors, everythingOf(refused)].join("\n");
    for (const planted of [...Object.values(secrets), ...Object.values(personal), "planted"]) expect(told).not.toContain(planted);
  });

  it("keeps its reply where a translation loses something", async () => {
    network.use(
      http.post("https://api.deepl.com/v2/translate", async ({ request }) => {
        const { text } = (await request.json()) as { text: string[] };
        return json({ translations: text.map(() => ({ text: "We are sorry." })) });
      }),
    );
    const { receive, saved, desk } = host();
    await receive(notification(angry, "N-4"));
    const before = JSON.stringify(saved[0]);
    const error: unknown = await desk.translateReply(saved[0] as CaseFile, { to: "en" }).catch((reason: unknown) => reason);
    // DeepL's adapter looks for the marks itself; a translator that doesn't is caught by the desk.
    expect(TranslationRefusedError.isInstance(error) || (error as { code?: string }).code === "adapter_malformed").toBe(true);
    expect(JSON.stringify(saved[0])).toBe(before);
  });
});

describe("a raw e-mail", () => {
  it("with a question before the sale asks no vendor anything", async () => {
    const { desk, saved } = host();
    const raw = [
      "From: Tom Miller <tom@example.com>",
      "To: help@lamp-shop.example",
      "Subject: A question",
      "Date: Tue, 3 Mar 2026 09:41:00 -0500",
      "Message-ID: <1@example.com>",
      "",
      "Hello, is the oak table lamp available in black, and does it work with 110 V?",
    ].join("\r\n");
    const known = { shipment: { trackingNumber: personal.number, lane: "CN-US", laneAverageDays: 12 } };
    const decided = await desk.process(await parseEmail(raw), { known });
    expect(decided.classification?.issueType).toBe("product_inquiry");
    expect(asked).toEqual([]);
    expect(saved).toEqual([decided]);
  });
});
