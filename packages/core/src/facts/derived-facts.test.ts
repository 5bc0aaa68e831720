import { intlZoneProvider } from "../time/intl-zone-provider.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../model/case-file.js";
import type { FactCatalogue } from "./fact-definition.js";
import { Lacking } from "./lacking.js";
import { claimCount, daysInTransit, derivedFacts, latest, transitRatio } from "./derived-facts.js";

const now = Date.UTC(2026, 2, 3, 15);
const catalogue: FactCatalogue = derivedFacts;
const derive = (name: string, caseFile: CaseFile) =>
  catalogue[name]?.derive?.(caseFile, { now, zones: intlZoneProvider, parameter: () => undefined, context: undefined });
const shipped = (shipment: CaseFile["shipment"]): CaseFile => ({ shipment });

describe("days in transit", () => {
  it("are whole days to delivery, or to now", () => {
    expect(daysInTransit(shipped({ shippedAt: "2026-01-17T10:00:00Z" }), now)).toBe(45);
    expect(daysInTransit(shipped({ shippedAt: "2026-01-17T15:00:01Z" }), now)).toBe(44);
    expect(daysInTransit(shipped({ shippedAt: "2026-01-17T10:00:00Z", deliveredAt: "2026-01-20T10:00:00Z" }), now)).toBe(3);
    expect(daysInTransit(shipped({ shippedAt: "2026-01-17T10:00:00Z", deliveredAt: "" }), now)).toBe(45);
  });

  it("are absent where nobody knows when it was shipped", () => {
    for (const shipment of [undefined, null, {}, { shippedAt: null }, { shippedAt: "" }])
      expect(daysInTransit(shipped(shipment), now)).toBeUndefined();
  });

  it("stand in relation to the lane's average", () => {
    expect(transitRatio(shipped({ shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 }), now)).toBe(3.75);
    expect(transitRatio(shipped({ shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: null }), now)).toBeUndefined();
    expect(transitRatio(shipped({ laneAverageDays: 12 }), now)).toBeUndefined();
  });
});

describe("days past the promise", () => {
  it("are negative while it is in time", () => {
    expect(derive("shipment.daysPastPromise", shipped({ promisedAt: "2026-03-01T15:00:00Z" }))).toBe(2);
    expect(derive("shipment.daysPastPromise", shipped({ promisedAt: "2026-03-03T15:00:01Z" }))).toBe(-1);
    expect(derive("shipment.daysPastPromise", shipped({ promisedAt: "2026-03-01T15:00:00Z", deliveredAt: "2026-02-27T15:00:00Z" }))).toBe(
      -2,
    );
    expect(derive("shipment.daysPastPromise", shipped({}))).toBeUndefined();
  });
});

describe("the latest event", () => {
  const at = (day: number, status: "in_transit" | "delivered" | "customs", more: object = {}) => ({
    at: `2026-01-${day}T00:00:00Z`,
    status,
    ...more,
  });

  it("is the last in time, the later in the list on a tie or where a time is unknown", () => {
    expect(latest({ events: [at(20, "customs"), at(12, "in_transit")] })?.status).toBe("customs");
    expect(latest({ events: [at(12, "customs"), at(12, "in_transit")] })?.status).toBe("in_transit");
    expect(latest({ events: [at(12, "customs"), { status: "in_transit" }] })?.status).toBe("in_transit");
    expect(latest({ events: [{ status: "in_transit" }, at(12, "customs")] })?.status).toBe("customs");
    expect(
      latest({
        events: [
          { local: "2026-01-20T00:00:00", status: "customs" },
          { local: "2026-01-12T00:00:00", status: "in_transit" },
        ],
      })?.status,
    ).toBe("customs");
  });

  it("is absent where there are none", () => {
    for (const shipment of [undefined, null, {}, { events: null }, { events: [] }]) expect(latest(shipment)).toBeUndefined();
    expect(derive("shipment.status", shipped({ events: [] }))).toBeUndefined();
  });

  it("tells status, reason and whether it was delivered", () => {
    const held = shipped({ events: [at(20, "customs", { reason: "inspection" })] });
    expect(["status", "reason", "delivered"].map((name) => derive(`shipment.${name}`, held))).toEqual(["customs", "inspection", false]);
    expect(derive("shipment.delivered", shipped({ events: [at(20, "delivered")] }))).toBe(true);
    expect(derive("shipment.delivered", shipped({ deliveredAt: "2026-01-20T00:00:00Z" }))).toBe(true);
    expect(derive("shipment.delivered", shipped({ deliveredAt: "" }))).toBe(false);
    expect([derive("shipment.delivered", {}), derive("shipment.reason", {}), derive("shipment.delivered", shipped(null))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("ratios of claims", () => {
  const money = (amount: string, currency = "USD") => ({ amount, currency });

  it("convert by the case's rates, exactly", () => {
    const rates = { base: "USD", date: "2026-03-01", rates: { EUR: "0.9", JPY: "150" } };
    const ratio = (claimed: string, from: string, total: string, to: string) =>
      derive("claim.toOrderRatio", { claim: { amount: money(claimed, from) }, order: { total: money(total, to) }, rates });
    expect(ratio("45.00", "EUR", "100.00", "USD")).toBe(0.5);
    expect(ratio("1", "JPY", "0.01", "USD")).toBe(2 / 3);
    expect(ratio("0.01", "USD", "3", "JPY")).toBe(0.5);
    expect(ratio("90.00", "EUR", "15000", "JPY")).toBe(1);
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, (part, total) => {
        const cents = (count: number) => (count / 100).toFixed(2);
        expect(ratio(cents(part), "USD", cents(total), "USD")).toBe(part / total);
        expect(ratio(String(part), "JPY", cents(total), "USD")).toBe((part * 2) / (total * 3));
      }),
    );
  });

  it("say which rate lacks", () => {
    const caseFile = { claim: { amount: money("45.00", "EUR") }, order: { total: money("90.00") } };
    const lacking = new Lacking("rates.EUR-USD");
    expect(derive("claim.toOrderRatio", caseFile)).toEqual(lacking);
    const rates = { base: "USD", date: "2026-03-01", rates: { EUR: "0.9" } };
    const aged = (days: number) =>
      derivedFacts["claim.toOrderRatio"]?.derive?.(
        { ...caseFile, rates },
        { now, zones: intlZoneProvider, parameter: (name) => (name === "maximumRateAgeDays" ? days : undefined), context: undefined },
      );
    expect([aged(1), aged(2)]).toEqual([lacking, 5 / 9]);
  });

  it("put the claim over the order, in one currency", () => {
    expect(derive("claim.toOrderRatio", { claim: { amount: money("45.00") }, order: { total: money("90.00") } })).toBe(0.5);
    expect(derive("claim.toOrderRatio", { claim: { amount: money("45.00") }, order: { total: money("0.00") } })).toBeUndefined();
    expect(derive("claim.toOrderRatio", { claim: { amount: money("45.00") } })).toBeUndefined();
  });

  it("put claims, or complaints where there are more, over orders", () => {
    const claim = { at: "2026-01-01T00:00:00Z" };
    expect(claimCount({ complaints: 2, claims: [claim] })).toBe(2);
    expect(claimCount({ complaints: 0, claims: [claim] })).toBe(1);
    expect([claimCount({}), claimCount(null), claimCount(undefined)]).toEqual([undefined, undefined, undefined]);
    expect(derive("customer.claimRatio", { customer: { orders: 8, complaints: 2 } })).toBe(0.25);
    expect(derive("customer.claimRatio", { customer: { orders: 0, complaints: 2 } })).toBeUndefined();
    expect(derive("customer.claimRatio", { customer: { orders: 8 } })).toBeUndefined();
    expect(derive("customer.claimRatio", { customer: { orders: null, complaints: 1 } })).toBeUndefined();
  });
});
