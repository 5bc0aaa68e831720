import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../model/case-file.js";
import { mergeCases } from "./merge-cases.js";

const mail: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: {
    channel: "email",
    subject: "Parcel",
    text: "Where?",
    createdAt: "2026-03-03T15:00:00Z",
    status: "done",
    resolvedAt: "2026-03-03T18:00:00Z",
    tags: ["a"],
    messages: [{ id: "1", at: "2026-03-03T15:00:00Z", from: "customer", channel: "email", text: "Where?" }],
  },
  customer: { id: "U-1", country: "US" },
  order: { id: "O-1", paymentMethod: "card" },
};
const chat: CaseFile = {
  id: "C-2",
  ticket: {
    channel: "live_chat",
    text: "News?",
    createdAt: "2026-03-04T09:00:00Z",
    status: "in_progress",
    owner: "agent-7",
    tags: ["a", "b"],
    messages: [
      { id: "1", at: "2026-03-03T15:00:00Z", from: "customer", channel: "email", text: "Where?", language: "en" },
      { id: "2", at: "2026-03-04T09:00:00Z", from: "customer", channel: "live_chat", text: "News?" },
    ],
  },
  customer: { id: "U-1", zone: "America/New_York" },
  order: { id: "O-2" },
};

describe("mergeCases", () => {
  it("unites threads and facts, and sets aside what can't stand twice", () => {
    expect(mergeCases([chat, mail])).toEqual({
      id: "C-1",
      ticket: {
        channel: "live_chat",
        subject: "Parcel",
        text: "News?",
        createdAt: "2026-03-03T15:00:00Z",
        status: "in_progress",
        owner: "agent-7",
        tags: ["a", "b"],
        messages: [
          { id: "1", at: "2026-03-03T15:00:00Z", from: "customer", channel: "email", text: "Where?", language: "en" },
          { id: "2", at: "2026-03-04T09:00:00Z", from: "customer", channel: "live_chat", text: "News?" },
        ],
      },
      customer: { id: "U-1", country: "US", zone: "America/New_York" },
      order: { id: "O-1", paymentMethod: "card" },
      merged: { ids: ["C-1", "C-2"], setAside: [{ path: "order", caseId: "C-2", value: { id: "O-2" } }] },
    });
  });

  it("merges two readings of one order, and keeps the latest resolution where all are done", () => {
    const done: CaseFile = {
      ...chat,
      order: { id: "O-1", shipTo: "US" },
      ticket: { channel: "email", status: "done", resolvedAt: "2026-03-05T00:00:00Z" },
    };
    expect(mergeCases([mail, done])).toMatchObject({
      order: { id: "O-1", paymentMethod: "card", shipTo: "US" },
      ticket: { status: "done", resolvedAt: "2026-03-05T00:00:00Z" },
    });
  });

  it("keeps an event's case and its own earlier merges", () => {
    const event: CaseFile = { id: "E-1", event: { kind: "order_paid", at: "2026-03-01T00:00:00Z" } };
    const merged = mergeCases([mergeCases([mail, chat]), event]);
    expect(merged.merged.ids).toEqual(["C-1", "C-2", "E-1"]);
    expect(merged.merged.setAside).toHaveLength(1);
    expect(merged.event).toEqual(event.event);
    expect(mergeCases([event]).ticket).toBeUndefined();
  });

  it("refuses no case and cases of two customers", () => {
    expect(() => mergeCases([])).toThrow(/no case to merge/);
    expect(() => mergeCases([mail, { ...chat, customer: { id: "U-2" } }])).toThrow(/2 customers/);
  });

  const message = fc.record({
    id: fc.constantFrom("1", "2", "3", ""),
    at: fc.constantFrom("2026-03-03T15:00:00Z", "2026-03-03T16:00:00+02:00", "2026-03-05T00:00:00Z"),
    from: fc.constantFrom("customer" as const, "agent" as const),
    channel: fc.constantFrom("email" as const, "social" as const),
    text: fc.constantFrom("a", "b", "c"),
  });
  const anyCase = fc.record(
    {
      id: fc.constantFrom("A", "B", "C"),
      ticket: fc.record(
        {
          channel: fc.constantFrom("email" as const, "social" as const),
          text: fc.constantFrom("a", "d"),
          status: fc.constantFrom("open" as const, "done" as const),
          createdAt: fc.constantFrom("2026-03-03T15:00:00Z", "2026-03-04T15:00:00Z"),
          messages: fc.array(message, { maxLength: 4 }),
        },
        { requiredKeys: ["channel"] },
      ),
      customer: fc.record({ country: fc.constantFrom("US", "DE") }),
      order: fc.record({ id: fc.constantFrom("O-1", "O-2"), shipTo: fc.constantFrom("US", "DE") }),
    },
    { requiredKeys: ["ticket"] },
  );

  it("doesn't depend on the order of the cases", () => {
    fc.assert(
      fc.property(
        fc
          .array(anyCase, { minLength: 1, maxLength: 4 })
          .chain((cases) => fc.tuple(fc.constant(cases), fc.shuffledSubarray(cases, { minLength: cases.length }))),
        ([cases, shuffled]) => {
          expect(mergeCases(shuffled)).toEqual(mergeCases(cases));
        },
      ),
    );
  });

  it("keeps every text, each message once, in time order", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1, maxLength: 4 }), (cases) => {
        const merged = mergeCases(cases).ticket?.messages ?? [];
        const keys = merged.filter(({ id }) => id).map(({ id, channel }) => `${channel} ${id}`);
        expect(new Set(keys).size).toBe(keys.length);
        const times = merged.map(({ at }) => (at ? Date.parse(at) : Number.POSITIVE_INFINITY));
        expect(times.every((time, index) => index === 0 || time >= (times[index - 1] as number))).toBe(true);
        for (const { ticket } of cases)
          for (const { id, channel } of ticket.messages ?? []) if (id) expect(keys).toContain(`${channel} ${id}`);
      }),
    );
  });
});
