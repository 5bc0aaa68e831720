import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { calculateDuty } from "./calculate-duty.js";
import type { ImportRequest } from "./import-request.js";
import { money } from "./testing/sample-goods.js";

describe("what the buyer is asked to pay", () => {
  const ask = (customs: object, more: object = {}) =>
    calculateDuty({
      destination: "FR",
      importedAt: "2026-06-01T00:00:00Z",
      goods: [{ price: money("100.00", "EUR") }],
      customs: { freight: money("0.00", "EUR"), demanded: money("28.00", "EUR"), ...customs },
      ...more,
    }).demand;

  it("isn't owed again where the order paid it, or the seller took it on", () => {
    expect(ask({ scheme: "ioss" })).toEqual({
      demanded: money("28.00", "EUR"),
      verdict: "dont_pay",
      owed: money("0.00", "EUR"),
      excess: money("28.00", "EUR"),
      because: "VAT was paid with the order; what the carrier charges for clearing isn't in the case",
    });
    expect(ask({ terms: "ddp" })).toMatchObject({ verdict: "dont_pay", excess: money("28.00", "EUR") });
  });

  it("is owed as far as the terms say so", () => {
    const dap = { scheme: "none", terms: "dap" };
    expect(ask({ ...dap, handling: money("8.00", "EUR") })).toMatchObject({ verdict: "pay", owed: money("28.00", "EUR") });
    expect(ask({ ...dap, handling: money("6.00", "EUR") })).toMatchObject({ verdict: "pay_less", excess: money("2.00", "EUR") });
    expect(ask(dap)).toMatchObject({ verdict: "unknown", because: expect.stringContaining("customs.handling") });
    expect(ask({ scheme: "none" })).toMatchObject({ verdict: "unknown", because: expect.stringContaining("customs.terms") });
    expect(ask({ demanded: money("1.00", "USD") })).toMatchObject({ verdict: "unknown", because: "rates: USD to EUR missing" });
    expect(ask({}, { destination: "CH" })).toMatchObject({ verdict: "unknown" });
    expect(ask({ demanded: undefined })).toBeNull();
  });
});

describe("a case", () => {
  const caseFile: CaseFile = {
    now: "2026-03-03T15:00:00Z",
    ticket: { channel: "email" },
    order: { shipTo: "CA", items: [{ sku: "A", quantity: 1, price: money("30.00", "CAD") }] },
    shipment: { lane: "US-CA", mode: "post", shippedAt: "2026-02-20T10:00:00Z" },
  };

  it("says it by its own keys", () => {
    expect(calculateDuty(caseFile)).toMatchObject({
      country: "CA",
      at: "2026-02-20T10:00:00Z",
      missing: ["order.items[0].hsCode", "customs.handling"],
      confidence: "C",
    });
    const courier = { ...caseFile, customs: { channel: "courier" as const } };
    expect(calculateDuty(courier).customs.amount).toEqual(money("0.00", "CAD"));
    expect(calculateDuty({ ...courier, shipment: {} }).missing).toContain("shipment.importedAt");
  });
});

describe("requests", () => {
  it("name countries as a case does, and as people do", () => {
    const lamp = { importedAt: "2026-03-03T12:00:00Z", goods: [{ price: money("100.00", "GBP") }] };
    const from = (destination: string, dispatchedFrom?: string) => calculateDuty({ ...lamp, destination, dispatchedFrom }).customs.amount;
    expect(from("GB")).toEqual(money("0.00", "GBP"));
    for (const name of ["UK", " gb ", "uk"]) expect(from(name)).toEqual(from("GB"));
    expect(calculateDuty({ ...lamp, destination: "Atlantis" }).missing).toEqual(['packs["duty/import"]: Atlantis']);
  });

  it.each<[ImportRequest, string]>([
    [{ goods: [{ price: money("1.234", "EUR") }] }, "goods[0].price"],
    [{ goods: [{ price: money("-1.00", "EUR") }] }, "goods[0].price"],
    [{ goods: [{ quantity: 1.5 }] }, "goods[0].quantity"],
    [{ goods: [], customs: { freight: money("-1.00", "EUR") } }, "customs.freight"],
    [{ goods: [], importedAt: "tomorrow" }, "importedAt"],
    [{ goods: null as never }, "goods"],
    [{ goods: {} as never }, "goods"],
    [{ goods: [{}, null as never] }, "goods[1]"],
  ])("refuses %j", (request, path) => {
    expect(() => calculateDuty(request)).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ path: expect.stringContaining(path) })] }),
    );
  });
});
