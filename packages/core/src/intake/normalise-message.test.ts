import { describe, expect, it } from "vitest";
import type { InboundMessage } from "../contracts/marketplace.js";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { normaliseMessage } from "./normalise-message.js";

const inbound: InboundMessage = { id: "m-1", at: "2026-03-03T15:00:00+01:00", channel: "email", from: { customer: "U-77" }, text: "Hi" };

describe("normaliseMessage", () => {
  it.each([
    ["E-Mail", "email"],
    ["WhatsApp", "social"],
    ["live chat", "live_chat"],
    ["web form", "form"],
    ["marketplace_message", "marketplace_message"],
    ["hotline", "phone"],
    ["Video Call", "video"],
    ["community", "forum"],
  ])("reads %s as %s", (word, channel) => expect(normaliseMessage({ ...inbound, channel: word }).channel).toBe(channel));

  it("takes HTML, quoted text, signature, control characters and direction marks off, and composes letters", () => {
    const message = normaliseMessage({
      ...inbound,
      subject: " Re:\u0000 order\n 1001 ",
      text: "<p>Caf\u0065\u0301 \u202Eis&#8206; late\u0007</p><p>Sent from my iPhone</p><blockquote>Old</blockquote>",
      from: { customer: "U-77", name: " ", email: "m@example.com" },
      thread: "t-1",
    });
    expect(message).toMatchObject({
      text: "Café is\u200e late",
      subject: "Re: order 1001",
      quoted: "> Old",
      signature: "Sent from my iPhone",
      thread: "t-1",
      from: "customer",
    });
    expect(message.sender).toEqual({ customer: "U-77", email: "m@example.com" });
    expect("order" in message).toBe(false);
    expect(normaliseMessage({ ...inbound, text: "a\ud800b\r\nc" }).text).toBe("a\ufffdb\nc");
  });

  it("says everything that is wrong at once, and which channel was meant", () => {
    const wrong = { id: "", at: "2026-03-03", channel: "emal", from: { customer: 7 }, order: 5 } as unknown as InboundMessage;
    const error = (() => {
      try {
        return normaliseMessage(wrong);
      } catch (caught) {
        return caught;
      }
    })();
    expect(InvalidCaseError.isInstance(error)).toBe(true);
    const { findings } = error as InvalidCaseError;
    expect(findings.map(({ path }) => path)).toEqual(["id", "at", "text", "from.customer", "order", "channel"]);
    expect(findings.at(-1)?.fix).toBe('did you mean "email"?');
  });

  it("refuses what is no message", () => {
    expect(() => normaliseMessage(null as unknown as InboundMessage)).toThrow(InvalidCaseError);
    expect(() => normaliseMessage({ ...inbound, from: undefined, channel: undefined, at: undefined } as unknown as InboundMessage)).toThrow(
      /from is missing/,
    );
  });
});
