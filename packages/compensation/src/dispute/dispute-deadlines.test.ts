import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { disputeDeadlines } from "./dispute-deadlines.js";
import { deadline, given, venue } from "./testing/own-venue.js";
import { at, disputed, usd } from "./testing/sample-dispute.js";

const dates = (caseFile: CaseFile, ...facts: object[]) => disputeDeadlines(caseFile, given(...facts)).deadlines.map(({ fact: id }) => id);

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

  it("in business days says whose holidays nobody listed", () => {
    const { packs } = given(deadline("answer", { within: { businessDays: 2 } }));
    const of = (listed: Record<string, string[]> | undefined, country: string | null = "DE", within: object = { businessDays: 2 }) => {
      const own = listed === undefined ? packs : { ...packs, "public-holidays": listed };
      const context = { packs: { ...own, ...("businessDays" in within ? {} : given(deadline("answer", { within })).packs) } };
      const { deadlines, missing } = disputeDeadlines(disputed({ country }, { order: null }), context);
      return [deadlines[0]?.on, missing];
    };
    expect(of(undefined)).toEqual(["2026-03-09", ["packs.public-holidays.DE"]]);
    expect(of({ FR: [] })).toEqual(["2026-03-09", ["packs.public-holidays.DE"]]);
    expect(of({ DE: [] })).toEqual(["2026-03-09", []]);
    expect(of({ DE: ["2026-03-09"] })).toEqual(["2026-03-10", []]);
    expect(of(undefined, "DE", { days: 2 })).toEqual(["2026-03-07", []]);
    expect(of(undefined, null)[1]).not.toContainEqual(expect.stringContaining("holidays"));
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
