import { personal } from "./signed-notification.js";

const scan = (time: string, stage: string | null, status: string, city: string) => ({
  time_iso: time,
  time_utc: time,
  time_raw: { date: null, time: null, timezone: null },
  description: status,
  location: city,
  stage,
  sub_status: status,
});

/** 17track's answer on a parcel that is on its way. */
export const tracked = (number: string) => ({
  number,
  carrier: 3011,
  track_info: {
    latest_status: { status: "InTransit", sub_status: "InTransit_Departure" },
    tracking: {
      providers: [
        {
          provider: { key: 3011, name: "China Post" },
          events: [
            scan("2026-01-22T22:40:00Z", "Departure", "InTransit_Departure", "Shanghai"),
            scan("2026-01-17T10:00:00Z", "PickedUp", "InTransit_PickedUp", "Yiwu"),
          ],
        },
      ],
    },
  },
});

/** eBay's answer on the order. */
export const order = {
  orderId: personal.order,
  creationDate: "2026-01-15T10:00:00.000Z",
  buyer: { username: personal.buyer },
  pricingSummary: { total: { value: "64.9", currency: "EUR" } },
  fulfillmentStartInstructions: [{ shippingStep: { shipTo: { contactAddress: { addressLine1: personal.street, countryCode: "DE" } } } }],
  lineItems: [{ legacyItemId: "110553500001", title: "Tischlampe", quantity: 1, lineItemCost: { value: "64.9", currency: "EUR" } }],
};

/** The rates of a day, as the European Central Bank publishes them. */
export const eurofxref = `<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"><Cube><Cube time="2026-03-03"><Cube currency="USD" rate="1.1605"/></Cube></Cube></gesmes:Envelope>`;
