import type { CaseEvent } from "@amends/core/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ComplianceLog } from "./compliance-log.js";
import { complianceOf, createCompliance } from "./compliance-of.js";
import type { ComplianceSettings } from "./compliance-settings.js";
import { caseLog, inOrder } from "./testing/case-log-arbitrary.js";

const anyClock = fc.constantFrom("firstResponse" as const, "nextResponse" as const, "resolution" as const);
const anySilence = fc.constantFrom("P1D", "P5D", "P30D");

/** Settles after every event, so that whatever is forgotten early shows. */
function eager(events: readonly CaseEvent[], settings: ComplianceSettings): ComplianceLog {
  const log = new ComplianceLog(settings, 1);
  for (const event of events) {
    log.add(event, []);
    log.settle();
  }
  return log;
}

describe("a log that forgets what is over", () => {
  it("says what one says that holds everything", () => {
    fc.assert(
      fc.property(caseLog(150), anyClock, anySilence, (events, clock, settleAfter) => {
        const settings: ComplianceSettings = { clock, lateness: {}, options: { settleAfter } };
        const ordered = inOrder(events);
        expect(eager(ordered, settings).result()).toEqual(complianceOf(ordered, settings));
      }),
      { numRuns: 120 },
    );
  });

  it("can be cut by time and merged", () => {
    fc.assert(
      fc.property(caseLog(150), anyClock, anySilence, fc.double({ min: 0, max: 1, noNaN: true }), (events, clock, settleAfter, share) => {
        const settings: ComplianceSettings = { clock, lateness: {}, options: { settleAfter } };
        const ordered = inOrder(events);
        const cut = Math.round(ordered.length * share);
        const before = eager(ordered.slice(0, cut), settings);
        const after = eager(ordered.slice(cut), settings);
        before.merge(after);
        before.settle();
        expect(before.result()).toEqual(complianceOf(ordered, settings));
      }),
      { numRuns: 200 },
    );
  });

  it("can be cut by case and merged, in either order", () => {
    fc.assert(
      fc.property(caseLog(150), anyClock, anySilence, fc.integer(), (events, clock, settleAfter, seed) => {
        const settings: ComplianceSettings = { clock, lateness: {}, options: { settleAfter } };
        const ordered = inOrder(events);
        const isLeft = ({ caseId }: CaseEvent) => ((Number(caseId.slice(2)) * 7 + seed) & 1) === 0;
        const parts = () =>
          [
            eager(ordered.filter(isLeft), settings),
            eager(
              ordered.filter((event) => !isLeft(event)),
              settings,
            ),
          ] as const;
        const whole = complianceOf(ordered, settings);
        const [left, right] = parts();
        left.merge(right);
        expect(left.result()).toEqual(whole);
        const [one, other] = parts();
        other.merge(one);
        expect(other.result()).toEqual(whole);
      }),
      { numRuns: 120 },
    );
  });
});

describe("merge", () => {
  it("refuses itself, strangers and what is computed differently", () => {
    const one = createCompliance();
    expect(() => one.merge(one)).toThrow("itself");
    expect(() => one.merge({} as never)).toThrow(TypeError);
    expect(() => one.merge(createCompliance({ clock: "resolution" }))).toThrow("computed alike");
    expect(() => one.merge(createCompliance({ options: { windows: [3] } }))).toThrow("computed alike");
    expect(() => one.merge(createCompliance({ lateness: {} }))).toThrow("computed alike");
  });
});
