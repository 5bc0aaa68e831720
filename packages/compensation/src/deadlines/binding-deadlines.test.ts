import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import disputes from "../../packs/marketplace/disputes.pack.json" with { type: "json" };
import { proposeRemedies } from "../offer/propose-remedies.js";
import { bindingDeadlines } from "./binding-deadlines.js";
import { sampleTarget, sampleTargets } from "./testing/sample-targets.js";

const now = "2026-03-06T09:00:00Z";
const usd = (amount: string) => ({ amount, currency: "USD" });
const base: CaseFile = { now, ticket: { channel: "email", createdAt: "2026-03-05T15:00:00Z" }, customer: { country: "DE" } };
const kinds = (caseFile: CaseFile) => bindingDeadlines(caseFile).deadlines.map(({ kind, state }) => [kind, state]);

describe("what was promised", () => {
  it("binds as long as it is owed", () => {
    const byHandler = { bot: null, human: null };
    const open = sampleTargets({
      firstResponse: sampleTarget("2026-03-06T08:00:00Z", {
        byHandler,
        startedAt: "2026-03-05T15:00:00Z",
        lost: [{ rule: "sla/other/one", dueAt: now, within: "PT4H" }],
      }),
      nextResponse: sampleTarget("2026-03-06T09:00:00Z"),
      resolution: sampleTarget("2026-03-07T09:00:00Z", { state: "paused" }),
      updates: {
        acknowledgeBy: now,
        every: "PT24H",
        at: ["2026-03-06T08:00:00Z", "2026-03-07T08:00:00Z"],
        rule: "sla/standard-updates/complex",
      },
    });
    const { deadlines, overdue, first } = bindingDeadlines({ ...base, sla: open });
    expect(deadlines.map(({ kind, state }) => [kind, state])).toEqual([
      ["sla_first_response", "overdue"],
      ["sla_next_response", "ahead"],
      ["sla_report", "ahead"],
      ["sla_resolution", "paused"],
    ]);
    expect(overdue.map(({ because }) => because)).toEqual(["the first response is due within PT2H (business clock), before sla/other/one"]);
    expect(first).toMatchObject({
      deadline: { kind: "sla_next_response" },
      because: expect.stringContaining(": 23 h 0 min before sla_report"),
      lost: [{ kind: "sla_report", laterBy: "PT23H" }],
    });
    const over = sampleTargets({
      firstResponse: sampleTarget("2026-03-06T08:00:00Z", { byHandler, state: "met" }),
      resolution: sampleTarget("2026-03-06T08:00:00Z", { state: "stopped" }),
      updates: { acknowledgeBy: now, every: "PT24H", at: ["2026-03-07T08:00:00Z"], rule: "r" },
    });
    expect(bindingDeadlines({ ...base, sla: over })).toEqual({ deadlines: [], first: null, firstOwed: null, overdue: [], missing: [] });
    const reported = sampleTargets({ updates: { acknowledgeBy: now, every: "PT24H", at: ["2026-03-06T08:00:00Z"], rule: "r" } });
    expect(kinds({ ...base, sla: reported })).toEqual([]);
  });
});

describe("law and marketplace", () => {
  const delivered: CaseFile = {
    ...base,
    order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "DE", withdrawalInformed: true, items: [{ sku: "A", traits: [] }] },
    shipment: { deliveredAt: "2026-03-02T12:00:00Z" },
  };
  const holidays = { packs: { "public-holidays": { DE: [] } } };
  it("say until when goods may come back, and, once asked, by when they and the money are owed", () => {
    const open = bindingDeadlines(delivered, holidays);
    expect(open.deadlines.map(({ kind, on, owedBy, area }) => [kind, on, owedBy, area])).toEqual([
      ["eu_withdrawal", "2026-03-16", "buyer", "law"],
    ]);
    expect(open.first?.because).toContain("the only one ahead");
    expect(open.firstOwed).toBeNull();
    const asked = { ...delivered, returnRequest: { reason: "change_of_mind" as const, requestedAt: "2026-03-05T15:00:00Z" } };
    expect(kinds(asked)).toEqual([
      ["return_refund", "withheld"],
      ["return_send_back", "ahead"],
    ]);
    const sent = { ...asked, now: "2026-03-25T00:00:00Z", returnRequest: { ...asked.returnRequest, dispatchedAt: "2026-03-10T00:00:00Z" } };
    expect(bindingDeadlines(sent).overdue.map(({ kind, confidence }) => [kind, confidence])).toEqual([["return_refund", "A"]]);
    expect(kinds({ ...asked, now: "2026-03-25T00:00:00Z" })).toContainEqual(["return_send_back", "passed"]);
    const chinese = {
      ...asked,
      order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "CN" },
      customer: { country: "CN", zone: "Asia/Shanghai" },
    };
    expect(bindingDeadlines(chinese).missing).toContain("returnRequest.receivedAt");
    const american = { ...asked, order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "US" }, customer: { country: "US" } };
    expect(kinds(american)).toEqual([]);
  });
});

describe("policies", () => {
  const complete: CaseFile = {
    ...base,
    id: "C-1",
    ticket: { channel: "email", marketplace: "ebay", createdAt: "2026-03-05T15:00:00Z" },
    customer: { country: "GB", zone: "Europe/London" },
    order: { id: "O-1", placedAt: "2026-02-20T10:00:00Z", shipTo: "GB", total: usd("60.00"), paymentMethod: "paypal" },
    shipment: { carrier: "ups", status: "lost", shippedAt: "2026-02-21T00:00:00Z", promisedAt: "2026-03-01T00:00:00Z" },
    claim: { issueType: "logistics_not_received" },
  };
  it("stand on the same facts as the calculator, and are told once", () => {
    const remedies = proposeRemedies(complete);
    if ("undecided" in remedies) throw new Error("undecided");
    expect(remedies.deadlines.map(({ kind, fact, at }) => [kind, fact, at])).toEqual([
      ["uk_deliver_by", "uk.deliver_by", "2026-03-02T00:00:00Z"],
      ["ebay_item_not_received_answer", "ebay.item_not_received_answer", "2026-03-11T00:00:00Z"],
      ["ebay_item_not_received_closes", "ebay.item_not_received_closes", "2026-04-01T00:00:00Z"].map((text) =>
        text.replace("2026-04-01T00:00:00Z", "2026-03-31T23:00:00Z"),
      ),
      ["carrier_claim", undefined, "2026-04-23T00:00:00Z"],
      ["paypal_dispute_closes", "paypal.dispute_closes", "2026-08-19T23:00:00Z"],
    ]);
    const { deadlines, firstOwed } = bindingDeadlines({ ...complete, remedies });
    expect(deadlines.map(({ kind, at, owedBy }) => [kind, at, owedBy])).toEqual([
      ["uk_deliver_by", "2026-03-02T00:00:00Z", "seller"],
      ["ebay_item_not_received_answer", "2026-03-11T00:00:00Z", "seller"],
      ["ebay_item_not_received_closes", "2026-03-31T23:00:00Z", "buyer"],
      ["carrier_claim", "2026-04-23T00:00:00Z", "seller"],
      ["paypal_dispute_closes", "2026-08-19T23:00:00Z", "buyer"],
    ]);
    expect(firstOwed).toMatchObject({
      deadline: { source: "ebay.com, help 4116" },
      lost: [{ kind: "carrier_claim" }],
    });
  });

  it("follow a host's packs, say what holds nothing, and may bind whom they like", () => {
    const standard = disputes.facts.find(({ id }) => id === "ebay.item_not_received_answer") as (typeof disputes.facts)[number];
    const five = { ...standard, source: "eBay's letter" };
    const packs = {
      "marketplace/disputes": { pack: "ours", version: "1.0.0", facts: [{ ...five, value: { ...five.value, within: { days: 5 } } }] },
    };
    const own = proposeRemedies(complete, undefined, { packs });
    expect("undecided" in own ? [] : own.deadlines[1]).toMatchObject({ at: "2026-03-11T00:00:00Z", fact: "ebay.item_not_received_answer" });
    const gone = { ...five, value: { ...five.value, within: { bySellerTier: {} } } };
    const none = proposeRemedies(complete, undefined, {
      packs: { "marketplace/disputes": { pack: "ours", version: "1.0.0", facts: [gone] } },
    });
    expect(none.missing).toContain("packs.ebay.item_not_received_answer");
    const deadlines = [
      { kind: "promise", at: "2026-03-06T08:00:00Z", source: "ours", because: "we said so" },
      { kind: "other", at: "", source: "ours", because: "" },
      { kind: "carrier_claim", at: "2026-03-07T00:00:00Z", source: "ups", because: "by then" },
    ];
    const remedies = { ...own, deadlines } as CaseFile["remedies"];
    expect(bindingDeadlines({ ...base, remedies }).deadlines.map(({ kind, state, owedBy, area }) => [kind, state, owedBy, area])).toEqual([
      ["promise", "passed", null, "policy"],
      ["carrier_claim", "ahead", "seller", "policy"],
    ]);
    expect(kinds({ ...base, remedies, carrierClaim: { state: "paid" } })).toEqual([["promise", "passed"]]);
    expect(kinds({ ...base, remedies: { undecided: true, missing: [] } })).toEqual([]);
  });
});

it("reads remedies that are null as none", () => {
  const shipment = { carrier: "ups", shippedAt: "2026-02-01T00:00:00Z", trackingNumber: "1Z999AA10123456784" };
  const caseFile = { ...base, shipment, claim: { reason: "damaged" } } as CaseFile;
  expect(bindingDeadlines({ ...caseFile, remedies: null } as unknown as CaseFile)).toEqual(bindingDeadlines(caseFile));
});
