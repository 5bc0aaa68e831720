import fc from "fast-check";
import { compareMoney } from "@amends/core/money";
import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { calculateDuty } from "./calculate-duty.js";
import type { ImportRequest } from "./import-request.js";
import standard from "../../packs/duty/import.pack.json" with { type: "json" };

const money = (amount: string, currency: string) => ({ amount, currency });
const rates = {
  base: "USD",
  date: "2026-08-01",
  rates: { EUR: "0.90", GBP: "0.80", BRL: "5.50", CAD: "1.40", AUD: "1.50", JPY: "150", KRW: "1400", PLN: "4" },
};
const tariff = (countries: string[], hsCode: string, rate: string, origins?: string[]) => ({
  id: `${countries.join("_").toLowerCase()}.${hsCode}.${origins?.join("_").toLowerCase() ?? "any"}`,
  value: { kind: "tariff", countries, hsCode, rates: [{ name: "general", rate }], ...(origins === undefined ? {} : { origins }) },
  source: "the tariff of that country",
  confidence: "A",
  verifiedAt: "2026-11-21",
});
const tariffs = (...facts: object[]) => ({ packs: { "duty/tariff": { pack: "duty/tariff", version: "1.0.0", facts } } });
const one = (price: { amount: string; currency: string }, more: object = {}) => [{ sku: "A", hsCode: "9405.21", price, ...more }];
const brief = (...given: Parameters<typeof calculateDuty>) =>
  calculateDuty(...given).lines.map(
    ({ amount, range }) => amount?.amount ?? (range === null ? null : [range.min.amount, range.max.amount]),
  );

describe("the US", () => {
  const parcel = (importedAt: string, more: object = {}): ImportRequest => ({
    destination: "US",
    importedAt,
    goods: one(money("89.90", "USD"), { origin: "VN" }),
    customs: { channel: "courier", handling: money("0.00", "USD") },
    ...more,
  });
  const known = tariffs(
    tariff(["US"], "9405", "0.039"),
    tariff(["US"], "9405", "0.30", ["CN"]),
    tariff(["US"], "94", "0.5"),
    tariff(["DE"], "940521", "0.9"),
  );

  it("charged nothing up to USD 800 until 29 August 2025 in New York, and the rate of the heading from then on", () => {
    expect(brief(parcel("2025-08-29T03:59:59Z"), known)).toEqual(["0.00", "0.00", "0.00"]);
    expect(brief(parcel("2025-08-29T04:00:00Z"), known)).toEqual(["3.51", "0.00", "0.00"]);
    expect(brief(parcel("2025-04-01T04:00:00Z", { goods: one(money("800.01", "USD")) }), known)).toEqual([null, "0.00", "0.00"]);
    expect(brief(parcel("2025-04-01T04:00:00Z", { goods: one(money("800.00", "USD")) }), known)).toEqual(["0.00", "0.00", "0.00"]);
  });

  it("took China and Hong Kong out on 2 May 2025", () => {
    const made = (origin: string | null, at: string) => brief(parcel(at, { goods: one(money("89.90", "USD"), { origin }) }), known)[0];
    expect(made("CN", "2025-05-01T12:00:00Z")).toBe("0.00");
    expect(made("CN", "2025-05-02T12:00:00Z")).toBe("26.97");
    expect(made("VN", "2025-05-02T12:00:00Z")).toBe("0.00");
    const unsure = calculateDuty(parcel("2025-05-02T12:00:00Z", { goods: one(money("89.90", "USD")) }), known);
    expect([unsure.duty, unsure.missing]).toEqual([{ amount: null, range: null }, ["goods[0].origin"]]);
  });

  it("says what it lacks, by name, with what is known beside it", () => {
    const { lines, total, missing } = calculateDuty(parcel("2025-09-01T12:00:00Z", { customs: { channel: "courier" } }));
    expect(missing).toEqual(['packs["duty/tariff"]: US 940521', "customs.handling"]);
    expect(lines[0]).toMatchObject({
      amount: null,
      range: null,
      base: money("89.90", "USD"),
      by: [{ fact: "us.de_minimis", confidence: "A" }],
    });
    expect(total).toEqual({ amount: null, range: null, atLeast: money("0.00", "USD") });
    expect(calculateDuty(parcel("2025-09-01T12:00:00Z", { customs: { channel: "postal" } }), known).missing).toContain(
      'packs["duty/import"]: us.de_minimis',
    );
    expect(calculateDuty(parcel("2025-09-01T12:00:00Z", { customs: {} }), known).missing).toContain("customs.channel");
    expect(calculateDuty(parcel("2025-09-01T12:00:00Z", { goods: [{ price: money("1.00", "USD") }] }), known).missing).toContain(
      "goods[0].hsCode",
    );
  });

  it("doesn't apply dated facts without a date", () => {
    const { duty, at, missing } = calculateDuty(parcel("", { goods: one(money("89.90", "USD"), { origin: "VN" }) }), known);
    expect([duty.amount, at, missing.includes("importedAt")]).toEqual([null, null, true]);
  });
});

describe("the EU", () => {
  const shirts = [
    { hsCode: "6109.10", quantity: 2, price: money("20.00", "EUR") },
    { hsCode: "610910", price: money("10.00", "EUR") },
    { hsCode: "6403.99", price: money("60.00", "EUR") },
  ];
  const parcel = (more: Partial<ImportRequest> = {}): ImportRequest => ({
    destination: "FR",
    importedAt: "2026-07-01T00:00:00+02:00",
    goods: shirts,
    customs: { scheme: "ioss", freight: money("10.00", "EUR"), handling: money("0.00", "EUR") },
    ...more,
  });

  it("charges EUR 3 for each tariff heading from 1 July 2026 in Brussels, and nothing before", () => {
    expect(brief(parcel())).toEqual(["6.00", "0.00", "0.00"]);
    expect(brief(parcel({ importedAt: "2026-06-30T21:59:59Z" }))).toEqual(["0.00", "0.00", "0.00"]);
    expect(calculateDuty(parcel()).lines.map(({ owedBy, paidAtSale }) => [owedBy, paidAtSale])).toEqual([
      ["seller", false],
      [null, true],
      [null, false],
    ]);
  });

  it("knows a range where headings are missing, and nothing from 1 July 2028 on", () => {
    const goods = shirts.map(({ price }, index) => (index === 0 ? { hsCode: "6109.10", price } : { price }));
    const { duty, missing } = calculateDuty(parcel({ goods }));
    expect(duty.range).toEqual({ min: money("3.00", "EUR"), max: money("9.00", "EUR") });
    expect(missing).toEqual(["goods[1].hsCode", "goods[2].hsCode"]);
    expect(brief(parcel({ goods: [{ price: money("9.00", "EUR") }] }))[0]).toBe("3.00");
    const later = calculateDuty(parcel({ importedAt: "2028-07-01T12:00:00Z" }));
    expect([later.duty.amount, later.lines[0]?.missing]).toEqual([null, ['packs["duty/import"]: the import_duty of FR']]);
  });

  it("tells both accounts where the seller isn't in IOSS, and taxes at import", () => {
    const customs = { scheme: "none", freight: money("10.00", "EUR"), handling: money("0.00", "EUR") };
    const { duty, tax } = calculateDuty(parcel({ customs }), tariffs(tariff(["FR"], "61", "0.12"), tariff(["FR"], "64", "0.08")));
    // 120 at the border: 50/110 of it pay 12 %, 60/110 pay 8 %.
    expect(duty.range).toEqual({ min: money("6.00", "EUR"), max: money("11.79", "EUR") });
    expect(tax.range).toEqual({ min: money("25.20", "EUR"), max: money("26.36", "EUR") });
    const before = calculateDuty(parcel({ customs, importedAt: "2026-06-01T00:00:00Z" }));
    expect([before.duty.amount, before.tax.amount, before.total.amount]).toEqual([
      money("0.00", "EUR"),
      money("24.00", "EUR"),
      money("24.00", "EUR"),
    ]);
  });

  it("charges in the country's currency, by the rates that were handed in", () => {
    const inPoland = parcel({ destination: "PL", importedAt: "2026-08-02T00:00:00Z", rates, goods: [{ price: money("9.00", "EUR") }] });
    // 3 EUR × 4 ÷ 0.9
    expect(calculateDuty(inPoland).duty.amount).toEqual(money("13.33", "PLN"));
    expect(calculateDuty({ ...inPoland, rates: null }).missing).toContain("rates: EUR to PLN");
    expect(calculateDuty({ ...inPoland, importedAt: "2026-10-02T00:00:00Z" }).duty.amount).toBeNull();
  });

  it("doesn't let IOSS reach above EUR 150", () => {
    const dear = parcel({
      goods: [{ hsCode: "6403", price: money("150.01", "EUR") }],
      customs: { ...parcel().customs, freight: money("0.00", "EUR") },
    });
    expect(brief(dear)).toEqual([null, null, "0.00"]);
    expect(brief(dear, tariffs(tariff(["EU"], "64", "0.08")))).toEqual(["12.00", "32.40", "0.00"]);
    expect(brief(dear, tariffs(tariff(["FR"], "64", "0.08")))).toEqual(["12.00", "32.40", "0.00"]);
  });
});

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

describe("elsewhere", () => {
  const at = "2026-08-02T12:00:00Z";
  const parcel = (destination: string, amount: string, currency: string, more: object = {}, customs: object = {}): ImportRequest => ({
    destination,
    importedAt: at,
    rates,
    goods: one(money(amount, currency)),
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

describe("a parcel whose import nobody dated", () => {
  const known = tariffs(tariff(["US"], "9405", "0.039"));
  const shipment = { lane: "VN-US", shippedAt: "2025-08-20T10:00:00Z" };
  const of = (change: NonNullable<CaseFile["shipment"]>, now = "2025-09-15T12:00:00Z") =>
    calculateDuty(
      {
        now,
        ticket: { channel: "email" },
        order: { shipTo: "US", items: [{ sku: "A", quantity: 1, hsCode: "9405.21", origin: "VN", price: money("89.90", "USD") }] },
        shipment: { ...shipment, ...change },
        customs: { channel: "courier", terms: "dap", handling: money("0.00", "USD"), demanded: money("20.00", "USD") },
      },
      known,
    );
  const said = ({ duty, at, demand, missing }: ReturnType<typeof of>) => [
    duty.amount?.amount ?? [duty.range?.min.amount, duty.range?.max.amount],
    at,
    demand?.verdict,
    missing,
  ];
  const unsure = [["0.00", "3.51"], null, "unknown", ["shipment.importedAt"]];

  it("has a range where the facts changed between dispatch and now", () => {
    expect(said(of({}))).toEqual(unsure);
    expect(said(of({ importedAt: "2025-09-02T10:00:00Z" }))).toEqual(["3.51", "2025-09-02T10:00:00Z", "pay_less", []]);
    expect(said(of({ importedAt: "2025-08-22T10:00:00Z" }))).toEqual(["0.00", "2025-08-22T10:00:00Z", "dont_pay", []]);
  });
  it("goes by the dispatch where they didn't change up to now, or up to the delivery", () => {
    expect(said(of({}, "2025-08-28T12:00:00Z"))).toEqual(["0.00", "2025-08-20T10:00:00Z", "dont_pay", []]);
    expect(said(of({ deliveredAt: "2025-08-27T12:00:00Z" }))).toEqual(["0.00", "2025-08-20T10:00:00Z", "dont_pay", []]);
    expect(said(of({ shippedAt: "2025-08-30T10:00:00Z" }))).toEqual(["3.51", "2025-08-30T10:00:00Z", "pay_less", []]);
  });
  it("goes by customs in the tracking once the parcel is past them", () => {
    const customs = (at: string) => ({ at, status: "customs" as const });
    const delivery = { at: "2025-09-05T08:00:00Z", status: "out_for_delivery" as const };
    const events = [delivery, customs("2025-09-02T10:00:00Z"), customs("2025-08-21T10:00:00Z")];
    expect(said(of({ events }))).toEqual(["3.51", "2025-09-02T10:00:00Z", "pay_less", []]);
    expect(said(of({ events: [customs("2025-09-02T10:00:00Z")] }))).toEqual(["3.51", "2025-09-02T10:00:00Z", "pay_less", []]);
    expect(said(of({ events: [customs("2025-08-21T10:00:00Z")] }))).toEqual(unsure);
    expect(said(of({ events: [delivery] }))).toEqual(unsure);
  });
  it("has no end without a clock", () => {
    const request: ImportRequest = {
      destination: "US",
      shippedAt: shipment.shippedAt,
      goods: one(money("89.90", "USD"), { origin: "VN" }),
      customs: { channel: "courier" },
    };
    expect(calculateDuty(request, known).missing).toContain("importedAt");
    expect(calculateDuty(request, { ...known, now: Date.UTC(2025, 7, 25) }).duty.amount).toEqual(money("0.00", "USD"));
  });
});

describe("requests", () => {
  it.each<[ImportRequest, string]>([
    [{ goods: [{ price: money("1.234", "EUR") }] }, "goods[0].price"],
    [{ goods: [{ price: money("-1.00", "EUR") }] }, "goods[0].price"],
    [{ goods: [{ quantity: 1.5 }] }, "goods[0].quantity"],
    [{ goods: [], customs: { freight: money("-1.00", "EUR") } }, "customs.freight"],
    [{ goods: [], importedAt: "tomorrow" }, "importedAt"],
  ])("refuses %j", (request, path) => {
    expect(() => calculateDuty(request)).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ path: expect.stringContaining(path) })] }),
    );
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
