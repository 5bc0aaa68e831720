import { describe, expect, it } from "vitest";
import { chooseReturnPoint } from "./choose-return-point.js";
import { decideReturnless } from "./decide-returnless.js";
import type { ReturnPoint, ReturnPointRequest } from "./return-point.js";
import { country } from "./testing/own-law.js";

const usd = (amount: string) => ({ amount, currency: "USD" });

describe("a point that takes goods back", () => {
  const near: ReturnPoint = { id: "near", country, wayBack: usd("5.00"), handling: usd("3.00"), days: 4, resaleShare: "0.5" };
  const request: ReturnPointRequest = { value: usd("80.00"), fromCountry: country, paidBy: "seller", points: [near] };
  const choose = (change: Partial<ReturnPointRequest>) => chooseReturnPoint({ ...request, ...change });
  const of = (point: Partial<ReturnPoint>, change: Partial<ReturnPointRequest> = {}) =>
    choose({ points: [{ ...near, ...point }], ...change });

  it("takes goods up to its limits, and says what it doesn't take", () => {
    expect(of({ maximumWeightGrams: 2000 }, { weightGrams: 2000 }).chosen?.point).toBe("near");
    expect(of({ maximumWeightGrams: 2000 }, { weightGrams: 2001 }).excluded[0]?.because).toBe("it takes up to 2000 g");
    expect(of({}, { weightGrams: 2001 }).chosen?.point).toBe("near");
    expect(of({ maximumWeightGrams: 2000 })).toMatchObject({
      missing: ["weightGrams"],
      excluded: [{ reason: "weight_unknown", because: "it takes up to 2000 g, and nobody knows the weight" }],
      because: "no return point can take it",
    });
    expect(of({ days: 4 }, { maximumDays: 4 }).chosen?.point).toBe("near");
    expect(of({ days: 5 }, { maximumDays: 4 }).excluded[0]?.because).toBe("it takes 5 days, more than 4");
    expect(of({ serves: ["DE"] }).excluded[0]?.because).toBe("it takes no parcels from NO");
    expect(of({ serves: [country] }).because).toBe("near is the only one that can take it");
    expect(of({ refuses: ["perishable"] }, { traits: ["perishable"] }).excluded[0]?.because).toBe("it doesn't take what is perishable");
    const foreign = of({ handling: { amount: "1.00", currency: "EUR" } });
    expect([foreign.missing, foreign.excluded[0]?.reason]).toEqual([["rates"], "rate_missing"]);
    expect(of({ serves: ["DE"] }).missing).toEqual([]);
  });

  it("loses with time no more than the goods bring", () => {
    const settings = { valueLossPerDay: "0.1" };
    expect(of({ days: 10 }, { settings }).chosen).toMatchObject({ resale: usd("40.00"), timeLoss: usd("40.00"), gain: usd("-8.00") });
    expect(of({ days: 11 }, { settings }).chosen).toMatchObject({ timeLoss: usd("40.00"), gain: usd("-8.00") });
    expect(of({ days: 9 }, { settings }).chosen).toMatchObject({ timeLoss: usd("36.00"), gain: usd("-4.00") });
    expect(of({ days: 0 }, { settings }).chosen).toMatchObject({ timeLoss: usd("0.00"), gain: usd("32.00") });
  });

  it("is told from an equal one by its days, then by its name", () => {
    const free = { resaleShare: "0" } as const;
    const points = [
      { ...near, ...free, id: "c", days: 1 },
      { ...near, ...free, id: "b", days: 1 },
      { ...near, ...free, id: "a", days: 2 },
    ];
    const { chosen, lost } = choose({ points });
    expect([chosen, ...lost].map((each) => each?.point)).toEqual(["b", "c", "a"]);
  });

  describe("is worth the way", () => {
    const decide = (change: Partial<ReturnPointRequest>, point: Partial<ReturnPoint> = {}) =>
      decideReturnless({ ...request, points: [{ ...near, days: 0, ...point }], ...change });

    it("where it brings in the wanted share, to the cent", () => {
      const value = usd("20.00");
      const gain = (handling: string) => decide({ value }, { wayBack: usd("1.00"), handling: usd(handling) });
      expect(gain("8.00")).toMatchObject({
        decision: "send_back",
        gain: usd("1.00"),
        wanted: usd("1.00"),
        because: "the way back brings 1.00 USD, at least the 1.00 USD it should",
      });
      expect(gain("8.01")).toMatchObject({
        decision: "keep",
        gain: usd("0.99"),
        because: "the way back brings 0.99 USD, less than the 1.00 USD it should",
      });
    });

    it("or where the goods are worth more than may stay", () => {
      const dear = { wayBack: usd("50.00"), handling: usd("50.00") };
      expect(decide({ value: usd("50.00") }, dear)).toMatchObject({ decision: "keep", upTo: usd("50.00") });
      expect(decide({ value: usd("50.01") }, dear)).toMatchObject({
        decision: "send_back",
        because: "goods worth 50.01 USD don't stay with the buyer: the limit is 50.00 USD",
      });
      expect(decide({ value: usd("50.01"), points: [] })).toMatchObject({
        decision: "undecided",
        gain: null,
        because: "goods worth 50.01 USD don't stay with the buyer: the limit is 50.00 USD, and no return point can take it",
      });
      expect(decide({ value: usd("20.00"), points: [] })).toMatchObject({
        decision: "keep",
        because: "no return point can take it",
        missing: [],
      });
    });

    it("or can't be told without rates or a weight", () => {
      const eur = { amount: "20.00", currency: "EUR" };
      expect(decide({ value: eur, points: [] })).toMatchObject({
        decision: "undecided",
        upTo: null,
        missing: ["rates"],
        because: "it takes rates to tell",
      });
      const both = decide({ value: eur, points: [{ ...near, maximumWeightGrams: 1 }] });
      expect(both.because).toBe("it takes weightGrams, rates to tell");
      expect(decide({ value: usd("20.00") }, { maximumWeightGrams: 1 })).toMatchObject({ decision: "undecided", missing: ["weightGrams"] });
    });
  });
});
