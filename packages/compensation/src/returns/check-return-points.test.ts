import { describe, expect, it } from "vitest";
import { InvalidMoneyError, type AmendsError } from "@amends/core/errors";
import { chooseReturnPoint } from "./choose-return-point.js";
import { decideReturnless } from "./decide-returnless.js";
import type { ReturnPoint, ReturnPointRequest } from "./return-point.js";
import { refusalOf } from "../testing/refusal-of.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const near: ReturnPoint = { id: "near", country: "DE", wayBack: usd("5.00"), handling: usd("3.00"), days: 4, resaleShare: "0.7" };
const far: ReturnPoint = { ...near, id: "far", country: "CN", days: 25 };
const request: ReturnPointRequest = { value: usd("80.00"), fromCountry: "DE", paidBy: "seller", points: [near, far] };

function refusal(change: object | null): AmendsError {
  const errors = [chooseReturnPoint, decideReturnless].map((choose) => {
    return refusalOf(() => choose(change === null ? (null as never) : { ...request, ...change }));
  });
  expect(errors[0]?.findings).toEqual(errors[1]?.findings);
  return errors[0] as AmendsError;
}
const places = (change: object | null) =>
  refusal(change).findings.map(({ code, path, message, expected, fix }) => {
    // Money and shares are told by those who read them.
    if (code === "return_points_invalid") for (const said of [message, expected, fix]) expect(said).toMatch(/./);
    return [code, path];
  });
/** With the second point changed. */
const pointed = (change: object) => ({ points: [near, { ...far, ...change }] });

describe("return points that can't be compared", () => {
  it("are looked through once, however many they are", () => {
    const points = Array.from({ length: 40_000 }, (_, index) => ({ ...near, id: `point ${index}` }));
    expect(places({ points: [...points, { ...near, id: "point 7" }, { ...near, id: "point 39999" }] })).toEqual([
      ["return_points_invalid", "points[40000].id"],
      ["return_points_invalid", "points[40001].id"],
    ]);
  });

  it("are refused as a whole, each fault with its place, what was expected and how to mend it", () => {
    const { code, message, findings } = refusal({
      paidBy: "nobody",
      points: [
        { ...near, days: -1 },
        { ...far, resaleShare: "half" },
      ],
    });
    expect(code).toBe("return_points_invalid");
    expect(findings.map(({ path }) => path)).toEqual(["paidBy", "points[0].days", "points[1].resaleShare"]);
    const [head, ...lines] = message.split(/\n {2}(?=\S)/);
    expect(head).toBe("The return points can't be compared:");
    expect(lines).toHaveLength(findings.length);
    for (const [index, { path, expected, fix }] of findings.entries()) {
      expect(lines[index]).toContain(path);
      expect(expected).toMatch(/./);
      expect(fix).toMatch(/./);
    }
  });

  it.each<[string, readonly unknown[]]>([
    ["id", [null, undefined, "", 5]],
    ["days", [null, undefined, "4", -1, Number.NaN, Infinity]],
    ["serves", ["DE", 5, {}, [5], ["DE", 5]]],
    ["refuses", ["perishable", 5, {}, [null], [null, "perishable"]]],
    ["maximumWeightGrams", ["2000", -1, Number.NaN, {}]],
  ])("by %s", (name, wrongs) => {
    for (const wrong of wrongs) expect(places(pointed({ [name]: wrong }))).toEqual([["return_points_invalid", `points[1].${name}`]]);
  });

  it.each<[string, readonly unknown[]]>([
    ["points", [null, undefined, 5, "near", {}]],
    ["fromCountry", [null, undefined, "", 5]],
    ["paidBy", [null, undefined, "carrier", 5]],
    ["traits", ["perishable", 5, {}]],
    ["weightGrams", ["2000", -1, Number.NaN]],
    ["maximumDays", ["10", -1, Number.NaN]],
    ["settings", ["strict", 5]],
  ])("by %s of the request", (name, wrongs) => {
    for (const wrong of wrongs) expect(places({ [name]: wrong })).toEqual([["return_points_invalid", name]]);
  });

  it("where there is no request, no point, or one of an id twice", () => {
    expect(places(null)).toEqual([["return_points_invalid", ""]]);
    expect(refusal(null).findings[0]?.message).toBe("the request can't be that");
    expect(refusal({ paidBy: "nobody" }).findings[0]?.message).toBe("paidBy can't be that");
    for (const wrong of [null, undefined, 5, "near", []])
      expect(places({ points: [near, wrong] })[0]).toEqual(["return_points_invalid", "points[1]"]);
    const [finding] = refusal({ points: [near, far, { ...far, id: "near" }] }).findings;
    expect(finding).toMatchObject({
      path: "points[2].id",
      expected: expect.any(String),
      fix: expect.any(String),
      message: 'points[0] is called "near" too',
    });
  });

  it("by money or shares, which keep their codes and say where they stand, even of a point that isn't asked", () => {
    const shut = { serves: ["FR"] };
    for (const change of [{}, shut]) {
      expect(places(pointed({ ...change, wayBack: null }))).toEqual([["money_not_object", "points[1].wayBack"]]);
      expect(places(pointed({ ...change, handling: { amount: "1.00", currency: "XYZ" } }))).toEqual([
        ["currency_unknown", "points[1].handling.currency"],
      ]);
      for (const wrong of [null, undefined, "half", Number.NaN, {}])
        expect(places(pointed({ ...change, resaleShare: wrong }))).toEqual([["ratio_not_decimal", "points[1].resaleShare"]]);
    }
    for (const wrong of [-1, "-0.1"])
      expect(places(pointed({ resaleShare: wrong }))).toEqual([["return_points_invalid", "points[1].resaleShare"]]);
    expect(places({ value: null })).toEqual([["money_not_object", "value"]]);
    expect(places({ value: usd("80.001") })).toEqual([["amount_too_precise", "value.amount"]]);
    expect(places({ settings: { valueLossPerDay: "1 %" } })).toEqual([["ratio_not_decimal", "settings.valueLossPerDay"]]);
    expect(places({ settings: { minimumGainShare: {} } })).toEqual([["ratio_not_decimal", "settings.minimumGainShare"]]);
    expect(places({ settings: { returnlessUpTo: "20" } })).toEqual([["money_not_object", "settings.returnlessUpTo"]]);
    expect(InvalidMoneyError.isInstance(refusal({ value: null }))).toBe(true);
    expect(refusal({ value: null }).message).toMatch(/^The return points can't be compared:\n/);
    expect(InvalidMoneyError.isInstance(refusal({ value: null, paidBy: "nobody" }))).toBe(false);
  });
});

describe("what a host leaves out with null", () => {
  const plain = chooseReturnPoint(request);

  it("is absent", () => {
    expect(chooseReturnPoint({ ...request, ...pointed({ serves: null, refuses: null, maximumWeightGrams: null }) })).toEqual(plain);
    const nothing = { traits: null, weightGrams: null, maximumDays: null, rates: null, settings: null };
    expect(chooseReturnPoint({ ...request, ...nothing } as never)).toEqual(plain);
    expect(decideReturnless({ ...request, ...nothing } as never)).toEqual(decideReturnless(request));
    for (const name of ["valueLossPerDay", "minimumGainShare", "returnlessUpTo"])
      expect(decideReturnless({ ...request, settings: { [name]: null } })).toEqual(decideReturnless(request));
    const limited = { ...request, ...pointed({ maximumWeightGrams: 2000 }), weightGrams: null };
    expect(chooseReturnPoint(limited as never).excluded).toMatchObject([{ point: "far", reason: "weight_unknown" }]);
  });

  it("may be all there is to compare", () => {
    expect(chooseReturnPoint({ ...request, points: [] }).because).toBe("no return point can take it");
  });
});
