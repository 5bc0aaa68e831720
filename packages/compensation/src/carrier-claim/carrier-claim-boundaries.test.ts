import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { assessCarrierClaim } from "./assess-carrier-claim.js";
import { carrierClaimDeadlines } from "./carrier-claim-deadlines.js";
import { carrierReceivable } from "./carrier-receivable.js";
import { draftCarrierClaim } from "./draft-carrier-claim.js";
import { moveCarrierClaim, openCarrierClaim, payAhead } from "./move-carrier-claim.js";
import { sdrInMoney, sdrOfWeight } from "./special-drawing-rights.js";
import { air, lost, now, parcel } from "./testing/sample-parcels.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const rates = { base: "USD", date: "2026-02-02", rates: { XDR: "0.75", EUR: "0.9" } };
const damaged = (shipment: CaseFile["shipment"], more: Partial<CaseFile> = {}) =>
  assessCarrierClaim(parcel(shipment, more), { reason: "damaged" });

describe("a case that knows little", () => {
  it("without a shipment says what is wanted, and invents nothing", () => {
    const { shipment: _none, ...bare } = parcel(null);
    expect(assessCarrierClaim({ ...bare, order: null }, { reason: "lost" })).toEqual({
      carrier: null,
      reason: "lost",
      amount: null,
      fileBy: null,
      state: "unknown",
      by: null,
      lost: [],
      liability: {
        limit: null,
        sdr: null,
        rateDate: null,
        basis: null,
        fact: null,
        because: null,
        source: null,
        confidence: null,
        missing: [],
      },
      expected: null,
      uncovered: null,
      documents: expect.any(Array),
      reminders: [],
      statement: null,
      notes: expect.any(Array),
      missing: ["shipment.carrier", "order.total"],
    });
    const named = assessCarrierClaim({ ...bare, carrierClaim: { carrier: "ups" } }, { reason: "lost" });
    expect(named).toMatchObject({ carrier: "ups", fileBy: null, missing: ["shipment.shippedAt"] });
    expect(named.statement).toBe("To ups: a parcel was lost. We claim 89.90 USD. Please confirm this claim in writing.");
    expect(named.documents.every(({ have }) => !have)).toBe(true);
  });

  it("names the start a period lacks, in the notes and among what is missing", () => {
    const unknown = damaged({ carrier: "fedex" });
    expect(unknown).toMatchObject({ state: "unknown", missing: ["shipment.deliveredAt"] });
    expect(unknown.notes).toContain("the period runs from shipment.deliveredAt, which nobody knows");
    const later = assessCarrierClaim(parcel({ carrier: "fedex" }), { reason: "delayed" });
    expect(later).toMatchObject({ by: { fact: "fedex.other", on: "2026-10-17" }, missing: [] });
    expect(lost({ carrier: "dhl", weightGrams: 1000 }, { rates }).missing).toEqual([]);
  });

  it("weighs nothing that has no weight", () => {
    const of = (weightGrams: number | null, items?: NonNullable<CaseFile["order"]>["items"]) =>
      lost({ ...air, weightGrams }, { order: { total: usd("9.00"), ...(items === undefined ? {} : { items }) } }).liability;
    expect(of(null).missing).toEqual(["shipment.weightGrams"]);
    expect(of(null, []).sdr?.weightGrams).toBeNull();
    expect(of(null, [{ weightGrams: 500 }, { title: "A mug" }]).sdr?.weightGrams).toBeNull();
    expect(of(null, [{ weightGrams: 500 }, { weightGrams: 0 }]).sdr?.weightGrams).toBeNull();
    expect(of(0, [{ weightGrams: 500 }]).sdr?.weightGrams).toBe(500);
    expect(lost({ ...air, weightGrams: null }, { order: null }).liability.missing).toEqual(["shipment.weightGrams"]);
  });

  it("asks for the service and the lane only where they decide", () => {
    expect(lost({ carrier: "usps" }).missing).toEqual(["shipment.service"]);
    expect(lost({ carrier: "usps", service: "pmi" }).missing).toEqual([]);
    expect(lost({ ...air, lane: null }).missing).toEqual(["shipment.lane", "packs.carrier/terms.somebody"]);
    expect(lost({ ...air, lane: "CN-US" }, { rates }).missing).toEqual([]);
    expect(lost({ ...air, lane: "CN-CN" }).missing).toEqual(["packs.carrier/terms.somebody"]);
    expect(lost({ ...air, lane: "CN-CN", mode: null }).missing).toEqual(["packs.carrier/terms.somebody"]);
    expect(lost({ ...air, mode: "sea" }).missing).toEqual(["packs.carrier/terms.somebody"]);
    expect(lost({ carrier: " DHL -- Express " }).by?.fact).toBe("dhl_express.claim");
    expect(lost({ carrier: "(UPS)" }).missing).toEqual(["packs.carrier/terms.(UPS)"]);
  });

  it("knows no dated terms of a parcel without a date, but knows the undated ones", () => {
    const { liability, missing } = lost({ carrier: "dhl", shippedAt: null, weightGrams: 1000 });
    expect(liability).toMatchObject({ limit: null, sdr: null, fact: null });
    expect(missing).toEqual(["shipment.shippedAt"]);
    expect(lost({ carrier: "ups", shippedAt: null }).liability).toMatchObject({ limit: usd("100.00"), fact: "ups.liability" });
    expect(lost({ ...air, shippedAt: null, deliveredAt: "2026-02-01T10:00:00Z" }).liability.fact).toBeNull();
  });
});

describe("the bounds of a claim", () => {
  it("is over at the very end of its last day, and open a second before", () => {
    const at = (time: string) => lost({ carrier: "dhl" }, { now: time });
    expect(at("2026-02-16T23:59:59Z")).toMatchObject({ state: "open", fileBy: "2026-02-17T00:00:00Z", reminders: [] });
    expect(at("2026-02-17T00:00:00Z").state).toBe("over");
    expect(at("2026-02-15T00:00:00Z").reminders).toEqual([]);
    expect(at("2026-02-14T23:59:59Z").reminders).toHaveLength(1);
    expect(at("2026-02-10T00:00:00Z").reminders[0]?.because).toBe("3 days before the last day of the claim");
    expect(at(now).notes).not.toContain("the period is over: ask for goodwill");
    expect(lost({ carrier: "ups" }).notes[0]).toContain("counted from shipping, the earliest start");
  });

  it("expects the amount up to the limit itself, and leaves what is above", () => {
    const of = (amount: string) => assessCarrierClaim(parcel({ carrier: "ups" }), { reason: "lost", amount: usd(amount) });
    expect(of("100.00")).toMatchObject({ expected: usd("100.00"), uncovered: usd("0.00") });
    expect(of("100.01")).toMatchObject({ expected: usd("100.00"), uncovered: usd("0.01") });
    expect(of("99.99")).toMatchObject({ expected: usd("99.99"), uncovered: usd("0.00") });
    const known = parcel({ carrier: "ups" }, { carrierClaim: { amount: usd("70.00") } });
    expect(assessCarrierClaim(known, { reason: "lost" }).amount).toEqual(usd("70.00"));
    expect(assessCarrierClaim(known, { reason: "lost", amount: usd("60.00") }).amount).toEqual(usd("60.00"));
    expect(lost({ carrier: "ups" }).missing).toEqual([]);
  });

  it("keeps the first of two equal limits", () => {
    const equal = { base: "USD", date: "2026-02-02", rates: { XDR: "1" } };
    const ups = { ...air, carrier: "ups", weightGrams: 5000 };
    expect(lost(ups, { rates: { ...equal, rates: { XDR: "1.3" } } }).liability.fact).toBe("ups.liability");
    expect(lost(ups, { rates: { ...equal, rates: { XDR: "1.29" } } }).liability.fact).toBe("montreal.liability");
    expect(lost({ ...air, declaredValue: usd("50.00") }).liability).toEqual({
      limit: usd("50.00"),
      sdr: null,
      rateDate: null,
      basis: "declared_value",
      fact: null,
      because: "the value was declared to the carrier",
      source: "shipment.declaredValue",
      confidence: "A",
      missing: [],
    });
  });

  it("counts days where a period starts: at the origin, or where the parcel arrives", () => {
    const shipped = { carrier: "dhl", shippedAt: "2026-01-17T20:00:00Z" };
    expect(lost(shipped).by?.on).toBe("2026-02-16");
    expect(lost({ ...shipped, lane: "CN-DE" }).by?.on).toBe("2026-02-17");
    expect(lost({ ...shipped, lane: "DE-CN" }).by?.on).toBe("2026-02-16");
    const arrived = { carrier: "fedex", deliveredAt: "2026-02-01T20:00:00Z" };
    const on = (more: Partial<CaseFile>, lane: string | null = null) => damaged({ ...arrived, lane }, more).by?.on;
    expect(on({})).toBe("2026-02-22");
    expect(on({}, "DE-CN")).toBe("2026-02-23");
    expect(on({}, "CN-DE")).toBe("2026-02-22");
    expect(on({ order: { shipTo: "JP" } })).toBe("2026-02-23");
    expect(on({ order: { shipTo: "DE" }, customer: { country: "JP" } })).toBe("2026-02-22");
    expect(on({ customer: { country: "JP" } })).toBe("2026-02-23");
    expect(on({ customer: { country: "DE", zone: "Asia/Tokyo" } })).toBe("2026-02-23");
    expect(on({ order: null, customer: null })).toBe("2026-02-22");
  });

  it("orders periods that end together by name", () => {
    const both = { carrier: "usps", shippedAt: "2026-01-17T10:00:00Z" };
    const { by, lost: later } = lost(both);
    expect([by, ...later].map((period) => period?.fact)).toEqual(["usps.express", "usps.priority"]);
    expect(by).not.toHaveProperty("instant");
  });
});

describe("the letter and the papers", () => {
  it("take papers from the question and from the claim", () => {
    const of = (evidence: readonly "photo"[] | undefined, claimed: Partial<CaseFile>) =>
      assessCarrierClaim(parcel({ carrier: "ups" }, claimed), { reason: "damaged", evidence })
        .documents.filter(({ have }) => have)
        .map(({ document }) => document);
    expect(of(undefined, {})).toEqual([]);
    expect(of(["photo"], {})).toEqual(["photo"]);
    expect(of(undefined, { carrierClaim: { evidence: ["invoice"] } })).toEqual(["invoice"]);
    expect(of(["photo"], { carrierClaim: { evidence: ["invoice"] } })).toEqual(["invoice", "photo"]);
  });

  it("draft a claim by the first period, else by the limit, else by nothing", () => {
    const draft = (shipment: CaseFile["shipment"], amount: Parameters<typeof draftCarrierClaim>[1]["amount"]) => {
      const caseFile = parcel(shipment);
      return draftCarrierClaim(caseFile, { reason: "lost", evidence: ["photo"], amount }, contextFor(caseFile, {}));
    };
    expect(draft({ carrier: "ups" }, { money: usd("60.00") })).toEqual({
      claim: {
        carrier: "ups",
        reason: "lost",
        fileBy: "2026-03-19T00:00:00Z",
        liabilityLimit: usd("100.00"),
        amount: usd("60.00"),
        evidence: ["photo"],
        source: "shipsaver (60 days)",
        confidence: "B",
        note: expect.stringContaining("counted from shipping"),
      },
      missing: [],
    });
    const undated = draft({ carrier: "ups", shippedAt: null }, { missing: ["order.total"] });
    expect(undated.claim).toMatchObject({ fileBy: null, amount: null, source: "pressroom.ups.com", confidence: "B" });
    expect(undated.missing).toEqual(["shipment.shippedAt", "order.total"]);
    const unknown = draft({ carrier: "nobody" }, { money: usd("60.00") });
    expect(unknown.claim).toMatchObject({ source: null, confidence: null, note: "no claim terms of nobody are on file" });
    expect(draft({ carrier: "dhl", weightGrams: 1000, shippedAt: "2019-01-01T00:00:00Z" }, { money: usd("60.00") }).claim.note).toBe(
      "the period is over: ask for goodwill",
    );
    expect(draft({ carrier: "dhl", weightGrams: 1000, declaredValue: usd("5.00") }, { money: usd("6.00") }).claim.note).toBeNull();
    expect(draft(null, { money: usd("6.00") }).claim.note).toBe("the case doesn't name the carrier");
    const two = draft({ carrier: "dhl", weightGrams: 1000, shippedAt: "2026-01-01T00:00:00Z" }, { money: usd("60.00") }).claim.note;
    expect(two).toBe(
      "the period is over: ask for goodwill; the carrier answers for at most 26 SDR (26 a kilogram); in money it needs rates.XDR-USD",
    );
  });
});

describe("special drawing rights", () => {
  it("keep the zeros inside a number, and drop those at its end", () => {
    expect(sdrOfWeight("8.33", 1)).toBe("0.00833");
    expect(sdrOfWeight("26", 1)).toBe("0.026");
    expect(sdrOfWeight("20.05", 1000)).toBe("20.05");
    expect(sdrOfWeight("10", 10_000)).toBe("100");
    expect(sdrOfWeight("1.01", 1010)).toBe("1.0201");
  });

  it("say which rate lacks", () => {
    const reason = (currency: string, given: Parameters<typeof sdrInMoney>[2]) => () => sdrInMoney("39", currency, given);
    expect(reason("XXX", rates)).toThrow("XXX is no currency");
    expect(reason("USD", null)).toThrow("no rates were given");
    expect(reason("USD", undefined)).toThrow("no rates were given");
    expect(reason("JPY", rates)).toThrow("the rates of 2026-02-02 don't list JPY");
    expect(reason("EUR", { ...rates, rates: { EUR: "0.9" } })).toThrow("the rates of 2026-02-02 don't list XDR");
    expect(reason("USD", null)).toThrow(expect.objectContaining({ message: expect.stringContaining("XDR") }));
  });
});

describe("the dates of a claim, as records", () => {
  const found = (carrierClaim: CaseFile["carrierClaim"], more: Partial<CaseFile> = {}, shipment: CaseFile["shipment"] = {}) =>
    carrierClaimDeadlines(parcel({ carrier: "ups", ...shipment }, { carrierClaim: carrierClaim ?? null, ...more }));

  it("of filing say from what, by whose terms, and what silence costs", () => {
    expect(found({ reason: "lost" }).deadlines[0]).toMatchObject({
      kind: "carrier_claim",
      at: "2026-03-19T00:00:00Z",
      on: "2026-03-18",
      area: "carrier",
      owedBy: "seller",
      from: ["shipment.shippedAt"],
      because: "UPS wants notice of a claim within 60 days.",
      source: "shipsaver (60 days)",
      fact: "ups.claim",
      onSilence: "ups owes nothing any more, up to 100.00 USD",
    });
    expect(found({ reason: "lost" }, {}, { carrier: "dhl" }).deadlines[0]?.onSilence).toBe("dhl owes nothing any more");
    expect(found({ reason: "lost" }, { order: null }, { carrier: "dhl" }).missing).toEqual([]);
    expect(found({ reason: "lost" }, { order: null }, { carrier: "usps" }).missing).toEqual(["shipment.service"]);
    expect(found({ reason: "lost" }, {}, { ...air, deliveredAt: null }).missing).toEqual([]);
  });

  it("go by what the claim says, then by what was decided, then by where the parcel stands", () => {
    const kinds = (...given: Parameters<typeof found>) => found(...given).deadlines.map(({ fact }) => fact);
    expect(kinds(null, {}, { status: "destroyed" })).toEqual(["ups.claim"]);
    expect(kinds(null, {}, { status: "in_transit" })).toEqual([]);
    const air14 = { ...air, deliveredAt: "2026-02-01T10:00:00Z" };
    expect(kinds(null, {}, { ...air14, status: "damaged" })).toEqual(["montreal.damage"]);
    expect(kinds({ reason: "delayed" }, {}, { ...air14, status: "damaged" })).toEqual(["montreal.delay"]);
    const { shipment: _none, ...bare } = parcel(null);
    expect(carrierClaimDeadlines(bare)).toEqual({ deadlines: [], missing: [] });
  });

  it("of a question name the carrier of the claim, else the shipment's, else just the carrier", () => {
    const asked = { state: "info_requested", dueAt: "2026-02-09T00:00:00Z" } as const;
    expect(found({ ...asked, carrier: "dhl" })).toEqual({
      deadlines: [
        expect.objectContaining({
          kind: "carrier_claim_information",
          at: "2026-02-09T00:00:00Z",
          area: "carrier",
          owedBy: "seller",
          because: "dhl asked for information and named this date",
          source: "carrierClaim.dueAt",
          onSilence: "dhl may reject the claim",
        }),
      ],
      missing: [],
    });
    expect(found(asked).deadlines[0]?.onSilence).toBe("ups may reject the claim");
    expect(found(asked, {}, { carrier: null }).deadlines[0]?.onSilence).toBe("the carrier may reject the claim");
    expect(found(asked, { shipment: null }).deadlines[0]?.onSilence).toBe("the carrier may reject the claim");
  });

  it.each(["filed", "acknowledged", "approved", "appealed"] as const)("ask a carrier that says nothing of what is %s", (state) => {
    const told = { history: [{ state, at: "2026-02-01T23:59:59Z" }] };
    expect(found({ ...told, state, carrier: "dhl" })).toEqual({
      deadlines: [
        expect.objectContaining({
          kind: "carrier_claim_chase",
          at: "2026-02-15T00:00:00Z",
          area: "carrier",
          owedBy: "seller",
          nature: "opens",
          from: [`carrierClaim.history.${state}`],
          because: expect.stringMatching(/^dhl said nothing for 14 days: ask\. \S/),
        }),
      ],
      missing: [],
    });
    expect(found(told).deadlines[0]?.because).toMatch(/^ups said/);
    expect(found(told, {}, { carrier: null }).deadlines[0]?.because).toMatch(/^the carrier said/);
    expect(found(told, { shipment: null }).deadlines[0]?.because).toMatch(/^the carrier said/);
    expect(found({ state })).toEqual({ deadlines: [], missing: ["carrierClaim.history"] });
    expect(found({ state, history: [] })).toEqual({ deadlines: [], missing: ["carrierClaim.history"] });
  });
});

describe("the moves of a claim", () => {
  const day = (number: number) => Date.UTC(2026, 1, number);
  const draft = openCarrierClaim({ number: "CC-7", carrier: "dhl_express", reason: "lost", amount: usd("89.90"), at: day(2) });
  const filed = moveCarrierClaim(draft, { to: "filed", at: day(3) });
  const approved = moveCarrierClaim(filed, { to: "approved", at: day(10), amount: usd("52.00") });
  const money = { to: "paid", at: day(20), amount: usd("52.00"), key: "wire-1" } as const;
  const failure = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it("take an amount and a date only of the state they are told with", () => {
    expect(approved).toMatchObject({ state: "approved", outcome: null, approved: usd("52.00") });
    expect(filed).not.toHaveProperty("approved");
    expect(filed).not.toHaveProperty("dueAt");
    const other = moveCarrierClaim(filed, { to: "acknowledged", at: day(5), amount: usd("1.00") } as never);
    expect(other).not.toHaveProperty("approved");
    expect(moveCarrierClaim(approved, { to: "approved", at: day(10) })).toBe(approved);
    expect(moveCarrierClaim(approved, { to: "approved", at: day(10), amount: { amount: "52.00", currency: "EUR" } }).approved).toEqual({
      amount: "52.00",
      currency: "EUR",
    });
    const asked = moveCarrierClaim(filed, { to: "info_requested", at: day(5), dueAt: "2026-02-12T00:00:00Z" });
    expect(moveCarrierClaim(asked, { to: "info_requested", at: day(5), dueAt: "2026-02-12T00:00:00Z" })).toBe(asked);
    expect(moveCarrierClaim(asked, { to: "info_requested", at: day(5) })).toBe(asked);
    const later = moveCarrierClaim(asked, { to: "info_requested", at: day(5), dueAt: "2026-02-13T00:00:00Z" });
    expect(later).toEqual({ ...asked, dueAt: "2026-02-13T00:00:00Z" });
    const acknowledged = moveCarrierClaim(filed, { to: "acknowledged", at: day(4) });
    const ahead = moveCarrierClaim(acknowledged, { to: "approved", at: day(5), amount: usd("5.00") });
    expect(moveCarrierClaim(ahead, { to: "filed", at: day(3), dueAt: "2026-02-13T00:00:00Z" })).toBe(ahead);
    const bothTold = moveCarrierClaim(approved, {
      to: "approved",
      at: day(10),
      amount: usd("52.00"),
      dueAt: "2026-02-13T00:00:00Z",
    });
    expect(bothTold).toEqual({ ...approved, dueAt: "2026-02-13T00:00:00Z" });
  });

  it("end as what happened, with the endings there are", () => {
    const withdrawn = moveCarrierClaim(draft, { to: "closed", outcome: "withdrawn", at: day(4) });
    expect(withdrawn).toMatchObject({ state: "closed", outcome: "withdrawn" });
    const paidOut = moveCarrierClaim(approved, money);
    expect(paidOut).toMatchObject({ state: "paid", outcome: null });
    expect(moveCarrierClaim(paidOut, { to: "closed", outcome: "recovered", at: day(21) }).outcome).toBe("recovered");
    expect(failure(() => moveCarrierClaim(draft, { to: "closed", outcome: "recovered", at: day(4) }))).toMatchObject({
      code: "carrier_claim_move_illegal",
      message: expect.stringContaining("Claim CC-7: what is draft doesn't end as recovered"),
      findings: [{ path: "outcome" }],
    });
    expect(failure(() => payAhead(withdrawn, { key: "k", at: day(5), amount: usd("1.00") }))).toMatchObject({
      code: "carrier_claim_move_illegal",
      findings: [{ path: "state" }],
    });
    const over = moveCarrierClaim(paidOut, { to: "closed", outcome: "recovered", at: day(21) });
    expect(failure(() => moveCarrierClaim(over, { ...money, key: "wire-2" }))).toMatchObject({
      code: "carrier_claim_move_illegal",
      findings: [{ path: "to" }],
    });
    expect(failure(() => moveCarrierClaim(draft, { to: "paid", at: day(4), amount: usd("1.00"), key: "k" }))).toMatchObject({
      message: expect.stringContaining("Claim CC-7"),
    });
  });

  it("refuse a payment that changed, in amount or in currency", () => {
    const paidOut = moveCarrierClaim(approved, money);
    const twice = (amount: { amount: string; currency: string }) => failure(() => moveCarrierClaim(paidOut, { ...money, amount }));
    expect(twice(usd("52.01"))).toMatchObject({
      code: "carrier_claim_payment_changed",
      findings: [
        {
          code: "carrier_claim_payment_changed",
          path: "amount",
          message: 'payment "wire-1" was 52.00 USD before, and is 52.01 USD now',
          fix: "give another payment another key",
        },
      ],
    });
    expect(twice({ amount: "52.00", currency: "EUR" })).toMatchObject({ code: "carrier_claim_payment_changed" });
    expect(twice(usd("52.00"))).toBeUndefined();
  });

  it("leave open what was paid ahead from its earliest payment on", () => {
    const first = payAhead(draft, { key: "a", at: day(5), amount: usd("10.00") });
    const second = payAhead(first, { key: "b", at: day(4), amount: usd("5.00") });
    expect(carrierReceivable(second)).toMatchObject({ since: "2026-02-04T00:00:00Z", open: usd("15.00"), state: "open" });
    const third = payAhead(second, { key: "c", at: day(6), amount: usd("1.00") });
    expect(carrierReceivable(third)).toMatchObject({ since: "2026-02-04T00:00:00Z", paid: usd("16.00") });
    expect(carrierReceivable(draft)).toBeNull();
    expect(carrierReceivable({ ...draft, advances: null })).toBeNull();
  });

  it("stand where their history says, or where the claim says without one", () => {
    const early = { ...filed, history: [], state: "closed" as const };
    expect(() => payAhead(early, { key: "k", at: day(4), amount: usd("1.00") })).toThrow("it is closed");
    expect(payAhead({ ...filed, state: "closed" }, { key: "k", at: day(4), amount: usd("1.00") }).advances).toHaveLength(1);
  });
});
