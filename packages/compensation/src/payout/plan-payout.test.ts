import type { StepRecord, StepStatus } from "@amends/core/contracts";
import { AmendsError } from "@amends/core/errors";
import type { CaseFile, Remedies } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { remedyKey } from "../offer/remedy-key.js";
import { explainPayout } from "./explain-payout.js";
import { payoutsOf } from "./payouts-of.js";
import { planPayout, type PayoutRequest } from "./plan-payout.js";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { samplePlan } from "./testing/sample-plan.js";

const caseFile: CaseFile = { id: "C-1", ticket: { channel: "email" }, order: { id: "O-1" }, claim: { issueType: "logistics_delay" } };
const usd = (amount: string) => ({ amount, currency: "USD" });
const choice = (remedy: "full_refund" | "reship" | "partial_refund", gives: Record<string, unknown>) => ({
  remedy,
  gives,
  cost: null,
  idempotencyKey: remedyKey(caseFile, remedy),
});
const offer: Remedies = {
  tier: 2,
  choices: [
    choice("full_refund", {
      refundPercent: 100,
      amount: usd("89.90"),
    }),
    choice("reship", {
      priority: true,
      goodsValue: usd("89.90"),
    }),
    choice("partial_refund", { refundPercent: 20 }),
  ],
  alwaysAdd: { nextPurchaseDiscountPercent: 20 },
  beyondExpectation: null,
  returnRequired: false,
  advancePayout: false,
  carrierClaim: null,
  excluded: [
    {
      remedy: "gift",
      reason: "out_of_stock",
      because: "there is none left",
      rule: null,
    },
  ],
  cost: null,
  deadlines: [],
  approval: null,
  idempotencyKey: remedyKey(caseFile, "offer"),
  plays: [],
  policies: [
    {
      policy: "offers",
      version: "1.0.0",
    },
  ],
  rules: ["offers/late"],
  missing: [],
};
const approval = { needed: true, role: "team_lead", because: "above 50 USD", rule: "approvals/high" } as const;
const planOf = (request: PayoutRequest, change: Partial<Remedies> = {}) => planPayout(caseFile, { ...offer, ...change }, request);

function findingsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (AmendsError.isInstance(error)) return error.findings.map(({ code, message, expected = "" }) => `${code}: ${message} | ${expected}`);
    throw error;
  }
  return [];
}

describe("planPayout", () => {
  it("has the remedy's key, what it gives, what goes with it, and why", () => {
    expect(planOf({ remedy: "full_refund" })).toEqual({
      key: remedyKey(caseFile, "full_refund"),
      offer: remedyKey(caseFile, "offer"),
      sequence: 0,
      caseId: "C-1",
      orderId: "O-1",
      remedy: "full_refund",
      amount: usd("89.90"),
      refundable: null,
      why: {
        because: "full_refund was offered in tier 2 for logistics_delay",
        rules: ["offers/late"],
        policies: [{ policy: "offers", version: "1.0.0" }],
        approval: null,
      },
      steps: [
        {
          id: "full_refund",
          kind: "full_refund",
          says: "full_refund: 89.90 USD, refundPercent 100",
          amount: usd("89.90"),
          data: { refundPercent: 100, amount: usd("89.90") },
        },
        {
          id: "nextPurchaseDiscountPercent",
          kind: "nextPurchaseDiscountPercent",
          amount: null,
          says: "nextPurchaseDiscountPercent: nextPurchaseDiscountPercent 20",
          data: { nextPurchaseDiscountPercent: 20 },
        },
      ],
    });
  });

  it("carries what may still be refunded, and the payouts that it is less of", () => {
    const earlier = [{ key: "K-0", remedy: "partial_refund", amount: usd("20.00") }, { remedy: "points" }];
    const order = { id: "O-1", total: usd("89.90") };
    const paid = { ...caseFile, now: "2026-03-03T15:00:00Z", order, payouts: earlier };
    const plan = planPayout(paid, { ...offer, refundable: usd("69.90") }, { remedy: "full_refund" });
    expect([plan.refundable, plan.knownPayouts]).toEqual([usd("69.90"), ["K-0"]]);
    const decided = proposeRemedies(paid);
    expect("undecided" in decided ? decided : decided.refundable).toEqual(usd("69.90"));
    const nothingKnown = proposeRemedies({ ...paid, order: { id: "O-1" } });
    expect("undecided" in nothingKnown ? nothingKnown : nothingKnown.refundable).toBeUndefined();
  });

  it("needs every role's approval, by one person who has them all or by one for each", () => {
    const asked = (role: string) => ({ needed: true as const, role, because: `${role} looks at it`, rule: "caps/cap" });
    const approvals = [asked("admin"), asked("operations"), asked("admin")];
    const change = { approval: approvals[0] ?? null, approvals };
    const by = (approvedBy: NonNullable<PayoutRequest["approvedBy"]>) => planOf({ remedy: "reship", approvedBy }, change).why;
    expect(by({ admin: "ann", operations: "bob" })).toMatchObject({
      approval: { role: "admin", by: "ann" },
      approvals: [
        { role: "admin", by: "ann", because: "admin looks at it" },
        { role: "operations", by: "bob", because: "operations looks at it" },
      ],
    });
    expect(by("eva").approvals?.map((each) => each.by)).toEqual(["eva", "eva"]);
    expect(findingsOf(() => by({ admin: "ann", operations: " " }))).toEqual([
      "payout_approval_missing: it needs the approval of operations: operations looks at it | ",
    ]);
    expect(findingsOf(() => planOf({ remedy: "reship" }, change))).toHaveLength(2);
    expect(planOf({ remedy: "reship", approvedBy: "ann" }, { approval: asked("admin") }).why).not.toHaveProperty("approvals");
    const plan = planOf({ remedy: "reship", approvedBy: { admin: "ann", operations: "bob" } }, change);
    const entry = { plan, status: "open", beganAt: 0, changedAt: 0, undoBecause: null, records: [] } as const;
    expect(explainPayout(entry).filter((line) => line.startsWith("Approved"))).toEqual([
      "Approved by ann as admin: admin looks at it.",
      "Approved by bob as operations: operations looks at it.",
    ]);
  });

  it("of goods has no amount of money", () => {
    const plan = planOf({ remedy: "reship" });
    expect([plan.amount, plan.steps[0]?.amount, plan.steps[0]?.says]).toEqual([null, null, "reship: priority true"]);
  });

  it("says as much of a case as there is", () => {
    const bare = planPayout({ ticket: { channel: "email" } }, { ...offer, tier: null }, { remedy: "reship" });
    expect([bare.caseId, bare.orderId, bare.why.because]).toEqual([null, null, "reship was offered"]);
  });

  it("adds what the offer adds to its first payout alone, unless told otherwise", () => {
    const kinds = (request: Omit<PayoutRequest, "remedy">) => planOf({ remedy: "reship", ...request }).steps.map(({ kind }) => kind);
    expect(kinds({ additions: false })).toEqual(["reship"]);
    expect(kinds({ sequence: 1 })).toEqual(["reship"]);
    expect(kinds({ sequence: 1, additions: true })).toEqual(["reship", "nextPurchaseDiscountPercent"]);
    expect(planOf({ remedy: "reship", sequence: 1 }).key).toBe(remedyKey(caseFile, "reship", 1));
  });

  it("is paid in parts that add up", () => {
    const parts = [
      { id: "card", says: "80.00 USD to the card", amount: usd("80.00") },
      { id: "voucher", kind: "voucher", says: "9.90 USD to the voucher", amount: usd("9.90"), data: { voucher: "V-1" } },
    ];
    const plan = planOf({ remedy: "full_refund", parts, additions: false });
    expect(plan.steps.map(({ id, kind, data }) => [id, kind, data])).toEqual([
      ["card", "full_refund", {}],
      ["voucher", "voucher", { voucher: "V-1" }],
    ]);
  });

  it("bears who approved it", () => {
    expect(planOf({ remedy: "full_refund", approvedBy: "ann" }, { approval }).why.approval).toEqual({
      role: "team_lead",
      by: "ann",
      because: "above 50 USD",
    });
  });

  it.each<[string, PayoutRequest, Partial<Remedies>, string[]]>([
    [
      "a remedy that isn't offered",
      { remedy: "full_refnd" },
      {},
      ['payout_not_offered: "full_refnd" is not offered | one of full_refund, reship, partial_refund'],
    ],
    [
      "one that was taken out",
      { remedy: "gift" },
      {},
      ['payout_not_offered: "gift" was taken out of the offer: there is none left | one of full_refund, reship, partial_refund'],
    ],
    ["an offer of nothing", { remedy: "wait" }, { choices: [] }, ['payout_not_offered: "wait" is not offered | an offer with a choice']],
    [
      "a missing approval",
      { remedy: "full_refund", approvedBy: " " },
      { approval },
      ["payout_approval_missing: it needs the approval of team_lead: above 50 USD | "],
    ],
    [
      "an unknown amount",
      { remedy: "partial_refund" },
      {},
      ["payout_amount_missing: nobody knows how much partial_refund comes to | an offer with an amount"],
    ],
    [
      "parts of goods",
      { remedy: "reship", parts: [{ id: "a", says: "a", amount: usd("1.00") }] },
      {},
      ["payout_parts_differ: the remedy gives no money to split | "],
    ],
    [
      "parts that don't add up",
      { remedy: "full_refund", parts: [{ id: "a", says: "a", amount: usd("89.89") }] },
      {},
      ["payout_parts_differ: the parts add up to 89.89 | 89.90 USD"],
    ],
    [
      "parts in another currency",
      { remedy: "full_refund", parts: [{ id: "a", says: "a", amount: { amount: "89.90", currency: "EUR" } }] },
      {},
      ["payout_parts_differ: EUR is not the payout's currency | USD"],
    ],
    [
      "a part below nothing",
      { remedy: "full_refund", parts: [usd("99.90"), usd("-10.00")].map((amount, index) => ({ id: `${index}`, says: "a", amount })) },
      {},
      ["payout_parts_differ: a part gives nothing | an amount above 0"],
    ],
    ...[-1, 0.5, 2 ** 31].map((sequence): [string, PayoutRequest, Partial<Remedies>, string[]] => [
      `the sequence ${sequence}`,
      { remedy: "full_refund", sequence },
      {},
      ["payout_sequence_invalid: the sequence is no count | 0, 1, 2, …"],
    ]),
  ])("refuses %s", (_, request, change, findings) => {
    expect(findingsOf(() => planOf(request, change))).toEqual(findings);
  });

  it("refuses parts that are no money, and a case that is undecided", () => {
    const parts = [{ id: "a", says: "a", amount: { amount: "8,990", currency: "USD" } }];
    expect(findingsOf(() => planOf({ remedy: "full_refund", parts }))).toHaveLength(1);
    expect(findingsOf(() => planPayout(caseFile, { undecided: true, missing: ["claim.issueType"] }, { remedy: "wait" }))).toEqual([
      "payout_undecided: nothing was offered: the case is undecided | facts: claim.issueType",
    ]);
  });
});

describe("explainPayout", () => {
  const at = Date.UTC(2026, 2, 3, 15);
  const record = { step: "a", direction: "do", status: "started", attempt: 1, at, worker: "w", because: "first try" } as const;

  it("tells what, why, who approved it, and what became of each step", () => {
    const plan = samplePlan({ why: { ...samplePlan().why, approval: { role: "team_lead", by: "ann", because: "above 50 USD" } } }, 2);
    const records = [
      record,
      { ...record, status: "done", because: "the action says so" },
      { ...record, direction: "undo", status: "kept", because: "it was sent" },
    ] as const;
    expect(explainPayout({ plan, status: "partly_undone", beganAt: at, changedAt: at, undoBecause: "the wrong case", records })).toEqual([
      "partial_refund of 30.00 USD on case C-1, order O-1: taken back in part since 2026-03-03T15:00:00Z.",
      "Because it came late, by offers/late (offers 1.0.0).",
      "Approved by ann as team_lead: above 50 USD.",
      "Taken back because the wrong case.",
      "1. 10.00 USD by a",
      "   2026-03-03T15:00:00Z asked for, try 1, by w: first try",
      "   2026-03-03T15:00:00Z done, try 1, by w: the action says so",
      "   2026-03-03T15:00:00Z can't be taken back, try 1, by w: it was sent",
      "2. 10.00 USD by b",
      "   nothing yet",
    ]);
  });

  it("leaves out what isn't known", () => {
    const why = { because: "it came late", rules: [], policies: [], approval: null };
    const plan = samplePlan({ caseId: null, orderId: null, amount: null, refundable: null, why, steps: [] });
    expect(explainPayout({ plan, status: "open", beganAt: at, changedAt: at, undoBecause: null, records: [] })).toEqual([
      "partial_refund: begun, not complete since 2026-03-03T15:00:00Z.",
      "Because it came late.",
    ]);
  });
});

it("payoutsOf counts what isn't at its end as paid, and what was undone as not", () => {
  const entry = { plan: samplePlan(), beganAt: 0, changedAt: 5, undoBecause: null, records: [] };
  const counted = (["open", "complete", "undoing", "undone", "partly_undone"] as const).filter(
    (status) => payoutsOf([{ ...entry, status }]).length === 1,
  );
  expect(counted).toEqual(["open", "complete", "undoing", "partly_undone"]);
  const [payout] = payoutsOf([{ ...entry, status: "complete", plan: samplePlan({ amount: null }) }]);
  expect(payout).toEqual({ key: "K-1", at: "1970-01-01T00:00:00Z", remedy: "partial_refund" });
});

describe("payoutsOf of what was undone in part", () => {
  const record = (step: string, direction: "do" | "undo", status: StepStatus): StepRecord => ({
    step,
    direction,
    status,
    attempt: 1,
    at: 1,
    worker: "w",
    because: "asked",
  });
  const done = (...steps: string[]) => steps.map((step) => record(step, "do", "done"));
  const amountOf = (records: readonly StepRecord[], plan = samplePlan()) => {
    const [payout, ...others] = payoutsOf([{ plan, status: "partly_undone", beganAt: 0, changedAt: 5, undoBecause: "wrong", records }]);
    expect(others).toEqual([]);
    expect(payout).toMatchObject({ key: "K-1", remedy: "partial_refund" });
    return payout?.amount;
  };

  it("counts the steps that were kept, and no others", () => {
    const all = done("a", "b", "c");
    expect(amountOf([...all, record("c", "undo", "done"), record("b", "undo", "kept"), record("a", "undo", "done")])).toEqual(usd("10.00"));
    expect(amountOf([...all, record("c", "undo", "kept"), record("b", "undo", "kept"), record("a", "undo", "done")])).toEqual(usd("20.00"));
    expect(amountOf([...all, ...["c", "b", "a"].map((step) => record(step, "undo", "kept"))])).toEqual(usd("30.00"));
  });

  it("counts the last word on a step, and none that was never done", () => {
    const tried = [record("a", "undo", "failed"), record("a", "undo", "done")];
    const unsure = [record("b", "do", "unknown"), record("b", "do", "failed")];
    expect(amountOf([...done("a"), ...unsure, ...tried])).toBeUndefined();
    expect(amountOf([...done("a"), record("b", "do", "started"), record("a", "undo", "kept")])).toEqual(usd("20.00"));
  });

  it("has no amount where only what is no money was kept", () => {
    const coupon = { id: "coupon", kind: "coupon", says: "a coupon", amount: null, data: {} };
    const [first] = samplePlan().steps;
    const plan = samplePlan({ amount: usd("10.00"), steps: first === undefined ? [] : [first, coupon] });
    const records = [...done("a", "coupon"), record("coupon", "undo", "kept"), record("a", "undo", "done")];
    expect(amountOf(records, plan)).toBeUndefined();
  });

  it("counts in full where the steps don't say what money went out by which", () => {
    const silent = samplePlan({ steps: samplePlan().steps.map((step) => ({ ...step, amount: null })) });
    expect(amountOf([...done("a"), record("a", "undo", "kept")], silent)).toEqual(usd("30.00"));
    const mixed = samplePlan({ steps: samplePlan().steps.map((step) => ({ ...step, amount: { amount: "9.00", currency: "EUR" } })) });
    expect(amountOf([...done("a"), record("a", "undo", "kept")], mixed)).toEqual(usd("30.00"));
  });

  it("never counts more than what the plan gives in all", () => {
    expect(
      amountOf([...done("a", "b"), record("b", "undo", "kept"), record("a", "undo", "kept")], samplePlan({ amount: usd("15.00") })),
    ).toEqual(usd("15.00"));
  });
});
