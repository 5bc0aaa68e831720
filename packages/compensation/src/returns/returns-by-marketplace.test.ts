import { describe, expect, it } from "vitest";
import law from "../../packs/law/returns.pack.json" with { type: "json" };
import { returnEligibility } from "./return-eligibility.js";
import { at, judge, noHolidays, short } from "./testing/german-order.js";
import { seller } from "./testing/seller-returns.js";

describe("marketplaces and sellers", () => {
  const onShopee = { ticket: { channel: "marketplace_message", marketplace: "shopee", createdAt: "2026-03-14T00:00:00Z" } } as const;

  it("go by the seller's tier, and know it only where it decides", () => {
    const faulty = { ...onShopee, order: { shipTo: "PH" }, returnRequest: { reason: "faulty" } } as const;
    const mall = { ...faulty, order: { shipTo: "PH", sellerTier: "mall" } };
    expect(short("2026-03-13T12:00:00Z", faulty)).toEqual(["eligible", "shopee.ph.returns", "2026-03-13"]);
    expect(judge("2026-03-14T12:00:00Z", faulty)).toMatchObject({ status: "unknown", missing: ["order.sellerTier"] });
    expect(short("2026-03-14T12:00:00Z", mall)).toEqual(["eligible", "shopee.ph.returns", "2026-03-21"]);
    expect(short("2026-03-22T12:00:00Z", faulty)).toEqual(["not", null, null]);
  });

  it("open a window some days after the parcel left", () => {
    const walmart = {
      ticket: { channel: "marketplace_message", marketplace: "walmart", createdAt: "2026-04-08T12:00:00Z" },
      order: { shipTo: "US" },
      customer: { zone: "America/New_York" },
      shipment: { shippedAt: "2026-03-02T12:00:00Z" },
    } as const;
    expect(short("2026-04-08T12:00:00Z", walmart)).toEqual(["eligible", "walmart.us.returns", "2026-04-08"]);
    expect(short("2026-04-09T12:00:00Z", walmart)).toEqual(["not", null, null]);
  });

  it("ask which marketplace, where one could decide", () => {
    const { status, missing } = judge("2026-03-10T12:00:00Z", {
      ticket: { channel: "email", createdAt: "2026-03-10T12:00:00Z" },
      ...at("US"),
    });
    expect([status, missing]).toEqual(["unknown", expect.arrayContaining(["ticket.marketplace"])]);
    const nothing = returnEligibility({ now: "2026-03-10T12:00:00Z", ticket: { channel: "email" } });
    expect(nothing).toMatchObject({ status: "unknown", by: null, missing: expect.arrayContaining(["order.shipTo", "order.placedAt"]) });
  });

  it("let the law go first and tell how much longer the seller takes goods back", () => {
    const packs = { ...noHolidays, "seller/returns": seller(60) };
    const within = judge("2026-03-10T12:00:00Z", {}, packs);
    expect([within.by?.fact, within.latest, within.wayBack]).toEqual([
      "eu.withdrawal",
      { until: "2026-05-05", fact: "shop.returns" },
      { paidBy: "seller", fact: "shop.returns" },
    ]);
    expect(short("2026-04-10T12:00:00Z", {}, packs)).toEqual(["eligible", "shop.returns", "2026-05-05"]);
    expect(short("2026-03-10T12:00:00Z", at("US"), packs)[1]).toBe("shop.returns");
  });

  it("let a host's fact replace a standard one of its id", () => {
    const host = structuredClone(law);
    const ours = host.facts.filter(({ id }) => id === "eu.withdrawal");
    (ours[0] as unknown as { value: { window: { within: object } } }).value.window.within = { days: 100 };
    const packs = { ...noHolidays, "law/returns": { ...host, facts: ours } };
    expect(short("2026-06-15T12:00:00Z", {}, packs)).toEqual(["eligible", "eu.withdrawal", "2026-06-15"]);
  });

  it("refuse packs that can't be read", () => {
    expect(() => judge("2026-03-10T12:00:00Z", {}, { "seller/returns": { pack: "x" } })).toThrow("can't be read");
    expect(() => judge("2026-03-10T12:00:00Z", {}, { "public-holidays": { DE: ["Easter"] } })).toThrow(
      expect.objectContaining({ code: "pack_invalid" }),
    );
  });
});
