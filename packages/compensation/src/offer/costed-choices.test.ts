import { describe, expect, it } from "vitest";
import { catalogueWith, remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { defineRemedy, noAmounts, type CostBasis, type RemedyDefinition } from "../remedies/remedy-definition.js";
import type { FloorFact } from "../floors/statutory-pack.js";
import { costChoices } from "./cost-choices.js";
import type { ListedChoice, ListedOffer } from "./listed-offer.js";
import { eur, sampleBasis, usd } from "./testing/sample-choices.js";
import { writerOf } from "./written-gives.js";

const unknown = { missing: ["order.total"] };
const nothingKnown = sampleBasis({ order: unknown, claim: unknown, refundable: unknown });
const costed = (
  choices: readonly ListedChoice[],
  basis: CostBasis = sampleBasis(),
  more: Partial<ListedOffer> = {},
  catalogue = remedyCatalogue,
) => costChoices({ choices, ...more }, basis, catalogue, { pickWeights: new Map([["wait", 3]]) });

describe("what a choice gives", () => {
  const ofClaim = sampleBasis({ claim: { money: usd("40.00") } });

  it.each<[ListedChoice["remedy"], object, CostBasis, object]>([
    ["partial_refund", { refundPercent: 30 }, ofClaim, { amount: usd("30.00") }],
    ["full_refund", { refundPercent: 100, of: "claim" }, ofClaim, { amount: usd("40.00") }],
    ["full_refund", { refundPercent: 100, afterInvestigation: true }, nothingKnown, {}],
    ["reship", {}, ofClaim, { goodsValue: usd("100.00") }],
    ["reship", { of: "claim", afterReturn: true }, ofClaim, { goodsValue: usd("40.00") }],
    ["reship", { priority: true }, nothingKnown, {}],
    ["wait", { couponPercent: 5 }, ofClaim, {}],
    ["wait", {}, nothingKnown, {}],
    ["points", { points: 50 }, ofClaim, {}],
  ])("of %s, %o, stands with its amount, whether it is written or copied", (remedy, given, basis, amounts) => {
    const gives = Object.freeze({ ...given });
    for (const writer of [undefined, writerOf(gives, remedyCatalogue[remedy])]) {
      const [choice] = costed([{ remedy, gives, writer }], basis);
      expect(choice?.gives).toStrictEqual({ ...gives, ...amounts });
      expect(choice?.gives).not.toBe(gives);
      expect(Object.isFrozen(choice?.gives)).toBe(false);
    }
  });

  it("stands with what a host's own remedy says of it, and of its cost", () => {
    const own = (more: object) => defineRemedy({ ...remedyCatalogue.wait, cost: () => ({ money: usd("4.00") }), ...more });
    const givenBy = (definition: RemedyDefinition) =>
      costed([{ remedy: "wait", gives: { couponPercent: 5 } }], sampleBasis(), {}, catalogueWith([definition]));
    const told = own({ amounts: (_gives: object, _basis: CostBasis, cost: { money: unknown }) => ({ worth: cost.money }) });
    expect(givenBy(told)[0]?.gives).toStrictEqual({ couponPercent: 5, worth: usd("4.00") });
    expect(givenBy(own({ amounts: () => noAmounts }))[0]?.gives).toStrictEqual({ couponPercent: 5 });
    expect(givenBy(own({ expected: () => ({ money: usd("1.00") }) }))[0]).toMatchObject({
      cost: { money: usd("4.00") },
      units: 400,
      expected: { money: usd("1.00") },
    });
    const [alike] = givenBy(defineRemedy({ ...remedyCatalogue.wait, cost: () => ({ money: eur("4.00") }), expected: undefined as never }));
    expect(alike?.expected).toBe(alike?.cost);
  });
});

describe("a choice of an offer", () => {
  const gives = { couponPercent: 5 };

  it("has the weight that it is listed with, else that of its remedy, else one", () => {
    const choices = [
      { remedy: "wait", gives, weight: 0 },
      { remedy: "wait", gives },
      { remedy: "gift", gives: { gift: "mug" } },
    ] as const;
    expect(costed(choices).map(({ weight }) => weight)).toEqual([0, 3, 1]);
    expect(costed([])).toEqual([]);
  });

  it("is owed where its offer says so, or a fact does", () => {
    const owed: readonly FloorFact[] = [];
    const choices: ListedChoice[] = [
      { remedy: "wait", gives },
      { remedy: "gift", gives: {} },
      { remedy: "gift", gives: {}, owed },
    ];
    const told = (statutory: ListedOffer["statutory"]) => costed(choices, sampleBasis(), { statutory }).map((choice) => choice.statutory);
    expect(told(["wait"])).toEqual([true, false, true]);
    expect([told([]), told(undefined)]).toEqual([
      [false, false, true],
      [false, false, true],
    ]);
    expect(costed(choices).map((choice) => choice.owed)).toEqual([undefined, undefined, owed]);
  });

  it("is of the remedy that was looked up, else of the catalogue's", () => {
    const definition = { ...remedyCatalogue.wait, cost: () => ({ money: usd("4.00") }) };
    const [found, listed] = costed([
      { remedy: "wait", gives, definition },
      { remedy: "partial_refund", gives: { refundPercent: 10 } },
    ]);
    expect([found?.definition, listed?.definition]).toEqual([definition, remedyCatalogue.partial_refund]);
    expect([found?.units, listed?.units]).toEqual([400, 1000]);
    expect(costed([{ remedy: "partial_refund", gives: { refundPercent: 10 } }], nothingKnown)[0]).toMatchObject({
      cost: unknown,
      units: Number.NaN,
    });
  });
});
