import { describe, expect, it } from "vitest";
import type { FactSources } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { countSince } from "./count-since.js";
import { riskFacts } from "./facts.js";
import { fillSentence } from "./fill-sentence.js";
import { riskStage } from "./risk-stage.js";
import { scoreRisk } from "./score-risk.js";
import { refusalOf } from "../testing/refusal-of.js";
import { scorePolicies } from "./testing/score-policies.js";

const now = Date.UTC(2026, 2, 3, 15);
const day = 86_400_000;
const at = (instant: number) => new Date(instant).toISOString().replace(".000Z", "Z");
const base: CaseFile = { now: at(now), ticket: { channel: "email" } };
const parameters: Readonly<Record<string, unknown>> = {
  shrinkageBelowOrders: 5,
  shrinkageClaims: 1,
  shrinkageOrders: 10,
  notReceivedWindowDays: 30,
  refundWindowDays: 30,
  peerShrinkageBelowOrders: 20,
  peerOrdinaryShare: 0.1,
  peerShrinkageOrders: 10,
  photoIssues: ["logistics_damaged"],
  requiredPhotos: 2,
  averageLossRate: 0.01,
};
const told = (name: keyof typeof riskFacts, more: Partial<CaseFile>, change: Readonly<Record<string, unknown>> = {}) => {
  const known = { ...parameters, ...change };
  const sources = { now, parameter: (key: string) => known[key] } as unknown as FactSources;
  return riskFacts[name].derive?.({ ...base, ...more }, sources);
};
const without = (name: string) => ({ [name]: undefined });

describe("the share of claims", () => {
  const rate = (customer: CaseFile["customer"], change: object = {}) =>
    told("customer.claimRate", { customer: customer ?? null }, change as never);

  it("of few orders is drawn towards the ordinary one, up to the limit and not at it", () => {
    expect(rate({ orders: 4, complaints: 2 })).toBeCloseTo(3 / 14, 12);
    expect(rate({ orders: 5, complaints: 0 })).toBe(0);
    expect(rate({ orders: 5, complaints: 1 })).toBeCloseTo(0.2, 12);
    expect(rate({ orders: 100, complaints: 2 })).toBeCloseTo(0.02, 12);
    expect(rate({ orders: 0, complaints: 0 })).toBeCloseTo(0.1, 12);
  });

  it("isn't told of nothing, nor without what it is drawn towards", () => {
    expect(rate({ orders: 0, complaints: 1 }, { shrinkageBelowOrders: 0 })).toBeUndefined();
    expect(rate({ orders: 0, complaints: 1 }, { shrinkageOrders: 0 })).toBeUndefined();
    expect(rate({ orders: 3, complaints: 1 }, { shrinkageBelowOrders: 1, shrinkageOrders: 0 })).toBeCloseTo(1 / 3, 12);
    expect(rate({ complaints: 1 })).toBeUndefined();
    expect(rate({ orders: 3 })).toBeUndefined();
    for (const name of ["shrinkageBelowOrders", "shrinkageClaims", "shrinkageOrders"]) {
      expect(rate({ orders: 3, complaints: 1 }, without(name))).toBeUndefined();
      expect(rate({ orders: 30, complaints: 1 }, { [name]: "5" })).toBeUndefined();
    }
  });
});

describe("what was lately", () => {
  it("counts from the first instant of the window to now, with both", () => {
    const count = (...instants: (string | null)[]) =>
      countSince(
        instants.map((instant) => ({ at: instant })),
        now,
        30,
      );
    expect(count(at(now), at(now - 30 * day))).toBe(2);
    expect(count(at(now + 1000), at(now - 30 * day - 1000), null)).toBe(0);
  });

  it("is of parcels that never came, and of refunds", () => {
    const claims = [
      { at: at(now - day), issueType: "logistics_not_received" as const },
      { at: at(now - day), issueType: "logistics_damaged" as const },
    ];
    expect(told("customer.recentNotReceivedClaims", { customer: { claims } })).toBe(1);
    expect(told("customer.recentNotReceivedClaims", { customer: {} })).toBeUndefined();
    expect(told("customer.recentNotReceivedClaims", { customer: { claims } }, without("notReceivedWindowDays"))).toBeUndefined();
    const refunds = [{ at: at(now - day) }, { at: at(now - 31 * day) }];
    expect(told("customer.recentRefunds", { customer: { refunds } })).toBe(1);
    expect(told("customer.recentRefunds", { customer: { refunds: null } })).toBeUndefined();
    expect(told("customer.recentRefunds", { customer: { refunds } }, without("refundWindowDays"))).toBeUndefined();
  });
});

describe("the share of peers", () => {
  const share = (similarOrders: number | undefined, withSameIssue: number | undefined, change: object = {}) =>
    told(
      "peers.share",
      { peers: { ...(similarOrders === undefined ? {} : { similarOrders }), ...(withSameIssue === undefined ? {} : { withSameIssue }) } },
      change as never,
    );

  it("of few is drawn towards the ordinary one, and of as many as count in full is as it is", () => {
    expect(share(20, 5)).toBe(0.25);
    expect(share(10, 5)).toBeCloseTo(6 / 20, 12);
    expect(share(19, 19)).toBe(0.95);
    expect(share(19, 19, { peerOrdinaryShare: 0 })).toBe(0.95);
    expect(share(10, 5, { peerShrinkageBelowOrders: 20.5 })).toBeCloseTo(0.3, 12);
    expect(share(0, 0)).toBeUndefined();
    expect(share(10, undefined)).toBeUndefined();
    expect(share(undefined, 1)).toBeUndefined();
  });

  it("is as it is without what it is drawn towards", () => {
    for (const name of ["peerShrinkageBelowOrders", "peerOrdinaryShare", "peerShrinkageOrders"])
      expect(share(10, 5, without(name))).toBe(0.5);
    expect(told("peers.share", {})).toBeUndefined();
  });
});

describe("a photo that would show it", () => {
  const missing = (claim: CaseFile["claim"], change: object = {}) =>
    told("claim.requiredPhotoMissing", { claim: claim ?? null }, change as never);
  it("is missing below the number that is needed, and unknown where nobody counted", () => {
    expect(missing({ issueType: "logistics_damaged", photos: 1 })).toBe(true);
    expect(missing({ issueType: "logistics_damaged", photos: 2 })).toBe(false);
    expect(missing({ issueType: "logistics_damaged" })).toBeUndefined();
    expect(missing({ issueType: "logistics_delay" })).toBe(false);
    expect(missing(null)).toBeUndefined();
    expect(missing({ issueType: "logistics_damaged", photos: 1 }, without("requiredPhotos"))).toBeUndefined();
    expect(missing({ issueType: "logistics_damaged", photos: 1 }, { photoIssues: "logistics_damaged" })).toBeUndefined();
  });
});

describe("a lane", () => {
  const above = (laneLossRate: number | null, change: object = {}) =>
    told("shipment.laneLossAboveAverage", { shipment: { laneLossRate } }, change as never);
  it("loses more than the average, and not as much as it", () => {
    expect([above(0.011), above(0.01), above(0)]).toEqual([true, false, false]);
    expect(above(null)).toBeUndefined();
    expect(above(0.02, without("averageLossRate"))).toBeUndefined();
    expect(told("shipment.laneLossAboveAverage", {})).toBeUndefined();
  });
});

describe("a sentence", () => {
  it("shows numbers to two places without idle zeros, and other values as they are", () => {
    const shown = (value: unknown) => fillSentence("{a.b}", { "a.b": value });
    expect([0, 10, 100, 0.5, 0.126, 0.004, 1.1, 20.05].map(shown)).toEqual(["0", "10", "100", "0.5", "0.13", "0", "1.1", "20.05"]);
    expect([true, false, "text", null, ["a"], undefined].map(shown)).toEqual(["true", "false", "text", "null", '["a"]', "unknown"]);
    expect(fillSentence("{a} and {b}, not {1}", { a: 1, b: "two" })).toBe("1 and two, not {1}");
  });
});

describe("a policy that can't score", () => {
  const orders = { fact: "customer.orders", operator: "greaterThan", value: 0 };
  const score = (given: Policy[]) => scoreRisk({ ...base, customer: { orders: 3 } }, given);
  const refusal = (given: Policy[]) => refusalOf(() => score(given));

  it("says which fact it may not read, where, and how to mend it", () => {
    const read = (fact: string, operator: string, value: unknown, params: object = {}) =>
      refusal(scorePolicies({ all: [orders, { fact, operator, value }] }, params));
    expect(read("customer.vip", "equal", true).findings).toEqual([
      expect.objectContaining({
        code: "signal_not_observed",
        message: 'the rule reads "customer.vip", which is not among "observed"',
        expected: "every fact that the conditions read",
        fix: 'add "customer.vip"',
      }),
    ]);
    expect(read("customer.vip", "equal", true).message).toContain('The policy "shop/score" can\'t be loaded:');
    const lane = { fact: "shipment.laneLossAboveAverage", operator: "equal", value: true };
    const raises = refusal(scorePolicies({ all: [lane] }, { observed: ["customer.orders"] }));
    expect(raises.findings).toContainEqual(
      expect.objectContaining({
        code: "lane_raises_score",
        message: expect.stringContaining("what a lane does may only lower the score"),
        expected: "0 or less",
      }),
    );
    const observed = ["customer.orders", "shipment.laneLossAboveAverage"];
    expect(() => score(scorePolicies({ all: [lane] }, { observed, points: 0 }))).not.toThrow();
    expect(() => score(scorePolicies({ all: [lane] }, { observed, points: -1 }))).not.toThrow();
    expect(refusal(scorePolicies({ all: [lane] }, { observed, points: 1 })).findings).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("what a lane does may only lower the score") }),
    );
    expect(refusal(scorePolicies({ all: [orders] }, { agent: "It is {customer.vip}." })).findings).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('quotes {customer.vip}, which is not among "observed"') }),
    );
  });

  it("has a band for every score, with a human in the high one and a way to contest in all but the low", () => {
    const bands = (params: object | null) =>
      score([
        ...riskStage.policies.filter(({ decision }) => decision !== "band"),
        {
          policy: "shop/bands",
          version: "1.0.0",
          stage: "risk",
          decision: "band",
          decide: "first",
          rules: [
            {
              name: "all",
              conditions:
                params === null
                  ? { all: [{ fact: "risk.score", operator: "greaterThan", value: 99 }] }
                  : { all: [{ fact: "risk.score", operator: "isPresent", value: true }] },
              event: { type: "band", params: params ?? { band: "low", humanReview: false } },
            },
          ],
        } as Policy,
      ]);
    const contest = { agent: "Hand it over.", customer: "Write to us." };
    expect(() => bands({ band: "low", humanReview: false })).not.toThrow();
    expect(() => bands({ band: "high", humanReview: true, contest })).not.toThrow();
    expect(refusalOf(() => bands({ band: "high", humanReview: false, contest })).findings).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("must be true in the high band: no score decides by itself") }),
    );
    expect(refusalOf(() => bands({ band: "review", humanReview: false })).findings).toContainEqual(
      expect.objectContaining({
        expected: "is missing: a customer in the review band must be told how to contest",
      }),
    );
    expect(refusalOf(() => bands(null)).findings).toEqual([
      {
        code: "band_missing",
        message: 'no rule of decision "band" puts a score of 0 into a band',
        path: "rules",
        expected: "a rule for every score from 0 to 100",
        fix: "add a last rule that fires whenever risk.score isPresent",
      },
    ]);
  });
});
