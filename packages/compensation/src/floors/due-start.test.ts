import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { calledAt, dueStart } from "./due-start.js";
import { overdueSchema } from "./overdue.js";

const [early, late] = ["2026-03-01T10:00:00Z", "2026-03-05T10:00:00Z"];
const within = { from: "order.placedAt", span: { days: 30 } };
const stating = overdueSchema.parse({ awaits: "delivery", stated: "shipment.promisedAt", within });
const unstated = overdueSchema.parse({ awaits: "delivery", within });

describe("what a seller's last day is counted from", () => {
  const promised = { at: Date.parse(late), key: "shipment.promisedAt", isStated: true };
  const placed = { at: Date.parse(early), key: "order.placedAt", isStated: false };

  it.each<[string, CaseFile, unknown, unknown]>([
    ["both dates", { order: { placedAt: early }, shipment: { promisedAt: late } }, promised, placed],
    ["only the stated one", { shipment: { promisedAt: late } }, promised, undefined],
    ["only that of the order", { order: { placedAt: early }, shipment: {} }, placed, placed],
    ["an empty stated one", { order: { placedAt: early }, shipment: { promisedAt: "" } }, placed, placed],
    ["no parcel", { order: { placedAt: early }, shipment: null }, placed, placed],
    ["none", {}, undefined, undefined],
  ])("is the stated date where the fact goes by one, else that of the order, of a case with %s", (_what, caseFile, withStated, without) => {
    expect([dueStart(stating, caseFile), dueStart(unstated, caseFile)]).toEqual([withStated, without]);
  });
});

describe("when the buyer called", () => {
  const wrote = { at: Date.parse(late), key: "ticket.createdAt" };
  const requested = { at: Date.parse(early), key: "returnRequest.requestedAt" };
  const ticket = (createdAt?: string) => ({ channel: "email" as const, ...(createdAt === undefined ? {} : { createdAt }) });

  it.each<[string, CaseFile, unknown]>([
    ["a ticket and an earlier request", { ticket: ticket(late), returnRequest: { requestedAt: early } }, wrote],
    ["a ticket", { ticket: ticket(late) }, wrote],
    ["a ticket without a date, and a request", { ticket: ticket(), returnRequest: { requestedAt: early } }, requested],
    ["a request", { ticket: null, returnRequest: { requestedAt: early } }, requested],
    ["a request without a date", { returnRequest: {} }, undefined],
    ["neither", { ticket: null, returnRequest: null }, undefined],
  ])("is the date of the ticket, else that of the request: %s", (_what, caseFile, told) => {
    expect(calledAt(caseFile)).toEqual(told);
  });
});
