import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import anomaliesPolicy from "../../policies/standard-anomalies.policy.json" with { type: "json" };
import milestonesPolicy from "../../policies/standard-milestones.policy.json" with { type: "json" };
import { noticesStage } from "../stage/index.js";
import { fullCase, lateShipment } from "../testing/full-case.js";

const now = "2026-03-03T15:00:00Z";
const after = (event: object, more: object = {}, packs?: unknown) =>
  noticesStage.run(
    { now, event, customer: { language: "en", zone: "America/New_York" }, ...more } as CaseFile,
    undefined,
    packs === undefined ? {} : { packs: { templates: packs } },
  );
const kindsOf = (event: object, more?: object) => after(event, more).map(({ kind }) => kind);

describe("milestones", () => {
  it.each([
    ["order_paid", { kind: "order_paid" }],
    ["order_shipped", { kind: "order_shipped" }],
    ["payment_failed", { kind: "payment_failed" }],
    ["in_customs", { kind: "tracking_updated", data: { status: "customs" } }],
    ["out_for_delivery", { kind: "tracking_updated", data: { status: "out_for_delivery" } }],
    ["delivered", { kind: "tracking_updated", data: { status: "delivered" } }],
  ])("tell %s on its event, without any ticket", (kind, event) => {
    expect(kindsOf(event)).toEqual([kind]);
  });

  it("read the shipment where the event doesn't say", () => {
    const shipment = { events: [{ at: now, status: "out_for_delivery" }] };
    expect(kindsOf({ kind: "tracking_updated" }, { shipment })).toEqual(["out_for_delivery"]);
  });

  it("stay silent for what happened before", () => {
    expect(kindsOf({ kind: "order_paid" }, { shipment: { events: [{ at: now, status: "delivered" }] } })).toEqual(["order_paid"]);
    expect(kindsOf({ kind: "tracking_updated", data: { status: "in_transit" } })).toEqual([]);
  });

  it("name the policies that took part, with their versions", () => {
    const [notice] = after({ kind: "order_paid" });
    expect(notice?.policies).toEqual([milestonesPolicy, anomaliesPolicy].map(({ policy, version }) => ({ policy, version })));
    expect(notice?.policies.map(({ policy }) => policy)).toContain(notice?.policy);
  });

  it("come once each", () => {
    expect(kindsOf({ kind: "order_paid" }, { history: { noticesSent: [{ kind: "order_paid", at: now }] } })).toEqual([]);
  });
});

describe("anomalies", () => {
  it.each([
    ["customs_hold", "P7D", { status: "held", reason: "inspection" }],
    ["customs_hold", "P7D", { status: "customs", reason: "documents_missing" }],
    ["address_error", "P2D", { status: "attempt_failed", reason: "wrong_address" }],
    ["lost", "P3D", { status: "lost" }],
  ])("tell %s with the time it takes", (kind, expectedHandling, data) => {
    const [notice, ...others] = after({ kind: "tracking_updated", data });
    expect(notice).toMatchObject({ kind, expectedHandling, policy: "notices/standard-anomalies" });
    expect(notice?.reason).not.toBe("");
    expect(others).toEqual([]);
  });

  it("tell in the text how long it takes", () => {
    const [notice] = after({ kind: "tracking_updated", data: { status: "held", reason: "inspection" } }, { order: { id: "O-1" } });
    expect(notice?.text).toContain("order O-1 for a check. This usually takes up to 7 days.");
  });
});

describe("the delay notice", () => {
  it("isn't told where the reply of the same case tells of the parcel", () => {
    const replied = (template: string) => kindsOf({}, { ticket: { channel: "email" }, shipment: lateShipment, reply: { template } });
    for (const template of ["delay_v2", "tracking_v1", "not_received_v1", "customs_hold_v10"]) expect(replied(template)).toEqual([]);
    for (const template of ["off_hours_v1", "invoice_v1", "delayed_v1"]) expect(replied(template)).toEqual(["delay"]);
  });

  const shipped = (shippedAt: string, more: object = {}) => ({ shipment: { shippedAt, laneAverageDays: 10, ...more } });

  it("comes beyond 1.3 times the lane's average, not at it", () => {
    expect(kindsOf({ kind: "timer_due" }, shipped("2026-02-18T15:00:00Z"))).toEqual([]);
    expect(kindsOf({ kind: "timer_due" }, shipped("2026-02-17T15:00:00Z"))).toEqual(["delay"]);
  });

  it("comes with a ticket, too, in the language the customer prefers", () => {
    const notices = noticesStage.run(fullCase("zh", "invoice"));
    expect(notices).toMatchObject([{ kind: "delay", language: "zh", reason: "in transit for 45 days where the lane takes 12" }]);
  });

  it("doesn't come for parcels that can't be late any more", () => {
    expect(kindsOf({ kind: "timer_due" }, { shipment: { ...lateShipment, deliveredAt: now } })).not.toContain("delay");
    for (const status of ["delivered", "lost", "returned"]) {
      expect(kindsOf({ kind: "timer_due" }, { shipment: { ...lateShipment, events: [{ at: now, status }] } })).not.toContain("delay");
    }
    expect(kindsOf({ kind: "timer_due" }, { shipment: { laneAverageDays: 10 } })).toEqual([]);
  });

  it("comes by another measure where the policy says so", () => {
    const [milestones, anomalies] = noticesStage.policies as unknown as [never, { parameters: object }];
    const patient = { ...anomalies, parameters: { ...anomalies.parameters, delayRatio: { value: 5, unit: "ratio" } } };
    const run = (caseFile: CaseFile) => noticesStage.run(caseFile, [milestones, patient as never]).map(({ kind }) => kind);
    expect(run({ now, event: { kind: "timer_due" }, shipment: lateShipment })).not.toContain("delay");
  });
});

describe("the text of notices", () => {
  it("is English, whole, where the language lacks it", () => {
    const packs = [{ language: "sv", common: { all: { greeting: "Hej!" } }, notices: { delivered: "Ditt paket är framme." } }];
    const told = (status: string) => after({ kind: "tracking_updated", data: { status } }, { customer: { language: "sv" } }, packs)[0];
    expect(told("delivered")).toMatchObject({ language: "sv", text: "Hej!\n\nDitt paket är framme." });
    expect(told("out_for_delivery")).toMatchObject({ language: "en" });
    expect(told("out_for_delivery")?.text).not.toContain("Hej");
  });

  it("follows the ticket where the customer prefers nothing, and says what lacked", () => {
    expect(after({ kind: "order_paid" }, { customer: {}, ticket: { language: "de" } })[0]).toMatchObject({ language: "de" });
    const [notice] = after({ kind: "order_paid" }, { customer: {} });
    expect(notice).toMatchObject({ language: "en", missing: expect.arrayContaining(["customer.language"]) as unknown });
  });

  it("is in the script of the customer's language, else of the country", () => {
    const text = (customer: object, more: object = {}) => after({ kind: "order_paid" }, { customer, ...more })[0]?.text;
    expect(text({ language: "zh-TW" })).toContain("款項");
    expect(text({ language: "zh", country: "HK" })).toContain("款項");
    expect(text({ language: "zh" })).toContain("付款已到账");
    expect(text({}, { language: { code: "zh", script: "Hant" } })).toContain("款項");
  });

  it("names the time of the answer off hours", () => {
    const more = { ticket: { channel: "email" }, sla: { autoReply: "off_hours", firstResponse: { dueAt: "2026-03-04T14:00:00Z" } } };
    expect(after({}, more)[0]?.text).toContain("by March 4, 2026 at 9:00 AM");
    expect(kindsOf({}, { ...more, reply: {} })).toEqual([]);
  });

  it("says 'unknown' to the agent where a host's reason can't be filled", () => {
    const [milestones] = noticesStage.policies as unknown as [{ rules: { name: string; event: { params: object } }[] }];
    const policy = structuredClone(milestones);
    const rule = policy.rules.find(({ name }) => name === "order-paid") as (typeof policy.rules)[number];
    rule.event.params = { kind: "order_paid", reason: "paid {order} {days}" };
    expect(noticesStage.run({ now, event: { kind: "order_paid" }, order: { id: "O-1" } }, [policy as never])).toMatchObject([
      { reason: "paid O-1 unknown" },
    ]);
    rule.event.params = { kind: "order_paid", reason: "paid {" };
    expect(() => noticesStage.run({ now, event: { kind: "order_paid" } }, [structuredClone(policy) as never])).toThrow("is no ICU message");
  });
});

describe("a payment that failed", () => {
  const failed = (data: object, more: object = {}) => after({ kind: "payment_failed", data }, more);

  it("is told in the words that the event names, with what it says of the payment", () => {
    const data = {
      actor: "issuer",
      buyer: { template: "payment_try_later", says: "…" },
      retry: { helps: "later", notBefore: "2026-03-03T16:00:00Z" },
      amount: { amount: "89.90", currency: "USD" },
      method: "visa",
      lastFour: "4242",
    };
    const [notice, ...others] = failed(data, { order: { id: "O-1" } });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: "payment_failed",
      expectedHandling: "P1D",
      rules: [expect.stringContaining("payment-failed-explained")],
    });
    expect(notice?.text.split("\n\n")[1]).toBe(
      "Your bank or payment provider could not be reached. Please try again later, or pay another way.",
    );
    expect(notice?.text.split("\n\n")[2]).toBe(
      "Order: O-1\nAmount: $89.90\nPayment method: Visa •••• 4242\nPlease wait until: March 3, 2026 at 11:00 AM",
    );
  });

  it("gives no time to pay again where the seller has to act", () => {
    const [notice] = failed({ actor: "seller", buyer: { template: "payment_our_side" } });
    expect(notice).toMatchObject({ kind: "payment_failed", expectedHandling: null });
    expect(notice?.text).toContain("You need not do anything");
  });

  it("has the plain words where the event explains nothing, or not in words that are there", () => {
    const [plain] = failed({});
    expect(plain?.text).toContain("Your payment did not go through.");
    for (const template of ["refund_sent", "payment_", "payment_{name}", "__proto__", "delivered", 7, null, undefined]) {
      expect(failed({ buyer: { template } })[0]).toEqual(plain);
    }
    for (const buyer of ["payment_declined", null, []]) expect(failed({ buyer, actor: "nobody" })[0]).toEqual(plain);
    expect(failed({ buyer: { template: "payment_of_a_host" } })[0]).toMatchObject({ text: plain?.text, kind: "payment_failed" });
  });

  it("keeps to the reason it is told by", () => {
    const [notice] = failed({
      reason: "lost_or_stolen_card",
      agent: "stolen",
      confidential: true,
      buyer: { template: "payment_declined" },
    });
    expect(JSON.stringify(notice)).not.toMatch(/stolen/);
  });
});
