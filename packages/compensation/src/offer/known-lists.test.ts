import { describe, expect, it } from "vitest";
import type { RemedyKind } from "@amends/core/model";
import { copiedList } from "../facts/copied-list.js";
import { thawed } from "../facts/thawed.js";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { decidedOffer, type KnownOffer, type ProposedOffer } from "./known-offer.js";
import { knownRules } from "./known-rules.js";
import { sampleCap } from "./testing/sample-choices.js";

const frozen = <Value extends object>(value: Value): Readonly<Value> => Object.freeze(value);

describe("rules that fired", () => {
  it("are put in form once where their list can't change, with lists that aren't frozen", () => {
    const cap = sampleCap("cap", { remedies: frozen<RemedyKind[]>(["gift", "points"]) });
    const rules = frozen([cap]);
    const known = knownRules(rules);
    expect(known).toEqual([{ rule: cap, remedies: ["gift", "points"] }]);
    expect(known[0]?.rule).toBe(cap);
    expect(Object.isFrozen(known[0]?.remedies)).toBe(false);
    expect(knownRules(rules)).toBe(known);
  });

  it("are read anew where it can", () => {
    const rules = [sampleCap("one", {})];
    expect(knownRules(rules)).toHaveLength(1);
    rules.push(sampleCap("other", {}));
    expect(knownRules(rules).map(({ rule }) => rule.rule)).toEqual(["one", "other"]);
  });
});

const weights = new Map<string, number>();
const inForm = (params: ProposedOffer): KnownOffer => decidedOffer([{ params }], remedyCatalogue, weights);

describe("an offer", () => {
  const gives = frozen({ couponPercent: 5 });

  it("is put in form once where it can't change, and gives what no remedy can change", () => {
    const offer = frozen({
      choices: frozen([frozen({ remedy: "wait" as const, gives, weight: 2 })]),
      statutory: frozen<RemedyKind[]>(["wait"]),
    });
    const known = inForm(offer);
    expect(known).toMatchObject({ ...offer, words: ["wait"] });
    expect(known.choices[0]?.gives).toBe(gives);
    expect([known.choices, known.statutory].map(Object.isFrozen)).toEqual([false, false]);
    expect(inForm(offer)).toBe(known);
  });

  it("is read anew where it can", () => {
    const choices = [{ remedy: "wait" as RemedyKind, gives }];
    for (const offer of [{ choices }, frozen({ choices })]) {
      const before = inForm(offer).words.length;
      choices.push({ remedy: "gift", gives });
      expect(inForm(offer).words).toHaveLength(before + 1);
    }
    expect(inForm({ choices: [] })).toMatchObject({ choices: [], words: [] });
  });
});

it("copies of frozen lists and data say the same and aren't frozen", () => {
  const data = frozen({ lists: frozen([frozen(["a"]), frozen([frozen({ b: null, c: 1 })])]), none: undefined });
  const copy = thawed(data);
  expect(copy).toStrictEqual(data);
  expect([copy, copy.lists, copy.lists[0], copy.lists[1], copy.lists[1]?.[0]].map(Object.isFrozen)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  const list = copiedList(data.lists);
  expect([list, Object.isFrozen(list), list[0] === data.lists[0]]).toEqual([data.lists, false, true]);
});
