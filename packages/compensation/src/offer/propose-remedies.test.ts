import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "@amends/core/errors";
import type { CaseFile, Remedies } from "@amends/core/model";
import { compareMoney, convert, toMinorUnits } from "@amends/core/money";
import { parsePolicy, type Policy } from "@amends/core/rules";
import { caseArbitrary } from "./case-arbitrary.js";
import { proposeRemedies } from "./propose-remedies.js";
import { remediesStage } from "./remedies-stage.js";
import { remedyKey } from "./remedy-key.js";

const now = "2026-03-03T15:00:00Z";
const usd = (amount: string) => ({ amount, currency: "USD" });
const rates = { base: "USD", date: "2026-03-02", rates: { EUR: "0.92", JPY: "150" } };

function offer(given: Partial<CaseFile>, policies?: readonly Policy[]): Remedies {
  const remedies = proposeRemedies({ id: "C-1", now, ticket: { channel: "email" }, ...given }, policies);
  if ("undecided" in remedies) throw new Error("undecided");
  return remedies;
}
const band = (word: string) => ({ band: word, churn: false }) as unknown as NonNullable<CaseFile["risk"]>;
const text = (given: object) => ({ signals: [], ...given }) as unknown as NonNullable<CaseFile["classification"]>;
const kinds = ({ choices }: Remedies) => choices.map(({ remedy }) => remedy);

const delayed: Partial<CaseFile> = {
  customer: { country: "US", orders: 6, complaints: 0, vip: false },
  order: { id: "O-1001", total: usd("89.90"), placedAt: "2026-01-15T10:00:00Z", shipTo: "US", paymentMethod: "card" },
  shipment: {
    carrier: "yunexpress",
    shippedAt: "2026-01-17T10:00:00Z",
    laneAverageDays: 12,
    events: [{ at: "2026-01-28T02:00:00Z", status: "customs", reason: "inspection" }],
  },
  claim: { issueType: "logistics_delay", amount: usd("89.90") },
};

describe("the worked example of 45 days", () => {
  it("offers the playbook, its cost, and pays before the carrier does", () => {
    expect(offer(delayed)).toMatchObject({
      tier: 2,
      choices: [
        { remedy: "wait", gives: { couponPercent: 20 }, cost: usd("0.00") },
        { remedy: "reship", gives: { priority: true, goodsValue: usd("89.90") }, cost: usd("53.94") },
        { remedy: "full_refund", gives: { refundPercent: 100, amount: usd("89.90") }, cost: usd("89.90") },
      ],
      alwaysAdd: { nextPurchaseDiscountPercent: 20 },
      cost: { min: usd("0.00"), max: usd("89.90") },
      advancePayout: true,
      returnRequired: false,
      approval: null,
      excluded: [],
    });
  });

  it("knows no claim terms of the carrier, and invents none", () => {
    const { carrierClaim, missing } = offer(delayed);
    expect(carrierClaim).toEqual({
      carrier: "yunexpress",
      reason: "delayed",
      amount: usd("89.90"),
      evidence: ["carrier_statement"],
      fileBy: null,
      liabilityLimit: null,
      source: null,
      confidence: null,
      note: "no claim terms of yunexpress are on file",
    });
    expect(missing).toContain("packs.carrier/terms.yunexpress");
  });

  it("leaves out waiting where the parcel goes nowhere", () => {
    const { choices, excluded } = offer({ ...delayed, shipment: { ...delayed.shipment, events: [{ at: now, status: "returned" }] } });
    expect(choices.map(({ remedy }) => remedy)).toEqual(["reship", "full_refund"]);
    expect(excluded).toEqual([
      {
        remedy: "wait",
        reason: "nothing_to_wait_for",
        because: "The parcel won't come any more.",
        rule: "compensation/standard-exclusions/nothing-to-wait-for",
      },
    ]);
  });
});

describe("the issue", () => {
  it("is undecided where neither claim nor text names one", () => {
    expect(proposeRemedies({ now, ticket: { channel: "email" } })).toEqual({
      undecided: true,
      missing: ["claim.issueType", "classification.issueType"],
    });
    expect(proposeRemedies({ now, ticket: { channel: "email" }, claim: { issueType: "no such word" } })).toHaveProperty("undecided", true);
  });
  it("is the claim's before the text's, and the text's where the claim's isn't known", () => {
    const classification = text({ issueType: "service_complaint", isComplaint: true });
    expect(kinds(offer({ classification }))).toEqual(["apology", "coupon", "points"]);
    expect(kinds(offer({ classification, claim: { issueType: "product_inquiry" } }))).toEqual([]);
    const unknown = offer({ classification, claim: { issueType: "no such word" } });
    expect(kinds(unknown)).toEqual(["apology", "coupon", "points"]);
    expect(unknown.missing).toContain("claim.issueType");
  });
  it("without a grievance is made good with nothing", () => {
    const remedies = offer({ claim: { issueType: "product_inquiry" }, order: { total: usd("5000.00") } });
    expect(remedies).toMatchObject({
      tier: null,
      choices: [],
      alwaysAdd: {},
      cost: null,
      approval: null,
      returnRequired: false,
      advancePayout: false,
      carrierClaim: null,
    });
  });
});

describe("risk", () => {
  it("never removes what is owed: it asks for an approval and evidence, and nothing is paid in advance", () => {
    const high = offer({ ...delayed, risk: band("high") });
    expect(kinds(high)).toEqual(kinds(offer(delayed)));
    expect(high.choices[0]?.gives).toEqual({});
    expect(high.approval).toMatchObject({ needed: true, role: "operations", rule: "compensation/standard-approvals/high-risk" });
    expect(high.plays).toEqual(["ask_for_evidence"]);
    expect(high).toMatchObject({ advancePayout: false, carrierClaim: { reason: "delayed" } });
  });
  it("can't be made to remove it by a policy", () => {
    const harsh: Policy = {
      policy: "shop/harsh",
      version: "1.0.0",
      stage: "remedies",
      decision: "exclusions",
      decide: "all",
      rules: [
        {
          name: "deny",
          conditions: { all: [{ fact: "risk.band", operator: "equal", value: "high" }] },
          event: { type: "exclude", params: { remedies: ["full_refund", "reship", "wait"], code: "risky" } },
        },
      ],
    };
    const remedies = offer({ ...delayed, risk: band("high") }, [...remediesStage.policies, harsh]);
    expect(kinds(remedies)).toEqual(["reship", "full_refund"]);
    expect(remedies.excluded.map(({ remedy, reason, rule }) => [remedy, reason, rule])).toEqual([
      ["wait", "risky", "shop/harsh/deny"],
      ["nextPurchaseDiscountPercent", "waits_for_review", "compensation/standard-exclusions/goodwill-waits-for-the-review"],
    ]);
  });
});

describe("the high risk band", () => {
  const claimer: Partial<CaseFile> = {
    customer: { country: "US", orders: 14, complaints: 9 },
    order: { id: "O-1", total: usd("249.00"), shipTo: "US" },
    shipment: { carrier: "usps", deliveredAt: "2026-03-01T19:12:00Z", proof: "photo", events: [{ at: now, status: "delivered" }] },
    claim: { issueType: "logistics_not_received", amount: usd("249.00"), expectation: usd("249.00") },
  };
  const churning = { band: "high", churn: true } as unknown as NonNullable<CaseFile["risk"]>;
  const review = "compensation/standard-exclusions/goodwill-waits-for-the-review";

  it("keeps what is owed after the check, holds what goes beyond it, and asks a person", () => {
    const remedies = offer({ ...claimer, risk: churning });
    expect(remedies).toMatchObject({
      tier: 2,
      choices: [
        { remedy: "wait", gives: { investigationDays: 5 } },
        { remedy: "reship", gives: { afterInvestigation: true } },
        { remedy: "full_refund", gives: { refundPercent: 100, afterInvestigation: true, amount: usd("249.00") } },
      ],
      alwaysAdd: {},
      beyondExpectation: null,
      approval: { role: "operations", rule: "compensation/standard-approvals/high-risk" },
      plays: ["investigate_with_carrier", "ask_for_evidence"],
    });
    expect(remedies.excluded).toEqual([
      { remedy: "beyondExpectation", reason: "waits_for_review", because: expect.stringContaining("goodwill waits"), rule: review },
    ]);
    expect(remedies.rules).toContain(review);
    const content = { ...claimer, claim: { ...claimer.claim, expectation: usd("150.00") } };
    expect(offer({ ...content, risk: { ...churning, band: "review" } })).toMatchObject({
      beyondExpectation: { min: usd("180.00"), max: usd("195.00") },
      plays: expect.arrayContaining(["retention"]),
    });
  });
  it("holds coupons, points, parts and additions by name, and asks a person even where nothing else is left", () => {
    const late = { claim: { issueType: "logistics_delay" }, shipment: { shippedAt: "2026-02-01T00:00:00Z", laneAverageDays: 12 } };
    const held = offer({ ...late, customer: { vip: true }, order: { id: "O-1", total: usd("60.00") }, risk: churning });
    expect(kinds(held)).toEqual(["wait", "reship", "full_refund"]);
    expect(held.excluded.map(({ remedy }) => remedy)).toEqual(["partial_refund", "couponPercent", "points"]);
    const coupons = remediesStage.policies.map((policy) => {
      if (policy.decision !== "offer") return policy;
      const [rule] = policy.rules.filter(({ name }) => name === "refund-on-its-way");
      const params = { tier: 1, choices: [{ remedy: "coupon", gives: { couponPercent: 10 } }] };
      const conditions = { all: [{ fact: "claim.issue", operator: "equal", value: "refund_status" }] };
      return { ...policy, conditions: {}, rules: [{ ...rule, conditions, event: { type: "offer", params } }] } as Policy;
    });
    const only = offer({ claim: { issueType: "refund_status" }, risk: churning }, coupons);
    expect(only).toMatchObject({ choices: [], approval: { rule: "compensation/standard-approvals/high-risk" } });
    expect(only.excluded).toMatchObject([{ remedy: "coupon", reason: "waits_for_review" }]);
  });
  it("names no rule that held nothing", () => {
    expect(offer({ claim: { issueType: "product_inquiry" }, risk: churning }).rules).toEqual([
      "compensation/standard-offers/nothing-to-make-good",
      "compensation/standard-plays/evidence-first",
    ]);
  });
});

describe("a scan against the customer's word", () => {
  const disputed = (given: Partial<CaseFile> = {}) =>
    offer({
      ticket: { channel: "email", createdAt: now },
      order: { id: "O-1", total: usd("129.00"), shipTo: "US" },
      shipment: { carrier: "usps", deliveredAt: "2026-03-02T10:42:00Z" },
      claim: { issueType: "logistics_not_received" },
      ...given,
    });
  it("is a matter for the carrier first, for so many days", () => {
    expect(disputed()).toMatchObject({ plays: ["investigate_with_carrier"], advancePayout: false, carrierClaim: { reason: "lost" } });
    expect(kinds(disputed())).toEqual(["wait", "reship", "full_refund"]);
    const over = disputed({ ticket: { channel: "email", createdAt: "2026-02-26T15:00:00Z" } });
    expect(over.choices.map(({ remedy, gives }) => [remedy, gives["afterInvestigation"]])).toEqual([
      ["reship", undefined],
      ["full_refund", undefined],
    ]);
  });
  it("is no question for a small amount, nor a long one where the law leaves the risk with the seller", () => {
    const small = disputed({ order: { id: "O-1", total: usd("24.00"), shipTo: "US" } });
    expect(kinds(small)).toEqual(["reship", "full_refund"]);
    expect(small.advancePayout).toBe(true);
    const german = disputed({ order: { id: "O-1", total: { amount: "129.00", currency: "EUR" }, shipTo: "DE" }, rates });
    expect(german.choices.map(({ remedy, gives }) => [remedy, gives["investigationDays"]])).toEqual([
      ["reship", undefined],
      ["full_refund", undefined],
      ["wait", 3],
    ]);
  });
});

describe("a missing part", () => {
  const chairs: Partial<CaseFile> = {
    order: { id: "O-1", total: usd("3960.00") },
    claim: { issueType: "wrong_or_missing_item", amount: usd("1782.00") },
  };
  it("is sent, or its share paid back; the whole order isn't the question", () => {
    expect(offer(chairs).choices).toMatchObject([
      { remedy: "reship", gives: { priority: true, of: "claim", goodsValue: usd("1782.00") }, cost: usd("1069.20") },
      { remedy: "partial_refund", gives: { refundPercent: 100, of: "claim", amount: usd("1782.00") }, cost: usd("1782.00") },
    ]);
  });
  it("is owed: no goodwill cap and no empty goodwill budget touches it", () => {
    const small = offer({
      order: { id: "O-1", total: usd("300.00") },
      claim: { issueType: "wrong_or_missing_item", amount: usd("90.00") },
      budgets: [{ name: "goodwill", limit: usd("10.00"), spent: usd("10.00") }],
    });
    expect(kinds(small)).toEqual(["reship", "partial_refund"]);
    expect(small).toMatchObject({ approval: null, excluded: [] });
  });
  it("is settled once its share was paid back", () => {
    const again = offer({ ...chairs, payouts: [{ remedy: "partial_refund", amount: usd("1782.00"), at: now }] });
    expect(again.choices).toEqual([]);
    expect(again.excluded.map(({ remedy, reason }) => [remedy, reason])).toEqual([
      ["reship", "already_paid"],
      ["partial_refund", "already_paid"],
    ]);
    expect(kinds(offer({ ...chairs, payouts: [{ remedy: "partial_refund", amount: usd("100.00") }] }))).toEqual(["reship"]);
  });
});

describe("an overdue refund", () => {
  const overdue: Partial<CaseFile> = {
    order: { id: "O-1", total: usd("64.20") },
    claim: { issueType: "refund_status", amount: usd("64.20") },
    classification: text({ issueType: "service_complaint", isComplaint: true, sentiment: "negative" }),
  };
  it("is paid now, with a little for the wait", () => {
    const remedies = offer(overdue);
    expect(remedies).toMatchObject({
      choices: [{ remedy: "apology" }, { remedy: "full_refund", gives: { amount: usd("64.20") } }],
      alwaysAdd: { nextPurchaseDiscountPercent: 10 },
      approval: null,
      plays: ["pay_promised_refund"],
    });
    const part = offer({ ...overdue, order: { id: "O-1", total: usd("100.00") } });
    expect(part.choices[1]).toMatchObject({ remedy: "partial_refund", gives: { amount: usd("64.20") }, cost: usd("64.20") });
    const foreign = offer({ ...overdue, rates, order: { id: "O-1", total: { amount: "100.00", currency: "EUR" } } });
    expect(foreign.choices[1]).toMatchObject({ remedy: "partial_refund", cost: { amount: "59.06", currency: "EUR" } });
  });
  it("is looked at by a person where only the text speaks of it", () => {
    const words = offer({ ...overdue, claim: null, classification: text({ issueType: "refund_status", isComplaint: true }) });
    expect(kinds(words)).toEqual(["apology", "full_refund"]);
    expect(words.approval).toMatchObject({ rule: "compensation/standard-approvals/refund-by-the-text-alone" });
  });
  it("is traced, not paid twice, where it was paid under whatever key or can't be compared", () => {
    for (const amount of [usd("64.20"), usd("80.00"), { amount: "1.00", currency: "EUR" }, null]) {
      const paid = offer({ ...overdue, payouts: [{ key: "another", remedy: "return_and_refund", amount }] });
      expect(kinds(paid)).toEqual(["apology", "coupon"]);
      expect(paid.plays).toEqual(["trace_refund"]);
    }
    expect(kinds(offer({ ...overdue, order: null, claim: { issueType: "refund_status" }, payouts: [{ remedy: "full_refund" }] }))).toEqual([
      "apology",
      "coupon",
    ]);
    const part = offer({ ...overdue, payouts: [{ key: "another", remedy: "partial_refund", amount: usd("20.00") }] });
    expect(part.choices[1]?.cost).toEqual(usd("44.20"));
  });
});

describe("what a choice costs", () => {
  const withParameters = (values: Record<string, unknown>, more: object = {}): Policy[] =>
    remediesStage.policies.map((policy) =>
      policy.decision === "offer" ? ({ ...policy, ...more, parameters: { ...policy.parameters, ...values } } as Policy) : policy,
    );
  const late: Partial<CaseFile> = {
    claim: { issueType: "logistics_delay" },
    shipment: { shippedAt: "2026-02-01T00:00:00Z", laneAverageDays: 20 },
  };
  const pointsOf = (given: Partial<CaseFile>, policies?: readonly Policy[]) =>
    offer({ ...late, ...given }, policies).choices.find(({ remedy }) => remedy === "points");

  it("says why, where nobody can tell", () => {
    expect(pointsOf({})).toMatchObject({ cost: null, costBecause: expect.stringContaining("pointValue") });
    expect(offer({ claim: { issueType: "quality_defect" } }).choices[0]).toMatchObject({
      cost: null,
      costBecause: "it can't be told without order.total",
    });
    expect(offer(delayed).choices[2]).not.toHaveProperty("costBecause");
  });
  it("is known of points once the policy says what one is worth", () => {
    const worth = withParameters({ pointValue: 0.0125 });
    expect(pointsOf({ order: { id: "O-1", total: usd("60.00") } }, worth)).toMatchObject({ cost: usd("2.50") });
    const yen = { id: "O-1", total: { amount: "9000", currency: "JPY" } };
    expect(pointsOf({ order: yen, rates }, worth)?.cost).toEqual({ amount: "375", currency: "JPY" });
    expect(pointsOf({ order: yen }, worth)).toMatchObject({ cost: null, costBecause: "it can't be told without rates.USD-JPY" });
    expect(pointsOf({}, worth)?.cost).toEqual(usd("2.50"));
    const dear = offer({ ...late, order: { id: "O-1", total: usd("60.00") } }, withParameters({ pointValue: 1 }));
    expect(dear.excluded).toMatchObject([{ remedy: "points", reason: "above_cap" }]);
  });
  it("is the share of the price that the policy names, of goods that are sent again", () => {
    const reshipped = (policies: readonly Policy[]) => offer(delayed, policies).choices[1]?.cost;
    expect(reshipped(withParameters({ goodsCostPercent: 33.3 }))).toEqual(usd("29.94"));
    expect(reshipped(withParameters({ goodsCostPercent: 0 }))).toEqual(usd("0.00"));
    const silent = remediesStage.policies.map((policy) => {
      if (policy.decision !== "offer") return policy;
      const { goodsCostPercent: _, pointValue: __, ...parameters } = policy.parameters ?? {};
      return { ...policy, parameters };
    });
    expect(reshipped(silent)).toEqual(usd("89.90"));
  });
  it("refuses figures that can't be", () => {
    for (const value of [-1, 100.5, "sixty"]) {
      expect(() => offer(delayed, withParameters({ goodsCostPercent: value }))).toThrow(/goodsCostPercent/);
    }
    expect(() => offer(delayed, withParameters({ pointValue: -0.01 }))).toThrow(/pointValue/);
    const [rule] = remediesStage.policies.find(({ decision }) => decision === "offer")?.rules ?? [];
    expect(() => offer(delayed, withParameters({ pointValue: 0.01 }, { currency: undefined, conditions: {}, rules: [rule] }))).toThrow(
      /names its currency/,
    );
  });
});

describe("money", () => {
  const defect = (given: Partial<CaseFile>) => offer({ claim: { issueType: "quality_defect" }, ...given });

  it("refunds what is claimed, at most what was paid, in the order's currency", () => {
    const order = { id: "O-1", total: { amount: "50.00", currency: "EUR" } };
    const cost = (amount: { amount: string; currency: string }) =>
      defect({ order, rates, claim: { issueType: "quality_defect", amount } }).choices[0]?.cost;
    expect(cost({ amount: "12.50", currency: "EUR" })).toEqual({ amount: "12.50", currency: "EUR" });
    expect(cost({ amount: "80.00", currency: "EUR" })).toEqual({ amount: "50.00", currency: "EUR" });
    expect(cost(usd("10.00"))).toEqual({ amount: "9.20", currency: "EUR" });
  });
  it("rounds a part half to even in the currency's own minor units", () => {
    const partial = (total: { amount: string; currency: string }) =>
      offer({
        claim: { issueType: "not_as_described" },
        order: { total },
        rates: { ...rates, rates: { ...rates.rates, KWD: "0.3" } },
      }).choices.at(-1)?.cost;
    expect(partial({ amount: "3335", currency: "JPY" })).toEqual({ amount: "1000", currency: "JPY" });
    expect(partial({ amount: "6.345", currency: "KWD" })).toEqual({ amount: "1.904", currency: "KWD" });
  });
  it("goes beyond the expectation by 20 to 30 per cent, inside minor units", () => {
    const beyond = (amount: string, currency: string) =>
      defect({
        order: { id: "O-1", total: { amount: "5000", currency } },
        rates: { base: "USD", date: "2026-03-02", rates: { JPY: "150", KWD: "0.3" } },
        claim: { issueType: "quality_defect", expectation: { amount, currency } },
      }).beyondExpectation;
    expect(beyond("10.00", "USD")).toEqual({ min: usd("12.00"), max: usd("13.00") });
    expect(beyond("9.99", "USD")).toEqual({ min: usd("11.99"), max: usd("12.98") });
    expect(beyond("2", "JPY")).toEqual({ min: { amount: "3", currency: "JPY" }, max: { amount: "3", currency: "JPY" } });
    expect(beyond("0.333", "KWD")).toEqual({ min: { amount: "0.400", currency: "KWD" }, max: { amount: "0.432", currency: "KWD" } });
    expect(beyond("-1.00", "USD")).toBeNull();
  });
  it("goes beyond the expectation in the order's currency, within what is left to refund and the caps", () => {
    const complaint = (expectation: { amount: string; currency: string }, given: Partial<CaseFile> = {}) =>
      offer({ order: { id: "O-1", total: usd("90.00") }, rates, claim: { issueType: "service_complaint", expectation }, ...given });
    expect(complaint({ amount: "9.20", currency: "EUR" }).beyondExpectation).toEqual({ min: usd("12.00"), max: usd("13.00") });
    expect(complaint(usd("72.00")).beyondExpectation).toEqual({ min: usd("86.40"), max: usd("90.00") });
    expect(complaint(usd("80.00")).beyondExpectation).toEqual({ min: usd("90.00"), max: usd("90.00") });
    const tooMuch = complaint(usd("100000.00"));
    expect(tooMuch.beyondExpectation).toBeNull();
    expect(tooMuch.excluded).toContainEqual(
      expect.objectContaining({ remedy: "beyondExpectation", reason: "above_refundable", rule: null }),
    );
    const paid = complaint(usd("20.00"), { payouts: [{ key: "K", remedy: "full_refund", amount: usd("68.00") }] });
    expect(paid.beyondExpectation).toEqual({ min: usd("22.00"), max: usd("22.00") });
    const dear = { order: { id: "O-1", total: usd("900.00") } };
    const capped = complaint(usd("400.00"), dear);
    expect(capped.beyondExpectation).toEqual({ min: usd("450.00"), max: usd("450.00") });
    expect(capped.rules).toContain("compensation/standard-caps/goodwill-cap");
    const generous = complaint(usd("400.00"), { ...dear, customer: { goodwill: [{ at: now, amount: usd("170.00") }] } });
    expect(generous.beyondExpectation).toEqual({ min: usd("430.00"), max: usd("430.00") });
    const used = complaint(usd("20.00"), { ...dear, budgets: [{ name: "goodwill", limit: usd("10.00"), spent: usd("10.00") }] });
    expect(used.excluded).toContainEqual(expect.objectContaining({ remedy: "beyondExpectation", reason: "over_budget" }));
    const foreign = complaint({ amount: "5.00", currency: "CHF" });
    expect([foreign.beyondExpectation, foreign.missing.includes("rates.CHF-USD")]).toEqual([null, true]);
    const unjudged = complaint({ amount: "5.00", currency: "CHF" }, { order: { id: "O-1", total: { amount: "90.00", currency: "CHF" } } });
    expect(unjudged.beyondExpectation?.min).toEqual({ amount: "6.00", currency: "CHF" });
    expect(unjudged.approval?.because).toContain("can't be judged without rates");
  });
  it("says that a cap over the customer's goodwill is held to what is known", () => {
    const partial = (customer: CaseFile["customer"]) =>
      offer({ order: { id: "O-1", total: usd("60.00") }, claim: { issueType: "not_as_described" }, customer }).missing;
    expect(partial({ orders: 1 })).toContain("customer.goodwill");
    expect(partial(undefined)).toContain("customer.goodwill");
    expect(partial({ goodwill: [] })).not.toContain("customer.goodwill");
  });
  it("is never guessed: without an amount or a rate a human approves", () => {
    const nothing = defect({});
    expect(nothing.choices.map(({ cost }) => cost)).toEqual([null, null, null]);
    expect(nothing.missing).toContain("order.total");
    expect(nothing.approval).toMatchObject({ role: "admin", rule: "compensation/standard-caps/case-cap" });
    expect(nothing.approvals?.at(-1)).toMatchObject({ role: "operations", rule: "compensation/standard-approvals/cost-unknown" });
    const noRate = defect({ order: { total: { amount: "50.00", currency: "EUR" } } });
    expect(noRate.choices[0]?.cost).toEqual({ amount: "50.00", currency: "EUR" });
    expect(noRate.missing).toContain("rates.EUR-USD");
    expect(noRate.approval).toMatchObject({ needed: true, role: "admin", rule: "compensation/standard-caps/case-cap" });
    expect(noRate.approvals?.at(-1)).toMatchObject({ rule: "compensation/standard-approvals/cost-unknown" });
    const stale = defect({ order: { total: { amount: "50.00", currency: "EUR" } }, rates: { ...rates, date: "2026-02-20" } });
    expect(stale.missing).toContain("rates.EUR-USD");
  });
  it("of nothing claimed is no claim: the claim is about the order", () => {
    const total = usd("60.00");
    const issueType = "quality_defect";
    expect(defect({ order: { total }, claim: { issueType, amount: usd("0.00") } }).choices).toEqual(
      defect({ order: { total }, claim: { issueType } }).choices,
    );
    expect(defect({ claim: { issueType, amount: usd("0.00") } }).missing).toContain("order.total");
  });
  it("below zero was neither paid nor spent: it is missing", () => {
    const order = { id: "O-1", total: usd("60.00") };
    const paid = defect({ order, payouts: [{ key: "x", remedy: "partial_refund", amount: usd("-500.00") }] });
    expect(paid.missing).toContain("payouts[0].amount");
    for (const { cost } of paid.choices) expect(compareMoney(cost ?? usd("0.00"), order.total)).toBeLessThanOrEqual(0);
    const pot = (limit: string, spent: string) => defect({ order, budgets: [{ name: "goodwill", limit: usd(limit), spent: usd(spent) }] });
    expect(pot("1.00", "-100.00").missing).toContain("budgets.goodwill.spent");
    expect(pot("-1.00", "0.00").missing).toContain("budgets.goodwill.limit");
    expect(defect({ order, customer: { goodwill: [{ amount: usd("-100.00") }] } }).missing).toContain("customer.goodwill[0].amount");
  });
  it("below zero is no amount", () => {
    expect(defect({ order: { total: usd("-5.00") } }).missing).toContain("order.total");
    expect(
      defect({ order: { total: usd("60.00") }, claim: { issueType: "quality_defect", amount: usd("-5.00") } }).choices[0]?.cost,
    ).toBeNull();
  });
});

describe("caps, budgets and approvals", () => {
  const serious: Partial<CaseFile> = {
    claim: { issueType: "logistics_delay" },
    shipment: { shippedAt: "2026-02-01T00:00:00Z", laneAverageDays: 14 },
  };
  it("leave out goodwill above the cap, and keep what is owed for an approval", () => {
    const remedies = offer({ ...serious, order: { id: "O-1", total: usd("900.00") } });
    expect(kinds(remedies)).toEqual(["wait"]);
    expect(remedies.excluded.map(({ remedy, reason, rule }) => [remedy, reason, rule])).toEqual([
      ["reship", "above_cap", "compensation/standard-caps/case-cap"],
      ["partial_refund", "above_cap", "compensation/standard-caps/goodwill-cap"],
    ]);
    expect(remedies.rules.filter((rule) => rule.includes("-caps/"))).toEqual([
      "compensation/standard-caps/case-cap",
      "compensation/standard-caps/goodwill-cap",
    ]);
    const owed = offer({ ...delayed, order: { id: "O-1", total: usd("600.00") } });
    expect(kinds(owed)).toEqual(["wait", "reship", "full_refund"]);
    expect(owed.approval).toMatchObject({ role: "admin", rule: "compensation/standard-caps/case-cap" });
    expect(owed.approvals?.map(({ role, rule }) => [role, rule.split("/").at(-1)])).toEqual([
      ["admin", "case-cap"],
      ["operations", "dear"],
    ]);
    const between = offer({ ...delayed, order: { id: "O-1", total: usd("300.00") } });
    expect(between.approval).toMatchObject({ role: "operations", rule: "compensation/standard-approvals/dear" });
    expect(between).not.toHaveProperty("approvals");
    expect(offer({ ...delayed, order: { id: "O-1", total: usd("1000.01") } }).approvals?.map(({ role }) => role)).toEqual([
      "admin",
      "admin",
    ]);
  });
  it("are judged in the policy's currency", () => {
    const eur = (amount: string) => kinds(offer({ ...serious, rates, order: { id: "O-1", total: { amount, currency: "EUR" } } }));
    expect(eur("459.99")).toContain("partial_refund");
    expect(eur("460.10")).not.toContain("partial_refund");
  });
  it("keep to what is left of the budget", () => {
    const budget = (spent: object) =>
      offer({
        ...serious,
        rates,
        order: { id: "O-1", total: usd("200.00") },
        budgets: [{ name: "goodwill", limit: usd("100.00"), ...spent }],
      });
    expect(kinds(budget({ spent: usd("80.00") }))).toContain("partial_refund");
    expect(budget({ spent: usd("80.01") }).excluded).toMatchObject([{ remedy: "partial_refund", reason: "over_budget" }]);
    expect(budget({ spent: { amount: "73.60", currency: "EUR" } }).excluded).toEqual([]);
    expect(budget({}).missing).toContain("budgets.goodwill.spent");
    expect(budget({ spent: { amount: "1.00", currency: "CHF" } }).missing).toContain("rates.CHF-USD");
  });
  it("ask for an approval where something was paid before or nothing identifies the case", () => {
    expect(offer({ ...delayed, payouts: [{ remedy: "coupon" }] }).approval).toMatchObject({
      rule: "compensation/standard-approvals/paid-before",
    });
    const { order, ...rest } = delayed;
    expect(offer({ ...rest, id: null, order: { total: order?.total } }).approval).toMatchObject({
      rule: "compensation/standard-approvals/nothing-identifies-the-case",
    });
  });
});

describe("the idempotency key", () => {
  it("keeps the same case from being paid twice", () => {
    const [, , refund] = offer(delayed).choices;
    const again = offer({
      ...delayed,
      now: "2026-04-01T00:00:00Z",
      payouts: [{ key: refund?.idempotencyKey, at: now, remedy: "full_refund" }],
    });
    expect(again).toMatchObject({ choices: [], alwaysAdd: {}, advancePayout: false, cost: null, approval: null });
    expect(again.excluded.map(({ remedy, reason, because }) => [remedy, reason, because])).toEqual([
      ["wait", "already_paid", "all the money that it is about went back already"],
      ["reship", "already_paid", "all the money that it is about went back already"],
      ["full_refund", "already_paid", `it was paid at ${now}`],
    ]);
    expect(kinds(offer({ ...delayed, payouts: [{ remedy: "return_and_refund" }] }))).toEqual([]);
    const [, reship] = offer(delayed).choices;
    expect(kinds(offer({ ...delayed, payouts: [{ key: reship?.idempotencyKey, remedy: "reship" }] }))).toEqual(["wait", "full_refund"]);
    expect(kinds(offer({ ...delayed, payouts: [{ key: "another", remedy: "full_refund" }] }))).toHaveLength(3);
  });
  it("isn't settled by a refund that is less than the claim", () => {
    const paid = (...payouts: NonNullable<CaseFile["payouts"]>) => kinds(offer({ ...delayed, payouts }));
    const [, , refund] = offer(delayed).choices;
    const all = { remedy: "full_refund", key: refund?.idempotencyKey };
    expect(paid({ ...all, amount: usd("1.00") })).toEqual(["wait", "reship"]);
    expect(paid({ ...all, amount: usd("1.00") }, { remedy: "return_and_refund", amount: usd("88.89") })).toEqual(["wait", "reship"]);
    expect(paid({ ...all, amount: usd("1.00") }, { remedy: "return_and_refund", amount: usd("88.90") })).toEqual([]);
    expect(paid({ remedy: "return_and_refund", amount: usd("1.00") })).toEqual(["wait", "reship", "full_refund"]);
    for (const amount of [usd("89.90"), null, { amount: "1.00", currency: "CHF" }]) expect(paid({ ...all, amount })).toEqual([]);
  });
  it("is joined by the sum: everything refunded leaves nothing to settle, a part leaves the rest", () => {
    const paid = (amount: string) => offer({ ...delayed, payouts: [{ key: "another", remedy: "partial_refund", amount: usd(amount) }] });
    expect(kinds(paid("89.90"))).toEqual([]);
    expect(paid("30.00").choices[2]?.cost).toEqual(usd("59.90"));
    expect(kinds(paid("100.00"))).toEqual([]);
    const foreign = offer({
      ...delayed,
      payouts: [{ key: "another", remedy: "partial_refund", amount: { amount: "1.00", currency: "CHF" } }],
    });
    expect(foreign.choices[2]?.cost).toBeNull();
    expect(foreign.missing).toContain("rates.CHF-USD");
  });
  it("doesn't change with time, amounts or policies, and differs by case, order, issue, remedy and sequence", () => {
    const key = (given: Partial<CaseFile>, sequence?: number) =>
      remedyKey({ id: "C-1", ticket: { channel: "email" }, ...delayed, ...given }, "reship", sequence);
    expect(key({ now: "2027-01-01T00:00:00Z", claim: { issueType: "logistics_delay", amount: usd("1.00") } })).toBe(key({}));
    const others = [
      key({}),
      key({}, 1),
      key({ id: "C-2" }),
      key({ order: { id: "O-2" } }),
      key({ claim: { issueType: "quality_defect" } }),
      remedyKey({ id: "C-1", ...delayed }, "offer"),
    ];
    expect(new Set(others).size).toBe(others.length);
  });
  it("tells cases without any id apart by who wrote what and when", () => {
    const key = (words: string, email = "a@example.com") =>
      remedyKey({ ticket: { channel: "email", text: words }, customer: { email }, claim: { issueType: "quality_defect" } }, "reship");
    expect(key("It broke.")).toBe(key("It broke."));
    expect(new Set([key("It broke."), key("Broken!"), key("It broke.", "b@example.com")]).size).toBe(3);
  });
});

describe("carrier claims", () => {
  const lost = (carrier: string | null, given: object = {}) =>
    offer({
      ...delayed,
      claim: { issueType: "logistics_not_received" },
      shipment: { carrier, shippedAt: "2026-01-17T10:00:00Z", events: [{ at: now, status: "lost" }], ...given },
    });
  it("carry the filing deadline and the liability limit of dated terms", () => {
    expect(lost("FedEx")).toMatchObject({
      advancePayout: true,
      carrierClaim: { reason: "lost", fileBy: "2026-10-18T00:00:00Z", liabilityLimit: usd("100.00"), confidence: "B" },
      deadlines: [{ kind: "carrier_claim", at: "2026-10-18T00:00:00Z", because: "the claim with FedEx must be filed by then" }],
    });
    expect(lost("DHL Express").carrierClaim).toMatchObject({
      fileBy: "2026-02-17T00:00:00Z",
      liabilityLimit: null,
      note: expect.stringContaining("the period is over"),
    });
    expect(lost("UPS", { shippedAt: null })).toMatchObject({
      carrierClaim: { fileBy: null },
      missing: expect.arrayContaining(["shipment.shippedAt"]),
    });
    expect(lost(null)).toMatchObject({
      carrierClaim: { carrier: null, fileBy: null, note: "the case doesn't name the carrier" },
      missing: expect.arrayContaining(["shipment.carrier"]),
    });
  });
  it("take the host's terms first, and refuse those that can't be read", () => {
    const fact = (id: string, value: object) => ({ id, value, source: "our contract", confidence: "A", verifiedAt: "2026-11-21" });
    const scope = { because: "Our contract says so.", carriers: ["yunexpress"] };
    const period = (reason: string) =>
      fact("own.claim", { ...scope, kind: "period", reasons: [reason], from: "shipment.shippedAt", within: { days: 10 } });
    const limit = (amount: string) => fact("own.liability", { ...scope, kind: "liability", limit: { money: usd(amount) } });
    const run = (...facts: object[]) =>
      proposeRemedies({ id: "C-1", now, ...delayed }, undefined, { packs: { "carrier/terms": { pack: "ours", version: "1.0.0", facts } } });
    expect(run(period("delayed"), limit("20.00"))).toMatchObject({
      carrierClaim: { fileBy: "2026-01-28T00:00:00Z", liabilityLimit: usd("20.00"), source: "our contract" },
    });
    expect(run(period("damaged"))).toMatchObject({ carrierClaim: { fileBy: null, note: "the terms name no period for delayed" } });
    expect(() => run(limit("1.234"))).toThrow(/facts\[0\]\.value\.limit/);
    expect(() => run("terms" as never)).toThrow(/can't be read/);
  });
});

describe("plays", () => {
  const angry = {
    ...delayed,
    classification: { issueType: "logistics_delay", sentiment: "angry", isComplaint: true, signals: [] },
  } as unknown as Partial<CaseFile>;
  it("have ordered steps, whose times are the policy's", () => {
    const { plays, playSteps } = offer({ ...angry, peers: { similarOrders: 10, withSameIssue: 4 } });
    expect(plays.slice(0, 2)).toEqual(["de_escalation", "disruption"]);
    expect(playSteps?.map(({ play, steps }) => [play, steps.map(({ step }) => step)])).toEqual([
      ["de_escalation", ["answer_fast", "apologise", "put_first", "commit_to_a_time", "offer_something_small", "follow_up"]],
      ["disruption", ["apologise_first", "offer_alternative", "offer_compensation", "tell_when_over"]],
    ]);
    expect(playSteps?.[0]?.steps.map(({ withinHours }) => withinHours)).toEqual([1, undefined, undefined, undefined, undefined, 48]);
    expect(offer(delayed)).not.toHaveProperty("playSteps");
  });
  it("are refused with a step twice", () => {
    const step = { step: "apologise", says: "Apologise." };
    const twice: Policy = {
      policy: "shop/plays",
      version: "1.0.0",
      stage: "remedies",
      decision: "plays",
      decide: "all",
      rules: [
        {
          name: "sorry",
          conditions: { all: [{ fact: "claim.issue", operator: "isPresent", value: true }] },
          event: { type: "play", params: { play: "sorry", steps: [step, step] } },
        },
      ],
    };
    expect(() => offer(delayed, [...remediesStage.policies, twice])).toThrow(/one step twice/);
  });
});

describe("deadlines", () => {
  it("follow from the case, earliest first, by the customer's local days", () => {
    const { deadlines } = offer({
      ticket: { channel: "email", marketplace: "amazon", createdAt: "2026-03-03T14:00:00Z" },
      customer: { zone: "Europe/Berlin" },
      order: { id: "O-1", total: usd("60.00"), shipTo: "DE", placedAt: "2026-02-01T00:00:00Z" },
      shipment: { deliveredAt: "2026-02-28T23:30:00Z" },
      claim: { issueType: "quality_defect" },
    });
    expect(deadlines.map(({ kind, at }) => [kind, at])).toEqual([
      ["amazon_a_to_z_opens", "2026-03-05T14:00:00Z"],
      ["eu_withdrawal", "2026-03-16T23:00:00Z"],
      ["eu_legal_guarantee", "2028-03-01T23:00:00Z"],
    ]);
    expect(deadlines[1]).toMatchObject({
      source: "europa.eu, Your Europe: guarantees and returns",
      because: expect.stringContaining("14 days"),
    });
  });
  it("count business days without weekends, and the end of a month as its last day", () => {
    expect(
      offer({
        ticket: { channel: "email", marketplace: "ebay", createdAt: "2026-03-05T14:00:00Z" },
        order: { id: "O-1", placedAt: "2026-01-01T00:00:00Z" },
        claim: { issueType: "logistics_not_received" },
      }).deadlines,
    ).toMatchObject([{ at: "2026-03-10T13:15:00Z" }]);
    const late = offer(
      { customer: { country: "DE" }, order: { id: "O-1", placedAt: "2026-02-01T00:00:00Z" }, claim: { issueType: "logistics_delay" } },
      [
        ...remediesStage.policies,
        {
          policy: "shop/dates",
          version: "1.0.0",
          stage: "remedies",
          decision: "deadlines",
          decide: "all",
          rules: [
            {
              name: "promise",
              conditions: { all: [{ fact: "claim.issue", operator: "equal", value: "logistics_delay" }] },
              event: { type: "deadline", params: { kind: "promise", from: "shipment.promisedAt", within: { days: 1 } } },
            },
          ],
        },
      ],
    );
    expect(late.deadlines).toEqual([]);
    expect(late.missing).toContain("shipment.promisedAt");
    const months = offer({
      ...delayed,
      shipment: { carrier: "china post", shippedAt: "2025-10-31T00:00:00Z", events: [{ at: now, status: "lost" }] },
    });
    expect(months.carrierClaim?.fileBy).toBe("2026-03-01T00:00:00Z");
  });
});

describe("approvals by a cap", () => {
  const caps = remediesStage.policies.filter(({ decision }) => decision !== "approvals");
  it("are asked for where no approval policy speaks: what is owed above it, what can't be judged", () => {
    expect(offer({ ...delayed, order: { id: "O-1", total: usd("600.00") } }, caps).approval).toMatchObject({
      role: "admin",
      because: expect.stringContaining("is owed"),
      rule: "compensation/standard-caps/case-cap",
    });
    const foreign = offer({ ...delayed, order: { id: "O-1", total: { amount: "60.00", currency: "CHF" } } }, caps);
    expect(foreign.approval).toMatchObject({ role: "admin", because: "the cap can't be judged without rates.CHF-USD" });
  });
  it("don't mix with approval policies of two currencies", () => {
    const other = {
      ...remediesStage.policies.find(({ decision }) => decision === "approvals"),
      policy: "shop/approvals",
      currency: "EUR",
    } as Policy;
    expect(() => offer(delayed, [...remediesStage.policies, other])).toThrow(/amounts in USD and EUR/);
  });
  it("take an amount that no number holds as unknown", () => {
    const huge = offer({ ...delayed, order: { id: "O-1", total: usd("12345678901234567.89") }, claim: { issueType: "logistics_delay" } });
    expect(huge.choices[2]?.cost).toEqual(usd("12345678901234567.89"));
    expect(huge.approval).not.toBeNull();
  });
});

describe("plays and additions", () => {
  it("go beside the offer", () => {
    const remedies = offer({
      claim: { issueType: "logistics_delay" },
      customer: { vip: true },
      classification: text({ issueType: "logistics_delay", isComplaint: true, sentiment: "angry" }),
      peers: { similarOrders: 10, withSameIssue: 4 },
    });
    expect(remedies).toMatchObject({ tier: 1, alwaysAdd: { points: 500, freeShippingOrders: 1 }, plays: ["de_escalation", "disruption"] });
  });
});

describe("policies of remedies", () => {
  const changed = (stem: string, change: (policy: Record<string, unknown>) => void): Policy[] =>
    remediesStage.policies.map((policy) => {
      if (policy.policy !== `compensation/standard-${stem}`) return policy;
      const copy = structuredClone(policy) as Record<string, unknown>;
      change(copy);
      return copy as Policy;
    });
  it("refuse remedies that give what they can't, and an offer that lists one twice", () => {
    const wrong = (choices: unknown) => () =>
      parsePolicy(
        JSON.stringify({
          policy: "shop/o",
          version: "1.0.0",
          stage: "remedies",
          decision: "offer",
          decide: "first",
          rules: [
            {
              name: "r",
              conditions: { all: [{ fact: "claim.issue", operator: "equal", value: "other" }] },
              event: { type: "offer", params: { tier: 1, choices } },
            },
          ],
        }),
        { stage: remediesStage },
      );
    expect(wrong([{ remedy: "coupon", gives: { couponPercent: 10 } }])).not.toThrow();
    expect(wrong([{ remedy: "coupon", gives: { percent: 10 } }])).toThrow(InvalidPolicyError);
    expect(wrong([{ remedy: "full_refund", gives: { refundPercent: 101 } }])).toThrow(InvalidPolicyError);
    expect(
      wrong([
        { remedy: "reship", gives: {} },
        { remedy: "reship", gives: { priority: true } },
      ]),
    ).toThrow(/offers one remedy twice/);
  });
  it("refuse a limit without a currency, and an expectation without a range", () => {
    expect(() =>
      offer(
        delayed,
        changed(
          "caps",
          (policy) =>
            delete policy["currency"] &&
            ((policy["conditions"] = undefined), delete policy["conditions"], (policy["rules"] = [(policy["rules"] as unknown[])[0]])),
        ),
      ),
    ).toThrow(/names a limit, but the policy no currency/);
    expect(() => offer(delayed, remediesStage.policies.slice(1))).toThrow(/expectationMinimumPercent/);
    expect(() =>
      offer(
        delayed,
        changed("offers", (policy) => ((policy["parameters"] as Record<string, unknown>)["expectationMinimumPercent"] = 40)),
      ),
    ).toThrow(/by 40 to 30 per cent/);
  });
});

describe("whatever the case", () => {
  it("no amount is wrong: never above a cap unapproved, never more than was paid, one currency, nothing but decimals", () => {
    fc.assert(
      fc.property(caseArbitrary, (caseFile) => {
        const remedies = proposeRemedies(caseFile);
        if ("undecided" in remedies) return;
        const total = caseFile.order?.total && toMinorUnits(caseFile.order.total) >= 0n ? caseFile.order.total : undefined;
        const claimed = caseFile.claim?.amount && toMinorUnits(caseFile.claim.amount) >= 0n ? caseFile.claim.amount : undefined;
        const currency = total?.currency ?? claimed?.currency;
        const costs = remedies.choices.flatMap(({ cost }) => (cost === null ? [] : [cost]));
        for (const cost of costs) {
          expect(cost.currency).toBe(currency);
          expect(cost.amount).toMatch(/^\d+(\.\d+)?$/);
          if (total !== undefined) expect(compareMoney(cost, total)).toBeLessThanOrEqual(0);
        }
        const cap = (amount: string) =>
          currency === "USD" || (caseFile.rates?.date === "2026-03-02" && currency)
            ? convert(usd(amount), currency, caseFile.rates, { rounding: "up" })
            : undefined;
        const [hundred, fiveHundred] = [cap("100.00"), cap("500.00")];
        for (const { remedy, cost } of remedies.choices) {
          if (cost === null) continue;
          if (hundred === undefined && toMinorUnits(cost) > 0n) expect(remedies.approval).not.toBeNull();
          if (fiveHundred !== undefined && compareMoney(cost, fiveHundred) > 0) expect(remedies.approval).not.toBeNull();
          const owed = ["wrong_or_missing_item", "refund_status"].includes(caseFile.claim?.issueType ?? "");
          const isGoodwill = remedy === "partial_refund" && !owed;
          if (hundred !== undefined && isGoodwill) expect(compareMoney(cost, hundred)).toBeLessThanOrEqual(0);
        }
        if (remedies.beyondExpectation !== null)
          expect(remedies.beyondExpectation.min.currency).toBe(
            total?.currency ?? (claimed && toMinorUnits(claimed) > 0n ? claimed : caseFile.claim?.expectation)?.currency,
          );
        if (remedies.returnRequired)
          expect(kinds(remedies).some((kind) => kind === "return_and_refund" || kind === "reship" || kind === "partial_refund")).toBe(true);
        expect(JSON.stringify(remedies)).not.toMatch(/NaN|Infinity/);
        expect(JSON.stringify(proposeRemedies(caseFile))).toBe(JSON.stringify(remedies));
        const ats = remedies.deadlines.map(({ at }) => Date.parse(at));
        expect(ats).toEqual([...ats].sort((one, other) => one - other));
      }),
      { numRuns: 500 },
    );
  });

  it("the high band takes out nothing that the low one offers", () => {
    fc.assert(
      fc.property(caseArbitrary, (caseFile) => {
        const at = (word: string) => offer({ ...caseFile, risk: band(word) });
        const [low, high] = [at("low"), at("high")];
        const money = (remedies: Remedies) => kinds(remedies).some((kind) => kind === "full_refund" || kind === "return_and_refund");
        // What was paid by its name, but less than is claimed, uses up that name alone.
        const named = caseFile.payouts?.some(({ remedy }) => remedy === "full_refund" || remedy === "return_and_refund") ?? false;
        if (!named) expect(money(high)).toBe(money(low));
        if (high.choices.length > 0) expect(high.approval).not.toBeNull();
        expect(high.advancePayout).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
