import type { Ticket } from "@amends/core/model";
import { parseInstant } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { ticketProgress } from "./ticket-progress.js";

const resolvedAt = "2026-03-03T10:00:00Z";
const later = "2026-03-03T11:00:00Z";
const solvedAt = parseInstant(resolvedAt);

describe("ticketProgress", () => {
  it.each([
    ["nothing known", {}, { solved: false, solvedAt: undefined, awaitsCustomer: false, reopenedAfter: undefined }],
    ["done", { status: "done" }, { solved: true, solvedAt: undefined, reopenedAfter: undefined }],
    ["done, and when", { status: "done", resolvedAt }, { solved: true, solvedAt, reopenedAfter: undefined }],
    ["solved, of an unknown status", { resolvedAt }, { solved: true, solvedAt }],
    ["open again", { status: "open", resolvedAt }, { solved: false, solvedAt, reopenedAfter: solvedAt }],
    ["the customer is to answer", { status: "waiting_customer" }, { solved: false, awaitsCustomer: true }],
    [
      "a message since, of an unknown status",
      { resolvedAt, messages: [{ from: "customer", at: later }] },
      { solved: false, reopenedAfter: solvedAt },
    ],
    ["a ticket created since", { resolvedAt, createdAt: later }, { solved: false, reopenedAfter: solvedAt }],
    ["a note since", { resolvedAt, messages: [{ from: "customer", at: later, internal: true }] }, { solved: true }],
    ["an answer since", { resolvedAt, messages: [{ from: "agent", at: later }] }, { solved: true }],
    ["a message since, done all the same", { status: "done", resolvedAt, messages: [{ from: "customer", at: later }] }, { solved: true }],
  ] as const)("%s", (_, ticket, expected) => {
    expect(ticketProgress({ channel: "email", ...ticket } as unknown as Ticket)).toMatchObject(expected);
  });

  it.each([
    ["ends with done", [["10:00", "done"]], {}, { solved: true, solvedAt, reopenedAfter: undefined }],
    [
      "says done twice",
      [
        ["10:00", "done"],
        ["10:30", "done"],
      ],
      {},
      { solved: true, solvedAt },
    ],
    [
      "ends with another status since",
      [
        ["10:00", "done"],
        ["10:30", "open"],
      ],
      {},
      { solved: false, solvedAt, reopenedAfter: solvedAt },
    ],
    [
      "ends with the customer's turn",
      [
        ["09:00", "open"],
        ["10:00", "waiting_customer"],
      ],
      {},
      { solved: false, awaitsCustomer: true },
    ],
    ["ends with a word of the host's", [["10:00", "waiting_carrier"]], {}, { solved: false, awaitsCustomer: false }],
    ["ends with done, and the status is another", [["10:00", "done"]], { status: "open" }, { solved: false, reopenedAfter: solvedAt }],
    ["ends with done, which the status says too", [["10:00", "done"]], { status: "done" }, { solved: true, solvedAt }],
    ["ends with done, later than the ticket says", [["10:30", "done"]], { resolvedAt }, { solved: true, solvedAt }],
    [
      "ends with done, and the customer wrote since",
      [["10:00", "done"]],
      { messages: [{ from: "customer", at: later }] },
      { solved: false, reopenedAfter: solvedAt },
    ],
    [
      "isn't in order",
      [
        ["10:00", "done"],
        ["09:00", "open"],
      ],
      {},
      { solved: true, solvedAt },
    ],
    ["will end with done", [["23:00", "done"]], {}, { solved: false, solvedAt: undefined }],
  ] as const)("reads a status log that %s", (_, log, ticket, expected) => {
    const statusChanges = log.map(([clock, status]) => ({ at: `2026-03-03T${clock}:00Z`, status }));
    const given = { channel: "email", statusChanges, ...ticket } as unknown as Ticket;
    expect(ticketProgress(given, parseInstant("2026-03-03T12:00:00Z"))).toMatchObject(expected);
  });

  it.each([{ resolvedAt }, { resolvedAt, status: "done" }] as const)("isn't solved before it happens: %j", (ticket) => {
    expect(ticketProgress({ channel: "email", ...ticket }, solvedAt - 1)).toEqual({
      solved: false,
      solvedAt: undefined,
      awaitsCustomer: false,
      reopenedAfter: undefined,
    });
    expect(ticketProgress({ channel: "email", ...ticket }, solvedAt)).toMatchObject({ solved: true, solvedAt });
  });

  it("isn't reopened by what will be written", () => {
    const ticket: Ticket = { channel: "email", resolvedAt, messages: [{ from: "customer", at: later }] };
    expect(ticketProgress(ticket, solvedAt).solved).toBe(true);
    expect(ticketProgress(ticket, parseInstant(later)).solved).toBe(false);
  });
});
