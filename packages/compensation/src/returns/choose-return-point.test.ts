import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMinorUnits } from "@amends/core/money";
import { chooseReturnPoint } from "./choose-return-point.js";
import { decideReturnless } from "./decide-returnless.js";
import type { ReturnPoint, ReturnPointRequest } from "./return-point.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const eur = (amount: string) => ({ amount, currency: "EUR" });
const rates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.92" } };
const leipzig: ReturnPoint = { id: "Leipzig", country: "DE", wayBack: usd("5.00"), handling: usd("3.00"), days: 4, resaleShare: "0.7" };
const shenzhen: ReturnPoint = { id: "Shenzhen", country: "CN", wayBack: usd("38.00"), handling: usd("1.00"), days: 25, resaleShare: "0.9" };
const request: ReturnPointRequest = { value: usd("80.00"), fromCountry: "DE", paidBy: "seller", points: [shenzhen, leipzig] };
const choose = (change: Partial<ReturnPointRequest> = {}) => chooseReturnPoint({ ...request, ...change });
const names = (change: Partial<ReturnPointRequest>) => {
  const { chosen, excluded } = choose(change);
  return [chosen?.point ?? null, excluded.map(({ point, reason }) => [point, reason])];
};

describe("chooseReturnPoint", () => {
  it("compares what is left to the seller, each part shown", () => {
    const { chosen, lost, because } = choose();
    expect(chosen).toEqual({
      point: "Leipzig",
      wayBack: usd("5.00"),
      handling: usd("3.00"),
      timeLoss: usd("0.45"),
      resale: usd("56.00"),
      gain: usd("47.55"),
      buyerPays: usd("0.00"),
      days: 4,
    });
    expect(lost.map(({ point, gain }) => [point, gain])).toEqual([["Shenzhen", usd("29.40")]]);
    expect(because).toBe("Leipzig leaves the seller with 47.55 USD, Shenzhen with 29.40 USD");
    expect(choose({ value: usd("800.00") }).chosen?.point).toBe("Shenzhen");
    expect(choose({ value: usd("800.00"), settings: { valueLossPerDay: "0.01" } }).chosen?.point).toBe("Leipzig");
  });

  it("leaves the buyer's way out of the seller's cost, and prefers the buyer's cheaper one", () => {
    expect(choose({ paidBy: "buyer" }).chosen).toMatchObject({ point: "Shenzhen", buyerPays: usd("38.00") });
    const near = { ...leipzig, id: "Berlin", wayBack: usd("4.00") };
    expect(choose({ paidBy: "buyer", points: [leipzig, near] }).chosen?.point).toBe("Berlin");
    const twin = { ...leipzig, id: "Aachen" };
    expect(choose({ points: [leipzig, twin] }).chosen?.point).toBe("Aachen");
  });

  it.each<[string, Partial<ReturnPointRequest>, unknown]>([
    ["the country", { points: [{ ...leipzig, serves: ["FR"] }] }, [null, [["Leipzig", "country_not_served"]]]],
    [
      "a trait",
      { traits: ["perishable"], points: [{ ...leipzig, refuses: ["perishable"] }, shenzhen] },
      ["Shenzhen", [["Leipzig", "trait_refused"]]],
    ],
    ["the weight", { weightGrams: 3000, points: [{ ...leipzig, maximumWeightGrams: 2000 }] }, [null, [["Leipzig", "too_heavy"]]]],
    ["an unknown weight", { points: [{ ...leipzig, maximumWeightGrams: 2000 }] }, [null, [["Leipzig", "weight_unknown"]]]],
    ["the time", { maximumDays: 10 }, ["Leipzig", [["Shenzhen", "too_slow"]]]],
    ["a rate that nobody knows", { points: [{ ...leipzig, wayBack: eur("5.00") }] }, [null, [["Leipzig", "rate_missing"]]]],
  ])("leaves a point out for %s", (_what, change, wanted) => {
    expect(names(change)).toEqual(wanted);
  });

  it("counts in the currency of the goods", () => {
    expect(choose({ rates, points: [{ ...leipzig, wayBack: eur("4.60"), handling: eur("2.76") }] }).chosen?.gain).toEqual(usd("47.55"));
    expect(choose({ points: [{ ...leipzig, maximumWeightGrams: 2000 }] }).missing).toEqual(["weightGrams"]);
  });

  const cents = (from: number, to: number) => fc.integer({ min: from, max: to }).map((amount) => usd((amount / 100).toFixed(2)));
  const somePoint = fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    country: fc.constant("DE"),
    wayBack: cents(0, 5000),
    handling: cents(0, 2000),
    days: fc.integer({ min: 0, max: 900 }),
    resaleShare: fc.integer({ min: 0, max: 100 }).map((share) => (share / 100).toFixed(2)),
  });

  it("picks the greatest gain whatever the order, and never gains more than the goods are worth", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(somePoint, { minLength: 1, maxLength: 6, selector: ({ id }) => id }),
        cents(1, 50_000),
        (points, value) => {
          const { chosen, lost } = choose({ points, value });
          const all = [chosen, ...lost].map((costed) => toMinorUnits(costed?.gain ?? usd("0.00")));
          expect(all).toEqual(all.toSorted((one, other) => (one > other ? -1 : Number(one < other))));
          expect((all[0] as bigint) <= toMinorUnits(value)).toBe(true);
          expect(choose({ points: points.toReversed(), value }).chosen).toEqual(chosen);
        },
      ),
    );
  });
});

describe("decideReturnless", () => {
  const decide = (change: Partial<ReturnPointRequest>) => decideReturnless({ ...request, points: [leipzig], ...change });

  it.each<[string, Partial<ReturnPointRequest>, string]>([
    ["cheap goods", { value: usd("9.00") }, "keep"],
    ["dear goods", {}, "send_back"],
    ["cheap goods whose way back the buyer pays", { value: usd("9.00"), paidBy: "buyer" }, "send_back"],
    ["dear goods that bring nothing", { points: [{ ...leipzig, resaleShare: "0" }] }, "send_back"],
    ["cheap goods that nobody can take", { value: usd("9.00"), points: [] }, "keep"],
    ["dear goods that nobody can take", { points: [] }, "undecided"],
    [
      "cheap goods whose weight nobody knows",
      { value: usd("9.00"), points: [leipzig, { ...shenzhen, maximumWeightGrams: 2000 }] },
      "undecided",
    ],
    ["goods in a currency without rates", { value: eur("9.00") }, "undecided"],
    ["goods in a currency with rates", { value: eur("9.00"), rates }, "keep"],
    ["a host's limit", { settings: { returnlessUpTo: usd("5.00") }, value: usd("9.00") }, "send_back"],
    ["a host's share", { settings: { minimumGainShare: "0.9", returnlessUpTo: usd("100.00") } }, "keep"],
  ])("%s: %s", (_what, change, wanted) => {
    expect(decide(change).decision).toBe(wanted);
  });

  it("shows both sides and the limit", () => {
    expect(decide({ value: usd("9.00") })).toMatchObject({ gain: usd("-1.76"), wanted: usd("0.45"), upTo: usd("50.00"), missing: [] });
    expect(decide({ value: eur("9.00") })).toMatchObject({ upTo: null, missing: ["rates"] });
  });

  it("never keeps goods above the limit, nor where their return brings in what it should", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 3000 }), (value, wayBack) => {
        const decided = decide({
          value: usd((value / 100).toFixed(2)),
          points: [{ ...leipzig, wayBack: usd((wayBack / 100).toFixed(2)) }],
        });
        const worth = toMinorUnits(decided.gain ?? usd("0.00")) >= toMinorUnits(decided.wanted);
        expect(decided.decision).toBe(worth || value > 5000 ? "send_back" : "keep");
      }),
    );
  });
});
