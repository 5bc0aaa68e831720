import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { caseArbitrary } from "./case-arbitrary.js";
import { proposeRemedies } from "./propose-remedies.js";
import { remediesStage } from "./remedies-stage.js";
import { goodwillIn, leastRefund, limitsOf, owedForGone } from "./testing/limits-oracle.js";

/** `npm run fuzz:remedies` asks for 10,000. */
const cases = Number(process.env["REMEDY_CASES"] ?? 500);
const timeout = 60_000 + 20 * cases;

/** A policy that gives goodwill for everything, so that limits bind. */
const generous = {
  policy: "shop/generous",
  version: "1.0.0",
  stage: "remedies",
  decision: "offer",
  decide: "first",
  rules: [
    {
      name: "a-part-for-anything",
      conditions: { any: [{ fact: "claim.issue", operator: "isPresent", value: true }] },
      event: { type: "offer", params: { tier: 2, choices: [{ remedy: "partial_refund", gives: { refundPercent: 30 } }] } },
    },
  ],
} as const;
const always = { any: [{ fact: "claim.issue", operator: "isPresent", value: true }] };
/** One that would give no goods and no money to anybody. */
const denying = [
  {
    ...generous,
    policy: "shop/coupons",
    rules: [
      {
        ...generous.rules[0],
        name: "a-coupon",
        event: { type: "offer", params: { tier: 1, choices: [{ remedy: "coupon", gives: { couponPercent: 1 } }] } },
      },
    ],
  },
  {
    ...generous,
    policy: "shop/deny",
    decision: "exclusions",
    decide: "all",
    rules: [
      { name: "deny", conditions: always, event: { type: "exclude", params: { remedies: ["full_refund", "reship"], code: "denied" } } },
    ],
  },
] as const;
const standard = remediesStage.policies;

/** 30 per cent of these are 50 and 100 dollars, and all that a full budget has. */
const bounds = [16_667, 20_000, 33_333];
const nearBounds = fc.tuple(fc.constantFrom(...bounds), fc.integer({ min: -20, max: 20 })).map(([bound, off]) => bound + off);

/** Orders of customers of all kinds, mostly of goods that came: amounts near the limits come often. */
const nearLimits = fc
  .tuple(
    caseArbitrary,
    fc.oneof(nearBounds, fc.integer({ min: 0, max: 30_000 })),
    fc.boolean(),
    fc.constantFrom(0, 3, 12),
    fc.constantFrom("2026-02-20T10:00:00Z", undefined),
    fc.constantFrom<NonNullable<CaseFile["customer"]>["goodwill"]>(
      [],
      [{ amount: { amount: "150.00", currency: "USD" }, at: "2026-01-10T10:00:00Z" }],
      undefined,
    ),
  )
  .map(([given, cents, isPlain, orders, deliveredAt, goodwill]): CaseFile => {
    const total = { amount: (cents / 100).toFixed(2), currency: "USD" };
    return {
      ...given,
      order: { ...given.order, total },
      claim: { ...given.claim, amount: total },
      customer: { ...given.customer, orders, ...(goodwill === undefined ? {} : { goodwill }) },
      ...(deliveredAt === undefined ? {} : { shipment: { ...given.shipment, deliveredAt, events: [] } }),
      ...(isPlain ? { payouts: [], budgets: [], risk: undefined } : {}),
    };
  });

describe(`${cases} random cases`, () => {
  it("offer no goodwill above the limit of the case, of the customer, or of the budget", { timeout }, () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.oneof(caseArbitrary, { arbitrary: nearLimits, weight: 3 }), fc.boolean(), (caseFile, isGenerous) => {
        const remedies = proposeRemedies(caseFile, isGenerous ? [structuredClone(generous) as never, ...standard] : undefined);
        if ("undecided" in remedies) return;
        for (const { cost } of goodwillIn(caseFile, remedies))
          for (const { limit, most, sum, slack } of limitsOf(caseFile, cost)) {
            seen.set(limit, (seen.get(limit) ?? 0) + 1);
            if (sum === undefined) expect(remedies.approval, `${limit}: can't be told, and nobody approves`).not.toBeNull();
            else expect(sum, `the limit of ${limit}`).toBeLessThanOrEqual(most + slack);
          }
      }),
      { numRuns: cases, seed: 16 },
    );
    for (const limit of ["ordinary customers", "loyal customers", "the customer's year", "the budget"])
      expect(seen.get(limit) ?? 0, `${limit} came up`).toBeGreaterThan(cases / 100);
  });

  it("offer the goods or all the money for a parcel that is gone, wherever law or marketplace want it", { timeout }, () => {
    const gone = fc
      .tuple(
        caseArbitrary,
        fc.constantFrom("lost" as const, "destroyed" as const),
        fc.constantFrom("logistics_tracking", "logistics_delay", "logistics_not_received", "logistics_damaged"),
        fc.constantFrom("amazon", "own_store"),
      )
      .map(([given, status, issueType, marketplace]): CaseFile => {
        const shipment = { ...given.shipment, deliveredAt: undefined, events: [{ at: "2026-03-01T00:00:00Z", status }] };
        return { ...given, shipment, claim: { ...given.claim, issueType }, ticket: { ...given.ticket, channel: "email", marketplace } };
      });
    let judged = 0;
    fc.assert(
      fc.property(gone, fc.boolean(), (caseFile, isDenying) => {
        const remedies = proposeRemedies(
          caseFile,
          isDenying ? [...denying.map((policy) => structuredClone(policy) as never), ...standard] : undefined,
        );
        const rule = owedForGone(caseFile);
        if ("undecided" in remedies || rule === undefined || remedies.excluded.some(({ reason }) => reason === "already_paid")) return;
        judged += 1;
        const noStock = caseFile.order?.items?.some(({ inStock }) => inStock === 0) ?? false;
        const there = remedies.choices.filter(({ remedy }) => remedy === "full_refund" || (remedy === "reship" && !noStock));
        expect(there.length, `nothing of what ${rule} wants`).toBeGreaterThan(0);
        const least = leastRefund(caseFile);
        for (const { remedy, cost, owed } of there) {
          expect(owed?.length, `${remedy} is owed by ${rule}`).toBeGreaterThan(0);
          if (remedy === "full_refund" && cost && least !== undefined) expect(Number(cost.amount)).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: cases, seed: 17 },
    );
    expect(judged).toBeGreaterThan(cases / 10);
  });
});
