import { describe, expect, it } from "vitest";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { remedyKey } from "../offer/remedy-key.js";
import { explainPayout } from "./explain-payout.js";
import { planPayout, type PayoutRequest } from "./plan-payout.js";
import { approval, caseFile, findingsOf, offer, planOf, usd } from "./testing/offered-payout.js";

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
    expect(plan.sendsGoods).toBe(true);
    expect(planOf({ remedy: "full_refund" })).not.toHaveProperty("sendsGoods");
    expect(planOf({ remedy: "full_refund", sendsGoods: true }).sendsGoods).toBe(true);
    expect(planOf({ remedy: "reship", sendsGoods: false })).not.toHaveProperty("sendsGoods");
    expect([plan.amount, plan.steps[0]?.amount, plan.steps[0]?.says]).toEqual([null, null, "reship: priority true"]);
  });

  it("of a gift, or of a host's own remedy, sends no goods once more unless that is said", () => {
    for (const remedy of ["gift", "tree"]) {
      const choices = [{ remedy: remedy as "gift", gives: {}, cost: null, idempotencyKey: "K-1" }];
      expect(planOf({ remedy }, { choices })).not.toHaveProperty("sendsGoods");
      expect(planOf({ remedy, sendsGoods: true }, { choices }).sendsGoods).toBe(true);
      expect(planOf({ remedy }, { choices }).steps[0]?.says).toBe(remedy);
    }
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

  it("is refused in parts that nothing tells apart", () => {
    const part = (id: unknown) => ({ id, says: "a half", amount: usd("44.95") });
    const pathsOf = (parts: unknown) =>
      findingsOf(() => planOf({ remedy: "full_refund", parts: parts as NonNullable<PayoutRequest["parts"]> })).map(
        (each) => each.split(":")[0],
      );
    for (const parts of ["all", {}, [null], [part("a"), part("a")], [part(""), part("b")], [part(undefined), part("b")]])
      expect(pathsOf(parts)).toEqual(["payout_parts_invalid"]);
    expect(planOf({ remedy: "full_refund", parts: null as never }).steps[0]?.id).toBe("full_refund");
  });

  it.each([null, 7, [], { team_lead: 7 }, { team_lead: null }])("is approved by nobody where that is told as %j", (approvedBy) => {
    const refused = findingsOf(() => planOf({ remedy: "full_refund", approvedBy: approvedBy as never }, { approval }));
    expect(refused).toEqual([expect.stringContaining("payout_approval_missing")]);
  });

  it("bears who approved it", () => {
    expect(planOf({ remedy: "full_refund", approvedBy: "ann" }, { approval }).why.approval).toEqual({
      role: "team_lead",
      by: "ann",
      because: "above 50 USD",
    });
  });
});
