import { describe, expect, it } from "vitest";
import type { CaseFile } from "../model/case-file.js";
import { addInternalNote } from "./add-internal-note.js";
import { claimTicket } from "./claim-ticket.js";
import { duplicateWork } from "./duplicate-work.js";

const caseFile: CaseFile = { id: "C-1", ticket: { channel: "email", text: "Where?", createdAt: "2026-03-03T15:00:00Z" } };
const note = { at: "2026-03-03T15:10:00Z", agent: "agent-7", text: " Called\u0000 DHL. " };

describe("addInternalNote", () => {
  it("adds what the customer never sees, in its place in time, and leaves the ticket's text", () => {
    const twice = addInternalNote(addInternalNote(caseFile, note), { ...note, id: "n-0", at: "2026-03-03T15:05:00Z", text: "Seen" });
    expect(twice.ticket?.text).toBe("Where?");
    expect(twice.ticket?.messages).toEqual([
      { id: "n-0", at: "2026-03-03T15:05:00Z", from: "agent", text: "Seen", internal: true, agent: "agent-7" },
      {
        id: "note:agent-7:2026-03-03T15:10:00Z:1",
        at: "2026-03-03T15:10:00Z",
        from: "agent",
        text: "Called DHL.",
        internal: true,
        agent: "agent-7",
      },
    ]);
    expect(addInternalNote(twice, { ...note, id: "n-0" })).toBe(twice);
    expect(caseFile.ticket?.messages).toBeUndefined();
  });

  it("refuses what is incomplete", () => {
    expect(() => addInternalNote(caseFile, { ...note, text: " " })).toThrow(/note is empty/);
    expect(() => addInternalNote(caseFile, { ...note, at: "now" })).toThrow(/not an instant/);
    expect(() => addInternalNote(caseFile, { ...note, agent: "" })).toThrow(/agent is missing/);
    expect(() => addInternalNote({ event: { kind: "order_paid" } }, note)).toThrow(/no ticket/);
    expect(() => addInternalNote(caseFile, { ...note, text: 7 as unknown as string })).toThrow(/note is empty/);
  });
});

describe("claimTicket", () => {
  it("gives a ticket one owner", () => {
    const first = claimTicket(caseFile, "agent-7");
    expect(first).toMatchObject({ claimed: true, owner: "agent-7", caseFile: { ticket: { owner: "agent-7" } } });
    expect(claimTicket(first.caseFile, "agent-8")).toEqual({ claimed: false, owner: "agent-7", caseFile: first.caseFile });
    expect(claimTicket(first.caseFile, "agent-7")).toEqual({ claimed: true, owner: "agent-7", caseFile: first.caseFile });
    expect(() => claimTicket(caseFile, " ")).toThrow(/agent is missing/);
  });
});

describe("duplicateWork", () => {
  const asking = { agent: "agent-8", at: "2026-03-03T15:30:00Z" };

  it("sees another owner and whoever wrote within the interval", () => {
    const worked = addInternalNote(claimTicket(caseFile, "agent-6").caseFile, note);
    expect(duplicateWork(worked, asking)).toEqual({
      duplicate: true,
      others: [
        { agent: "agent-6", because: "owner" },
        { agent: "agent-7", because: "recent_message", at: "2026-03-03T15:10:00Z" },
      ],
    });
    expect(duplicateWork(addInternalNote(caseFile, note), { ...asking, within: "PT19M" }).duplicate).toBe(false);
    expect(duplicateWork(addInternalNote(caseFile, note), { ...asking, within: "PT20M" }).duplicate).toBe(true);
  });

  it("doesn't see one's own work, or what is yet to come", () => {
    const worked = addInternalNote(claimTicket(caseFile, "agent-7").caseFile, note);
    expect(duplicateWork(worked, { ...asking, agent: "agent-7" })).toEqual({ duplicate: false, others: [] });
    expect(duplicateWork(addInternalNote(caseFile, note), { ...asking, at: "2026-03-03T15:00:00Z" }).duplicate).toBe(false);
  });

  it("takes a message without its agent's id for somebody else's unless one owns the ticket", () => {
    const replied: CaseFile = { ticket: { channel: "email", messages: [{ from: "agent", at: "2026-03-03T15:20:00Z", text: "Hi" }] } };
    expect(duplicateWork(replied, asking).others).toEqual([{ agent: null, because: "recent_message", at: "2026-03-03T15:20:00Z" }]);
    expect(duplicateWork(claimTicket(replied, "agent-8").caseFile, asking).duplicate).toBe(false);
  });
});
