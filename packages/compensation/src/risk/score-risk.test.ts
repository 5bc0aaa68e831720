import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "@amends/core/errors";
import { caseFileSchema, type CaseFile, type Risk } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { fillSentence } from "./fill-sentence.js";
import { riskStage } from "./risk-stage.js";
import { scoreRisk } from "./score-risk.js";
import { scorePolicies } from "./testing/score-policies.js";

const now = "2026-03-03T15:00:00Z";
const usd = (amount: string) => ({ amount, currency: "USD" });

function score(given: Partial<CaseFile>): Risk {
  const risk = scoreRisk({ now, ticket: { channel: "email" }, ...given });
  if ("undecided" in risk) throw new Error("undecided");
  return risk;
}

const said = (signals: string[]) =>
  ({ signals, sentiment: "angry", intensity: 1, isComplaint: true }) as unknown as NonNullable<CaseFile["classification"]>;

describe("the worked example of 45 days", () => {
  it("scores nothing: one in eight similar orders has the same delay", () => {
    const risk = score({
      customer: { orders: 6, complaints: 0, vip: false },
      order: { total: usd("89.90") },
      claim: { issueType: "logistics_delay", amount: usd("89.90") },
      peers: { similarOrders: 500, withSameIssue: 60 },
    });
    expect(risk).toMatchObject({ score: 0, band: "low", humanReview: false, evidence: [], churn: false });
    expect(risk.reasons.map(({ code, points }) => [code, points])).toEqual([["some_peers_have_it", -15]]);
  });
});

describe("the extremes", () => {
  const worst: Partial<CaseFile> = {
    customer: { orders: 10, complaints: 9 },
    order: { total: usd("50.00") },
    claim: { issueType: "logistics_not_received", amount: usd("200.00") },
    peers: { similarOrders: 400, withSameIssue: 0 },
  };

  it.each([
    [["review_threat"], 70],
    [["chargeback_threat"], 70],
    [["review_threat", "chargeback_threat"], 72],
  ])("of all four dimensions is high with %j", (signals, points) => {
    const risk = score({ ...worst, classification: said(signals) });
    expect(risk).toMatchObject({ score: points, band: "high", humanReview: true });
    expect(risk.evidence).toEqual(["proof_of_delivery", "carrier_statement", "affidavit"]);
    expect(risk.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(points);
  });

  it("of kindness is low and never below zero", () => {
    const risk = score({
      customer: { orders: 40, complaints: 0 },
      order: { total: usd("50.00") },
      claim: { amount: usd("5.00") },
      peers: { similarOrders: 100, withSameIssue: 90 },
    });
    expect(risk).toMatchObject({ score: 0, band: "low" });
  });

  it("of every row never goes above a hundred", () => {
    const recent = { at: "2026-02-20T00:00:00Z" };
    const risk = score({
      ...worst,
      classification: said(["review_threat", "chargeback_threat"]),
      shipment: { proof: "signature", deliveredAt: "2026-02-01T00:00:00Z" },
      customer: {
        orders: 10,
        complaints: 9,
        links: { confirmedAbuser: true, accounts: 9 },
        refunds: [recent, recent, recent],
        claims: Array.from({ length: 3 }, () => ({ ...recent, issueType: "logistics_not_received" })),
      },
    });
    expect(risk).toMatchObject({ score: 100, band: "high" });
  });
});

describe("each dimension is monotone:", () => {
  const count = fc.integer({ min: 0, max: 60 });
  const background = fc.record({
    orders: fc.integer({ min: 0, max: 30 }),
    claims: count,
    cents: fc.integer({ min: 0, max: 50_000 }),
    same: count,
    signals: fc.subarray(["review_threat", "chargeback_threat", "abuse"]),
  });
  const caseOf = ({
    orders,
    claims,
    cents,
    same,
    signals,
  }: {
    orders: number;
    claims: number;
    cents: number;
    same: number;
    signals: string[];
  }): Partial<CaseFile> => ({
    customer: { orders, complaints: claims },
    order: { total: usd("100.00") },
    claim: { issueType: "quality_defect", amount: usd((cents / 100).toFixed(2)) },
    peers: { similarOrders: 100, withSameIssue: same },
    classification: said(signals),
  });

  const points = (given: Parameters<typeof caseOf>[0]) => score(caseOf(given)).score;

  it("more complaints never lower the score", () => {
    fc.assert(
      fc.property(background, fc.integer({ min: 1, max: 20 }), (given, more) => {
        expect(points({ ...given, claims: given.claims + more })).toBeGreaterThanOrEqual(points(given));
      }),
    );
  });
  it("an order more without a claim never raises the score, apart from the fifth, from which on orders count in full", () => {
    fc.assert(
      fc.property(background, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), (given, orders, claims) => {
        for (const at of [{ ...given, orders, claims }, given].filter((each) => each.orders !== 4))
          expect(points({ ...at, orders: at.orders + 1 })).toBeLessThanOrEqual(points(at));
      }),
    );
    const few = (orders: number, complaints: number) => score({ customer: { orders, complaints } }).score;
    expect([few(4, 2), few(5, 2), few(4, 3), few(5, 3), few(10, 9)]).toEqual([8, 16, 16, 28, 28]);
  });
  it("a similar order more without the problem never lowers the score, whether it counts as one of few or not", () => {
    const among = (similarOrders: number, withSameIssue: number, given: Parameters<typeof caseOf>[0]) =>
      score({ ...caseOf(given), peers: { similarOrders, withSameIssue } }).score;
    fc.assert(
      fc.property(background, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (given, similar, same) => {
        const events = Math.min(same, similar);
        expect(among(similar + 1, events, given)).toBeGreaterThanOrEqual(among(similar, events, given));
      }),
    );
  });
  it("a larger claim never lowers the score", () => {
    fc.assert(
      fc.property(background, fc.integer({ min: 1, max: 40_000 }), (given, more) => {
        expect(points({ ...given, cents: given.cents + more })).toBeGreaterThanOrEqual(points(given));
      }),
    );
  });
  it("a threat more never lowers the score", () => {
    fc.assert(
      fc.property(background, (given) => {
        expect(points({ ...given, signals: [...new Set([...given.signals, "review_threat"])] })).toBeGreaterThanOrEqual(points(given));
      }),
    );
  });
  it("more peers with the same problem never raise the score", () => {
    fc.assert(
      fc.property(background, fc.integer({ min: 1, max: 40 }), (given, more) => {
        expect(points({ ...given, same: given.same + more })).toBeLessThanOrEqual(points(given));
      }),
    );
  });
  const evidenceCase = fc.record({
    issueType: fc.constantFrom("logistics_not_received", "quality_defect"),
    accounts: fc.integer({ min: 0, max: 6 }),
    confirmedAbuser: fc.boolean(),
    missing: fc.integer({ min: 0, max: 4 }),
    refunds: fc.integer({ min: 0, max: 4 }),
    photos: fc.integer({ min: 0, max: 2 }),
    proof: fc.integer({ min: 0, max: 2 }),
  });
  const proofs = ["none", "scan", "signature"] as const;
  const at = "2026-02-20T00:00:00Z";
  const evidencePoints = (given: typeof evidenceCase extends fc.Arbitrary<infer Given> ? Given : never) =>
    score({
      customer: {
        orders: 20,
        links: { accounts: given.accounts, confirmedAbuser: given.confirmedAbuser },
        claims: Array.from({ length: given.missing }, () => ({ at, issueType: "logistics_not_received" })),
        refunds: Array.from({ length: given.refunds }, () => ({ at })),
      },
      shipment: { proof: proofs[given.proof] },
      claim: { issueType: given.issueType, photos: given.photos },
    }).score;

  it.each(["accounts", "missing", "refunds", "proof"] as const)("more of %s never lowers the score", (key) => {
    fc.assert(
      fc.property(evidenceCase, (given) => {
        fc.pre(key !== "proof" || given.proof < 2);
        expect(evidencePoints({ ...given, [key]: given[key] + 1 })).toBeGreaterThanOrEqual(evidencePoints(given));
      }),
    );
  });
  it("a link to abuse never lowers the score, and a photo never raises it", () => {
    fc.assert(
      fc.property(evidenceCase, (given) => {
        expect(evidencePoints({ ...given, confirmedAbuser: true })).toBeGreaterThanOrEqual(evidencePoints(given));
        expect(evidencePoints({ ...given, photos: given.photos + 1 })).toBeLessThanOrEqual(evidencePoints(given));
      }),
    );
  });

  it("the score stays on its scale, in a band that fits, and is the same twice", () => {
    fc.assert(
      fc.property(background, (given) => {
        const risk = score(caseOf(given));
        expect(risk.band).toBe(risk.score >= 65 ? "high" : risk.score >= 30 ? "review" : "low");
        expect(risk.score).toBeGreaterThanOrEqual(0);
        expect(risk.score).toBeLessThanOrEqual(100);
        expect(risk.humanReview).toBe(risk.band === "high");
        expect(JSON.stringify(score(caseOf(given)))).toBe(JSON.stringify(risk));
      }),
    );
  });
});

describe("derived facts", () => {
  const codes = (given: Partial<CaseFile>) => score(given).reasons.map(({ code }) => code);

  it.each([
    [1, 1, ["claims_on_some_orders"]],
    [4, 2, ["claims_on_some_orders"]],
    [4, 4, ["claims_on_many_orders"]],
    [0, 0, []],
    [5, 3, ["claims_on_most_orders"]],
    [8, 7, ["claims_on_most_orders"]],
  ])("draw %i orders with %i claims towards the ordinary under five orders", (orders, complaints, expected) => {
    expect(codes({ customer: { orders, complaints } })).toEqual(expected);
  });

  it("count missing parcels and refunds within their windows only, to the instant", () => {
    const claims = (at: string) => Array.from({ length: 2 }, () => ({ at, issueType: "logistics_not_received" }));
    expect(codes({ customer: { claims: claims("2025-09-04T15:00:00Z") } })).toEqual(["not_received_twice"]);
    expect(codes({ customer: { claims: claims("2025-09-04T14:59:59Z") } })).toEqual([]);
    expect(codes({ customer: { claims: claims("2026-03-03T15:00:01Z") } })).toEqual([]);
    const refunds = (at: string) => Array.from({ length: 3 }, () => ({ at }));
    expect(codes({ customer: { refunds: refunds("2026-02-01T15:00:00Z") } })).toEqual(["many_refunds"]);
    expect(codes({ customer: { refunds: refunds("2026-02-01T14:59:59Z") } })).toEqual([]);
    expect(codes({ customer: { refunds: [{}, {}, {}] } })).toEqual([]);
  });

  it("draw few similar orders towards an ordinary share", () => {
    expect(codes({ peers: { similarOrders: 2, withSameIssue: 1 } })).toEqual([]);
    expect(codes({ peers: { similarOrders: 10, withSameIssue: 5 } })).toEqual(["some_peers_have_it"]);
    expect(codes({ peers: { similarOrders: 10, withSameIssue: 9 } })).toEqual(["many_peers_have_it"]);
    expect(codes({ peers: { similarOrders: 20, withSameIssue: 2 } })).toEqual(["some_peers_have_it"]);
    expect(codes({ peers: { similarOrders: 0, withSameIssue: 0 } })).toEqual([]);
  });

  it("know a missing photo only where photos were counted", () => {
    expect(codes({ claim: { issueType: "quality_defect", photos: 0 } })).toEqual(["required_photo_missing"]);
    expect(codes({ claim: { issueType: "quality_defect", photos: 1 } })).toEqual([]);
    expect(codes({ claim: { issueType: "logistics_delay", photos: 0 } })).toEqual([]);
    expect(score({ claim: { issueType: "quality_defect" } }).missing).toContain("claim.requiredPhotoMissing");
    expect(codes({ claim: { photos: 0 } })).toEqual([]);
  });

  it("let a lane's losses lower the score only", () => {
    expect(codes({ shipment: { laneLossRate: 0.02 } })).toEqual(["lane_loses_many"]);
    expect(codes({ shipment: { laneLossRate: 0.005 } })).toEqual([]);
  });

  it("take the claim's issue before the text's", () => {
    const classification = { issueType: "logistics_not_received", signals: [] } as unknown as NonNullable<CaseFile["classification"]>;
    const shipment = { proof: "photo" } as const;
    expect(codes({ classification, shipment })).toEqual(["proof_against_not_received"]);
    expect(codes({ classification, shipment, claim: { issueType: "quality_defect", photos: 2 } })).toEqual([]);
    expect(codes({ classification, shipment, claim: { issueType: "no such word" } })).toEqual(["proof_against_not_received"]);
  });
});

describe("reasons", () => {
  it("quote what was observed, in sentences", () => {
    const [reason] = score({ order: { total: usd("30.00") }, claim: { amount: usd("100.00") } }).reasons;
    expect(reason).toEqual({
      code: "claim_far_above_order",
      points: 28,
      observed: { "claim.toOrderRatio": 100 / 30 },
      agent: "The claim is 3.33 times the order's total.",
      customer: "You ask for more than you paid, so please tell us how the amount comes about.",
    });
  });

  it("say unknown of what nobody observed, and list words", () => {
    expect(fillSentence("{shipment.proof}, {a.b}, {classification.signals}", { "a.b": true, "classification.signals": ["abuse"] })).toBe(
      'unknown, true, ["abuse"]',
    );
  });

  it("are missing where nothing is to be scored", () => {
    expect(scoreRisk({ now, event: { kind: "order_paid" } as never })).toEqual({ undecided: true, missing: ["claim", "ticket"] });
  });
});

describe("a policy of risk", () => {
  const ordered = { all: [{ fact: "customer.orders", operator: "greaterThan", value: 0 }] };
  const withRule = ({ conditions = ordered }: { conditions?: object }, params: object = {}): Policy[] =>
    scorePolicies(conditions, { agent: "a {customer.orders}", ...params });
  const run = (policies: Policy[], given: Partial<CaseFile> = {}) =>
    scoreRisk({ now, ticket: { channel: "email" }, customer: { orders: 3 }, ...given }, policies);

  it("loads where it reads allowed signals", () => {
    expect(run(withRule({}))).toMatchObject({ score: 1, reasons: [{ agent: "a 3" }] });
  });

  it.each([
    "customer.language",
    "customer.country",
    "customer.name",
    "customer.email",
    "customer.zone",
    "customer.age",
    "customer.gender",
    "customer.id",
    "customer",
    "customer.claims",
    "ticket.language",
    "ticket.text",
    "ticket.subject",
    "ticket.messages",
    "ticket.marketplace",
    "ticket",
    "language",
    "language.code",
    "language.script",
    "order.shipTo",
    "order",
    "order.paymentMethod",
    "order.items",
    "shipment",
    "shipment.lane",
    "shipment.carrier",
    "shipment.trackingNumber",
    "shipment.laneAverageDays",
    "shipment.laneLossRate",
    "shipment.events",
    "claim",
    "rates",
    "rates.base",
    "payment.gateway",
    "classification.evidence",
    "classification.extracted",
    "assignment.language",
    "agents",
    "event.data",
  ])("doesn't load where it reads %s", (fact) => {
    expect(() => run(withRule({ conditions: { all: [{ fact, operator: "isPresent", value: true }] } }))).toThrow(InvalidPolicyError);
  });

  it("doesn't load where it compares with, quotes or adds a withheld fact, or reaches one by a path", () => {
    expect(() =>
      run(withRule({ conditions: { all: [{ fact: "customer.orders", operator: "equal", value: { fact: "customer.age" } }] } })),
    ).toThrow(InvalidPolicyError);
    expect(() => run(withRule({ conditions: { all: [{ fact: "customer", path: "$.country", operator: "equal", value: "CN" }] } }))).toThrow(
      InvalidPolicyError,
    );
    expect(() => run(withRule({}, { observed: ["customer.country"] }))).toThrow(/no fact that a risk policy may read/);
    expect(() => run(withRule({}, { observed: ["shipment.laneLossAboveAverage", "customer.orders"] }))).toThrow(/may only lower the score/);
    expect(() => run(withRule({}, { agent: "{customer.claimRate}" }))).toThrow(/not among "observed"/);
    expect(() => run(withRule({}, { points: { fact: "customer.age" } }), { customer: { orders: 3, age: 70 } as never })).toThrow(
      /customer\.age/,
    );
  });

  const bandsOf = (...rules: unknown[]) => ({ ...riskStage.policies[1], policy: "risk/standard-bands", rules }) as Policy;
  const bandRule = (params: object) => ({
    name: "any",
    conditions: { all: [{ fact: "risk.score", operator: "isPresent", value: true }] },
    event: { type: "band", params },
  });
  const contest = { agent: "Ask a colleague.", customer: "Answer this message." };
  const banded = (params: object) => scoreRisk({ now, ticket: { channel: "email" } }, [bandsOf(bandRule(params))]);

  it("can't let the high band pass without a human, whatever it says", () => {
    expect(() => banded({ band: "high", humanReview: false, contest })).toThrow(/must be true in the high band/);
    expect(banded({ band: "high", humanReview: true, contest })).toMatchObject({ score: 0, band: "high", humanReview: true });
  });

  it.each(["review", "high"])("can't leave a customer in the %s band without a way to contest", (band) => {
    expect(() => banded({ band, humanReview: true })).toThrow(/must be told how to contest/);
    expect(() => banded({ band, humanReview: true, contest: { ...contest, customer: "" } })).toThrow(InvalidPolicyError);
    expect(banded({ band, humanReview: true, contest })).toMatchObject({ safeguards: { contest } });
  });

  it.each(["deny", "reject", "refuse", "remedies.exclude"])("can't say %s: there is no such event", (type) => {
    const rule = { ...bandRule({}), event: { type, params: {} } };
    expect(() => scoreRisk({ now, ticket: { channel: "email" } }, [bandsOf(rule)])).toThrow(InvalidPolicyError);
  });

  it("can't leave a score without a band", () => {
    expect(() => scoreRisk({ now, ticket: { channel: "email" } }, [bandsOf()])).toThrow(/puts a score of 0 into a band/);
  });
});

describe("what no score takes away", () => {
  it("is said with every score: it denies nothing, and the law comes first", () => {
    expect(score({}).safeguards).toEqual({ denies: false, statutoryRights: "unaffected" });
    const risky = score({ customer: { orders: 10, complaints: 9, links: { confirmedAbuser: true } } });
    expect(risky).toMatchObject({ band: "review", safeguards: { denies: false, statutoryRights: "unaffected" } });
    expect(risky.safeguards?.contest?.customer).toMatch(/answer this message/);
  });

  it.each([{ denies: true, statutoryRights: "unaffected" }, { denies: false, statutoryRights: "waived" }, { denies: false }])(
    "can't be written otherwise into a case file: %j",
    (safeguards) => {
      const written = (risk: object) => caseFileSchema.safeParse({ ticket: { channel: "email" }, risk }).success;
      expect(written(score({}))).toBe(true);
      expect(written({ ...score({}), safeguards })).toBe(false);
    },
  );
});

describe("the fact catalogue of risk", () => {
  it("holds nothing that tells a language, a country, an age or a gender", () => {
    const names = Object.keys(riskStage.facts);
    expect(
      names.filter((name) =>
        /lang|country|zone|name|mail|[.]age|gender|shipTo|[.]lane$|carrier|tracking|market|channel|text|subject|currency|script/i.test(
          name,
        ),
      ),
    ).toEqual([]);
    expect(Object.values(riskStage.facts).filter(({ kind }) => kind === "object" || kind === "any")).toEqual([]);
  });
});
