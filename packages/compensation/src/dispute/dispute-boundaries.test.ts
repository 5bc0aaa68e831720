import { describe, expect, it } from "vitest";
import type { CaseFile, Dispute, DisputeState } from "@amends/core/model";
import { disputeDeadlines } from "./dispute-deadlines.js";
import { moveDispute, openDispute } from "./move-dispute.js";
import { nextDisputeStep } from "./next-dispute-step.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const at = "2026-03-05T15:00:00Z";
// A venue of no standard fact, so that its rules are those that a test names.
const venue = "bazaar";
const fact = (id: string, value: object, more: object = {}) => ({
  id: `bazaar.${id}`,
  value: { venues: [venue], because: `Rule ${id}.`, ...value },
  source: `the terms, ${id}`,
  confidence: "B",
  verifiedAt: "2026-01-01",
  ...more,
});
const deadline = (id: string, value: object = {}, more: object = {}) =>
  fact(
    id,
    {
      kind: "deadline",
      duty: "answer",
      owedBy: "seller",
      states: ["requested", "escalated", "info_requested", "lost", "appealed"],
      from: ["dispute.requested", "ticket.createdAt"],
      within: { hours: 48 },
      ...value,
    },
    more,
  );
const papers = (documents: object[]) => fact("papers", { kind: "documents", documents });
const given = (...facts: object[]) => ({ packs: { "marketplace/disputes": { pack: "ours", version: "1.0.0", facts } } });
function disputed(dispute: Partial<Dispute> = {}, more: Partial<CaseFile> = {}): CaseFile {
  const { state = "requested" } = dispute;
  return {
    now: "2026-03-06T09:00:00Z",
    ticket: { channel: "marketplace_message", createdAt: at },
    customer: { zone: "UTC" },
    order: { total: usd("60.00"), shipTo: "US" },
    dispute: { venue, reason: "duplicate", state, history: [{ state: state ?? "requested", at }], ...dispute },
    ...more,
  };
}
const dates = (caseFile: CaseFile, ...facts: object[]) => disputeDeadlines(caseFile, given(...facts)).deadlines.map(({ fact: id }) => id);
const failure = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("a deadline of a venue", () => {
  it("tells all of itself", () => {
    const answer = deadline("answer", { onSilence: { outcome: "buyer_wins", because: "the buyer wins" } });
    expect(disputeDeadlines(disputed(), given(answer))).toEqual({
      deadlines: [
        expect.objectContaining({
          at: "2026-03-07T15:00:00Z",
          on: null,
          area: "marketplace",
          owedBy: "seller",
          nature: "closes",
          state: "ahead",
          from: ["dispute.requested"],
          because: "Rule answer.",
          source: "the terms, answer",
          confidence: "B",
          fact: "bazaar.answer",
        }),
      ],
      missing: [],
    });
  });

  it("that is only advice is never overdue, and has passed at its very instant", () => {
    const state = (now: string, recommended: boolean) =>
      disputeDeadlines(disputed({}, { now }), given(deadline("answer", { recommended }))).deadlines[0]?.state;
    expect(state("2026-03-07T14:59:59Z", true)).toBe("ahead");
    expect(state("2026-03-07T15:00:00Z", true)).toBe("passed");
    expect(state("2026-03-07T15:00:00Z", false)).toBe("overdue");
    expect(state("2026-03-07T14:59:59Z", false)).toBe("ahead");
  });

  it("goes by the seller's tier, where it has tiers", () => {
    const tiers = deadline("answer", { within: { bySellerTier: { gold: { hours: 72 }, basic: { hours: 24 } } } });
    const of = (sellerTier: string | undefined) =>
      disputeDeadlines(disputed({}, { order: { shipTo: "US", ...(sellerTier === undefined ? {} : { sellerTier }) } }), given(tiers));
    expect(of("gold").deadlines[0]?.at).toBe("2026-03-08T15:00:00Z");
    expect(of("basic")).toMatchObject({ deadlines: [{ at: "2026-03-06T15:00:00Z" }], missing: [] });
    expect(of(undefined)).toEqual({ deadlines: [], missing: ["order.sellerTier"] });
    expect(of("unheard of")).toEqual({ deadlines: [], missing: ["order.sellerTier"] });
    expect(disputeDeadlines(disputed({ country: "US" }, { order: null }), given(tiers)).missing).toEqual(["order.sellerTier"]);
  });

  it("is of an amount up to and with a limit, or above it", () => {
    const facts = [deadline("small", { value: { upTo: usd("100.00") } }), deadline("large", { value: { above: usd("100.00") } })];
    expect(dates(disputed({ amount: usd("100.00") }), ...facts)).toEqual(["bazaar.small"]);
    expect(dates(disputed({ amount: usd("100.01") }), ...facts)).toEqual(["bazaar.large"]);
    expect(dates(disputed(), ...facts)).toEqual(["bazaar.small"]);
    const unknown = disputeDeadlines(disputed({}, { order: { shipTo: "US" } }), given(...facts));
    expect(unknown.deadlines).toHaveLength(2);
    expect(unknown.missing).toEqual(["dispute.amount"]);
    expect(disputeDeadlines(disputed({ amount: { amount: "1.00", currency: "EUR" } }), given(...facts)).missing).toEqual([
      "dispute.amount in USD",
    ]);
  });

  it("is of the venue's sites, and of what the buyer says", () => {
    const only = deadline("only", { countries: ["US", "CA"] });
    const except = deadline("except", { exceptCountries: ["US"] });
    expect(dates(disputed(), only, except)).toEqual(["bazaar.only"]);
    expect(dates(disputed({ country: "DE" }), only, except)).toEqual(["bazaar.except"]);
    const nowhere = disputed({}, { order: null });
    expect(disputeDeadlines(nowhere, given(only))).toEqual({ deadlines: [], missing: ["dispute.country"] });
    expect(dates(nowhere, except)).toEqual(["bazaar.except"]);
    expect(disputeDeadlines(nowhere, given(deadline("any"))).missing).toEqual([]);
    const reasons = deadline("reasons", { reasons: ["duplicate"] });
    expect(dates(disputed(), reasons)).toEqual(["bazaar.reasons"]);
    expect(dates(disputed({ reason: "unauthorized" }), reasons)).toEqual([]);
    expect(disputeDeadlines(disputed({ reason: null }, { claim: null }), given(reasons)).missing).toEqual(["dispute.reason"]);
    expect(dates(disputed(), deadline("two", { venues: ["elsewhere", venue] }))).toEqual(["bazaar.two"]);
    expect(dates(disputed(), deadline("other", { venues: ["elsewhere"] }))).toEqual([]);
  });

  it("held on the day the dispute began, else when the buyer wrote", () => {
    const until = deadline("until", {}, { effectiveTo: "2026-03-05" });
    const from = deadline("from", {}, { effectiveFrom: "2026-03-05" });
    expect(dates(disputed(), until, from)).toEqual(["bazaar.from"]);
    expect(dates(disputed({ history: [{ state: "requested", at: "2026-03-04T23:59:59Z" }] }), until, from)).toEqual(["bazaar.until"]);
    expect(dates(disputed({ history: [] }), until, from)).toEqual(["bazaar.from"]);
    const unasked = disputed({ history: [] }, { ticket: { channel: "email" } });
    const undated = disputeDeadlines(
      { ...unasked, order: { placedAt: at } },
      given(until, from, deadline("any", { from: ["order.placedAt"] })),
    );
    expect(undated.deadlines.map(({ fact: id }) => id)).toEqual(["bazaar.any"]);
    expect(undated.missing).toEqual(["ticket.createdAt"]);
    expect(disputeDeadlines({ ...unasked, order: { placedAt: at } }, given(deadline("any", { from: ["order.placedAt"] }))).missing).toEqual(
      [],
    );
  });

  it("runs from the first start that is known, and names the wanted one", () => {
    const late = deadline("late", { from: ["shipment.deliveredAt", "order.placedAt"] });
    const from = (more: Partial<CaseFile>) => disputeDeadlines(disputed({}, more), given(late));
    expect(from({ order: { placedAt: at }, shipment: { deliveredAt: "2026-03-06T00:00:00Z" } }).deadlines[0]?.from).toEqual([
      "shipment.deliveredAt",
    ]);
    expect(from({ order: { placedAt: at } }).deadlines[0]?.from).toEqual(["order.placedAt"]);
    expect(from({}).missing).toEqual(["shipment.deliveredAt"]);
  });

  it("is listed by its end, and at the same end by its name", () => {
    const facts = [deadline("b"), deadline("c", { within: { hours: 24 } }), deadline("a")];
    expect(dates(disputed(), ...facts)).toEqual(["bazaar.c", "bazaar.a", "bazaar.b"]);
  });

  it("asks for the zone only where days are counted", () => {
    const missing = (within: object) => disputeDeadlines(disputed({}, { customer: null }), given(deadline("answer", { within }))).missing;
    expect(missing({ hours: 48 })).toEqual([]);
    expect(missing({ days: 2 })).toEqual(["customer.zone"]);
  });
});

describe("a date that the venue named", () => {
  const dueAt = "2026-03-14T00:00:00Z";
  const silence = { outcome: "buyer_wins", because: "the buyer wins" };

  it.each(["requested", "escalated", "info_requested", "lost", "appealed"] as const)("goes before the rule of what is %s", (state) => {
    const facts = [
      deadline("answer", { onSilence: silence }),
      deadline("opens", { opens: true, within: { hours: 1 } }),
      deadline("theirs", { owedBy: "buyer", within: { hours: 2 } }),
    ];
    const { deadlines } = disputeDeadlines(disputed({ state, dueAt }), given(...facts));
    expect(deadlines.map(({ fact: id, owedBy, nature }) => [id, owedBy, nature])).toEqual([
      ["bazaar.opens", "seller", "opens"],
      ["bazaar.theirs", "buyer", "closes"],
      ["bazaar.answer", "seller", "closes"],
    ]);
    expect(deadlines[2]).toMatchObject({
      at: dueAt,
      area: "marketplace",
      because: "bazaar named this date",
      source: "dispute.dueAt",
      confidence: "A",
      onSilence: expect.stringContaining("the buyer wins"),
    });
  });

  it("holds without a rule, and takes the place of the rule that ends first", () => {
    expect(disputeDeadlines(disputed({ dueAt })).deadlines).toEqual([
      expect.objectContaining({ kind: "dispute_answer", at: dueAt, owedBy: "seller", fact: null, onSilence: null }),
    ]);
    const two = disputeDeadlines(disputed({ dueAt }), given(deadline("second", { within: { hours: 72 } }), deadline("first")));
    expect(two.deadlines.map(({ fact: id, at: end }) => [id, end])).toEqual([["bazaar.first", dueAt]]);
    const unasked = disputed({ dueAt, venue: null }, { ticket: { channel: "email" } });
    expect(disputeDeadlines(unasked).deadlines[0]?.because).toBe("the venue named this date");
  });

  it("is none of a dispute that isn't asked anything", () => {
    for (const state of ["answered", "evidence_submitted", "won"] as const)
      expect(disputeDeadlines(disputed({ state, dueAt })).deadlines).toEqual([]);
  });
});

describe("a case without a dispute", () => {
  const before = (more: Partial<CaseFile>): CaseFile => ({
    now: "2026-03-06T09:00:00Z",
    ticket: { channel: "email", createdAt: at },
    customer: { zone: "UTC" },
    order: { shipTo: "US" },
    ...more,
  });
  it.each([
    ["PayPal", "paypal"],
    ["paypal express", "paypal"],
    ["Visa •••• 4242", "visa"],
    ["MasterCard", "mastercard"],
    ["AMEX", "amex"],
    ["my visa", null],
    ["", null],
  ])("paid with %s may go to %s", (paymentMethod, expected) => {
    expect(nextDisputeStep(before({ order: { paymentMethod } }))).toMatchObject({
      venue: expected,
      state: "none",
      step: "none",
      because: "no dispute is open",
    });
  });

  it("may go to the marketplace before the payment service", () => {
    const both = nextDisputeStep(before({ ticket: { channel: "email", marketplace: "ebay" }, order: { paymentMethod: "PayPal" } }));
    expect(both.venue).toBe("ebay");
    expect(nextDisputeStep(before({ order: null }))).toMatchObject({ venue: null, reason: null, deadlines: [], checklist: [] });
  });

  it.each<[NonNullable<CaseFile["claim"]>["issueType"], string | null]>([
    ["logistics_delay", "not_received"],
    ["logistics_damaged", "not_as_described"],
    ["refund_status", "return_not_refunded"],
    ["payment_failure", null],
  ])("of %s would be about %s", (issueType, reason) => {
    expect(nextDisputeStep(before({ claim: { issueType } })).reason).toBe(reason);
  });
});

describe("the papers", () => {
  const paper = (document: string, more: object = {}) => ({ document, required: true, because: `for ${document}`, ...more });
  const held = (more: Partial<CaseFile>, dispute: Partial<Dispute> = {}) =>
    nextDisputeStep(
      disputed(dispute, more),
      given(papers(["proof_of_delivery", "signature", "photo", "correspondence", "refund_record", "tracking"].map((name) => paper(name)))),
    )
      .checklist.filter(({ have }) => have)
      .map(({ document }) => document);
  const only = { reason: "unauthorized" } as const;
  const of = (more: Partial<CaseFile>, dispute: Partial<Dispute> = {}) =>
    [...new Set(held({ ticket: { channel: "email", createdAt: at }, ...more }, { ...only, ...dispute }))].sort();

  it("are held by what the case has", () => {
    expect(of({})).toEqual([]);
    expect(of({}, { evidence: ["photo"] })).toEqual(["photo"]);
    expect(of({ shipment: { deliveredAt: at } })).toEqual([]);
    expect(of({ shipment: { deliveredAt: at, proof: "none" } })).toEqual([]);
    expect(of({ shipment: { proof: "photo" } })).toEqual([]);
    expect(of({ shipment: { deliveredAt: at, proof: "photo" } })).toEqual(["proof_of_delivery"]);
    expect(of({ shipment: { deliveredAt: at, proof: "signature" } })).toEqual(["proof_of_delivery", "signature"]);
    expect(of({ claim: { photos: 0 } })).toEqual([]);
    expect(of({ claim: { photos: 1 } })).toEqual(["photo"]);
    expect(of({ ticket: { channel: "email", createdAt: at, messages: [] } })).toEqual([]);
    expect(
      of({ ticket: { channel: "email", createdAt: at, messages: [{ from: "customer", text: "Where is it?", at }] as never } }),
    ).toEqual(["correspondence"]);
    expect(of({ returnRequest: { refundedAt: at } })).toEqual(["refund_record"]);
    expect(of({ returnRequest: { requestedAt: at } })).toEqual([]);
    expect(of({ shipment: { trackingNumber: "1Z" } })).toEqual(["tracking"]);
  });

  it("are listed with the wanted ones that lack first, then by name", () => {
    const { checklist } = nextDisputeStep(
      disputed({ reason: "duplicate", evidence: ["photo", "signature"] }),
      given(papers([paper("tracking", { required: false }), paper("photo"), paper("packaging_photo"), paper("proof_of_delivery")])),
    );
    const ours = checklist.filter(({ fact: id }) => id === "bazaar.papers");
    expect(ours.map(({ document, required, have }) => [document, required, have])).toEqual([
      ["packaging_photo", true, false],
      ["proof_of_delivery", true, false],
      ["tracking", false, false],
      ["photo", true, true],
    ]);
    expect(ours[0]).toMatchObject({ because: "for packaging_photo", source: "the terms, papers" });
  });

  it("are wanted from a value on, in its currency", () => {
    const wanted = (amount: { amount: string; currency: string }) =>
      nextDisputeStep(disputed({ amount }), given(papers([paper("signature", { fromValue: [usd("750.00")] })])));
    const asks = (amount: { amount: string; currency: string }) =>
      wanted(amount).checklist.some(({ document, fact: id }) => document === "signature" && id === "bazaar.papers");
    expect(asks(usd("749.99"))).toBe(false);
    expect(asks(usd("750.00"))).toBe(true);
    expect(asks({ amount: "800.00", currency: "EUR" })).toBe(false);
  });
});

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

describe("the moves of a dispute", () => {
  const day = (number: number) => Date.UTC(2026, 2, number);
  const opened = () => openDispute({ id: "5012", venue: "ebay", reason: "not_received", at: day(1) });
  const lost = () => moveDispute(moveDispute(opened(), { to: "escalated", at: day(2) }), { to: "lost", at: day(3) });

  it("begin with a history of one step", () => {
    expect(opened()).toEqual({
      id: "5012",
      venue: "ebay",
      reason: "not_received",
      state: "requested",
      outcome: null,
      history: [{ state: "requested", at: "2026-03-01T00:00:00Z", because: null }],
    });
    expect(openDispute({ venue: "ebay", at: day(1), because: "the buyer says so" }).history[0]?.because).toBe("the buyer says so");
    expect(moveDispute(opened(), { to: "answered", at: day(2) })).not.toHaveProperty("dueAt");
  });

  it("end only as they can, and appeal once", () => {
    expect(failure(() => moveDispute(lost(), { to: "closed", outcome: "kept", at: day(4) }))).toMatchObject({
      code: "dispute_move_illegal",
      findings: [{ path: "outcome", message: "Dispute 5012: what is lost doesn't end as kept", expected: "one of refunded" }],
    });
    const again = moveDispute(moveDispute(lost(), { to: "appealed", at: day(4) }), { to: "lost", at: day(5) });
    expect(failure(() => moveDispute(again, { to: "appealed", at: day(6) }))).toMatchObject({
      findings: [{ path: "to", message: "Dispute 5012: it was appealed before", expected: "one of closed" }],
    });
    expect(moveDispute(again, { to: "closed", outcome: "refunded", at: day(6) })).toMatchObject({ state: "closed", outcome: "refunded" });
    const nameless = openDispute({ venue: "ebay", at: day(1) });
    expect(failure(() => moveDispute(nameless, { to: "won", at: day(2) }))).toMatchObject({
      findings: [{ message: "Dispute: what is requested doesn't become won" }],
    });
    expect(
      moveDispute(opened(), { to: "closed", outcome: "withdrawn", at: day(2), dueAt: "2026-03-09T00:00:00Z" } as never),
    ).not.toHaveProperty("dueAt");
  });
});
