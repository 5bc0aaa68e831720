import fc from "fast-check";
import { issueTypes, riskBands, sentiments, shipmentStatuses, type CaseFile } from "@amends/core/model";
import { findCurrency, fromMinorUnits } from "@amends/core/money";

const currencies = ["USD", "EUR", "JPY", "KWD", "HUF"] as const;
const digitsOf = (currency: string) => findCurrency(currency)?.digits ?? 0;

const money = (currency: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.integer({ min: -5, max: 250_000 }), currency)
    .map(([units, code]) => fromMinorUnits(BigInt(units) * 10n ** BigInt(Math.max(0, digitsOf(code) - 2)), code));

const instant = fc.integer({ min: Date.UTC(2025, 9, 1), max: Date.UTC(2026, 2, 3) }).map((at) => new Date(at).toISOString());
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** Cases of every issue, band, status and currency, with and without the facts that decide. */
export const caseArbitrary: fc.Arbitrary<CaseFile> = fc
  .record({
    id: maybe(fc.constantFrom("C-1", "C-2")),
    issue: fc.constantFrom(...issueTypes),
    total: maybe(money(fc.constantFrom(...currencies))),
    amount: maybe(money(fc.constantFrom(...currencies))),
    expectation: maybe(money(fc.constantFrom(...currencies))),
    photos: maybe(fc.nat({ max: 2 })),
    shippedAt: fc.option(instant, { nil: undefined, freq: 2 }),
    promisedAt: fc.option(instant, { nil: undefined, freq: 1 }),
    deliveredAt: maybe(instant),
    status: fc.option(fc.constantFrom(...shipmentStatuses), { nil: undefined, freq: 2 }),
    wroteAt: fc.constantFrom("2026-03-03T14:00:00Z", "2026-02-17T10:00:00Z", "2026-02-16T10:00:00Z", "2026-01-10T10:00:00Z"),
    carrier: maybe(fc.constantFrom("FedEx", "DHL Express", "ups", "yunexpress", "USPS")),
    average: maybe(fc.integer({ min: 3, max: 40 })),
    band: maybe(fc.constantFrom(...riskBands)),
    vip: maybe(fc.boolean()),
    orders: maybe(fc.nat({ max: 20 })),
    sentiment: fc.constantFrom(...sentiments),
    isComplaint: fc.boolean(),
    paid: fc.array(
      fc.record({ remedy: fc.constantFrom("partial_refund", "coupon", "full_refund"), amount: money(fc.constantFrom(...currencies)) }),
      { maxLength: 2 },
    ),
    rates: maybe(fc.constantFrom("2026-03-02", "2026-01-01")),
    budget: maybe(fc.nat({ max: 60 })),
    shipTo: maybe(fc.constantFrom("DE", "FR", "GB", "AU", "CN", "US")),
    // 30 days before the day of the decision in Berlin, and the day before, and days of which the thirtieth is no working day.
    placedAt: maybe(
      fc.constantFrom(
        "2026-01-01T00:00:00Z",
        "2021-06-01T00:00:00Z",
        "2026-02-01T10:00:00Z",
        "2026-01-31T22:59:59Z",
        "2026-01-31T23:00:00Z",
        "2026-01-15T10:00:00Z",
        "2026-01-09T10:00:00Z",
        "2014-07-01T00:00:00Z",
      ),
    ),
    goodwill: fc.array(fc.record({ amount: money(fc.constantFrom("USD", "EUR")), at: maybe(instant) }), { maxLength: 2 }),
    inStock: maybe(fc.nat({ max: 2 })),
  })
  .map(
    (given): CaseFile => ({
      id: given.id,
      now: "2026-03-03T15:00:00Z",
      ticket: { channel: "email", marketplace: "amazon", createdAt: given.wroteAt },
      customer: { vip: given.vip, orders: given.orders, country: "DE", zone: "Europe/Berlin", goodwill: given.goodwill },
      order: {
        id: "O-1",
        total: given.total,
        placedAt: given.placedAt,
        shipTo: given.shipTo,
        items: given.inStock === undefined ? [] : [{ sku: "S-1", quantity: 1, inStock: given.inStock }],
      },
      claim: { issueType: given.issue, amount: given.amount, expectation: given.expectation, photos: given.photos },
      shipment: {
        carrier: given.carrier,
        shippedAt: given.shippedAt,
        promisedAt: given.promisedAt,
        deliveredAt: given.deliveredAt,
        laneAverageDays: given.average,
        events: given.status === undefined ? [] : [{ at: "2026-03-01T00:00:00Z", status: given.status }],
      },
      classification: {
        issueType: given.issue,
        sentiment: given.sentiment,
        isComplaint: given.isComplaint,
        signals: [],
      } as unknown as NonNullable<CaseFile["classification"]>,
      ...(given.band === undefined
        ? {}
        : { risk: { band: given.band, churn: false, evidence: [] } as unknown as NonNullable<CaseFile["risk"]> }),
      payouts: given.paid,
      rates:
        given.rates === undefined
          ? undefined
          : { base: "USD", date: given.rates, rates: { EUR: "0.92", JPY: "150.1", KWD: "0.307", HUF: "360" } },
      budgets:
        given.budget === undefined
          ? []
          : [{ name: "goodwill", limit: { amount: "60.00", currency: "USD" }, spent: { amount: `${given.budget}.00`, currency: "USD" } }],
    }),
  );
