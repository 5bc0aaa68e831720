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

  it("is raised to all of a claim, known or all that is left, from one cent below", () => {
    const whole = [fact([["partial_refund"]])];
    const raisedTo = (percent: number, basis: CostBasis) => apply([refund(percent)], whole, basis).choices[0]?.gives["refundPercent"];
    const order = { money: usd("100.00") };
    for (const basis of [sampleBasis(), sampleBasis({ claim: { money: usd("100.00") } }), sampleBasis({ refundable: order })]) {
      expect([raisedTo(99.99, basis), raisedTo(100, basis)]).toEqual([100, 100]);
    }
    const part = sampleBasis({ claim: { money: usd("40.00") } });
    expect([raisedTo(39.99, part), raisedTo(40, part), raisedTo(41, part)]).toEqual([100, 40, 41]);
  });

  it("keeps its weight, its remedy, its writer where it stays as it is, and by what else it is owed", () => {
    const write = () => ({});
    const before = [fact([["gift"]], 100, "law.before")];
    const definition = remedyCatalogue.partial_refund;
    const listed: ListedChoice = { ...refund(60), weight: 3, owed: before, definition, writer: write };
    const [kept] = apply([listed], half).choices;
    expect(kept).toEqual({ ...listed, owed: [...before, ...half] });
    expect(kept?.writer).toBe(write);
    const [more] = apply([{ ...listed, gives: { refundPercent: 40 } }], half).choices;
    expect(more).toEqual({ ...listed, gives: raised, owed: [...before, ...half], writer: undefined });
  });

  it("is asked of every choice, of which one that can be given is enough", () => {
    const owed = [fact([["reship", "wait", "full_refund"]])];
    const reship = { remedy: "reship", gives: {} } as const;
    const wait = { remedy: "wait", gives: {} } as const;
    for (const choices of [
      [reship, apology, wait],
      [wait, apology, reship],
    ]) {
      const told = apply(choices, owed, sampleBasis(), noGoods).choices;
      expect(told.map((choice) => [choice.remedy, choice.owed])).toEqual(
        choices.map((choice) => [choice.remedy, choice === apology ? undefined : owed]),
      );
    }
    const listed = [reship];
    apply(listed, owed);
    expect(listed).toEqual([reship]);
  });
});

describe("what is added", () => {
  it("is the first that can be given, not one behind it", () => {
    const added = (owes: string[]) => apply([], [fact([owes])], sampleBasis(), noGoods).choices.map(({ remedy }) => remedy);
    expect(added(["reship", "wait", "full_refund"])).toEqual(["wait"]);
    expect(added(["wait", "full_refund"])).toEqual(["wait"]);
    expect(added(["gift", "coupon", "reship", "wait"])).toEqual(["wait"]);
    expect(added(["gift", "coupon"])).toEqual([]);
  });

  it("by several lists and facts is each of what they lack, once", () => {
    const two = [fact([["wait"], ["apology"]]), fact([["wait", "reship"]], 100, "law.two")];
    expect(apply([], two).choices.map((choice) => [choice.remedy, choice.owed?.map(({ id }) => id)])).toEqual([
      ["wait", ["law.one", "law.two"]],
      ["apology", ["law.one"]],
    ]);
  });

  it("says what it gives as its own, and is written where that is known", () => {
    const owed = fact([["full_refund"]], 50);
    const [first, second] = [apply([], [owed]).choices[0], apply([], [owed]).choices[0]];
    expect(first).toEqual(second);
    expect(first?.writer?.(first.gives, usd("5.00"))).toStrictEqual({ refundPercent: 50, of: "claim", amount: usd("5.00") });
    const own = { ...remedyCatalogue.wait, amounts: () => ({}) };
    const catalogue = { ...remedyCatalogue, wait: own };
    const ofHost = () => applyFloors({ choices: [] }, [fact([["wait"]])], catalogue, sampleBasis(), all).choices[0];
    expect(ofHost()).toMatchObject({ gives: {}, writer: undefined });
    Object.assign(ofHost()?.gives ?? {}, { spoilt: true });
    expect(ofHost()?.gives).toEqual({});
  });
});
