import { describe, expect, it } from "vitest";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis, RemedyDefinition } from "../remedies/remedy-definition.js";
import type { ListedChoice, ListedOffer } from "../offer/listed-offer.js";
import { sampleBasis, usd } from "../offer/testing/sample-choices.js";
import { applyFloors } from "./apply-floors.js";
import type { FloorFact } from "./statutory-pack.js";

const fact = (owes: string[][], refundPercent = 100, id = "law.one") =>
  ({ id, value: { issues: ["quality_defect"], owes, refundPercent }, source: "the law", confidence: "A" }) as unknown as FloorFact;
const all = () => true;
/** Goods can't be sent. */
const noGoods = ({ requires }: RemedyDefinition) => !requires.includes("stock");
const apply = (
  choices: readonly ListedChoice[],
  facts: readonly FloorFact[],
  basis: CostBasis = sampleBasis(),
  canBeGiven = all as typeof noGoods,
) => applyFloors({ choices, statutory: ["wait"] }, facts, remedyCatalogue, basis, canBeGiven);
const refund = (refundPercent: number, more: object = {}) => ({ remedy: "partial_refund", gives: { refundPercent, ...more } }) as const;
const writer = expect.any(Function) as unknown;
const apology = { remedy: "apology", gives: {} } as const;

describe("an offer that lacks what is owed", () => {
  it("gains the first of each list: goods for the claim, or so much of it back", () => {
    const owed = [fact([["reship", "full_refund"], ["partial_refund"]], 30)];
    expect(apply([apology], owed)).toEqual({
      choices: [
        apology,
        { remedy: "reship", gives: { of: "claim" }, owed, writer },
        { remedy: "partial_refund", gives: { refundPercent: 30, of: "claim" }, owed, writer },
      ],
      statutory: ["wait"],
    });
  });

  it("gains the first that can be given, and the first at all where none can", () => {
    expect(apply([], [fact([["reship", "full_refund"]])], sampleBasis(), noGoods).choices.map(({ remedy }) => remedy)).toEqual([
      "full_refund",
    ]);
    expect(apply([], [fact([["reship", "gift"]])], sampleBasis(), noGoods).choices.map(({ remedy }) => remedy)).toEqual(["reship"]);
  });

  it("keeps what is owed but can't be given, and gains the next of the list beside it, never the same twice", () => {
    const reship = { remedy: "reship", gives: { priority: true } } as const;
    const owed = [fact([["reship"]])];
    expect(apply([reship], owed, sampleBasis(), noGoods).choices).toEqual([{ ...reship, owed }]);
    const either = [fact([["reship", "full_refund"]])];
    expect(apply([reship], either, sampleBasis(), noGoods).choices).toEqual([
      { ...reship, owed: either },
      { remedy: "full_refund", gives: { refundPercent: 100, of: "claim" }, owed: either, writer },
    ]);
  });

  it("gains nothing of words that no remedy has, and is the very same without floors", () => {
    expect(apply([apology], [fact([["repair", "toString"]])]).choices).toEqual([apology]);
    const offer: ListedOffer = { choices: [apology] };
    expect(applyFloors(offer, [], remedyCatalogue, sampleBasis(), all)).toBe(offer);
  });
});

describe("an offer that has what is owed", () => {
  const half = [fact([["partial_refund"]], 50)];
  const given = (choice: ListedChoice, basis?: CostBasis) => apply([choice], half, basis).choices.map(({ gives }) => gives);
  const raised = { refundPercent: 50, of: "claim" };

  it("names it with every fact, and leaves goods as they are", () => {
    const reship = { remedy: "reship", gives: { priority: true } } as const;
    const two = [fact([["reship"]]), fact([["reship"]], 100, "law.two")];
    expect(apply([reship], two).choices).toEqual([{ ...reship, owed: two }]);
  });

  it("is raised from one minor unit below, and not at exactly as much", () => {
    expect(given(refund(49.99))).toEqual([raised]);
    expect(given(refund(50))).toEqual([{ refundPercent: 50 }]);
    const claim = { money: usd("40.00") };
    expect(given(refund(20), sampleBasis({ claim }))).toEqual([{ refundPercent: 20 }]);
    expect(given(refund(49, { of: "claim" }), sampleBasis({ claim }))).toEqual([raised]);
    expect(given(refund(19.99), sampleBasis({ claim }))).toEqual([raised]);
  });

  it("is owed no more than is left to refund", () => {
    const refundable = { money: usd("10.00") };
    expect(given(refund(10), sampleBasis({ refundable }))).toEqual([{ refundPercent: 10 }]);
    expect(given(refund(9.99), sampleBasis({ refundable }))).toEqual([raised]);
  });

  it.each<[string, Partial<CostBasis>]>([
    ["the claim", { claim: { missing: ["claim.amount"] } }],
    ["what is left", { refundable: { missing: ["rates.EUR-USD"] } }],
    ["the order", { order: { missing: ["order.total"] } }],
  ])("goes by the share where nobody knows the amount of %s", (_, lacking) => {
    const basis = sampleBasis(lacking);
    expect([given(refund(49), basis), given(refund(50), basis), given(refund(51), basis)]).toEqual([
      [raised],
      [{ refundPercent: 50 }],
      [{ refundPercent: 51 }],
    ]);
  });
});
