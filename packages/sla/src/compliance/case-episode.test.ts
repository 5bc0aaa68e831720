import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@amends/core/events";
import { complianceOf, judgeCases } from "./compliance-of.js";
import type { ComplianceSettings } from "./compliance-settings.js";

describe("a case that goes on after its first answer", () => {
  const at = (clock: string) => `2026-03-03T${clock}:00Z`;
  const line = (kind: CaseEvent["kind"], clock: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
    caseId: "C-1",
    kind,
    at: at(clock),
    ...more,
  });
  const first = (clock: string) => ({ sla: { firstResponse: { dueAt: at(clock) } } });
  const next = (clock: string) => ({ sla: { nextResponse: { dueAt: at(clock) } } });
  const judged = (log: readonly CaseEvent[], settings: ComplianceSettings = {}) =>
    [...judgeCases(log, settings)].map(({ receivedAt, dueAt, outcome, groups }) => [receivedAt, dueAt, outcome, groups["channel"]]);
  const beginning = [line("received", "09:00", { channel: "email", team: "eu", ...first("10:00") }), line("replied", "09:30")];

  it("is judged from the message that reopens it, though a bot answers within the same second", () => {
    const { outcomes } = complianceOf(
      [
        line("received", "09:00", first("10:00")),
        line("replied", "09:30"),
        line("resolved", "09:40"),
        line("customer_replied", "12:00", { sla: { firstResponse: { dueAt: at("13:00"), answeredBy: ["agent", "bot"] } } }),
        line("reopened", "12:00"),
        line("replied", "12:00", { by: "bot" }),
      ],
      { asOf: at("18:00") },
    ).overall;
    expect(outcomes).toMatchObject({ met: 2, untargeted: 0 });
  });

  it("is judged anew where it is reopened, from the message that led to it", () => {
    const log = [
      ...beginning,
      line("resolved", "11:00"),
      line("customer_replied", "12:00", first("13:00")),
      line("reopened", "12:01"),
      line("replied", "13:30"),
    ];
    expect(judged(log)).toEqual([
      [at("09:00"), at("10:00"), "met", "email"],
      [at("12:00"), at("13:00"), "late", "email"],
    ]);
    expect(complianceOf(log).by["team"]?.map(({ value, count, total }) => [value, count, total])).toEqual([["eu", 1, 2]]);
    // A message to a resolved case that nobody reopens for asks for nothing.
    expect(judged([...beginning, line("resolved", "11:00"), line("customer_replied", "12:00")])).toHaveLength(1);
  });

  it("is judged by its next responses, each message after an answer once", () => {
    const log = [
      ...beginning,
      line("customer_replied", "10:00", next("11:00")),
      line("customer_replied", "10:30", next("11:00")),
      line("replied", "11:01"),
      line("customer_replied", "12:00", { channel: "live_chat", ...next("13:00") }),
      line("replied", "12:10", { by: "bot" }),
      line("replied", "12:20"),
      line("customer_replied", "14:00", next("15:00")),
      line("resolved", "14:30"),
      line("customer_replied", "16:00"),
    ];
    const settings = { clock: "nextResponse" as const };
    expect(judged(log, settings)).toEqual([
      [at("10:00"), at("11:00"), "late", "email"],
      [at("12:00"), at("13:00"), "met", "live_chat"],
      [at("14:00"), at("15:00"), "resolvedWithoutReply", "live_chat"],
    ]);
    const { overall } = complianceOf(log.slice(0, 3), { ...settings, asOf: at("11:30") });
    expect([overall.cases, overall.outcomes.unanswered, overall.total]).toEqual([1, 1, 1]);
    expect(judged(beginning, settings)).toEqual([]);
  });

  it("is judged by next responses again once it is reopened and answered", () => {
    const log = [
      ...beginning,
      line("resolved", "10:00"),
      line("reopened", "11:00"),
      line("customer_replied", "11:10", next("11:20")),
      line("replied", "12:00"),
      line("customer_replied", "12:30", next("13:00")),
      line("replied", "12:40"),
    ];
    expect(judged(log, { clock: "nextResponse" })).toEqual([[at("12:30"), at("13:00"), "met", "email"]]);
  });

  it("counts for the next response whom the first one counts, unless its own target says otherwise", () => {
    const sla = { firstResponse: { dueAt: at("10:00"), answeredBy: ["agent" as const, "bot" as const] } };
    const log = (more: Partial<NonNullable<NonNullable<CaseEvent["sla"]>["nextResponse"]>> = {}) => [
      line("received", "09:00", { channel: "email", sla }),
      line("replied", "09:30", { by: "bot" }),
      line("customer_replied", "10:00", { sla: { nextResponse: { dueAt: at("11:00"), ...more } } }),
      line("replied", "10:30", { by: "bot" }),
      line("replied", "11:30"),
    ];
    const settings = { clock: "nextResponse" as const };
    expect(judged(log(), settings)[0]?.[2]).toBe("met");
    expect(judged(log({ answeredBy: ["agent"] }), settings)[0]?.[2]).toBe("late");
  });
});
