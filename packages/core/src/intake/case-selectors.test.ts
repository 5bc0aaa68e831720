import { describe, expect, it } from "vitest";
import type { CaseFile } from "../model/case-file.js";
import type { Ticket } from "../model/ticket.js";
import { archiveKeys } from "./archive-keys.js";
import { overdueCases } from "./overdue-cases.js";
import { unhandledCases } from "./unhandled-cases.js";

const withSla = (id: string, ticket: Partial<Ticket>, first: string, resolution?: string): CaseFile =>
  ({
    id,
    ticket: { channel: "email", createdAt: "2026-03-03T15:00:00Z", ...ticket },
    sla: { firstResponse: { dueAt: first, rule: "r" }, resolution: resolution === undefined ? null : { dueAt: resolution, rule: "r" } },
  }) as unknown as CaseFile;

const answered: Partial<Ticket> = { messages: [{ from: "agent", at: "2026-03-03T15:30:00Z", text: "Hi" }] };
const noted: Partial<Ticket> = {
  messages: [
    { from: "agent", at: "2026-03-03T15:30:00Z", text: "note", internal: true },
    { from: "system", text: "x" },
  ],
};

describe("overdueCases", () => {
  it("lists what is owed and late, the latest first", () => {
    const cases = [
      withSla("met", answered, "2026-03-03T16:00:00Z"),
      withSla("noted", noted, "2026-03-03T16:00:00Z"),
      withSla("unsolved", answered, "2026-03-03T16:00:00Z", "2026-03-03T15:45:00Z"),
      withSla("waiting", { status: "waiting_customer" }, "2026-03-03T16:00:00Z"),
      withSla("done", { status: "done" }, "2026-03-03T16:00:00Z"),
      withSla("later", {}, "2026-03-03T18:00:00Z"),
      { id: "event", event: { kind: "order_paid" } } as CaseFile,
    ];
    const overdue = overdueCases(cases, "2026-03-03T17:00:00Z");
    expect(
      overdue.map(({ caseFile, overdue: targets }) => [caseFile.id, targets.map(({ target, lateBySeconds }) => [target, lateBySeconds])]),
    ).toEqual([
      ["unsolved", [["resolution", 4500]]],
      ["noted", [["answer", 3600]]],
    ]);
    expect(overdueCases(cases, "2026-03-03T15:45:00Z")).toEqual([]);
    expect(() => overdueCases([], "yesterday")).toThrow(/not an instant/);
  });

  it("doesn't count a reply from before a case was opened anew", () => {
    expect(
      overdueCases(
        [withSla("old", { messages: [{ from: "agent", at: "2026-03-01T00:00:00Z" }] }, "2026-03-03T16:00:00Z")],
        "2026-03-03T17:00:00Z",
      ),
    ).toHaveLength(1);
  });
});

describe("unhandledCases", () => {
  it("are open, without owner and without reply, the oldest first", () => {
    const cases = [
      withSla("new", { createdAt: "2026-03-04T00:00:00Z" }, ""),
      withSla("old", noted, ""),
      withSla("owned", { owner: "agent-7" }, ""),
      withSla("answered", answered, ""),
      withSla("working", { status: "in_progress" }, ""),
      { id: "undated", ticket: { channel: "email" } } as CaseFile,
      { id: "undated too", ticket: { channel: "email" } } as CaseFile,
    ];
    expect(unhandledCases(cases).map(({ id }) => id)).toEqual(["old", "new", "undated", "undated too"]);
  });
});

describe("archiveKeys", () => {
  it("file a case by customer, order, time, language and issue", () => {
    const caseFile = {
      ticket: { channel: "email", createdAt: "2026-01-01T02:00:00+09:00", language: "ja" },
      customer: { id: "U-1", zone: "Asia/Tokyo" },
      order: { id: "O-1" },
      claim: { issueType: "logistics_delay" },
    } as CaseFile;
    expect(archiveKeys(caseFile)).toEqual({
      customer: "U-1",
      order: "O-1",
      date: "2025-12-31",
      month: "2025-12",
      customerDate: "2026-01-01",
      customerMonth: "2026-01",
      language: "ja",
      issueType: "logistics_delay",
    });
  });

  it("say null where the case doesn't tell", () => {
    expect(Object.values(archiveKeys({ ticket: { channel: "email" } }))).toEqual(Array.from({ length: 8 }, () => null));
    expect(archiveKeys({ event: { kind: "order_paid", at: "2026-03-03T00:00:00Z" } })).toMatchObject({
      date: "2026-03-03",
      customerDate: null,
    });
  });
});
