import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import order from "./fixtures/order.json" with { type: "json" };
import { adapter, errorOf, interceptedNetwork } from "./testing/intercepted-ebay.js";

describe("with the network intercepted", () => {
  const network = interceptedNetwork();

  describe("an order", () => {
    it("comes in the buyer's money, with its lines", async () => {
      let request: Request | undefined;
      network.use(
        http.get("https://api.ebay.com/sell/fulfillment/v1/order/14-20331-77105", (given) => {
          request = given.request;
          return HttpResponse.json(order);
        }),
      );
      expect(await adapter({ site: "EBAY_GB" }).capabilities.order?.("14-20331-77105")).toEqual({
        id: "14-20331-77105",
        total: { amount: "75.20", currency: "EUR" },
        placedAt: "2026-02-11T09:30:12.000Z",
        shipTo: "DE",
        paymentMethod: "ebay",
        items: [
          { sku: "LAMP-OAK", title: "Oak table lamp", quantity: 2, price: { amount: "23.40", currency: "EUR" } },
          // Twenty pounds don't come out even for three.
          { sku: "110553500002", title: "Spare bulbs", quantity: 3 },
        ],
      });
      expect(request?.headers.get("authorization")).toBe("Bearer planted-token");
      expect(request?.headers.get("x-ebay-c-marketplace-id")).toBe("EBAY_GB");
    });

    it("of less than nothing is malformed", async () => {
      const total = { value: "-5.00", currency: "USD" };
      network.use(http.get("*", () => HttpResponse.json({ orderId: "1", pricingSummary: { total } })));
      expect((await errorOf(adapter().capabilities.order?.("1"))).reason).toBe("malformed");
    });

    it.each([
      ["yen", { value: "1000.0", currency: "JPY" }, { amount: "1000", currency: "JPY" }],
      ["nothing", { value: "0.0", currency: "USD" }, { amount: "0.00", currency: "USD" }],
      ["no conversion", { value: "5", currency: "USD", convertedFromValue: null }, { amount: "5.00", currency: "USD" }],
    ])("holds %s", async (_, total, wanted) => {
      network.use(http.get("*", () => HttpResponse.json({ orderId: "1", pricingSummary: { total } })));
      expect(await adapter().capabilities.order?.("1")).toEqual({ id: "1", total: wanted, items: [] });
    });

    it("goes to where it ends, not to eBay's own hub", async () => {
      const hub = { shippingStep: { shipTo: { contactAddress: { countryCode: "GB" } } }, finalDestinationAddress: { countryCode: "FR" } };
      network.use(http.get("*", () => HttpResponse.json({ orderId: "1", fulfillmentStartInstructions: [hub] })));
      expect(await adapter().capabilities.order?.("1")).toEqual({ id: "1", shipTo: "FR", items: [] });
    });

    it.each([
      ["another order", { orderId: "2" }],
      ["an amount beyond its currency", { orderId: "1", pricingSummary: { total: { value: "1.005", currency: "USD" } } }],
      ["an unknown currency", { orderId: "1", pricingSummary: { total: { value: "1", currency: "QQQ" } } }],
      ["a number for an amount", { orderId: "1", pricingSummary: { total: { value: 1, currency: "USD" } } }],
    ])("is refused where it is %s", async (_, body) => {
      network.use(http.get("*", () => HttpResponse.json(body)));
      expect(await errorOf(adapter().capabilities.order?.("1"))).toMatchObject({ reason: "malformed" });
    });

    it("that eBay doesn't know is not_found, also under status 400; the number stands in the error, the text doesn't", async () => {
      const errors = [{ errorId: 32100, domain: "API_FULFILLMENT", message: "Invalid order ID: planted" }];
      network.use(http.get("*", () => HttpResponse.json({ errors }, { status: 400 })));
      expect(await errorOf(adapter().capabilities.order?.("1"))).toMatchObject({
        reason: "not_found",
        message: "ebay: getOrder: HTTP 400 (32100)",
      });
    });
  });
});
