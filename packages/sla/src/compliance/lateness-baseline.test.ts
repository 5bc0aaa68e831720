import type { CaseEvent } from "@amends/core/events";
import { quantile } from "@amends/core/statistics";
import { InvalidCaseError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLatenessBaseline, latenessBaseline } from "./lateness-baseline.js";

const hour = 3_600_000;
const monday = Date.UTC(2026, 2, 2);
const line = (at: number, index: number, more: Partial<CaseEvent> = {}): CaseEvent => ({
  at: new Date(at).toISOString(),
  caseId: `C-${index}`,
  kind: "received",
  ...more,
});

const anyLog = fc
  .array(
    fc.record({
      at: fc.nat(6 * 168 * 60),
      seconds: fc.option(fc.nat(999), { nil: undefined }),
      complexity: fc.constantFrom("simple" as const, "complex" as const, undefined),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((rows) =>
    rows.map(({ at, seconds, complexity }, index) => line(monday + at * 60_000, index, { handleSeconds: seconds, complexity })),
  );

describe("latenessBaseline", () => {
  it("finds the hours that a naive recomputation finds, and the medians", () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        const { peaks, handleSeconds } = latenessBaseline(events, { minimumWeeks: 3, minimumHandled: 2, peakDeviations: 1 });
        const hours = events.map(({ at }) => Math.floor(Date.parse(at) / hour));
        const span = Array.from({ length: Math.max(...hours) - Math.min(...hours) + 1 }, (_, index) => Math.min(...hours) + index);
        const count = (at: number) => hours.filter((one) => one === at).length;
        const expected: Record<number, number> = {};
        for (const at of span) {
          const same = span.filter((one) => (one - at) % 168 === 0).map(count);
          const usual = quantile(same, 0.5) as number;
          if (same.length >= 3 && count(at) > usual + Math.sqrt(Math.max(1, usual))) expected[at] = (count(at) - usual) / count(at);
        }
        expect(peaks).toEqual(expected);
        const handled = (of?: string) =>
          events.flatMap(({ handleSeconds: seconds, complexity }) =>
            typeof seconds === "number" && (of === undefined || complexity === of) ? [seconds] : [],
          );
        const median = (values: number[]) => (values.length < 2 ? undefined : quantile(values, 0.5));
        expect(handleSeconds.all).toBe(median(handled()));
        for (const of of ["simple", "complex"]) expect(handleSeconds.byWork[of]).toBe(median(handled(of)));
      }),
    );
  });

  it("is that of the whole log where parts are merged", () => {
    fc.assert(
      fc.property(anyLog, fc.nat(60), (events, cut) => {
        const options = { minimumWeeks: 2, minimumHandled: 1 };
        const [one, other] = [createLatenessBaseline(options), createLatenessBaseline(options)];
        for (const event of events.slice(0, cut)) one.add(event);
        for (const event of events.slice(cut)) other.add(event);
        one.merge(other);
        expect(one.result()).toEqual(latenessBaseline(events, options));
      }),
    );
  });

  it("knows nothing of an empty log, and refuses what it can't read", () => {
    expect(latenessBaseline([])).toEqual({ peaks: {}, handleSeconds: { byWork: {} } });
    expect(() => createLatenessBaseline().add({ at: "", caseId: "C", kind: "received" })).toThrow(InvalidCaseError);
    const one = createLatenessBaseline();
    expect(() => one.merge({} as never)).toThrow("of this package");
    expect(() => one.merge(one)).toThrow("itself");
    expect(() => one.merge(createLatenessBaseline({ minimumWeeks: 2 }))).toThrow("equal options");
  });
});
