import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareMoney } from "@amends/core/money";
import standard from "../../packs/duty/import.pack.json" with { type: "json" };
import { calculateDuty } from "./calculate-duty.js";
import type { ImportRequest } from "./import-request.js";
import { brief } from "./testing/brief-duty.js";
import { money, oneLamp, rates } from "./testing/sample-goods.js";
import { tariff, tariffs } from "./testing/sample-tariffs.js";

describe("elsewhere", () => {
  const at = "2026-08-02T12:00:00Z";
  const parcel = (destination: string, amount: string, currency: string, more: object = {}, customs: object = {}): ImportRequest => ({
    destination,
    importedAt: at,
    rates,
    goods: oneLamp(money(amount, currency)),
    customs: { freight: money("0", currency), handling: money("0", currency), ...customs },
    ...more,
  });
  const ten = tariffs(tariff(["GB", "AU", "JP", "KR", "CA", "BR"], "9405", "0.10"));

  it.each<[string, ImportRequest, unknown[]]>([
    ["GB up to 135", parcel("GB", "135.00", "GBP"), ["0.00", "0.00"]],
    ["GB above", parcel("GB", "200.00", "GBP"), ["20.00", "44.00"]],
    ["AU up to 1000", parcel("AU", "1000.00", "AUD"), ["0.00", "0.00"]],
    ["AU above", parcel("AU", "2000.00", "AUD"), ["200.00", "220.00"]],
    ["JP up to 10000", parcel("JP", "10000", "JPY"), ["0", "0"]],
    ["JP from April 2028", parcel("JP", "10000", "JPY", { importedAt: "2028-04-01T00:00:00+09:00" }), ["0", "1000"]],
    ["JP above", parcel("JP", "20000", "JPY"), ["2000", "2200"]],
    ["KR, others, 150", parcel("KR", "150.00", "USD", { dispatchedFrom: "CN" }), ["0", "0"]],
    ["KR, US courier, 200", parcel("KR", "200.00", "USD", { dispatchedFrom: "US" }, { channel: "courier" }), ["0", "0"]],
    ["KR, US post, 200", parcel("KR", "200.00", "USD", { dispatchedFrom: "US" }, { channel: "postal" }), ["28000", "30800"]],
    ["KR, from nobody knows where, 100", parcel("KR", "100.00", "USD"), ["0", "0"]],
    [
      "KR, from nobody knows where, 180",
      parcel("KR", "180.00", "USD", {}, { channel: "courier" }),
      [
        ["0", "25200"],
        ["0", "27720"],
      ],
    ],
    ["BR 20 %", parcel("BR", "50.00", "USD", {}, { scheme: "remessa_conforme" }), ["55.00", ["67.59", "82.50"]]],
    ["BR 60 % less 20", parcel("BR", "100.00", "USD", {}, { scheme: "remessa_conforme" }), ["220.00", ["157.71", "192.50"]]],
    ["BR outside", parcel("BR", "100.00", "USD", {}, { scheme: "none" }), ["330.00", ["180.24", "220.00"]]],
    ["CA, US courier, 40", parcel("CA", "40.00", "CAD", { dispatchedFrom: "US" }, { channel: "courier" }), ["0.00", "0.00"]],
    ["CA, US courier, 150", parcel("CA", "150.00", "CAD", { dispatchedFrom: "MX" }, { channel: "courier" }), ["0.00", ["7.50", "22.50"]]],
    ["CA, China, 30", parcel("CA", "30.00", "CAD", { dispatchedFrom: "CN" }, { channel: "courier" }), ["3.00", ["1.65", "4.95"]]],
    ["CA, mail, 20", parcel("CA", "20.00", "CAD", {}, { channel: "postal" }), ["0.00", "0.00"]],
  ])("%s", (_name, request, wanted) => {
    expect(brief(request, ten).slice(0, 2)).toEqual(wanted);
  });

  it("needs no freight where the goods alone are over a limit, and asks for it where they aren't", () => {
    const { missing } = calculateDuty(parcel("BR", "4000.00", "USD", {}, { freight: null, scheme: "none" }));
    expect(missing).toEqual(['packs["duty/import"]: the import_duty of BR', 'packs["duty/import"]: the import_tax of BR']);
    expect(calculateDuty(parcel("BR", "40.00", "USD", {}, { freight: null, scheme: "none" })).missing).toContain("customs.freight");
  });

  it("is unknown, not free", () => {
    expect(calculateDuty(parcel("CH", "40.00", "CHF"))).toMatchObject({
      lines: [],
      missing: ['packs["duty/import"]: CH'],
      confidence: null,
    });
    expect(calculateDuty({ goods: [] }).missing).toEqual(["destination"]);
    expect(calculateDuty(parcel("GB", "1.00", "GBP", { goods: [] })).missing).toEqual(["goods"]);
    expect(calculateDuty(parcel("GB", "1.00", "GBP", { goods: [{}] })).missing).toEqual(["goods[0].price", "goods[0].hsCode"]);
    expect(calculateDuty({ destination: "BG", goods: [] }).missing).toEqual(["importedAt"]);
  });

  it("takes a host's facts before the standard ones", () => {
    const own = {
      pack: "ours",
      version: "1.0.0",
      facts: [
        {
          id: "gb.tax_rate",
          value: { kind: "tax_rate", country: "GB", name: "VAT", rate: "0" },
          source: "children's clothes",
          confidence: "A",
          verifiedAt: "2026-11-21",
        },
      ],
    };
    expect(brief(parcel("GB", "200.00", "GBP"), { packs: { ...ten.packs, "duty/import": own } })).toEqual(["20.00", "0.00", "0.00"]);
    expect(() => calculateDuty(parcel("GB", "1.00", "GBP"), { packs: { "duty/import": { pack: "x" } } })).toThrow("can't be read");
  });
});

it("has a case for every parcel of the countries it knows, unless the pack ends", () => {
  const countries = standard.facts.flatMap(({ value }) =>
    value.kind === "currency" && "country" in value && value.country !== undefined ? [value.country] : [],
  );
  const known = tariffs(...[...new Set(countries)].map((country) => tariff([country], "94", "0.10")));
  const usd = (cents: number) => money((cents / 100).toFixed(2), "USD");
  const parcels = fc.record({
    destination: fc.constantFrom(...countries),
    importedAt: fc.constantFrom("2026-03-01T12:00:00Z", "2026-09-01T12:00:00Z"),
    dispatchedFrom: fc.constantFrom("US", "CN", "MX", undefined),
    cents: fc.integer({ min: 0, max: 250_000 }),
    channel: fc.constantFrom("courier" as const, undefined),
    scheme: fc.constantFrom("ioss", "remessa_conforme", "none", undefined),
  });
  fc.assert(
    fc.property(parcels, ({ cents, channel, scheme, importedAt, ...parcel }) => {
      const date = importedAt.slice(0, 10);
      const every = { ...rates, date, rates: { ...rates.rates, CZK: "21", DKK: "6.7", HUF: "350", RON: "4.5", SEK: "9.5" } };
      const customs = {
        freight: usd(500),
        handling: usd(0),
        ...(channel === undefined ? {} : { channel }),
        ...(scheme === undefined ? {} : { scheme }),
      };
      const goods = [{ hsCode: "940521", origin: "CN", price: usd(cents) }];
      const { customs: sum, lines, missing } = calculateDuty({ ...parcel, importedAt, goods, customs, rates: every }, known);
      for (const line of lines) {
        expect(line.by.length > 0 || line.charge === "handling").toBe(true);
        expect([line.amount, line.range].filter((each) => each !== null).length).toBeLessThanOrEqual(1);
        if (line.range !== null) expect(compareMoney(line.range.min, line.range.max)).toBe(-1);
      }
      expect(sum.amount !== null || missing.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
