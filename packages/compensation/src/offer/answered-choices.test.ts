import { describe, expect, it } from "vitest";
import type { FloorFact } from "../floors/statutory-pack.js";
import type { RemedyCost } from "../remedies/remedy-definition.js";
import { answeredChoices } from "./answered-choices.js";
import type { OfferedChoice } from "./offered-choice.js";
import { sampleChoice, usd } from "./testing/sample-choices.js";

const keyOf = (remedy: string) => `key of ${remedy}`;
const paying: RemedyCost = { money: usd("5.00") };
const later: RemedyCost = { later: true, because: "it costs when it is used" };
const unknown: RemedyCost = { missing: ["order.total", "claim.amount"] };
const fact = (id: string) => ({ id, source: "the law", confidence: "A", verifiedAt: "2026-01-01", value: {} }) as unknown as FloorFact;
const answeredOf = (...choices: Partial<OfferedChoice>[]) =>
  answeredChoices(
    choices.map((more) => sampleChoice("wait", more.cost ?? paying, more)),
    keyOf,
  );
const [common, key] = [{ remedy: "wait", gives: {} }, { idempotencyKey: "key of wait" }];

describe("a choice of an answer", () => {
  const owed = [fact("eu.one"), fact("eu.two")];
  const told = [
    { fact: "eu.one", source: "the law", confidence: "A" },
    { fact: "eu.two", source: "the law", confidence: "A" },
  ];

  it.each<[string, Partial<OfferedChoice>, object]>([
    ["what it costs", {}, { ...common, cost: usd("5.00"), expectedCost: usd("5.00"), ...key, likelihood: 1 }],
    ["by what it is owed", { owed }, { ...common, cost: usd("5.00"), expectedCost: usd("5.00"), owed: told, ...key, likelihood: 1 }],
    [
      "why its cost isn't known yet, but what it is expected to be",
      { cost: later, expected: { money: usd("2.00") } },
      { ...common, cost: null, costBecause: "it costs when it is used", expectedCost: usd("2.00"), ...key, likelihood: 1 },
    ],
    [
      "what lacks to tell its cost, and by what it is owed",
      { cost: unknown, owed },
      { ...common, cost: null, costBecause: "it can't be told without order.total, claim.amount", owed: told, ...key, likelihood: 1 },
    ],
    ["its cost where none can be expected", { expected: unknown }, { ...common, cost: usd("5.00"), ...key, likelihood: 1 }],
    ["no likelihood where none is ever picked", { weight: 0 }, { ...common, cost: usd("5.00"), expectedCost: usd("5.00"), ...key }],
  ])("says %s, in one order", (_what, more, said) => {
    const [answered] = answeredOf(more);
    expect(answered).toStrictEqual(said);
    expect(Object.keys(answered ?? {})).toEqual(Object.keys(said));
  });

  it("is as likely as its weight among all, in six decimals, and whatever is known of its cost", () => {
    expect(answeredOf({ weight: 1 }, { weight: 2 }, { weight: 0 }).map(({ likelihood }) => likelihood)).toEqual([0.333333, 0.666667, 0]);
    expect(answeredOf({ weight: 1, cost: later }, { weight: 7, cost: unknown }).map(({ likelihood }) => likelihood)).toEqual([
      0.125, 0.875,
    ]);
    expect(answeredOf()).toEqual([]);
  });
});
