import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { bindingDeadlines } from "./binding-deadlines.js";
import { base } from "./testing/open-case.js";

describe("returns", () => {
  const delivered: CaseFile = {
    ...base,
    order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "DE", withdrawalInformed: true, items: [{ sku: "A", traits: [] }] },
    shipment: { deliveredAt: "2026-03-02T12:00:00Z" },
  };
  const packs = { "public-holidays": { DE: [] } };

  it("bind while they may be asked for, and by what was asked", () => {
    const [window] = bindingDeadlines(delivered, { packs }).deadlines;
    expect(window).toMatchObject({
      kind: "eu_withdrawal",
      area: "law",
      owedBy: "buyer",
      fact: "eu.withdrawal",
      onSilence: "the buyer can't return by this right any more",
    });
    const asked = { ...delivered, returnRequest: { reason: "change_of_mind" as const, requestedAt: "2026-03-05T15:00:00Z" } };
    const duties = bindingDeadlines(asked, { packs }).deadlines;
    expect(duties.map(({ kind, onSilence, area }) => [kind, onSilence, area])).toEqual([
      ["return_refund", "the seller is in default of the refund", "law"],
      ["return_send_back", "the seller may refuse the return by this right", "law"],
    ]);
    const received = {
      ...asked,
      returnRequest: { ...asked.returnRequest, dispatchedAt: "2026-03-05T16:00:00Z", receivedAt: "2026-03-06T08:00:00Z" },
    };
    expect(bindingDeadlines(received, { packs }).deadlines.map(({ kind, state }) => [kind, state])).toEqual([["return_refund", "ahead"]]);
    const refunded = { ...received, returnRequest: { ...received.returnRequest, refundedAt: "2026-03-06T08:30:00Z" } };
    expect(bindingDeadlines(refunded, { packs })).toMatchObject({ deadlines: [], missing: [] });
    const late = {
      ...refunded,
      now: "2026-06-06T09:00:00Z",
      returnRequest: { ...refunded.returnRequest, refundedAt: "2026-06-01T08:30:00Z" },
    };
    expect(bindingDeadlines(late, { packs }).deadlines).toEqual([]);
  });

  it("that nothing was delivered for bind nobody, and ask for nothing", () => {
    expect(bindingDeadlines({ ...base, order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "DE" } }, { packs })).toMatchObject({
      deadlines: [],
      missing: [],
    });
    expect(
      bindingDeadlines({ ...delivered, shipment: null, order: { ...delivered.order, lastDeliveredAt: "2026-03-02T12:00:00Z" } }, { packs })
        .deadlines,
    ).toHaveLength(1);
    expect(bindingDeadlines({ ...delivered, returnRequest: null }, { packs }).deadlines).toHaveLength(1);
    expect(bindingDeadlines(delivered, { packs }).missing).toEqual([]);
  });
});
