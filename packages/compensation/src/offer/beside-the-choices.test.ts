import { describe, expect, it } from "vitest";
import type { CaseFile, Remedies } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { proposeRemedies } from "./propose-remedies.js";
import { usd } from "./testing/sample-choices.js";
import { shopOffer, shopPolicy } from "./testing/shop-policies.js";

const late: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email" },
  claim: { issueType: "logistics_delay" },
  order: { id: "O-1", total: usd("100.00") },
};
const worth = { parameters: { pointValue: 0.01, expectationMinimumPercent: 20, expectationMaximumPercent: 30 } };
const offering = (choices: readonly object[], more: object = {}): Policy => ({ ...shopOffer(choices, more), ...worth });
const propose = (policies: readonly Policy[], given: Partial<CaseFile> = {}) =>
  proposeRemedies({ ...late, ...given }, policies) as Remedies;
const refund = { remedy: "partial_refund", gives: { refundPercent: 10 } };
const points = { alwaysAdd: { points: 500 } };
const hold = { type: "hold", params: { remedies: ["gift"], code: "waits_for_review" } };
const cap = (params: object, conditions?: object) => ({
  type: "cap",
  params: { remedies: ["points"], role: "operations", limit: 1, ...params },
  ...(conditions === undefined ? {} : { conditions }),
});
const taken = ({ excluded }: Remedies) => excluded.map(({ remedy, reason }) => [remedy, reason]);

describe("what goes beside the choices", () => {
  it("doesn't wait for a review where the matter is settled already, and there is nothing to add to", () => {
    const policies = [offering([refund], points), shopPolicy("exclusions", [hold])];
    expect(taken(propose(policies))).toEqual([["points", "waits_for_review"]]);
    const settled = propose(policies, { payouts: [{ remedy: "full_refund", amount: usd("100.00") }] });
    expect(taken(settled)).toEqual([["partial_refund", "already_paid"]]);
    expect([settled.alwaysAdd, settled.rules]).toEqual([{}, ["shop/offer/offer-0"]]);
  });

  it("isn't taken out by caps beside a choice that they took out", () => {
    const capped = propose([offering([refund], points), shopPolicy("caps", [cap({ remedies: ["partial_refund", "points"] })])]);
    expect([capped.choices, capped.alwaysAdd, taken(capped)]).toEqual([[], {}, [["partial_refund", "above_cap"]]]);
    const added = propose([offering([{ remedy: "apology", gives: {} }], points), shopPolicy("caps", [cap({})])]);
    expect([added.alwaysAdd, taken(added)]).toEqual([{}, [["points", "above_cap"]]]);
  });

  it("is what caps read of the offer: the additions that cost something, and the range only where there is one", () => {
    const whereOffered = (remedy: string) => ({ all: [{ fact: "offer.remedies", operator: "contains", value: remedy }] });
    const policies = (remedy: string, more: object = points) => [
      offering([{ remedy: "apology", gives: {} }], more),
      shopPolicy("caps", [cap({}, whereOffered(remedy))]),
    ];
    const expecting = { claim: { ...late.claim, issueType: "logistics_delay" as const, expectation: usd("20.00") } };
    expect(taken(propose(policies("points")))).toEqual([["points", "above_cap"]]);
    expect(taken(propose(policies("apology")))).toEqual([["points", "above_cap"]]);
    expect(taken(propose(policies("partial_refund")))).toEqual([]);
    expect(taken(propose(policies("partial_refund"), expecting))).toEqual([["points", "above_cap"]]);
    expect(taken(propose(policies("gift")))).toEqual([]);
  });

  it("is nobody else's to read: approvals see the choices alone", () => {
    const approvals = (remedy: string) =>
      shopPolicy("approvals", [
        {
          type: "approval",
          params: { role: "finance" },
          conditions: { all: [{ fact: "offer.remedies", operator: "contains", value: remedy }] },
        },
      ]);
    const asked = (remedy: string) => propose([offering([refund], points), approvals(remedy)]).approval;
    expect([asked("points"), asked("partial_refund")?.role]).toEqual([null, "finance"]);
  });
});

describe("the rules of an answer", () => {
  it("are those that held or took out something, none that fired in vain beside them", () => {
    const vain = { type: "exclude", params: { remedies: ["gift"], code: "no_gifts" } };
    for (const rules of [
      [vain, hold],
      [hold, vain],
    ]) {
      const named = propose([offering([refund], points), shopPolicy("exclusions", rules)]).rules;
      expect(named).toEqual(["shop/offer/offer-0", `shop/exclusions/hold-${rules.indexOf(hold)}`]);
    }
    expect(propose([offering([refund]), shopPolicy("exclusions", [vain, hold])]).rules).toEqual(["shop/offer/offer-0"]);
    const caps = shopPolicy("caps", [cap({ limit: 900 }), cap({ remedies: ["partial_refund"] }), cap({ limit: 800 })]);
    expect(propose([offering([refund], points), caps]).rules).toEqual(["shop/offer/offer-0", "shop/caps/cap-1"]);
  });
});

describe("an answer's lists", () => {
  const policies = [offering([refund]), shopPolicy("plays", [{ type: "play", params: { play: "calm" } }])];
  const answer = () => propose(policies);

  it("are its own: who changes an answer changes no later one", () => {
    const lists = ["plays", "choices", "excluded", "deadlines", "policies", "rules", "missing"] as const;
    const told = JSON.stringify(answer());
    // What comes again is kept after a while.
    for (let turn = 0; turn < 5; turn += 1) {
      const spoilt = answer();
      expect(JSON.stringify(spoilt)).toBe(told);
      for (const name of lists) (spoilt[name] as unknown[]).push("spoilt");
      spoilt.alwaysAdd["points"] = 1;
      Object.assign(spoilt.choices[0]?.gives ?? {}, { refundPercent: 99 });
    }
  });

  it("name all that lacks, each once, and nothing else", () => {
    const capped = [
      ...policies,
      shopPolicy("caps", [cap({ remedies: ["partial_refund"] }), cap({ remedies: ["partial_refund"], limit: 2 })]),
    ];
    expect(propose(capped, { order: { id: "O-1" } }).missing).toEqual(["order.total"]);
    const below = { order: { id: "O-1", total: usd("-1.00") } };
    expect(propose(capped, below).missing).toEqual(["order.total"]);
  });

  it("are empty where nothing is to be told", () => {
    expect(answer()).toMatchObject({ plays: ["calm"], excluded: [], deadlines: [], missing: [], carrierClaim: null, approval: null });
  });
});
