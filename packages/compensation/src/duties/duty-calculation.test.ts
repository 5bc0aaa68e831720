import { describe, expect, it } from "vitest";
import { calculateDuty } from "./calculate-duty.js";
import { usd } from "./testing/dollars-and-euros.js";
import { charge, noDuty, noTax, packs } from "./testing/invented-country.js";
import { customs, parcel } from "./testing/sample-import.js";

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
