import { describe, expect, it } from "vitest";
import { calculateDuty } from "./calculate-duty.js";
import type { ImportRequest } from "./import-request.js";
import { usd } from "./testing/dollars-and-euros.js";
import { charge, noTax, packs } from "./testing/invented-country.js";
import { customs, parcel } from "./testing/sample-import.js";

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
