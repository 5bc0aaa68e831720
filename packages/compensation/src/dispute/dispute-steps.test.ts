import { describe, expect, it } from "vitest";
import type { CaseFile, Dispute, DisputeState } from "@amends/core/model";
import { nextDisputeStep } from "./next-dispute-step.js";
import { deadline, given, papers } from "./testing/own-venue.js";
import { at, disputed, usd } from "./testing/sample-dispute.js";

describe("the next step", () => {
  const tracking = papers([{ document: "tracking", required: true, because: "x" }]);
  const sure = { reason: "not_received", evidence: ["proof_of_delivery", "signature", "correspondence", "photo"] } as const;
  const step = (dispute: Partial<Dispute>, more: Partial<CaseFile> = {}, ...facts: object[]) =>
    nextDisputeStep(disputed(dispute, more), given(...facts));

  it.each<[DisputeState, string, string]>([
    ["answered", "wait", "the seller has answered: the buyer accepts, or asks the venue to decide"],
    ["evidence_submitted", "wait", "the evidence is with the venue, which decides"],
    ["won", "wait", "it was decided for the seller; the buyer may still appeal"],
    ["closed", "none", "the dispute is closed"],
    ["appealed", "wait", "the venue looks at the appeal"],
  ])("of what is %s is to %s", (state, wanted, because) => {
    expect(step({ state, reason: "duplicate" })).toMatchObject({ step: wanted, because, by: null });
    expect(step({ state, reason: "duplicate" }).ifNothing).toEqual({
      money: null,
      outcome: "nothing",
      because: "nothing is owed by the seller now",
      source: null,
    });
  });

  it.each(["lost", "destroyed", "returned"] as const)("is a refund where the parcel is %s and wasn't received", (status) => {
    expect(step({ reason: "not_received" }, { shipment: { status } })).toMatchObject({
      step: "refund",
      because: `the parcel is ${status}, and without proof of delivery the buyer wins`,
    });
    expect(step({ reason: "not_received", state: "escalated" }, { shipment: { status } }).step).toBe("refund");
    expect(step({ reason: "duplicate" }, { shipment: { status } }).step).toBe("answer");
    expect(step({ reason: "not_received" }, { shipment: { status: "in_transit" } }).step).toBe("answer");
  });

  it.each([
    ["escalated", "submit_evidence"],
    ["info_requested", "provide_information"],
    ["appealed", "submit_evidence"],
  ] as const)("of what is %s is to gather what lacks, then %s", (state, complete) => {
    const lacks = step({ state, reason: "duplicate" }, {}, deadline("answer"));
    expect(lacks.step).toBe("gather_evidence");
    expect(lacks.because).toBe("invoice lacks; then submit what there is in time");
    expect(step({ state, reason: "duplicate" }, {}, deadline("answer"), tracking).because).toBe(
      "invoice, tracking lack; then submit what there is in time",
    );
    expect(step({ state, reason: "duplicate", evidence: ["invoice"] }, {}, deadline("answer"))).toMatchObject({
      step: complete,
      because: "everything the venue wants to see is there",
    });
    const late = step({ state, reason: "duplicate", evidence: ["invoice"] }, { now: "2026-03-20T00:00:00Z" }, deadline("answer"));
    expect(late.because).toBe("everything the venue wants to see is there; the date has passed, so at once");
    expect(late.by).toMatchObject({ state: "overdue", fact: "bazaar.answer" });
  });

  it("of what is requested is to answer with what there is", () => {
    expect(step({ reason: "duplicate", evidence: ["invoice"] }).because).toBe("the evidence is complete: answer with it");
    expect(step({ reason: "duplicate" }).because).toBe("answer in time with a solution; invoice would be wanted if the venue decides");
    expect(step({ reason: "not_received" }, { shipment: { trackingNumber: "1Z" } }).because).toMatch(/^the parcel is under way/);
    expect(step({ reason: "not_received" }, { shipment: { trackingNumber: "1Z", deliveredAt: at } }).because).toMatch(/^answer in time/);
    expect(step({ reason: "not_received" }).because).toMatch(/^the parcel is under way/);
    expect(step({ ...sure, evidence: [...sure.evidence] }, { shipment: { trackingNumber: "1Z" } }).because).toBe(
      "the evidence is complete: answer with it",
    );
  });

  it("of what is lost is to appeal with what is new, once and in time", () => {
    const lost = (dispute: Partial<Dispute>, more: Partial<CaseFile> = {}) =>
      step(
        { state: "lost", reason: "duplicate", ...dispute },
        more,
        deadline("appeal", { states: ["lost"], from: ["dispute.lost"], duty: "appeal" }),
      );
    expect(lost({ evidence: ["invoice"], submitted: [] })).toMatchObject({
      step: "appeal",
      because: "invoice is new to the venue",
      missing: [],
    });
    expect(lost({ evidence: ["invoice", "refund_record"], submitted: [] }).because).toBe("invoice, refund_record are new to the venue");
    expect(lost({ evidence: ["invoice"], submitted: ["invoice"] })).toMatchObject({
      step: "accept",
      because: "an appeal needs new information, and there is none",
    });
    expect(lost({ evidence: ["invoice"] }).missing).toEqual(["dispute.submitted"]);
    expect(lost({ evidence: ["invoice"], submitted: [] }, { now: "2026-03-20T00:00:00Z" })).toMatchObject({
      step: "accept",
      because: "the time to appeal is over",
    });
    expect(
      lost({
        evidence: ["invoice"],
        history: [
          { state: "appealed", at },
          { state: "lost", at },
        ],
      }).because,
    ).toBe("the appeal is decided");
    expect(step({ state: "lost", reason: "duplicate", history: null }).step).toBe("accept");
    expect(step({ state: "requested", reason: "duplicate" }).missing).not.toContain("dispute.submitted");
  });

  it("goes by the seller's first date that isn't over", () => {
    const facts = [
      deadline("theirs", { owedBy: "buyer", within: { hours: 20 } }),
      deadline("opens", { opens: true, within: { hours: 21 } }),
      deadline("advice", { recommended: true, within: { hours: 10 } }),
      deadline("ours"),
    ];
    expect(step({ reason: "duplicate" }, {}, ...facts).by?.fact).toBe("bazaar.ours");
    expect(step({ reason: "duplicate" }, {}, facts[0] as object, facts[1] as object).by).toBeNull();
  });

  it("tells what silence costs: by the rule, by the venue's rule, or that nobody knows", () => {
    const silent = (outcome: string, more: object = {}) =>
      step({ reason: "duplicate" }, {}, deadline("answer", { onSilence: { outcome, because: `so ${outcome}` }, ...more })).ifNothing;
    for (const outcome of ["buyer_wins", "stays_lost", "may_escalate"])
      expect(silent(outcome)).toEqual({ money: usd("60.00"), outcome, because: `so ${outcome}`, source: "the terms, answer" });
    for (const outcome of ["closes", "nothing"]) expect(silent(outcome)).toMatchObject({ money: null, outcome });
    expect(silent("buyer_wins", { owedBy: "venue" })).toMatchObject({ outcome: "buyer_wins" });
    for (const state of ["requested", "escalated", "info_requested"] as const)
      expect(step({ state, reason: "duplicate" }).ifNothing).toEqual({
        money: usd("60.00"),
        outcome: "unknown",
        because: "nothing on file says what happens; the venue decides by what it has",
        source: null,
      });
    expect(step({ reason: "duplicate" }, {}, deadline("answer")).ifNothing.outcome).toBe("unknown");
    expect(step({ reason: "duplicate", amount: null }, { order: null }).ifNothing.money).toBeNull();
  });

  it("stands where the dispute says, else where its history ends, else at its beginning", () => {
    expect(
      step({
        state: null,
        history: [
          { state: "requested", at },
          { state: "won", at },
        ],
      }).state,
    ).toBe("won");
    expect(step({ state: null, history: [] }).state).toBe("requested");
    expect(step({ state: null, history: null }).state).toBe("requested");
    expect(nextDisputeStep({ now: at, ticket: { channel: "email", marketplace: "ebay" }, dispute: {} })).toMatchObject({
      venue: "ebay",
      state: "requested",
    });
  });
});
