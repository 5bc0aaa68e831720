import { describe, expect, it } from "vitest";
import { catalogueWith, remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { askedApproval } from "./known-approval.js";
import { knownCaps } from "./known-caps.js";
import { decidedOffer } from "./known-offer.js";
import { answeredSteps, knownPlays } from "./known-plays.js";
import { sampleCap } from "./testing/sample-choices.js";

const frozen = <Value extends object>(value: Value): Readonly<Value> => Object.freeze(value);
const fired = { policy: "shop/rules", version: "1.0.0", priority: 0, specificity: 1 };

describe("what policies decided", () => {
  it("is an offer for the catalogue and the weights that are asked with, and an empty one where nothing was decided", () => {
    const params = frozen({ tier: 2, choices: frozen([frozen({ remedy: "wait" as const, gives: frozen({ couponPercent: 5 }) })]) });
    const events = frozen([frozen({ params })]);
    const weights = new Map([["wait", 3]]);
    const offer = decidedOffer(events, remedyCatalogue, weights);
    expect(offer).toMatchObject({ tier: 2, words: ["wait"], choices: [{ weight: 3, definition: remedyCatalogue.wait }] });
    expect(decidedOffer(events, remedyCatalogue, weights)).toBe(offer);
    const others = catalogueWith([{ ...remedyCatalogue.wait, tellingKey: "own" }]);
    expect(decidedOffer(events, others, weights).choices[0]?.definition?.tellingKey).toBe("own");
    expect(decidedOffer(events, remedyCatalogue, new Map()).choices[0]?.weight).toBeUndefined();
    expect(decidedOffer([], remedyCatalogue, weights)).toMatchObject({ tier: null, choices: [], words: [] });
  });

  it("is read anew where it can change", () => {
    const events = [{ params: { choices: [{ remedy: "wait" as "wait" | "gift", gives: {} }] } }];
    expect(decidedOffer(events, remedyCatalogue, new Map()).words).toEqual(["wait"]);
    events[0]?.params.choices.push({ remedy: "gift", gives: {} });
    expect(decidedOffer(events, remedyCatalogue, new Map()).words).toEqual(["wait", "gift"]);
  });

  it("is each play once, with the steps of its first rule, in objects of each answer's own", () => {
    const steps = [{ step: "apologise", says: "Apologise." }];
    const events = [{ params: { play: "calm", steps } }, { params: { play: "calm" } }, { params: { play: "trace" } }];
    for (const list of [events, frozen([...events])]) {
      const known = knownPlays(list);
      expect(known).toEqual({ plays: ["calm", "trace"], playSteps: [{ play: "calm", steps }] });
      const answered = answeredSteps(known.playSteps);
      answered[0] = { play: "spoilt", steps: [] };
      expect(answeredSteps(knownPlays(list).playSteps)).toEqual([{ play: "calm", steps }]);
    }
    const kept = frozen([...events]);
    expect(knownPlays(kept)).toBe(knownPlays(kept));
    events.push({ params: { play: "more" } });
    expect(knownPlays(events).plays).toEqual(["calm", "trace", "more"]);
    expect(knownPlays([])).toEqual({ plays: [], playSteps: [] });
  });

  it("is the approval of the first rule, in an object of each answer's own", () => {
    const rule = { ...fired, rule: "dear", event: { type: "approval", params: { role: "operations" } } } as const;
    for (const rules of [[rule], frozen([rule])]) {
      const approval = askedApproval(rules);
      expect(approval).toEqual({ needed: true, role: "operations", because: "dear", rule: "shop/rules/dear" });
      Object.assign(approval ?? {}, { role: "spoilt" });
      expect(askedApproval(rules)?.role).toBe("operations");
    }
    expect(askedApproval([])).toBeUndefined();
    expect(askedApproval([{ ...rule, because: "It is dear." }])?.because).toBe("It is dear.");
  });

  it("is the approval of whichever rule stands first by then", () => {
    const of = (name: string, role: string) => ({ ...fired, rule: name, event: { type: "approval", params: { role } } }) as const;
    const changing = [of("dear", "operations")];
    expect(askedApproval(changing)?.role).toBe("operations");
    changing.unshift(of("dearest", "finance"));
    expect(askedApproval(changing)).toEqual({ needed: true, role: "finance", because: "dearest", rule: "shop/rules/dearest" });
  });

  it("is caps that are read once where they can't change, and whose currency is asked for only where they bind", () => {
    const [limit, budget] = [sampleCap("limit", { limit: 20 }, "Enough."), sampleCap("budget", { budget: "goodwill" })];
    const rules = frozen([limit, budget]);
    const [ofLimit, ofBudget] = knownCaps(rules);
    expect(knownCaps(rules)[0]).toBe(ofLimit);
    expect(ofLimit).toMatchObject({ id: "shop/rules/limit", because: "Enough.", isOfBudget: false });
    expect(ofLimit?.units).toBeNaN();
    expect(() => ofLimit?.whole(() => "XXQ")).toThrow(/currency/);
    expect(ofLimit?.whole(() => "USD")).toEqual([{ money: { amount: "20.00", currency: "USD" } }]);
    expect(ofLimit?.units).toBe(2000);
    expect(ofBudget?.whole(() => "USD")).toBeUndefined();
    const changing = [limit];
    expect(knownCaps(changing)).toHaveLength(1);
    changing.push(budget);
    expect(knownCaps(changing)).toHaveLength(2);
  });
});
