import { describe, expect, it } from "vitest";
import { calculateDuty } from "./calculate-duty.js";
import { eur, usd } from "./testing/dollars-and-euros.js";
import { charge, noDuty, noTax, packs, taxRate } from "./testing/invented-country.js";
import { customs, parcel } from "./testing/sample-import.js";

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
