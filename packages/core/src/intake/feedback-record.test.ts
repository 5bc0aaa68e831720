import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedbackRecord, type FeedbackInput } from "./feedback-record.js";

const base = { id: "f-1", at: "2026-03-03T15:00:00Z" };

describe("feedbackRecord", () => {
  it("makes one record of ratings, reviews and chats", () => {
    const unknown = { customer: null, order: null, item: null, marketplace: null, language: null };
    expect(feedbackRecord({ ...base, kind: "rating", rating: 5 })).toEqual({
      ...base,
      ...unknown,
      kind: "rating",
      score: 1,
      rating: { value: 5, worst: 1, best: 5 },
      title: null,
      text: "",
    });
    expect(
      feedbackRecord({ ...base, kind: "review", title: " Hm ", text: "Too complicated\u0000", rating: 2, customer: "U-1", language: "en" }),
    ).toMatchObject({ score: 0.25, title: "Hm", text: "Too complicated", customer: "U-1", language: "en" });
    const chat: FeedbackInput = {
      ...base,
      kind: "chat",
      messages: [
        { from: "customer", text: "Slow" },
        { from: "agent", text: "Sorry" },
        { from: "customer", text: "hidden", internal: true },
        { text: "Very slow" },
      ],
    };
    expect(feedbackRecord(chat)).toMatchObject({ kind: "chat", text: "Slow\nVery slow", score: null, rating: null });
  });

  it("scores from worst to best on any scale, even one where less is better", () => {
    expect(feedbackRecord({ ...base, kind: "rating", rating: 1, scale: { worst: 6, best: 1 } }).score).toBe(1);
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (worst, width, share) => {
          const scale = { worst, best: worst + width };
          const { score } = feedbackRecord({ ...base, kind: "rating", rating: Math.min(scale.best, worst + share * width), scale });
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(score).toBeCloseTo(share, 6);
        },
      ),
    );
  });

  it("refuses everything it can't read at once", () => {
    const wrong = { id: "", at: "now", kind: "rating", rating: 9 } as FeedbackInput;
    expect(() => feedbackRecord(wrong)).toThrow(/id can't be read[\s\S]*at can't be read[\s\S]*a number from 1 to 5/);
    expect(() => feedbackRecord({ ...base, kind: "rating", rating: 1, scale: { worst: 1, best: 1 } })).toThrow(/two different numbers/);
    expect(() => feedbackRecord({ ...base, kind: "star" } as unknown as FeedbackInput)).toThrow(/one of rating, review, chat/);
    expect(() => feedbackRecord({ ...base, kind: "review" } as unknown as FeedbackInput)).toThrow(/text can't be read/);
    expect(() => feedbackRecord({ ...base, kind: "chat" } as unknown as FeedbackInput)).toThrow(/messages can't be read/);
    expect(() => feedbackRecord({ ...base, kind: "rating" } as unknown as FeedbackInput)).toThrow(/rating can't be read/);
  });
});
