import { describe, expect, it } from "vitest";
import type { CaseFile, Dispute } from "@amends/core/model";
import { nextDisputeStep } from "./next-dispute-step.js";
import { given, papers } from "./testing/own-venue.js";
import { at, disputed, usd } from "./testing/sample-dispute.js";

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
