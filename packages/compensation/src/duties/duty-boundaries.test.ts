import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { calculateDuty } from "./calculate-duty.js";
import { importPackReader } from "./duty-fact.js";
import type { ImportRequest } from "./import-request.js";
import { refundOfDuty, type DutyRefundRequest } from "./refund-of-duty.js";

// A country of no standard fact, so that every charge is the one that a test names.
const country = "QM";
const usd = (amount: string) => ({ amount, currency: "USD" });
const eur = (amount: string) => ({ amount, currency: "EUR" });
const sourced = (id: string, value: object, more: object = {}) => ({
  id,
  value,
  source: `the law of ${id}`,
  confidence: "A",
  verifiedAt: "2026-01-01",
  ...more,
});
const inDollars = sourced("qm.currency", { kind: "currency", country, currency: "USD" });
const charge = (name: string, cases: object[], more: object = {}) =>
  sourced(
    `qm.${name}`,
    { kind: "charge", charge: name, name: `${name} of QM`, countries: [country], because: `QM charges ${name}.`, cases },
    more,
  );
const noTax = charge("import_tax", [{ pays: { is: "free" } }]);
const noDuty = charge("import_duty", [{ pays: { is: "free" } }]);
const taxRate = (more: object = {}, dated: object = {}) =>
  sourced("qm.rate", { kind: "tax_rate", country, name: "VAT", rate: "0.20", ...more }, dated);
const tariff = (hsCode: string, rate: string, origins?: string[], dated: object = {}) =>
  sourced(
    `qm.${hsCode}.${origins?.join("").toLowerCase() ?? "any"}`,
    {
      kind: "tariff",
      countries: [country],
      hsCode,
      rates: [{ name: "general", rate }],
      ...(origins === undefined ? {} : { origins }),
    },
    dated,
  );
const packs = (facts: object[], tariffs: object[] = []) => ({
  packs: {
    "duty/import": { pack: "ours", version: "1.0.0", facts: [inDollars, ...facts] },
    "duty/tariff": { pack: "tariffs", version: "1.0.0", facts: tariffs },
  },
});
const parcel = (more: Partial<ImportRequest> = {}): ImportRequest => ({
  destination: country,
  importedAt: "2026-03-03T12:00:00Z",
  goods: [{ sku: "A", hsCode: "6109.10", price: usd("100.00") }],
  customs: { handling: usd("0.00"), freight: usd("10.00"), terms: "dap" },
  ...more,
});
const dutyOf = (pays: object, more: Partial<ImportRequest> = {}, tariffs: object[] = []) =>
  calculateDuty(parcel(more), packs([charge("import_duty", [{ pays }]), noTax], tariffs));
const customs = (more: object) => ({ customs: { ...parcel().customs, ...more } });
const fails = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("a share", () => {
  it("is of the goods, or of the goods with freight and insurance", () => {
    expect(dutyOf({ is: "share", rate: "0.10", of: "goods" }).lines[0]).toMatchObject({
      amount: usd("10.00"),
      base: usd("100.00"),
      rate: "0.10",
      missing: [],
      parts: [],
      by: [{ fact: "qm.import_duty", because: "QM charges import_duty.", source: "the law of qm.import_duty", confidence: "A" }],
    });
    expect(dutyOf({ is: "share", rate: "0.10", of: "cif" }).duty.amount).toEqual(usd("11.00"));
    expect(dutyOf({ is: "share", rate: "0.10", of: "cif" }, customs({ insurance: usd("5.00") })).duty.amount).toEqual(usd("11.50"));
    const without = dutyOf({ is: "share", rate: "0.10", of: "cif" }, customs({ freight: null }));
    expect(without).toMatchObject({ duty: { amount: null, range: null }, missing: ["customs.freight"] });
    expect(without.values).toEqual({ goods: usd("100.00"), cif: null, ratesOf: null });
    expect(dutyOf({ is: "share", rate: "0.10", of: "goods" }).values.cif).toEqual(usd("110.00"));
  });

  it("less an amount is never below zero", () => {
    const less = (amount: string) => dutyOf({ is: "share", rate: "0.10", of: "goods", less: usd(amount) });
    expect(less("9.99").duty.amount).toEqual(usd("0.01"));
    expect(less("10.00").duty.amount).toEqual(usd("0.00"));
    expect(less("10.01").duty.amount).toEqual(usd("0.00"));
    expect(less("4.00").missing).toEqual([]);
    const inEuro = dutyOf({ is: "share", rate: "0.10", of: "goods", less: eur("1.00") });
    expect(inEuro.duty.amount).toBeNull();
    expect(inEuro.missing).toEqual(["rates: EUR to USD"]);
    expect(inEuro.lines[0]).toMatchObject({ base: usd("100.00"), rate: "0.10" });
  });
});

describe("goods", () => {
  it("without a price, or without goods, are named", () => {
    const share = { is: "share", rate: "0.10", of: "goods" };
    expect(dutyOf(share, { goods: [] }).missing).toEqual(["goods"]);
    expect(dutyOf(share, { goods: [{ price: usd("1.00") }, { sku: "B" }, { price: null }] }).missing).toEqual([
      "goods[1].price",
      "goods[2].price",
    ]);
    expect(dutyOf(share, { goods: [{ price: usd("1.00") }, { price: usd("2.00"), quantity: 3 }] }).values.goods).toEqual(usd("7.00"));
    expect(dutyOf(share, { goods: [{ price: usd("5.00"), quantity: 0 }] }).values.goods).toEqual(usd("0.00"));
  });

  it("in two currencies are added up after each is converted once", () => {
    const rates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.5" } };
    const goods = [{ price: usd("1.00") }, { price: eur("2.00") }, { price: eur("0.01") }];
    const { values, duty } = dutyOf({ is: "share", rate: "0.10", of: "goods" }, { goods, rates });
    expect(values).toMatchObject({ goods: usd("5.02"), ratesOf: "2026-03-03" });
    expect(duty.amount).toEqual(usd("0.50"));
    expect(dutyOf({ is: "free" }, { goods }).values.goods).toBeNull();
    expect(dutyOf({ is: "share", rate: "0.10", of: "goods" }, { goods }).missing).toEqual(["rates: EUR to USD"]);
  });

  it.each<[string, object, string]>([
    ["a price that is no money", { price: { amount: "x", currency: "USD" } }, "goods[0].price"],
    ["a price below zero", { price: usd("-0.01") }, "goods[0].price"],
    ["half a piece", { price: usd("1.00"), quantity: 0.5 }, "goods[0].quantity"],
    ["less than no piece", { price: usd("1.00"), quantity: -1 }, "goods[0].quantity"],
  ])("refuse %s", (_what, goods, path) => {
    const error = fails(() => dutyOf({ is: "free" }, { goods: [goods] }));
    expect(error).toMatchObject({ findings: [{ path: expect.stringContaining(path), expected: expect.stringMatching(/\S/) }] });
  });

  it("refuse amounts and instants that can't be read, with what was expected", () => {
    expect(fails(() => dutyOf({ is: "free" }, customs({ freight: usd("-1.00") })))).toMatchObject({
      findings: [
        { code: "case_value_invalid", path: "customs.freight", message: "-1.00 USD is below zero", expected: "an amount of zero or more" },
      ],
    });
    expect(fails(() => dutyOf({ is: "free" }, { importedAt: "yesterday" }))).toMatchObject({
      findings: [
        {
          code: "invalid_instant",
          path: "importedAt",
          message: '"yesterday" is not an instant',
          expected: "ISO 8601 with an offset, such as 2026-03-03T15:00:00Z",
        },
      ],
    });
    expect(fails(() => dutyOf({ is: "free" }, { goods: [{ quantity: 1.5 }] }))).toMatchObject({
      findings: [{ code: "case_value_invalid", message: "1.5 is no number of pieces", expected: "a whole number from 0 up" }],
    });
    expect(fails(() => dutyOf({ is: "free" }, { goods: [{ price: null, quantity: null }], shippedAt: "" }))).toBeUndefined();
  });
});

describe("a flat amount", () => {
  const flat = (goods: ImportRequest["goods"]) => dutyOf({ is: "flat", perTariffHeading: usd("3.00"), digits: 4 }, { goods });
  it("is for each heading, told apart by its first digits", () => {
    expect(flat([{ hsCode: "6109.10" }, { hsCode: "6109 90" }, { hsCode: "6403.99" }]).duty.amount).toEqual(usd("6.00"));
    expect(flat([{ hsCode: "6109" }]).duty.amount).toEqual(usd("3.00"));
    expect(flat([{ hsCode: "610" }]).duty.amount).toEqual(usd("3.00"));
    const two = flat([{ hsCode: "610" }, {}]);
    expect(two.duty.range).toEqual({ min: usd("3.00"), max: usd("6.00") });
    expect(two.missing).toEqual(["goods[0].hsCode", "goods[1].hsCode"]);
    expect(flat([{ hsCode: "6109" }]).missing).toEqual([]);
    expect(flat([{}]).missing).toEqual([]);
    expect(flat([])).toMatchObject({ duty: { amount: null, range: null }, missing: ["goods"] });
    expect(dutyOf({ is: "flat", perTariffHeading: eur("3.00"), digits: 4 })).toMatchObject({
      duty: { amount: null },
      missing: ["rates: EUR to USD"],
    });
  });
});

describe("a tariff", () => {
  const rated = (more: Partial<ImportRequest>, tariffs: object[]) => dutyOf({ is: "tariff", of: "cif" }, more, tariffs);
  const two = {
    goods: [
      { sku: "A", hsCode: "6109.10", price: usd("30.00") },
      { sku: "B", hsCode: "6403", price: usd("70.00") },
    ],
  };

  it("shares the value at the border by price, and charges each part its rate", () => {
    const { lines, duty } = rated(two, [tariff("61", "0.10"), tariff("64", "0.20")]);
    expect(duty.amount).toEqual(usd("18.70"));
    expect(lines[0]?.parts).toMatchObject([
      { sku: "A", hsCode: "6109.10", base: usd("33.00"), amount: usd("3.30"), rates: [{ name: "general", rate: "0.10" }] },
      { sku: "B", hsCode: "6403", base: usd("77.00"), amount: usd("15.40"), by: { because: "heading 64" } },
    ]);
    expect(lines[0]?.by.map(({ fact }) => fact)).toEqual(["qm.import_duty", "qm.61.any", "qm.64.any"]);
    expect(lines[0]?.base).toEqual(usd("110.00"));
  });

  it("charges nothing on goods that cost nothing, and all of it on the rest", () => {
    const free = { goods: [{ hsCode: "6109", price: usd("0.00") }] };
    expect(rated(free, [tariff("61", "0.10")]).lines[0]?.parts[0]).toMatchObject({ base: usd("0.00"), amount: usd("0.00") });
    const gift = {
      goods: [
        { hsCode: "6109", price: usd("0.00") },
        { hsCode: "6403", price: usd("100.00") },
      ],
    };
    expect(rated(gift, [tariff("61", "0.10"), tariff("64", "0.20")]).lines[0]?.parts.map(({ base }) => base)).toEqual([
      usd("0.00"),
      usd("110.00"),
    ]);
  });

  it("names each rate, origin and price it lacks, and tells the parts it has", () => {
    const half = rated(two, [tariff("61", "0.10")]);
    expect(half.duty).toEqual({ amount: null, range: null });
    expect(half.missing).toEqual(['packs["duty/tariff"]: QM 6403']);
    expect(half.lines[0]?.parts).toMatchObject([
      { amount: usd("3.30") },
      { sku: "B", base: usd("77.00"), rates: [], amount: null, by: null },
    ]);
    const noPrice = rated({ goods: [{ hsCode: "6109" }] }, [tariff("61", "0.10")]);
    expect(noPrice.missing).toEqual(["goods[0].price"]);
    expect(noPrice.lines[0]?.parts[0]).toMatchObject({ sku: null, base: null, amount: null, rates: [{ rate: "0.10" }] });
    const noFreight = rated(customs({ freight: null }), [tariff("61", "0.10")]);
    expect(noFreight.missing).toEqual(["customs.freight"]);
    expect(noFreight.lines[0]?.parts[0]).toMatchObject({ base: null, amount: null });
    expect(rated({ goods: [{ price: usd("1.00") }] }, [tariff("61", "0.10")]).missing).toEqual(["goods[0].hsCode"]);
  });

  it("goes by the longest heading, then by the origin", () => {
    const facts = [tariff("61", "0.10"), tariff("6109", "0.20"), tariff("6109", "0.30", ["CN", "VN"])];
    const from = (origin?: string) => rated({ goods: [{ hsCode: "6109.10", price: usd("100.00"), origin }] }, facts);
    expect(from("VN").duty.amount).toEqual(usd("33.00"));
    expect(from("DE").duty.amount).toEqual(usd("22.00"));
    expect(from().missing).toEqual(["goods[0].origin"]);
    expect(rated({ goods: [{ hsCode: "6110", price: usd("100.00") }] }, facts).duty.amount).toEqual(usd("11.00"));
    const only = [tariff("61", "0.10"), tariff("6109", "0.30", ["CN"])];
    const other = rated({ goods: [{ hsCode: "6109", price: usd("100.00"), origin: "DE" }] }, only);
    expect(other.missing).toEqual(['packs["duty/tariff"]: QM 6109']);
  });

  it("that held for part of the time needs the date", () => {
    const dated = [tariff("61", "0.10", undefined, { effectiveFrom: "2026-03-01" })];
    const between = { importedAt: null, shippedAt: "2026-02-20T00:00:00Z" };
    expect(
      calculateDuty(parcel(between), {
        ...packs([charge("import_duty", [{ pays: { is: "tariff", of: "goods" } }]), noTax], dated),
        now: Date.UTC(2026, 2, 5),
      }).missing,
    ).toEqual(["importedAt"]);
    expect(rated({ importedAt: "2026-03-01T00:00:00Z" }, dated).duty.amount).toEqual(usd("11.00"));
    expect(rated({ importedAt: "2026-02-28T23:59:59Z" }, dated).missing).toEqual(['packs["duty/tariff"]: QM 610910']);
    const ended = [tariff("61", "0.10", undefined, { effectiveTo: "2026-03-01" })];
    expect(rated({ importedAt: "2026-02-28T23:59:59Z" }, ended).duty.amount).toEqual(usd("11.00"));
    expect(rated({ importedAt: "2026-03-01T00:00:00Z" }, ended).duty.amount).toBeNull();
  });
});

describe("tax", () => {
  const taxed = (of: string, rate: object | object[] = taxRate(), more: Partial<ImportRequest> = {}, given: object = {}) =>
    calculateDuty(parcel(more), {
      ...packs([
        charge("import_duty", [{ pays: { is: "share", rate: "0.10", of: "goods" } }]),
        charge("import_tax", [{ pays: { is: "tax", of } }]),
        ...[rate].flat(),
      ]),
      ...given,
    });

  it.each([
    ["goods", "20.00", "100.00"],
    ["cif", "22.00", "110.00"],
    ["goods_and_duty", "22.00", "110.00"],
    ["cif_and_duty", "24.00", "120.00"],
  ])("is on %s", (of, amount, base) => {
    const { lines, tax, customs: atCustoms, total, missing } = taxed(of);
    expect(tax).toEqual({ amount: usd(amount), range: null });
    expect(lines[1]).toMatchObject({ base: usd(base), rate: "0.20", missing: [], owedBy: "buyer" });
    expect(lines[1]?.by.map(({ fact, because }) => [fact, because])).toEqual([
      ["qm.import_tax", "QM charges import_tax."],
      ["qm.rate", "VAT of QM: 0.20"],
    ]);
    const sum = usd((Number(amount) + 10).toFixed(2));
    expect([atCustoms.amount, total.amount, total.atLeast]).toEqual([sum, sum, sum]);
    expect(missing).toEqual([]);
  });

  it("lies between the rates of a country that has several", () => {
    const { tax, lines, missing, total } = taxed("goods", taxRate({ upTo: "0.25" }));
    expect(tax).toEqual({ amount: null, range: { min: usd("20.00"), max: usd("25.00") } });
    expect(lines[1]).toMatchObject({ amount: null, rate: null, base: usd("100.00") });
    expect(lines[1]?.by[1]?.because).toBe("VAT of QM: 0.20 to 0.25");
    expect(missing).toEqual(['packs["duty/import"]: qm.rate']);
    expect(total).toEqual({ amount: null, range: { min: usd("30.00"), max: usd("35.00") }, atLeast: usd("30.00") });
  });

  it("is inside the price where the law says so", () => {
    expect(taxed("goods", taxRate({ insidePrice: true })).tax.amount).toEqual(usd("25.00"));
    expect(taxed("goods", taxRate({ insidePrice: true, rate: "0" })).tax.amount).toEqual(usd("0.00"));
    expect(taxed("goods", taxRate({ insidePrice: true, rate: "0.01" })).tax.amount).toEqual(usd("1.01"));
  });

  it("is inside the price at any rate, also where it is as much as the rest", () => {
    expect(taxed("goods", taxRate({ insidePrice: true, rate: "0.5" })).tax.amount).toEqual(usd("100.00"));
    expect(taxed("goods", taxRate({ insidePrice: true, rate: "0.6" })).tax.amount).toEqual(usd("150.00"));
  });

  it("says which of rate, date, value and duty lacks", () => {
    expect(taxed("goods", []).missing).toEqual(['packs["duty/import"]: the tax rate of QM']);
    expect(taxed("goods", []).tax).toEqual({ amount: null, range: null });
    expect(taxed("cif", taxRate(), customs({ freight: null })).missing).toEqual(["customs.freight"]);
    expect(taxed("goods_and_duty", taxRate(), { goods: [{ sku: "A" }] }).missing).toEqual(["goods[0].price"]);
    const change = [taxRate({}, { effectiveTo: "2026-03-01" }), taxRate({ rate: "0.30" }, { effectiveFrom: "2026-03-01" })];
    expect(taxed("goods", change, { importedAt: "2026-02-28T12:00:00Z" }).tax.amount).toEqual(usd("20.00"));
    expect(taxed("goods", change, { importedAt: "2026-03-01T12:00:00Z" }).tax.amount).toEqual(usd("30.00"));
    const between = { importedAt: null, shippedAt: "2026-02-20T00:00:00Z" };
    const unsure = taxed("goods", change, between, { now: Date.UTC(2026, 2, 5) });
    expect([unsure.tax.amount, unsure.tax.range, unsure.missing]).toEqual([null, null, ["importedAt"]]);
    const one = taxed("goods", taxRate({}, { effectiveFrom: "2026-03-01" }), between, { now: Date.UTC(2026, 2, 5) });
    expect([one.tax.amount, one.missing]).toEqual([null, ["importedAt"]]);
  });
});

describe("a charge of several cases", () => {
  const cases = (list: object[], more: Partial<ImportRequest> = {}) =>
    calculateDuty(parcel(more), packs([charge("import_duty", list), noTax]));
  const share = (rate: string) => ({ is: "share", rate, of: "goods" });
  const pair = (when: object, other: object) => [
    { when, pays: share("0.10") },
    { when: other, pays: share("0.20") },
  ];

  it.each<[string, object[], Partial<ImportRequest>, string | null, string[]]>([
    ["channel", pair({ channel: "postal" }, { channel: "courier" }), customs({ channel: "courier" }), "20.00", []],
    ["the country of dispatch", pair({ dispatchedFrom: ["CN"] }, { notDispatchedFrom: ["CN"] }), { dispatchedFrom: "CN" }, "10.00", []],
    ["another country of dispatch", pair({ dispatchedFrom: ["CN"] }, { notDispatchedFrom: ["CN"] }), { dispatchedFrom: "DE" }, "20.00", []],
    ["the scheme", pair({ scheme: "ioss" }, { notScheme: "ioss" }), customs({ scheme: "ioss" }), "10.00", []],
    ["another scheme", pair({ scheme: "ioss" }, { notScheme: "ioss" }), customs({ scheme: "none" }), "20.00", []],
  ])("goes by %s", (_what, list, more, amount, missing) => {
    const told = cases(list, more);
    expect([told.duty.amount?.amount ?? null, told.missing]).toEqual([amount, missing]);
  });

  it("tells both where nobody knows which, by the names of what would tell", () => {
    const range = { amount: null, range: { min: usd("10.00"), max: usd("20.00") } };
    const unsure = cases(pair({ channel: "postal" }, { channel: "courier" }));
    expect([unsure.duty, unsure.missing]).toEqual([range, ["customs.channel"]]);
    expect(cases(pair({ dispatchedFrom: ["CN"] }, { notDispatchedFrom: ["CN"] })).missing).toEqual(["dispatchedFrom"]);
    expect(cases(pair({ scheme: "ioss" }, { notScheme: "ioss" })).missing).toEqual(["customs.scheme"]);
    expect(cases([{ when: { scheme: "ioss" }, pays: share("0.10") }])).toMatchObject({
      duty: { amount: null, range: null },
      missing: ["customs.scheme"],
    });
    const same = cases([
      { when: { scheme: "ioss" }, pays: share("0.10") },
      { when: { notScheme: "ioss" }, pays: share("0.10") },
    ]);
    expect([same.duty.amount, same.missing]).toEqual([usd("10.00"), []]);
    expect(unsure.lines[0]).toMatchObject({ base: null, rate: null, parts: [], paidAtSale: false, owedBy: "buyer" });
    const nothing = cases([{ when: { scheme: "ioss" }, pays: share("0.10") }], customs({ scheme: "none" }));
    expect(nothing.missing).toEqual(['packs["duty/import"]: the import_duty of QM']);
  });

  it("goes by whether any of the goods was made somewhere", () => {
    const list = pair({ origins: ["CN"] }, { notOrigins: ["CN"] });
    const made = (...origins: (string | null)[]) => cases(list, { goods: origins.map((origin) => ({ origin, price: usd("50.00") })) });
    expect(made("CN", "DE").duty.amount).toEqual(usd("10.00"));
    expect(made("CN", null).duty.amount).toEqual(usd("10.00"));
    expect(made("DE", "VN").duty.amount).toEqual(usd("20.00"));
    expect(made("DE", null).missing).toEqual(["goods[1].origin"]);
  });

  it("goes by a value up to and with a limit", () => {
    const list = (of: string) => pair({ value: { upTo: usd("100.00"), of } }, { value: { above: usd("100.00"), of } });
    const worth = (amount: string, of = "goods", more: object = {}) => cases(list(of), { goods: [{ price: usd(amount) }], ...more });
    expect(worth("100.00").duty.amount).toEqual(usd("10.00"));
    expect(worth("100.01").duty.amount).toEqual(usd("20.00"));
    expect(worth("90.00", "cif").duty.amount).toEqual(usd("9.00"));
    expect(worth("90.01", "cif").duty.amount).toEqual(usd("18.00"));
    expect(worth("100.01", "cif", customs({ freight: null })).duty.amount).toEqual(usd("20.00"));
    expect(worth("100.00", "cif", customs({ freight: null })).missing).toEqual(["customs.freight"]);
  });

  it("is owed by whom the case names, else by the terms of the sale", () => {
    const owner = (terms: "ddp" | "dap" | null, owedBy?: string) => {
      const of = { pays: share("0.10"), ...(owedBy === undefined ? {} : { owedBy }), because: "This case." };
      const [duty, , handling] = cases([of], customs({ terms })).lines;
      expect(duty?.by[0]?.because).toBe("This case.");
      return [duty?.owedBy, handling?.owedBy];
    };
    expect(owner("ddp")).toEqual(["seller", "seller"]);
    expect(owner("dap")).toEqual(["buyer", "buyer"]);
    expect(owner(null)).toEqual([null, null]);
    expect(owner("dap", "seller")).toEqual(["seller", "buyer"]);
    const split = cases([
      { when: { scheme: "ioss" }, pays: share("0.10"), owedBy: "seller" },
      { when: { notScheme: "ioss" }, pays: share("0.10") },
    ]);
    expect(split.lines[0]?.owedBy).toBeNull();
  });

  it("counts as paid at the sale only where every case was", () => {
    const sale = { when: { scheme: "ioss" }, pays: { is: "at_sale" } };
    expect(cases([sale], customs({ scheme: "ioss" })).lines[0]).toMatchObject({ paidAtSale: true, amount: usd("0.00") });
    expect(cases([sale, { when: { notScheme: "ioss" }, pays: { is: "free" } }]).lines[0]?.paidAtSale).toBe(false);
    expect(cases([{ pays: { is: "free" } }]).lines[0]?.paidAtSale).toBe(false);
    expect(cases([sale], customs({ scheme: "none" })).lines[0]?.paidAtSale).toBe(false);
  });

  it("lies between accounts that differ, and asks for a fact that settles it", () => {
    const either = (...of: object[]) => cases([{ pays: { is: "either", of } }]);
    const differ = either(share("0.20"), share("0.10"));
    expect(differ.duty).toEqual({ amount: null, range: { min: usd("10.00"), max: usd("20.00") } });
    expect(differ.missing).toEqual(['packs["duty/import"]: qm.import_duty']);
    const agree = either(share("0.10"), { is: "flat", perTariffHeading: usd("10.00"), digits: 4 });
    expect([agree.duty.amount, agree.missing]).toEqual([usd("10.00"), []]);
    const half = either(share("0.10"), { is: "unknown", missing: ["a ruling"] });
    expect([half.duty, half.missing]).toEqual([{ amount: null, range: null }, ["a ruling"]]);
    const none = either({ is: "unknown", missing: ["a ruling"] }, { is: "unknown", missing: ["a date"] });
    expect([none.duty, none.missing]).toEqual([{ amount: null, range: null }, ["a ruling", "a date"]]);
    const byHeading = either(share("0.10"), { is: "tariff", of: "goods" });
    expect(byHeading.missing).toEqual(['packs["duty/tariff"]: QM 610910']);
    expect(byHeading.lines[0]?.parts).toMatchObject([{ hsCode: "6109.10", base: usd("100.00") }]);
  });
});

describe("what the buyer is asked for", () => {
  const demanded = (amount: string, more: object = {}, facts: object[] = []) =>
    calculateDuty(
      parcel(customs({ demanded: usd(amount), ...more })),
      packs([
        charge("import_duty", [{ pays: { is: "share", rate: "0.10", of: "goods" } }]),
        charge("import_tax", [{ pays: { is: "tax", of: "goods" } }]),
        taxRate(),
        ...facts,
      ]),
    ).demand;

  it("is paid up to what is owed, to the cent", () => {
    expect(demanded("30.00")).toMatchObject({ verdict: "pay", owed: usd("30.00"), excess: usd("0.00") });
    expect(demanded("29.99")).toMatchObject({ verdict: "pay", excess: usd("0.00") });
    expect(demanded("30.01")).toEqual({
      demanded: usd("30.01"),
      verdict: "pay_less",
      owed: usd("30.00"),
      excess: usd("0.01"),
      because: "the buyer owes import_duty of QM 10.00, import_tax of QM 20.00",
    });
    expect(demanded("32.00", { handling: usd("2.00") })).toMatchObject({
      verdict: "pay",
      because: "the buyer owes import_duty of QM 10.00, import_tax of QM 20.00, handling 2.00",
    });
  });

  it("isn't paid at all on goods that were sold with duty paid", () => {
    expect(demanded("30.00", { terms: "ddp" })).toEqual({
      demanded: usd("30.00"),
      verdict: "dont_pay",
      owed: usd("0.00"),
      excess: usd("30.00"),
      because: "the goods were sold delivered duty paid: duty, tax and the carrier's charge are the seller's",
    });
  });

  it("stays open where it can't be told, with what would tell", () => {
    expect(demanded("30.00", { terms: null })).toMatchObject({
      verdict: "unknown",
      owed: null,
      because: "nobody knows what the buyer owes of the import_duty of QM: customs.terms missing",
    });
    const dear = demanded("31.00", { handling: null });
    expect(dear).toMatchObject({
      verdict: "unknown",
      because: "nobody knows what the carrier may charge for clearing: customs.handling missing",
    });
    expect(demanded("30.00", { handling: null })).toMatchObject({
      verdict: "pay",
      because: expect.stringContaining("; what the carrier charges for clearing isn't in the case"),
    });
    const unpriced = calculateDuty(
      parcel({ ...customs({ demanded: usd("1.00") }), goods: [{ sku: "A" }] }),
      packs([charge("import_duty", [{ pays: { is: "share", rate: "0.10", of: "goods" } }]), noTax]),
    ).demand;
    expect(unpriced?.because).toBe("nobody knows what the buyer owes of the import_duty of QM: goods[0].price missing");
    expect(demanded("1.00", { demanded: eur("1.00") })).toMatchObject({ verdict: "unknown", because: "rates: EUR to USD missing" });
    expect(calculateDuty(parcel(), packs([noDuty, noTax])).demand).toBeNull();
    expect(calculateDuty(parcel(customs({ demanded: null })), packs([noDuty, noTax])).demand).toBeNull();
  });

  it("leaves out what was paid with the order, and what is the seller's", () => {
    const of = (duty: object, tax: object) =>
      calculateDuty(parcel(customs({ demanded: usd("5.00") })), packs([charge("import_duty", [duty]), charge("import_tax", [tax])])).demand;
    expect(of({ pays: { is: "free" } }, { pays: { is: "at_sale" } })).toMatchObject({
      verdict: "dont_pay",
      owed: usd("0.00"),
      excess: usd("5.00"),
      because: "import_tax of QM was paid with the order",
    });
    expect(of({ pays: { is: "share", rate: "0.10", of: "goods" }, owedBy: "seller" }, { pays: { is: "free" } })).toMatchObject({
      verdict: "dont_pay",
      because: "import_duty of QM is the seller's",
    });
    expect(of({ pays: { is: "free" }, owedBy: "seller" }, { pays: { is: "free" } })?.because).toBe("");
    expect(of({ pays: { is: "at_sale" } }, { pays: { is: "at_sale" } })?.because).toBe(
      "import_duty of QM and import_tax of QM was paid with the order",
    );
  });
});

describe("a calculation that can't be begun", () => {
  it("is all unknown, and says why", () => {
    const unknown = { amount: null, range: null };
    const nowhere = calculateDuty(parcel({ destination: null, ...customs({ demanded: usd("5.00") }) }));
    expect(nowhere).toEqual({
      country: null,
      currency: null,
      at: "2026-03-03T12:00:00Z",
      values: { goods: null, cif: null, ratesOf: null },
      lines: [],
      duty: unknown,
      tax: unknown,
      handling: unknown,
      customs: unknown,
      total: { ...unknown, atLeast: null },
      confidence: null,
      demand: { demanded: usd("5.00"), verdict: "unknown", owed: null, excess: null, because: "destination missing" },
      missing: ["destination"],
    });
    const unheard = calculateDuty(parcel({ destination: "QN" }));
    expect(unheard).toMatchObject({ country: "QN", demand: null, missing: ['packs["duty/import"]: QN'] });
    expect(calculateDuty(parcel({ destination: "QN", importedAt: null })).at).toBeNull();
  });

  it("grades its answer by the weakest fact", () => {
    const weak = calculateDuty(parcel(), packs([charge("import_duty", [{ pays: { is: "free" } }], { confidence: "C" }), noTax]));
    expect(weak.confidence).toBe("C");
    expect(calculateDuty(parcel(), packs([noDuty, noTax])).confidence).toBe("A");
    expect(calculateDuty(parcel(), packs([noDuty, noTax])).at).toBe("2026-03-03T12:00:00Z");
    expect(calculateDuty(parcel(), packs([noDuty, noTax])).lines[2]).toEqual({
      charge: "handling",
      name: "handling",
      amount: usd("0.00"),
      range: null,
      base: null,
      rate: null,
      rounding: "half-up",
      paidAtSale: false,
      owedBy: "buyer",
      by: [],
      parts: [],
      missing: [],
    });
  });
});

describe("an import as a case tells it", () => {
  const told = (more: Partial<CaseFile>) =>
    calculateDuty(
      { now: "2026-03-05T00:00:00Z", ticket: { channel: "email" }, ...more },
      packs([
        charge("import_duty", [
          { when: { channel: "postal" }, pays: { is: "flat", perTariffHeading: usd("1.00"), digits: 4 } },
          { when: { channel: "courier" }, pays: { is: "flat", perTariffHeading: usd("2.00"), digits: 4 } },
        ]),
        charge("import_tax", [
          { when: { dispatchedFrom: ["CN"] }, pays: { is: "free" } },
          { when: { notDispatchedFrom: ["CN"] }, pays: { is: "flat", perTariffHeading: usd("7.00"), digits: 4 } },
        ]),
      ]),
    );
  const order = { shipTo: country, items: [{ hsCode: "6109", price: usd("1.00") }] };

  it("goes where the order goes, else where the customer lives", () => {
    expect(told({ order }).country).toBe(country);
    expect(told({ customer: { country } }).country).toBe(country);
    expect(told({ order: { items: [] }, customer: { country } }).country).toBe(country);
    expect(told({})).toMatchObject({ country: null, missing: ["order.shipTo"] });
    expect(told({ order: null, customer: { country } }).missing).toContain("order.items");
  });

  it("comes by post where it travels by post, and from where its lane begins", () => {
    const lines = (more: Partial<CaseFile>) => told({ order, ...more }).lines.map(({ amount }) => amount?.amount ?? null);
    expect(lines({ shipment: { mode: "post", lane: "CN-QM" } })).toEqual(["1.00", "0.00", null]);
    expect(lines({ shipment: { mode: "post", lane: "DE-QM" }, customs: { channel: "courier" } })).toEqual(["2.00", "7.00", null]);
    expect(lines({ shipment: { mode: "air", lane: null } })).toEqual([null, null, null]);
    expect(told({ order, shipment: { mode: "air" } }).missing).toEqual(["customs.channel", "shipment.lane", "customs.handling"]);
  });

  it("was imported when the tracking last saw it at customs, before the delivery", () => {
    const at = (shipment: CaseFile["shipment"]) => told({ order, shipment: { mode: "post", lane: "CN-QM", ...shipment } }).at;
    const event = (status: "customs" | "delivered" | "out_for_delivery" | "in_transit", day: string) => ({
      status,
      at: `2026-02-${day}T00:00:00Z`,
    });
    expect(at({ importedAt: "2026-02-01T00:00:00Z", events: [event("customs", "03")] })).toBe("2026-02-01T00:00:00Z");
    expect(at({ events: [event("customs", "03"), event("customs", "05"), event("delivered", "09")] })).toBe("2026-02-05T00:00:00Z");
    expect(at({ events: [event("customs", "03"), event("customs", "09"), event("out_for_delivery", "09")] })).toBe("2026-02-09T00:00:00Z");
    expect(at({ events: [event("customs", "03"), event("customs", "10"), event("out_for_delivery", "09")] })).toBe("2026-02-03T00:00:00Z");
    expect(
      at({ deliveredAt: "2026-02-04T00:00:00Z", events: [event("customs", "03"), event("customs", "05"), event("delivered", "09")] }),
    ).toBe("2026-02-03T00:00:00Z");
    expect(at({ shippedAt: "2026-02-01T00:00:00Z", events: [event("in_transit", "03")] })).toBe("2026-02-01T00:00:00Z");
    expect(at({ events: [] })).toBeNull();
    expect(at(null)).toBeNull();
  });
});

describe("a refund of duty", () => {
  const refund = (value: object = {}, dated: object = {}, id = "qm.back") =>
    sourced(
      id,
      {
        kind: "refund",
        countries: [country],
        because: "QM gives it back.",
        events: ["returned"],
        covers: ["import_duty", "import_tax"],
        from: "Customs of QM",
        claimant: "importer",
        share: "0.99",
        documents: ["proof_of_export"],
        conditions: ["unused"],
        deadline: { counts: "import", within: { days: 10 } },
        ...value,
      },
      dated,
    );
  const back = (facts: object[], more: Partial<DutyRefundRequest> = {}, now = Date.UTC(2026, 2, 5), zone?: string) =>
    refundOfDuty(
      {
        destination: country,
        event: "returned",
        importedAt: "2026-03-01T12:00:00Z",
        goods: [],
        customs: { importer: "buyer", dutyPaid: usd("10.01"), taxPaid: usd("20.00"), scheme: "none" },
        ...more,
      },
      { now, packs: { "duty/refund": { pack: "ours", version: "1.0.0", facts, ...(zone === undefined ? {} : { zone }) } } },
    );

  it("tells all of a way to get it", () => {
    expect(back([refund({ minimum: usd("2.00") }, { note: "By letter." })])).toEqual({
      country,
      event: "returned",
      status: "open",
      because: "QM gives it back.",
      missing: [],
      routes: [
        {
          by: expect.objectContaining({ fact: "qm.back", because: "QM gives it back.", source: "the law of qm.back", confidence: "A" }),
          note: "By letter.",
          covers: ["import_duty", "import_tax"],
          amounts: [
            { charge: "import_duty", paid: usd("10.01"), back: usd("9.90") },
            { charge: "import_tax", paid: usd("20.00"), back: usd("19.80") },
          ],
          claimant: "buyer",
          from: "Customs of QM",
          until: "2026-03-11",
          state: "open",
          documents: ["proof_of_export"],
          conditions: ["unused"],
          minimum: usd("2.00"),
          missing: [],
        },
      ],
    });
  });

  it("is open on its last day, and over the day after, there", () => {
    const state = (now: string, zone?: string) => back([refund()], {}, Date.parse(now), zone).routes[0]?.state;
    expect(state("2026-03-11T23:59:59Z")).toBe("open");
    expect(state("2026-03-12T00:00:00Z")).toBe("over");
    expect(state("2026-03-11T15:00:00Z", "Asia/Tokyo")).toBe("over");
    expect(state("2026-03-11T14:59:59Z", "Asia/Tokyo")).toBe("open");
    const own = back([refund({}, { zone: "UTC" })], {}, Date.parse("2026-03-11T15:00:00Z"), "Asia/Tokyo");
    expect(own.routes[0]?.state).toBe("open");
    expect(back([refund({ deadline: null })], { importedAt: null })).toMatchObject({
      status: "open",
      missing: [],
      routes: [{ until: null }],
    });
    expect(back([refund()], { importedAt: null })).toMatchObject({ status: "unknown", missing: ["importedAt"] });
  });

  it("names the claimant, or what would tell who it is", () => {
    const claimed = (claimant: string, more: object) => {
      const { routes, missing } = back([refund({ claimant, covers: ["import_duty"] })], {
        customs: { scheme: "none", dutyPaid: usd("1.00"), ...more },
      });
      return [routes[0]?.claimant, missing];
    };
    expect(claimed("importer", { importer: "seller", paidBy: "buyer" })).toEqual(["seller", []]);
    expect(claimed("payer", { importer: "seller", paidBy: "buyer" })).toEqual(["buyer", []]);
    expect(claimed("buyer", {})).toEqual(["buyer", []]);
    expect(claimed("importer", {})).toEqual([null, ["customs.importer"]]);
    expect(claimed("payer", {})).toEqual([null, ["customs.paidBy"]]);
    expect(back([refund({ covers: ["import_tax"] })], { customs: { scheme: "none", importer: "buyer" } }).missing).toEqual([
      "customs.taxPaid",
    ]);
  });

  it("lists what is open before what is unknown and over, and the sooner end first", () => {
    const facts = [
      refund({ deadline: { counts: "import", within: { days: 1 } } }, {}, "qm.over"),
      refund({ deadline: { counts: "import", within: { days: 30 } } }, {}, "qm.later"),
      refund({ deadline: null }, {}, "qm.endless"),
      refund({}, {}, "qm.sooner"),
    ];
    expect(back(facts).routes.map(({ by, state }) => [by.fact, state])).toEqual([
      ["qm.sooner", "open"],
      ["qm.later", "open"],
      ["qm.endless", "open"],
      ["qm.over", "over"],
    ]);
    expect(back(facts, { importedAt: null }).routes.map(({ by, state }) => [by.fact, state])).toEqual([
      ["qm.endless", "open"],
      ["qm.over", "unknown"],
      ["qm.later", "unknown"],
      ["qm.sooner", "unknown"],
    ]);
  });

  it("has tax that was paid at the sale given back by nobody else", () => {
    const atSale = refund({ covers: ["import_tax"], when: { scheme: "ioss" } }, {}, "qm.sale");
    const under = (scheme: string | null, facts: object[]) =>
      back(facts, { customs: { importer: "buyer", dutyPaid: usd("1.00"), taxPaid: usd("1.00"), scheme } });
    expect(under("ioss", [refund(), atSale]).routes.map(({ by, covers }) => [by.fact, covers])).toEqual([
      ["qm.back", ["import_duty"]],
      ["qm.sale", ["import_tax"]],
    ]);
    expect(under("none", [refund(), atSale]).routes.map(({ by, covers }) => [by.fact, covers])).toEqual([
      ["qm.back", ["import_duty", "import_tax"]],
    ]);
    expect(under("ioss", [refund({ covers: ["import_tax"] }), atSale]).routes.map(({ by }) => by.fact)).toEqual(["qm.sale"]);
    expect(under(null, [refund(), atSale]).missing).toEqual(["customs.scheme"]);
    expect(under(null, [atSale])).toMatchObject({ status: "unknown", routes: [] });
    expect(under("none", [atSale])).toMatchObject({
      status: "none",
      because: "the facts about QM give nothing back for goods that were returned",
    });
    expect(back([refund()], { event: "never_delivered" }).because).toBe(
      "the facts about QM give nothing back for goods that were never delivered",
    );
  });

  it("knows dated facts only of a dated import", () => {
    const from = refund({}, { effectiveFrom: "2026-02-01" }, "qm.from");
    const until = refund({}, { effectiveTo: "2026-02-01" }, "qm.until");
    const facts = (importedAt: string | null) => back([from, until], { importedAt }).routes.map(({ by }) => by.fact);
    expect(facts("2026-01-31T23:59:59Z")).toEqual(["qm.until"]);
    expect(facts("2026-02-01T00:00:00Z")).toEqual(["qm.from"]);
    expect(back([from, until], { importedAt: null })).toMatchObject({
      status: "unknown",
      routes: [],
      because: "no fact is about QM",
      missing: ['packs["duty/refund"]: QM'],
    });
    const many = back([refund({ countries: ["QN", country] })]);
    expect(many.status).toBe("open");
  });

  it("says what lacks before anything can be told", () => {
    expect(back([refund()], { destination: null })).toEqual({
      country: null,
      event: "returned",
      status: "unknown",
      routes: [],
      because: "nobody knows into which country they were imported",
      missing: ["destination"],
    });
    const caseFile: CaseFile = { now: "2026-03-05T00:00:00Z", ticket: { channel: "email" }, order: { shipTo: "US" } };
    expect(refundOfDuty(caseFile)).toMatchObject({
      event: null,
      routes: [],
      because: "nothing says that the goods went back, were destroyed or never came",
      missing: ["returnRequest.dispatchedAt", "shipment.status"],
    });
    expect(refundOfDuty({ ...caseFile, shipment: { status: "destroyed" } }).event).toBe("destroyed");
    expect(refundOfDuty({ ...caseFile, shipment: { status: "in_transit" } }).event).toBeNull();
  });
});

describe("a tax that is part of the price", () => {
  const pack = (rate: string, upTo?: string) => ({
    pack: "duty/import",
    version: "1.0.0",
    facts: [
      {
        id: "br.icms",
        value: { kind: "tax_rate", country: "BR", name: "ICMS", rate, insidePrice: true, ...(upTo === undefined ? {} : { upTo }) },
        source: "ours",
        confidence: "C",
        verifiedAt: "2026-11-21",
      },
    ],
  });

  it("is less than the price", () => {
    expect(importPackReader.read(pack("0.17", "0.99")).facts).toHaveLength(1);
    for (const bad of [pack("1"), pack("0.17", "1.5")]) expect(() => importPackReader.read(bad)).toThrow(/below 1/u);
  });
});
