import { Buffer } from "node:buffer";
import { generateKeyPairSync, sign } from "node:crypto";
import { Hono } from "hono";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const kid = "9936261a-7d7b-4621-a0f1-96ccb428af49";

const order = {
  orderId: "12-34567-89012",
  creationDate: "2026-01-15T10:00:00.000Z",
  pricingSummary: { total: { value: "64.9", currency: "EUR" } },
  paymentSummary: { payments: [{ paymentMethod: "EBAY", paymentStatus: "PAID", amount: { value: "64.9", currency: "EUR" } }] },
  fulfillmentStartInstructions: [{ shippingStep: { shipTo: { contactAddress: { city: "Kassel", countryCode: "DE" } } } }],
  lineItems: [
    {
      sku: "LAMP-OAK",
      legacyItemId: "110553500001",
      title: "Tischlampe Eiche",
      quantity: 1,
      lineItemCost: { value: "64.9", currency: "EUR" },
    },
  ],
};

const scan = (time: string, stage: string | null, status: string, description: string, city: string) => ({
  time_iso: time,
  time_utc: time,
  time_raw: { date: null, time: null, timezone: null },
  description,
  location: city,
  stage,
  sub_status: status,
  address: { country: null, state: null, city, street: null, postal_code: null },
});
const scans = [
  scan("2026-02-20T09:10:00Z", null, "InTransit_CustomsProcessing", "Held by customs for inspection", "Leipzig"),
  scan("2026-01-22T22:40:00Z", "Departure", "InTransit_Departure", "Departed from transit centre", "Shanghai"),
  scan("2026-01-17T10:00:00Z", "PickedUp", "InTransit_PickedUp", "Accepted", "Yiwu"),
];
const parcel = (number: string) => ({
  number,
  carrier: 3011,
  track_info: {
    latest_status: { status: "InTransit", sub_status: "InTransit_CustomsProcessing", sub_status_descr: null },
    latest_event: scans[0],
    tracking: { providers: [{ provider: { key: 3011, name: "China Post" }, events: scans }] },
  },
});

const rates = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<Cube><Cube time="2026-03-03"><Cube currency="USD" rate="1.1605"/><Cube currency="GBP" rate="0.8710"/></Cube></Cube></gesmes:Envelope>`;

/** eBay, 17TRACK, the European Central Bank and DeepL, each below a path of its own, with the shapes they document and one order to tell of. */
export function createStandIn(): { readonly app: Hono; readonly asked: ReadonlyMap<string, number> } {
  const asked = new Map<string, number>();
  const app = new Hono();
  const count = (what: string) => asked.set(what, (asked.get(what) ?? 0) + 1);

  app.post("/ebay/identity/v1/oauth2/token", (context) => {
    count("eBay: token");
    return context.json({ access_token: "stand-in-token", expires_in: 7200, token_type: "Application Access Token" });
  });
  app.get("/ebay/commerce/notification/v1/public_key/:kid", (context) => {
    count("eBay: public key");
    if (context.req.param("kid") !== kid) return context.json({ errors: [{ errorId: 195_003, message: "Invalid kid" }] }, 404);
    return context.json({ key: publicKey.export({ type: "spki", format: "pem" }), algorithm: "ECDSA", digest: "SHA1" });
  });
  app.get("/ebay/sell/fulfillment/v1/order/:id", (context) => {
    count("eBay: order");
    if (context.req.param("id") !== order.orderId) return context.json({ errors: [{ errorId: 32_100, message: "Invalid order ID" }] }, 404);
    return context.json(order);
  });
  app.post("/17track/gettrackinfo", async (context) => {
    count("17TRACK: tracking");
    const numbers = await context.req.json<{ number: string }[]>();
    return context.json({ code: 0, data: { accepted: numbers.map(({ number }) => parcel(number)), rejected: [] } });
  });
  app.get("/ecb/:file", (context) => {
    count("ECB: rates");
    return context.body(rates, 200, { "content-type": "text/xml" });
  });
  app.post("/deepl/v2/translate", async (context) => {
    count("DeepL: translation");
    // No machine sits here: the text comes back with a mark in front, its placeholders as they were.
    const { text, target_lang: language } = await context.req.json<{ text: string[]; target_lang: string }>();
    return context.json({ translations: text.map((each) => ({ detected_source_language: "DE", text: `[${language}] ${each}` })) });
  });
  return { app, asked };
}

/** A notification signed as eBay signs it: `X-EBAY-SIGNATURE` over the body. */
export function signedNotification(notification: unknown): { readonly body: string; readonly headers: Record<string, string> } {
  const body = JSON.stringify(notification);
  const signature = sign("sha1", Buffer.from(body), privateKey).toString("base64");
  const header = Buffer.from(JSON.stringify({ alg: "ecdsa", kid, signature, digest: "SHA1" })).toString("base64");
  return { body, headers: { "content-type": "application/json", "x-ebay-signature": header } };
}
