import { describe, expect, it } from "vitest";
import { applyExclusions } from "./apply-exclusions.js";
import { holdGoodwill } from "./hold-goodwill.js";
import { sampleChoice, sampleExclusion, usd } from "./testing/sample-choices.js";

const free = { money: usd("0.00") };
const gift = sampleChoice("gift", free);
const points = sampleChoice("points", free);
const owedGift = sampleChoice("gift", free, { statutory: true });

describe("exclusions", () => {
  const noGoodwill = sampleExclusion("no-goodwill", ["gift", "points"], "There is no goodwill today.");

  it("take out what they name, each with the rule's reason, and tell the rule once", () => {
    expect(applyExclusions([gift, points, sampleChoice("wait", free)], [noGoodwill])).toEqual({
      kept: [sampleChoice("wait", free)],
      excluded: ["gift", "points"].map((remedy) => ({
        remedy,
        reason: "code_of_no-goodwill",
        because: "There is no goodwill today.",
        rule: "shop/rules/no-goodwill",
      })),
      followed: [noGoodwill],
    });
  });

  it("speak by the first that names the remedy, by its name where its file gives no reason", () => {
    const first = sampleExclusion("first", ["gift"]);
    const { excluded, followed } = applyExclusions([gift], [first, noGoodwill]);
    expect(excluded).toEqual([{ remedy: "gift", reason: "code_of_first", because: "first", rule: "shop/rules/first" }]);
    expect(followed).toEqual([first]);
  });

  it("take out nothing that is owed, and nothing where there is none", () => {
    expect(applyExclusions([owedGift], [noGoodwill])).toEqual({ kept: [owedGift], excluded: [], followed: [] });
    expect(applyExclusions([gift], [])).toEqual({ kept: [gift], excluded: [], followed: [] });
  });
});

describe("a hold", () => {
  const hold = sampleExclusion("review", ["gift"], "Somebody looks first.", "hold");
  const range = { min: usd("12.00"), max: usd("13.00") };
  const patient = sampleChoice("wait", free, {
    gives: { couponPercent: 20, investigationDays: 3 },
  });

  it("holds the coupon of a choice, what is added and the range, each by its key and with the rule's reason", () => {
    const why = { reason: "code_of_review", because: "Somebody looks first.", rule: "shop/rules/review" };
    expect(holdGoodwill({ choices: [patient, gift], alwaysAdd: { points: 5 }, beyondExpectation: range }, hold)).toEqual({
      choices: [{ ...patient, gives: { investigationDays: 3 } }, gift],
      alwaysAdd: {},
      beyondExpectation: null,
      excluded: ["couponPercent", "points", "beyondExpectation"].map((remedy) => ({ remedy, ...why })),
    });
  });

  it("holds a coupon that two choices give once, and leaves other choices as they are", () => {
    const { choices, excluded } = holdGoodwill({ choices: [patient, patient, gift], alwaysAdd: {}, beyondExpectation: null }, hold);
    expect(excluded.map(({ remedy }) => remedy)).toEqual(["couponPercent"]);
    expect(choices[2]).toBe(gift);
    const nothing = holdGoodwill({ choices: [gift], alwaysAdd: {}, beyondExpectation: null }, hold);
    expect(nothing).toEqual({ choices: [gift], alwaysAdd: {}, beyondExpectation: null, excluded: [] });
  });

  it("speaks by its name where its file gives no reason", () => {
    const bare = sampleExclusion("review", [], undefined, "hold");
    expect(holdGoodwill({ choices: [], alwaysAdd: { points: 5 }, beyondExpectation: null }, bare).excluded[0]?.because).toBe("review");
  });
});
