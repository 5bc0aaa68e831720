import { describe, expect, it } from "vitest";
import type { CaseFile, Remedies } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { proposeRemedies } from "./propose-remedies.js";
import { remedyKey } from "./remedy-key.js";
import { usd } from "./testing/sample-choices.js";
import { shopOffer, shopPolicy } from "./testing/shop-policies.js";

const caseFile: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email" },
  claim: { issueType: "service_complaint" },
  order: { id: "O-1", total: usd("100.00") },
};
const answer = (policies: readonly Policy[], given: Partial<CaseFile> = {}) =>
  proposeRemedies({ ...caseFile, ...given }, policies) as Remedies;
const apology = { remedy: "apology", gives: {} };
const refund = (refundPercent: number, remedy = "partial_refund") => ({ remedy, gives: { refundPercent } });
const cap = (params: object, more: object = {}) => ({
  type: "cap",
  params: { remedies: ["partial_refund"], role: "admin", ...params },
  ...more,
});
const speaksOfParts = { all: [{ fact: "offer.remedies", operator: "contains", value: "partial_refund" }] };

describe("the answer", () => {
  it("names nothing that lacks where all is known, what may be refunded, and its key", () => {
    const { missing, refundable, idempotencyKey, plays } = answer([shopOffer([apology, refund(50)])]);
    expect(missing).toEqual([]);
    expect(refundable).toEqual(usd("100.00"));
    expect(idempotencyKey).toBe(remedyKey(caseFile, "offer"));
    expect(plays).toEqual([]);
  });

  it("says what may be refunded only of an order whose total is known", () => {
    const claim = { issueType: "service_complaint", amount: usd("5.00") };
    expect(answer([shopOffer([apology])], { claim, order: null })).not.toHaveProperty("refundable");
    const foreign = { remedy: "partial_refund", amount: { amount: "1.00", currency: "CHF" } };
    expect(answer([shopOffer([apology])], { payouts: [foreign] })).not.toHaveProperty("refundable");
  });

  it("is no offer where no rule makes one, and names a claimed issue only where nobody knows it", () => {
    const never = { all: [{ fact: "claim.issue", operator: "equal", value: "other" }] };
    const silent = shopPolicy("offer", [{ type: "offer", params: { tier: 1, choices: [apology] }, conditions: never }]);
    expect(answer([silent])).toMatchObject({ tier: null, choices: [], cost: null, returnRequired: false });
    const classification = { issueType: "service_complaint", signals: [] } as unknown as NonNullable<CaseFile["classification"]>;
    expect(answer([shopOffer([apology])], { claim: null, classification }).missing).not.toContain("claim.issueType");
    expect(answer([shopOffer([apology])], { claim: { issueType: "a word" }, classification }).missing).toContain("claim.issueType");
  });

  it("costs from the cheapest to the dearest choice, whatever their order", () => {
    const between = { min: usd("20.00"), max: usd("50.00") };
    const of = (...choices: object[]) => answer([shopOffer(choices)]).cost;
    const [dear, cheap, middle] = [refund(50, "full_refund"), refund(20, "return_and_refund"), refund(30)];
    for (const choices of [
      [dear, cheap, middle],
      [cheap, middle, dear],
      [middle, dear, cheap],
    ]) {
      expect(of(...choices)).toEqual(between);
    }
    expect(of({ remedy: "coupon", gives: { couponPercent: 5 } }, cheap)).toEqual({ min: usd("20.00"), max: usd("20.00") });
    expect(of({ remedy: "coupon", gives: { couponPercent: 5 } })).toBeNull();
  });

  it("asks for no goods back where nothing is left to choose", () => {
    const offer = shopOffer([refund(50)], { returnRequired: true });
    expect(answer([offer]).returnRequired).toBe(true);
    expect(answer([offer, shopPolicy("caps", [cap({ limit: 1 })])])).toMatchObject({ choices: [], returnRequired: false });
  });

  it("tells a play once, with the steps of the first that has it", () => {
    const steps = [{ step: "call", says: "Call the customer." }];
    const play = (params: object) => ({ type: "play", params });
    const plays = [play({ play: "call_back", steps }), play({ play: "call_back" }), play({ play: "wait" })];
    expect(answer([shopOffer([apology]), shopPolicy("plays", plays)])).toMatchObject({
      plays: ["call_back", "wait"],
      playSteps: [{ play: "call_back", steps }],
    });
    expect(answer([shopOffer([apology]), shopPolicy("plays", [play({ play: "wait" })])])).not.toHaveProperty("playSteps");
  });
});

describe("additions", () => {
  const add = (alwaysAdd: object) => ({ type: "add", params: { alwaysAdd } });

  it("of the offer go before those of the rules, and those of an earlier rule before a later one", () => {
    const offer = shopOffer([apology], { alwaysAdd: { points: 1, gift: "mug" } });
    const additions = shopPolicy("additions", [add({ points: 2, freeShippingOrders: 2 }), add({ freeShippingOrders: 3, discount: 3 })]);
    expect(answer([offer]).alwaysAdd).toEqual({ points: 1, gift: "mug" });
    expect(answer([shopOffer([apology]), additions]).alwaysAdd).toEqual({ points: 2, freeShippingOrders: 2, discount: 3 });
    expect(answer([offer, additions]).alwaysAdd).toEqual({ points: 1, gift: "mug", freeShippingOrders: 2, discount: 3 });
  });

  it("stand where no choice was listed, and go with the last one that was", () => {
    const additions = shopPolicy("additions", [add({ freeShippingOrders: 2 })]);
    expect(answer([shopOffer([]), additions]).alwaysAdd).toEqual({ freeShippingOrders: 2 });
    const caps = shopPolicy("caps", [cap({ limit: 1 })]);
    expect(answer([shopOffer([refund(50)]), additions, caps])).toMatchObject({ choices: [], alwaysAdd: {} });
  });
});

describe("caps", () => {
  it("see a range beyond the expectation as a part of a refund, which approvals don't", () => {
    const policies = [
      shopOffer([apology]),
      shopPolicy("caps", [cap({ limit: 1 }, { conditions: speaksOfParts })]),
      shopPolicy("approvals", [{ type: "approval", params: { role: "operations" }, conditions: speaksOfParts }]),
    ];
    const claim = { issueType: "service_complaint", expectation: usd("10.00") };
    expect(answer(policies, { claim, customer: { goodwill: [] } })).toMatchObject({
      beyondExpectation: null,
      excluded: [{ remedy: "beyondExpectation", reason: "above_cap", rule: "shop/caps/cap-0" }],
      approval: null,
      rules: ["shop/offer/offer-0", "shop/caps/cap-0"],
    });
    expect(answer(policies)).toMatchObject({ excluded: [], rules: ["shop/offer/offer-0"] });
  });

  it("that can't be judged for a choice and for the range ask for one approval", () => {
    const policies = [shopOffer([refund(50)]), shopPolicy("caps", [cap({ limit: 500 })])];
    const chf = (amount: string) => ({ amount, currency: "CHF" });
    const { approval, approvals, missing } = answer(policies, {
      order: { id: "O-1", total: chf("100.00") },
      claim: { issueType: "service_complaint", expectation: chf("10.00") },
    });
    expect(approval).toEqual({
      needed: true,
      role: "admin",
      because: "the cap can't be judged without rates.CHF-USD",
      rule: "shop/caps/cap-0",
    });
    expect(approvals).toBeUndefined();
    expect(missing).toEqual(["rates.CHF-USD", "rates.USD-CHF"]);
  });

  it("are each in their own policy's currency, and refused with how to mend it where it has none", () => {
    const caps = (name: string, currency: string | undefined) =>
      shopPolicy("caps", [cap({ limit: 40 })], { policy: `shop/${name}`, currency });
    const rates = { base: "USD", date: "2026-03-02", rates: { JPY: "150" } };
    const both = [shopOffer([refund(30)]), caps("dollars", "USD"), caps("yen", "JPY")];
    expect(answer(both, { rates }).excluded.map(({ rule }) => rule)).toEqual(["shop/yen/cap-0"]);
    expect(() => answer([shopOffer([refund(30)]), caps("nothing", undefined)])).toThrow(
      expect.objectContaining({
        findings: [
          {
            code: "currency_missing",
            message: 'rule "cap-0" of shop/nothing names a limit, but the policy no currency',
            path: "currency",
            fix: 'add "currency" to the policy',
          },
        ],
      }),
    );
  });
});

describe("approvals", () => {
  const asked = (because?: string) =>
    shopPolicy("approvals", [{ type: "approval", params: { role: "operations" }, ...(because === undefined ? {} : { because }) }]);

  it("say the reason of their rule, or its name", () => {
    expect(answer([shopOffer([apology]), asked("Somebody looks.")]).approval).toEqual({
      needed: true,
      role: "operations",
      because: "Somebody looks.",
      rule: "shop/approvals/approval-0",
    });
    expect(answer([shopOffer([apology]), asked()]).approval?.because).toBe("approval-0");
  });

  it("aren't asked for where nothing is offered and nothing waits", () => {
    expect(answer([shopOffer([]), asked()]).approval).toBeNull();
    const hold = shopPolicy("exclusions", [{ type: "hold", params: { remedies: ["apology"], code: "waits" } }]);
    expect(answer([shopOffer([apology]), hold, asked()])).toMatchObject({
      choices: [],
      approval: { role: "operations" },
      excluded: [{ remedy: "apology", reason: "waits" }],
    });
  });

  it("of an exclusion that is no hold aren't asked for", () => {
    const params = { remedies: ["apology"], code: "not_now" };
    const exclude = shopPolicy("exclusions", [
      { type: "exclude", params },
      { type: "hold", params: { remedies: ["gift"], code: "waits" } },
    ]);
    expect(answer([shopOffer([apology]), exclude, asked()])).toMatchObject({
      choices: [],
      approval: null,
      rules: ["shop/offer/offer-0", "shop/exclusions/exclude-0"],
    });
  });
});
