import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import type { CaseFile } from "../model/case-file.js";
import { classificationStage } from "./classification-stage.js";

const now = Date.parse("2026-03-03T15:00:00Z");
const ask = (caseFile: CaseFile) => classificationStage.run(caseFile, undefined, { now });
const ticket = (text: string) => ({ channel: "email" as const, text });

describe("the classification stage", () => {
  it("reads a long delay in anger as a complex complaint that goes first", () => {
    const answer = ask({
      ticket: {
        channel: "email",
        subject: "WHERE IS MY ORDER",
        text: "45 days!!! I ordered on January 15 and there is still NOTHING. This is unacceptable, I want my money back and some compensation for this mess.",
      },
      customer: { vip: false },
      order: { total: { amount: "89.90", currency: "USD" } },
      shipment: { shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 },
    });
    expect(answer).toMatchObject({
      stage: "complaint",
      issueType: "logistics_delay",
      sentiment: "angry",
      urgency: "high",
      complexity: "complex",
      isComplaint: true,
      highPriority: true,
      highPriorityReasons: ["complaint"],
      extracted: { days: 45, dates: ["January 15"] },
    });
    expect(answer.missing).toEqual(["shipment.daysPastPromise"]);
  });

  it("lets the shipment tell a delay from a question, the text first", () => {
    const shipment = { shippedAt: "2026-02-01T00:00:00Z", laneAverageDays: 12 };
    expect(ask({ ticket: ticket("Where is my parcel?"), shipment }).issueType).toBe("logistics_delay");
    expect(ask({ ticket: ticket("Where is my parcel?"), shipment: { ...shipment, shippedAt: "2026-02-25T00:00:00Z" } }).issueType).toBe(
      "logistics_tracking",
    );
    expect(ask({ ticket: ticket("Where is my parcel?"), shipment: { promisedAt: "2026-02-25T00:00:00Z" } }).issueType).toBe(
      "logistics_delay",
    );
    expect(ask({ ticket: ticket("Where is my parcel?"), shipment: { deliveredAt: "2026-02-25T00:00:00Z" } }).issueType).toBe(
      "logistics_not_received",
    );
    expect(ask({ ticket: ticket("I need an invoice"), shipment }).issueType).toBe("invoice");
  });

  it("flags VIPs and large orders, whose amount is converted", () => {
    const rates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.50" } };
    const large = ask({
      ticket: ticket("I need an invoice"),
      customer: { vip: true },
      order: { total: { amount: "250", currency: "EUR" } },
      rates,
    });
    expect([large.highPriorityReasons, large.urgency]).toEqual([["vip", "large_order"], "high"]);
    const unknown = ask({ ticket: ticket("I need an invoice"), order: { total: { amount: "250", currency: "EUR" } } });
    expect(unknown.highPriority).toBe(false);
    expect(unknown.missing).toContain("rates.EUR-USD");
  });

  it("reads a sign of several currencies by the order's", () => {
    expect(ask({ ticket: ticket("I paid $20"), order: { total: { amount: "20", currency: "CAD" } } }).extracted.amounts).toEqual([
      { amount: "20", currency: "CAD" },
    ]);
  });

  it("finds the ids the case knows, and puts questions with an order after the sale", () => {
    const known = ask({
      ticket: ticket("Is HL20577 covered by the student discount code?"),
      order: { id: "HL-20577" },
      shipment: { trackingNumber: "QX77120B" },
    });
    expect([known.extracted.orderIds, known.issueType, known.stage]).toEqual([["HL-20577"], "promotion", "after_sales"]);
    expect(ask({ ticket: ticket("Is there a student discount code?") }).stage).toBe("pre_sales");
  });

  it("takes the language the stage before decided", () => {
    const language = { code: "de" as const, confidence: 1, script: "Latn", source: "given" as const, policies: [], rules: [], missing: [] };
    expect(ask({ ticket: ticket("Storno"), language }).issueType).toBe("order_change");
  });

  it("says that the text lacks, and reads the subject", () => {
    for (const text of [undefined, null, "", " \n"]) {
      const answer = ask({ ticket: { channel: "email", text, subject: "Where is my parcel?" } });
      expect([answer.issueType, answer.missing.includes("ticket.text")]).toEqual(["logistics_tracking", true]);
    }
    expect(ask({ ticket: ticket("Where is it?") }).missing).not.toContain("ticket.text");
  });

  it("refuses a case without a ticket", () => {
    expect(() => ask({ event: { kind: "order_paid" } })).toThrow(InvalidCaseError);
  });
});
