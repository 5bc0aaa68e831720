import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitSatisfactionCurve } from "./fit-satisfaction-curve.js";
import { satisfactionAfter, satisfactionCurve, valueOfMinuteSaved } from "./satisfaction-curve.js";

describe("the standard curve", () => {
  it("says where it comes from and that it is no measurement", () => {
    expect(satisfactionCurve()).toMatchObject({ confidence: "C", note: expect.stringContaining("marketing claim") as unknown });
  });

  it("falls hardest in the minute after its threshold", () => {
    const minutes = Array.from({ length: 60 }, (_, index) => valueOfMinuteSaved((index + 1) * 60));
    const best = minutes.indexOf(Math.max(...minutes)) + 1;
    expect((best - 1) * 60).toBe(satisfactionCurve().value.thresholdSeconds);
  });

  it("never rises and stays a share", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (wait, more) => {
        expect(satisfactionAfter(wait + more)).toBeLessThanOrEqual(satisfactionAfter(wait));
        expect(satisfactionAfter(wait)).toBeGreaterThan(0);
        expect(valueOfMinuteSaved(wait)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("refuses waits, packs and curves that make no sense", () => {
    expect(() => satisfactionAfter(-1)).toThrow(RangeError);
    expect(() => satisfactionAfter(1, { points: [] })).toThrow(RangeError);
    expect(() => satisfactionCurve("email")).toThrow('no curve "email"; expected one of live-chat');
    const pack = (points: unknown[]) => ({
      pack: "own",
      version: "1.0.0",
      facts: [
        {
          id: "live-chat",
          value: { points },
          source: "our ratings",
          confidence: "A",
          verifiedAt: "2026-11-22",
          effectiveFrom: "2026-01-01",
        },
      ],
    });
    const point = (afterSeconds: number, satisfaction: number) => ({ afterSeconds, satisfaction });
    expect(() => satisfactionCurve("live-chat", pack([point(0, 0.5), point(60, 0.6)]))).toThrow("must not rise");
    expect(() => satisfactionCurve("live-chat", pack([point(60, 0.5), point(60, 0.4)]))).toThrow("in order");
    const own = pack([point(60, 0.9), point(120, 0.5)]);
    expect(satisfactionCurve("live-chat", own, Date.UTC(2026, 5, 1)).source).toBe("our ratings");
    expect(() => satisfactionCurve("live-chat", own, Date.UTC(2025, 5, 1))).toThrow(RangeError);
    expect(satisfactionAfter(0, satisfactionCurve("live-chat", own).value)).toBe(0.9);
  });
});

describe("a fitted curve", () => {
  const ratings = fc.array(fc.record({ seconds: fc.nat(20), satisfaction: fc.constantFrom(0, 0.25, 0.5, 0.75, 1) }), {
    minLength: 2,
    maxLength: 30,
  });

  it("never rises, and keeps the sum of what was rated", () => {
    fc.assert(
      fc.property(ratings, (observations) => {
        fc.pre(new Set(observations.map(({ seconds }) => seconds)).size > 1);
        const { points } = fitSatisfactionCurve(observations);
        points.forEach(({ afterSeconds, satisfaction }, index) => {
          const before = points[index - 1];
          expect(satisfaction).toBeLessThanOrEqual(before?.satisfaction ?? 1);
          expect(afterSeconds).toBeGreaterThan(before?.afterSeconds ?? -1);
        });
      }),
    );
  });

  it("fits as well as the min-max formula of antitonic regression", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<number[]>(0, 0.25, 0.5, 0.75, 1), { minLength: 2, maxLength: 8 }), (values) => {
        const mean = (from: number, to: number) => values.slice(from, to + 1).reduce((sum, value) => sum + value, 0) / (to - from + 1);
        const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
        const last = values.length - 1;
        const best = values.map((_, index) =>
          Math.min(...range(0, index).map((from) => Math.max(...range(index, last).map((to) => mean(from, to))))),
        );
        const { points } = fitSatisfactionCurve(values.map((satisfaction, seconds) => ({ seconds, satisfaction })));
        const levels = [...new Set(best.map((value) => value.toFixed(9)))];
        expect([...new Set(points.map(({ satisfaction }) => satisfaction.toFixed(9)))]).toEqual(levels);
      }),
    );
  });

  it("refuses what says nothing of waits", () => {
    expect(() => fitSatisfactionCurve([])).toThrow(RangeError);
    expect(() => fitSatisfactionCurve([{ seconds: 1, satisfaction: 1 }])).toThrow("two different waits");
    expect(() => fitSatisfactionCurve([{ seconds: -1, satisfaction: 1 }])).toThrow(RangeError);
    expect(() => fitSatisfactionCurve([{ seconds: 1, satisfaction: 2 }])).toThrow(RangeError);
  });
});
