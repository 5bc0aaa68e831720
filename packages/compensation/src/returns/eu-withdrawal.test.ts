import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { judge, short } from "./testing/german-order.js";

const item = (traits: readonly string[], state: object = {}) =>
  ({ order: { items: [{ sku: "A", traits }] }, returnRequest: { items: [{ sku: "A", ...state }] } }) as unknown as Partial<CaseFile>;

describe("withdrawal in the EU", () => {
  it.each([
    ["the last hour", "2026-03-20T22:59:59Z", ["eligible", "eu.withdrawal", "2026-03-20"]],
    ["the hour after", "2026-03-20T23:00:00Z", ["not", null, null]],
  ])("ends with the fourteenth day, local time: %s", (_what, asked, wanted) => {
    expect(short(asked)).toEqual(wanted);
  });

  it("ends on a working day, and knows holidays only where they are listed", () => {
    const delivered = (deliveredAt: string) => ({ shipment: { deliveredAt } });
    expect(short("2026-03-23T12:00:00Z", delivered("2026-03-07T12:00:00Z"))).toEqual(["eligible", "eu.withdrawal", "2026-03-23"]);
    expect(short("2026-03-24T12:00:00Z", delivered("2026-03-07T12:00:00Z"))).toEqual(["not", null, null]);
    // Good Friday and Easter Monday.
    const easter = { "public-holidays": { DE: ["2026-04-03", "2026-04-06"] } };
    expect(short("2026-04-07T12:00:00Z", delivered("2026-03-20T12:00:00Z"), easter)).toEqual(["eligible", "eu.withdrawal", "2026-04-07"]);
    const unlisted = judge("2026-04-07T12:00:00Z", delivered("2026-03-20T12:00:00Z"), {});
    expect(unlisted.status).toBe("unknown");
    expect(unlisted.missing).toContain("packs.public-holidays.DE");
    expect(judge("2026-04-09T12:00:00Z", delivered("2026-03-20T12:00:00Z"), {}).status).toBe("not");
  });

  it("runs from the last item, and before the delivery as well", () => {
    expect(short("2026-03-23T12:00:00Z", { order: { lastDeliveredAt: "2026-03-09T08:00:00Z" } })).toEqual([
      "eligible",
      "eu.withdrawal",
      "2026-03-23",
    ]);
    expect(short("2026-03-12T12:00:00Z", { shipment: { deliveredAt: null } })).toEqual(["eligible", "eu.withdrawal", "2026-03-16"]);
    expect(judge("2026-03-20T12:00:00Z", { shipment: { deliveredAt: null } })).toMatchObject({
      status: "unknown",
      missing: expect.arrayContaining(["shipment.deliveredAt"]),
    });
    expect(judge("2026-05-20T12:00:00Z", { shipment: { deliveredAt: null, status: "in_transit" } }).status).toBe("eligible");
  });

  it("is twelve months longer for a buyer who wasn't told, and ends fourteen days after being told", () => {
    const untold = { order: { withdrawalInformed: false } };
    expect(short("2027-03-22T12:00:00Z", untold)).toEqual(["eligible", "eu.withdrawal", "2027-03-22"]);
    expect(short("2027-03-23T12:00:00Z", untold)).toEqual(["not", null, null]);
    expect(judge("2026-06-01T12:00:00Z", untold).wayBack).toEqual({ paidBy: "seller", fact: "eu.withdrawal" });
    const later = { order: { withdrawalInformed: false, withdrawalInformedAt: "2026-05-04T12:00:00Z" } };
    expect(short("2026-05-18T12:00:00Z", later)).toEqual(["eligible", "eu.withdrawal", "2026-05-18"]);
    expect(short("2026-05-19T12:00:00Z", later)).toEqual(["not", null, null]);
    const soon = { order: { withdrawalInformed: false, withdrawalInformedAt: "2026-03-02T12:00:00Z" } };
    expect(short("2026-03-20T12:00:00Z", soon)).toEqual(["eligible", "eu.withdrawal", "2026-03-20"]);
    const unknown = judge("2026-06-01T12:00:00Z", { order: { withdrawalInformed: null } });
    expect([unknown.status, unknown.missing]).toEqual(["unknown", expect.arrayContaining(["order.withdrawalInformed"])]);
  });

  it.each([
    ["custom-made goods", ["custom_made"], {}, "not"],
    ["sealed hygiene goods, closed", ["hygiene_sealed"], { opened: false }, "eligible"],
    ["sealed hygiene goods, opened", ["hygiene_sealed"], { opened: true }, "not"],
    ["sealed hygiene goods that nobody saw", ["hygiene_sealed"], {}, "unknown"],
    ["clothes that were worn, whose value is deducted", [], { used: true }, "eligible"],
  ])("of %s", (_what, traits, state, status) => {
    expect(judge("2026-03-10T12:00:00Z", item(traits, state)).status).toBe(status);
  });

  it("says what stands against it, with its place", () => {
    const [lost] = judge("2026-03-10T12:00:00Z", item(["custom_made"])).lost;
    expect(lost).toMatchObject({ fact: "eu.withdrawal", reason: "exception", because: expect.stringContaining("article 16(c)") });
    expect(judge("2026-03-10T12:00:00Z", item(["hygiene_sealed"])).missing).toContain("returnRequest.items[0].opened");
  });

  it("judges each item of an order", () => {
    const { status, items } = judge("2026-03-10T12:00:00Z", {
      order: {
        items: [
          { sku: "mug", traits: ["custom_made"] },
          { sku: "lamp", traits: [] },
        ],
      },
    });
    expect(status).toBe("eligible");
    expect(items.map(({ sku, status: own }) => [sku, own])).toEqual([
      ["mug", "not"],
      ["lamp", "eligible"],
    ]);
  });
});
