import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@amends/core/events";
import { evaluateSla } from "../evaluate-sla.js";
import { judgeCases } from "./compliance-of.js";
import type { ComplianceSettings } from "./compliance-settings.js";
import { received, replied } from "./testing/log-lines.js";

describe("whose messages answer", () => {
  const at = "2026-03-03T09:00:00Z";
  const dueAt = "2026-03-03T10:00:00Z";
  const outcomesOf = (log: readonly CaseEvent[], settings: ComplianceSettings = {}) =>
    [...judgeCases(log, settings)].map(({ outcome, stoppedAt }) => [outcome, stoppedAt]);
  const botThenHuman = (sla: CaseEvent["sla"]) => [
    received("C-1", at, { sla }),
    replied("C-1", "2026-03-03T09:30:00Z", { by: "bot", tags: ["notice"] }),
    replied("C-1", "2026-03-03T11:00:00Z", { by: "human" }),
  ];

  it("is what the target says, and the option's where it says nothing", () => {
    expect(outcomesOf(botThenHuman({ firstResponse: { dueAt } }))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    for (const author of ["bot", "system"] as const) {
      const answeredBy = ["agent" as const, author];
      expect(outcomesOf(botThenHuman({ firstResponse: { dueAt, answeredBy } }))).toEqual([["met", "2026-03-03T09:30:00Z"]]);
      const ignoring = ["notice"];
      expect(outcomesOf(botThenHuman({ firstResponse: { dueAt, answeredBy, ignoring } }))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    }
    const anybody = { options: { answersFrom: "any" as const } };
    const agents = { firstResponse: { dueAt, answeredBy: ["agent" as const] } };
    expect(outcomesOf(botThenHuman(agents), anybody)).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    expect(outcomesOf(botThenHuman({ firstResponse: { dueAt } }), anybody)).toEqual([["met", "2026-03-03T09:30:00Z"]]);
  });

  it("is what the target says by which the case is judged: the last one before the answer", () => {
    const log: CaseEvent[] = [
      received("C-1", at, { sla: { firstResponse: { dueAt, answeredBy: ["bot"] } } }),
      { caseId: "C-1", kind: "assigned", at: "2026-03-03T09:10:00Z", sla: { firstResponse: { dueAt, answeredBy: ["agent"] } } },
      ...botThenHuman(undefined).slice(1),
    ];
    expect(outcomesOf(log)).toEqual([["late", "2026-03-03T11:00:00Z"]]);
  });

  it("is nobody's question where the line knows that the target was answered, and when", () => {
    const decided = (state: "met" | "missed" | "stopped", stoppedAt: string) => [
      ...botThenHuman({ firstResponse: { dueAt } }).slice(0, 2),
      replied("C-1", "2026-03-03T11:00:00Z", { sla: { firstResponse: { dueAt, state, stoppedAt } } }),
    ];
    expect(outcomesOf(decided("met", "2026-03-03T09:30:00Z"))).toEqual([["met", "2026-03-03T09:30:00Z"]]);
    expect(outcomesOf(decided("missed", "2026-03-03T10:30:00Z"))).toEqual([["late", "2026-03-03T10:30:00Z"]]);
    // A clock that was stopped without an answer, and instants at which the line can't know an answer of this case.
    expect(outcomesOf(decided("stopped", "2026-03-03T09:30:00Z"))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    expect(outcomesOf(decided("met", "2026-03-03T08:30:00Z"))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    expect(outcomesOf(decided("met", "2026-03-03T11:30:00Z"))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
  });

  it("agrees with what evaluateSla calls met", () => {
    const ticket = { marketplace: "etsy", channel: "marketplace_message" as const, createdAt: at };
    const messages = [
      { from: "customer" as const, text: "Where is my parcel?", at },
      { from: "system" as const, text: "We got it and shall look.", at: "2026-03-03T09:00:05Z" },
    ];
    const sla = evaluateSla({ now: "2026-03-05T11:00:00Z", ticket: { ...ticket, messages } });
    expect(sla.firstResponse?.state).toBe("met");
    const log: CaseEvent[] = [received("C-1", at), { caseId: "C-1", kind: "assigned", at: "2026-03-05T11:00:00Z", sla }];
    expect(outcomesOf(log)).toEqual([["met", "2026-03-03T09:00:05Z"]]);
  });

  it("is what was decided, where a whole decision is logged at the reception and never again", () => {
    const said = (channel: "live_chat" | "email", tags?: string[]): CaseEvent[] => {
      const sla = evaluateSla({ now: at, ticket: { channel, text: "Where is my parcel?", createdAt: at } });
      return [received("C-1", at, { sla }), replied("C-1", "2026-03-03T09:00:05Z", { by: "bot", ...(tags && { tags }) })];
    };
    const later = { asOf: "2026-03-04T09:00:00Z" };
    // In a chat a bot's answer counts by the standard policy, by mail it doesn't, and no automatic one does anywhere.
    expect(outcomesOf(said("live_chat"), later)).toEqual([["met", "2026-03-03T09:00:05Z"]]);
    expect(outcomesOf(said("live_chat", ["auto_reply"]), later)).toEqual([["unanswered", undefined]]);
    expect(outcomesOf(said("email"), { ...later, options: { answersFrom: "any" } })).toEqual([["unanswered", undefined]]);
  });

  it("holds for resolutions too, until the case is reopened", () => {
    const solved = { resolution: { dueAt, state: "met" as const, stoppedAt: "2026-03-03T09:30:00Z" } };
    const log = [
      received("C-1", at, { sla: { resolution: { dueAt } } }),
      { caseId: "C-1", kind: "note_added" as const, at: "2026-03-03T11:00:00Z", sla: solved },
    ];
    expect(outcomesOf(log, { clock: "resolution" })).toEqual([["met", "2026-03-03T09:30:00Z"]]);
    const again = [
      ...log,
      { caseId: "C-1", kind: "reopened" as const, at: "2026-03-03T12:00:00Z" },
      { caseId: "C-1", kind: "note_added" as const, at: "2026-03-03T12:10:00Z", sla: solved },
    ];
    expect(outcomesOf(again, { clock: "resolution" })).toEqual([["unanswered", undefined]]);
  });
});
