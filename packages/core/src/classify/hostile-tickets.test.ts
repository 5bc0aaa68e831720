import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { classificationSchema } from "../model/classification.js";
import { classifyTicket } from "./classify-ticket.js";

describe("hostile input", () => {
  const hostile = [
    "",
    "\ud800".repeat(1000),
    "\udc00\ud800 where is my parcel \ud83d",
    "(a+)+$ [\\w]* .*.* ^^^ {order} (a|b) ~ & *",
    "order ".repeat(170_000),
    "我的包裹还没到".repeat(150_000),
    "a".repeat(1_000_000),
    "1-".repeat(500_000),
    `${"where is my ".repeat(80_000)}parcel`,
    "#".repeat(200_000) + "1".repeat(200_000),
    "\u0300".repeat(100_000),
    "__proto__ constructor toString",
  ];
  it.each(hostile.map((text) => [text.slice(0, 24), text]))("answers %j", (_, text) => {
    const answer = classifyTicket({ text });
    expect(classificationSchema.safeParse(answer).success).toBe(true);
    for (const { phrase, start, end } of answer.evidence) expect(text.slice(start, end)).toBe(phrase);
  });

  it("answers anything, and the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 40 }), (text, subject) => {
        const answer = classifyTicket({ text, subject });
        expect(classificationSchema.safeParse(answer).success).toBe(true);
        expect(JSON.stringify(classifyTicket({ text, subject }))).toBe(JSON.stringify(answer));
      }),
      { numRuns: 200 },
    );
  });

  it("refuses what is no text", () => {
    expect(() => classifyTicket({ text: 7 as unknown as string })).toThrow(InvalidCaseError);
  });
});
