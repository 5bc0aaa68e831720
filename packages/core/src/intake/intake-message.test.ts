import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InboundMessage } from "../contracts/marketplace.js";
import type { CaseFile } from "../model/case-file.js";
import { parseCaseFile } from "../model/parse-case-file.js";
import { intakeMessage } from "./intake-message.js";

const mail: InboundMessage = {
  id: "m-1",
  at: "2026-03-03T15:00:00Z",
  channel: "email",
  from: { customer: "U-77", name: "Maria" },
  subject: "Parcel",
  text: "Where is it?",
  thread: "t-1",
};
const chat: InboundMessage = { id: "c-1", at: "2026-03-03T16:00:00Z", channel: "live_chat", from: { customer: "U-77" }, text: "Any news?" };
const texts = (caseFile: CaseFile) => caseFile.ticket?.messages?.map(({ text }) => text);

describe("intakeMessage", () => {
  it("opens a case that the model accepts", () => {
    const { caseFile, joined, joinedBy, binding } = intakeMessage(
      { ...mail, marketplace: "amazon", order: "O-1" },
      { customer: { id: "U-77", country: "US" } },
    );
    expect(parseCaseFile(caseFile)).toEqual({
      id: "amazon:m-1",
      ticket: {
        id: "t-1",
        channel: "email",
        marketplace: "amazon",
        subject: "Parcel",
        text: "Where is it?",
        createdAt: "2026-03-03T15:00:00Z",
        status: "open",
        messages: [{ id: "m-1", at: "2026-03-03T15:00:00Z", from: "customer", channel: "email", text: "Where is it?", thread: "t-1" }],
      },
      customer: { id: "U-77", name: "Maria", country: "US" },
      order: { id: "O-1" },
    });
    expect([joined, joinedBy, binding?.how]).toEqual([false, null, "given"]);
  });

  it("joins messages of one customer on several channels in time order, whichever comes first", () => {
    const first = intakeMessage(chat);
    const { caseFile, joinedBy } = intakeMessage(mail, { openCases: [{ ...first.caseFile, now: "2026-03-03T16:00:00Z" }] });
    expect(joinedBy).toBe("same_customer");
    expect(texts(caseFile)).toEqual(["Where is it?", "Any news?"]);
    expect(caseFile.ticket).toMatchObject({ channel: "live_chat", text: "Any news?", createdAt: "2026-03-03T15:00:00Z", status: "open" });
    expect(caseFile.now).toBeUndefined();
  });

  it("changes nothing for a message that is there already", () => {
    const { caseFile } = intakeMessage(mail);
    const again = intakeMessage(mail, { openCases: [caseFile] });
    expect(again.caseFile).toBe(caseFile);
    expect(again.joinedBy).toBe("same_message");
    expect(intakeMessage({ ...mail, channel: "form" }, { openCases: [caseFile] }).caseFile.ticket?.messages).toHaveLength(2);
  });

  it("reopens the thread of a case that is done, but joins it for no other reason", () => {
    const { caseFile } = intakeMessage(mail);
    const done: CaseFile = {
      ...caseFile,
      ticket: { ...caseFile.ticket, channel: "email", status: "done", resolvedAt: "2026-03-04T10:00:00Z" },
    };
    const reopened = intakeMessage({ ...mail, id: "m-2", at: "2026-04-20T10:00:00Z", text: "It broke." }, { openCases: [done] });
    expect(reopened.joinedBy).toBe("same_thread");
    expect(reopened.caseFile.ticket).toMatchObject({ status: "open", text: "It broke." });
    expect(reopened.caseFile.ticket?.resolvedAt).toBeUndefined();
    expect(intakeMessage(chat, { openCases: [done] }).joined).toBe(false);
  });

  it("joins by order before customer, and hands the case its order", () => {
    const a: CaseFile = {
      id: "A",
      ticket: { channel: "email", text: "x", createdAt: "2026-03-01T00:00:00Z" },
      customer: { id: "U-77" },
      order: { id: "O-1" },
    };
    const b: CaseFile = { ...a, id: "B", order: { id: "O-2" } };
    const named = intakeMessage({ ...chat, text: "order number O-2?" }, { openCases: [a, b], orders: [{ id: "O-1" }, { id: "O-2" }] });
    expect([named.caseFile.id, named.joinedBy]).toEqual(["B", "same_order"]);
    expect(intakeMessage(chat, { openCases: [a, b] }).joined).toBe(false);
    expect(intakeMessage({ ...chat, text: "order number O-33?" }, { openCases: [a] }).joined).toBe(false);
    expect(intakeMessage({ ...chat, text: "order number O-33?" }, { openCases: [a], orders: [{ id: "O-1" }] }).joined).toBe(false);
    const { order: _order, ...unbound } = a;
    expect(intakeMessage({ ...chat, order: "O-1" }, { openCases: [unbound] }).caseFile.order).toEqual({ id: "O-1" });
    expect(
      intakeMessage({ ...chat, text: "RB123456785GB?" }, { openCases: [{ ...a, shipment: { trackingNumber: "RB123456785GB" } }, b] })
        .joinedBy,
    ).toBe("same_order");
  });

  it("keeps the text of a ticket without messages, and moves a waiting case on", () => {
    const waiting: CaseFile = {
      id: "A",
      ticket: { channel: "email", text: "First", createdAt: "2026-03-01T00:00:00Z", status: "waiting_customer" },
      customer: { id: "U-77" },
    };
    const { caseFile } = intakeMessage(chat, { openCases: [waiting] });
    expect(texts(caseFile)).toEqual(["First", "Any news?"]);
    expect(caseFile.ticket?.status).toBe("in_progress");
  });

  it("knows a customer by e-mail where no id tells, and forgets a case that is too old", () => {
    const written = intakeMessage({ ...mail, from: { email: "M@example.com" } });
    const other: InboundMessage = { ...chat, from: { email: "m@example.com" } };
    expect(intakeMessage(other, { openCases: [written.caseFile] }).joinedBy).toBe("same_customer");
    expect(intakeMessage({ ...other, from: {} }, { openCases: [written.caseFile] }).joined).toBe(false);
    expect(intakeMessage({ ...other, at: "2026-05-03T16:00:00Z" }, { openCases: [written.caseFile] }).joined).toBe(false);
    expect(intakeMessage({ ...other, at: "2026-05-03T16:00:00Z" }, { openCases: [written.caseFile] }, { joinWithin: "P90D" }).joined).toBe(
      true,
    );
  });

  it("refuses another customer's case", () => {
    const { caseFile } = intakeMessage(mail);
    expect(() => intakeMessage({ ...chat, from: { customer: "U-1" } }, { openCases: [caseFile] })).toThrow(/belongs to customer "U-77"/);
  });

  it("never joins another person's case, whatever the message names", () => {
    const ana: CaseFile = {
      id: "A",
      ticket: { id: "t-1", channel: "email", text: "x", createdAt: "2026-03-01T00:00:00Z", messages: [{ id: "m-1", channel: "email" }] },
      customer: { email: "ana@example.com" },
      order: { id: "4711-88", total: { amount: "89.90", currency: "USD" } },
      shipment: { trackingNumber: "RB123456785GB" },
    };
    const bob: InboundMessage = { ...mail, id: "b-1", thread: "t-9", from: { email: "bob@example.net" } };
    const attempts: InboundMessage[] = [
      { ...bob, text: "Where is order 4711-88?" },
      { ...bob, order: "4711-88" },
      { ...bob, text: "Tracking RB123456785GB" },
      { ...bob, thread: "t-1" },
      { ...bob, id: "m-1" },
    ];
    for (const attempt of attempts) {
      const { caseFile, joined } = intakeMessage(attempt, { openCases: [ana] });
      expect([joined, caseFile.customer?.email, caseFile.order?.total]).toEqual([false, "bob@example.net", undefined]);
      expect(intakeMessage({ ...attempt, from: { email: "Ana@Example.com " } }, { openCases: [ana] }).joined).toBe(true);
    }
    const known: CaseFile = { ...ana, customer: { id: "U-77", email: "ana@example.com" } };
    const elsewhere: InboundMessage = { ...bob, from: { customer: "U-77", email: "ana@example.org" }, order: "4711-88" };
    expect(intakeMessage(elsewhere, { openCases: [known] }).joinedBy).toBe("same_order");
  });

  it("tells the one parcel a message is about, and none where several are named or the number is mistyped", () => {
    const parcelOf = (text: string) => intakeMessage({ ...mail, text }).trackingNumber;
    expect(parcelOf("Where is it? Tracking RB123456785GB. I mean RB 123 456 785 GB!")).toBe("RB123456785GB");
    expect(parcelOf("Where are RB123456785GB and RB000000005US?")).toBeNull();
    expect(parcelOf("Tracking RB123456784GB")).toBeNull();
    expect(parcelOf("Where is it?")).toBeNull();
  });

  it("gives the same thread whatever order the messages come in", () => {
    const messages = Array.from(
      { length: 5 },
      (_, index): InboundMessage => ({
        ...chat,
        id: `m-${index}`,
        at: `2026-03-03T1${index}:00:00Z`,
        text: `text ${index}`,
        channel: index % 2 === 0 ? "email" : "social",
      }),
    );
    const threadOf = (order: readonly InboundMessage[]) =>
      order.reduce<CaseFile | undefined>(
        (open, message) => intakeMessage(message, open === undefined ? {} : { openCases: [open] }).caseFile,
        undefined,
      )?.ticket?.messages;
    fc.assert(
      fc.property(fc.shuffledSubarray([...messages, ...messages], { minLength: 10 }), (order) => {
        expect(threadOf(order)).toEqual(threadOf(messages));
      }),
    );
  });
});
