import type { CaseEvent } from "@amends/core/events";
import { compileCalendar } from "@amends/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complianceOf, judgeCases } from "./compliance-of.js";
import type { LatenessBaseline } from "./lateness-baseline.js";
import { factorBit } from "./lateness-factor.js";
import { byTime } from "./read-log-event.js";
import { caseLog } from "./testing/case-log-arbitrary.js";
import { waitByCauses } from "./wait-by-causes.js";

const zone = "Asia/Shanghai";
const office: [string, string][] = [["09:00", "18:00"]];
const hours = compileCalendar({ zone, hours: { mon: office, tue: office, wed: office, thu: office, fri: office } });
const none = { team: 0, tools: 0, complexity: 0, zone: 0, peak: 0 };

function causesOf(events: readonly Partial<CaseEvent>[], baseline?: LatenessBaseline) {
  const lines = events.map((event): CaseEvent => ({ caseId: "C-1", kind: "received", at: "", ...event }));
  const [judged] = [...judgeCases(lines, { lateness: { hours, ...(baseline === undefined ? {} : { baseline }) } })];
  return judged?.causes;
}

const target = (dueAt: string, clock?: "business" | "calendar") => ({ sla: { firstResponse: { dueAt, clock } } });

describe("the causes of lateness", () => {
  it("are the team's where nothing else explains a wait in open hours", () => {
    // Tuesday 10:00 to 11:00 in Shanghai, due at 10:20.
    expect(
      causesOf([
        { at: "2026-03-03T02:00:00Z", ...target("2026-03-03T02:20:00Z") },
        { kind: "replied", at: "2026-03-03T03:00:00Z" },
      ]),
    ).toEqual({ ...none, team: 2400 });
  });

  it("are the zone's where nobody works, unless the target doesn't count it", () => {
    // Monday 19:00 to Tuesday 09:10; a target of 2 hours on each clock.
    const answered = { kind: "replied" as const, at: "2026-03-03T01:10:00Z" };
    const elapsed = causesOf([{ at: "2026-03-02T11:00:00Z", ...target("2026-03-02T13:00:00Z", "calendar") }, answered]);
    expect(elapsed).toEqual({ ...none, zone: 43_500, team: 300 });
    const business = causesOf([{ at: "2026-03-02T11:00:00Z", ...target("2026-03-03T01:05:00Z", "business") }, answered]);
    expect(business).toEqual({ ...none, team: 300 });
  });

  it("are the tools' while a case is handed over, held by a bot, or paused for an outage", () => {
    const received = { at: "2026-03-03T02:00:00Z", ...target("2026-03-03T02:00:00Z") };
    const answered = { kind: "replied" as const, at: "2026-03-03T03:00:00Z" };
    expect(
      causesOf([received, { kind: "transferred", at: "2026-03-03T02:10:00Z" }, { kind: "assigned", at: "2026-03-03T02:40:00Z" }, answered]),
    ).toEqual({ ...none, team: 1800, tools: 1800 });
    expect(
      causesOf([
        received,
        { kind: "assigned", by: "bot", at: "2026-03-03T02:00:00Z" },
        { kind: "assigned", at: "2026-03-03T02:15:00Z" },
        answered,
      ]),
    ).toEqual({ ...none, team: 2700, tools: 900 });
    expect(
      causesOf([
        received,
        { kind: "paused", reason: "tool_outage", at: "2026-03-03T02:30:00Z" },
        { kind: "resumed", at: "2026-03-03T02:45:00Z" },
        answered,
      ]),
    ).toEqual({ ...none, team: 2700, tools: 900 });
  });

  it("are the complexity's while it waits for others, and for what such work takes beyond the usual", () => {
    const baseline: LatenessBaseline = { peaks: {}, handleSeconds: { all: 300, byWork: { complex: 900 } } };
    const received = { at: "2026-03-03T02:00:00Z", complexity: "complex" as const, ...target("2026-03-03T02:00:00Z") };
    expect(causesOf([received, { kind: "replied", at: "2026-03-03T03:00:00Z", handleSeconds: 1200 }], baseline)).toEqual({
      ...none,
      team: 3000,
      complexity: 600,
    });
    expect(
      causesOf([
        received,
        { kind: "paused", at: "2026-03-03T02:10:00Z" },
        { kind: "resumed", at: "2026-03-03T02:40:00Z" },
        { kind: "replied", at: "2026-03-03T03:00:00Z" },
      ]),
    ).toEqual({ ...none, team: 1800, complexity: 1800 });
  });

  it("are a peak's to the extent that arrivals exceed the usual", () => {
    const baseline: LatenessBaseline = { peaks: { [Date.parse("2026-03-03T02:00:00Z") / 3_600_000]: 0.75 }, handleSeconds: { byWork: {} } };
    const received = { at: "2026-03-03T02:00:00Z", ...target("2026-03-03T02:00:00Z") };
    expect(causesOf([received, { kind: "replied", at: "2026-03-03T04:00:00Z" }], baseline)).toEqual({ ...none, peak: 2700, team: 4500 });
  });

  it("are shared where two hold a case up at once", () => {
    // Handed over at closing time on Monday, taken on Tuesday at 09:00.
    const handedOver = (receivedAt: string) =>
      causesOf([
        { at: receivedAt, ...target("2026-03-02T10:00:00Z", "business") },
        { kind: "transferred", at: "2026-03-02T10:00:00Z" },
        { kind: "assigned", at: "2026-03-03T01:00:00Z" },
        { kind: "replied", at: "2026-03-03T01:00:00Z" },
      ]);
    expect(handedOver("2026-03-02T10:00:00Z")).toEqual({ ...none, tools: 27_000, zone: 27_000 });
    // Without the team's ten minutes it would have been ten minutes less late; unless the night was saved as well.
    expect(handedOver("2026-03-02T09:50:00Z")).toEqual({ ...none, team: 400, tools: 26_800, zone: 26_800 });
  });

  it("add up to the lateness of every case, and of every figure", () => {
    const baseline: LatenessBaseline = {
      peaks: Object.fromEntries(Array.from({ length: 400 }, (_, index) => [Date.UTC(2026, 0, 1) / 3_600_000 + 3 * index, 0.3])),
      handleSeconds: { all: 200, byWork: { simple: 100, complex: 1500 } },
    };
    fc.assert(
      fc.property(caseLog(15), fc.constantFrom("firstResponse" as const, "resolution" as const), (events, clock) => {
        const settings = { clock, lateness: { hours: () => hours, baseline } };
        const total = (causes: object) => Object.values(causes).reduce((sum: number, seconds: number) => sum + seconds, 0);
        for (const { causes, lateSeconds } of judgeCases(events, settings)) expect(total(causes ?? {})).toBe(lateSeconds);
        const { overall, by } = complianceOf(events, settings);
        for (const figure of [overall, ...overall.windows, ...Object.values(by).flat()]) {
          expect(total(figure.causes ?? {})).toBe(figure.explainedSeconds);
          expect(figure.explainedSeconds).toBe(figure.lateSeconds);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("are those of a walk minute by minute", () => {
    const minute = 60_000;
    const start = Date.UTC(2026, 2, 2, 8);
    const anyEvent = fc.record({
      minute: fc.nat(2000),
      kind: fc.constantFrom("assigned" as const, "transferred" as const, "paused" as const, "resumed" as const, "note_added" as const),
      by: fc.constantFrom("bot" as const, "human" as const),
      reason: fc.constantFrom("tool_outage", "customer"),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEvent, { maxLength: 6, selector: ({ minute: at }) => at }),
        fc.nat(1999),
        fc.nat(200),
        fc.constantFrom("business" as const, "calendar" as const),
        (given, dueMinute, worked, clock) => {
          const stopMinute = 2000;
          const events = given
            .map(({ minute: at, ...event }) => ({ at: start + at * minute, event: { ...event, caseId: "C-1", at: "" } }))
            .sort(byTime);
          const answer: CaseEvent = { caseId: "C-1", at: "", kind: "replied", handleSeconds: worked * 60 };
          const wait = waitByCauses(
            {
              events,
              receivedAt: start,
              target: { dueAt: "", clock },
              dueAt: start + dueMinute * minute,
              stoppedAt: start + stopMinute * minute,
              answer,
              complexity: undefined,
              issueType: undefined,
            },
            { baseline: undefined, hours, toolReasons: new Set(["tool_outage"]) },
          );
          const expected = new Map<number, number>();
          let forgiven = 0;
          for (let at = 0; at < stopMinute; at += 1) {
            const open = hours.isOpen(start + at * minute);
            const before = given.filter((event) => event.minute <= at).sort((one, other) => one.minute - other.minute);
            const holder = at >= stopMinute - worked ? "work" : holderAfter(before);
            const causes =
              holder === "work"
                ? factorBit.team
                : holder === "queue"
                  ? open
                    ? factorBit.team
                    : factorBit.zone
                  : (holder === "tools" ? factorBit.tools : factorBit.complexity) | (open ? 0 : factorBit.zone);
            const isForgiven = at < dueMinute && holder !== "work" && (holder === "customer" || (!open && clock === "business"));
            if (isForgiven) forgiven += 1;
            else expected.set(causes, (expected.get(causes) ?? 0) + 1);
          }
          for (const [set, milliseconds] of wait.milliseconds.entries())
            expect(milliseconds / minute, `set ${set}`).toBe(expected.get(set) ?? 0);
          expect(wait.allowed / minute).toBe(dueMinute - forgiven);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Who has a case after some events, looked at from the last one back. */
function holderAfter(events: readonly { kind: string; by: string; reason: string }[]): "queue" | "tools" | "customer" {
  const last = events.at(-1);
  if (last === undefined) return "queue";
  const earlier = events.slice(0, -1);
  if (last.kind === "transferred") return "tools";
  if (last.kind === "assigned") return last.by === "bot" ? "tools" : "queue";
  if (last.kind === "paused") return last.reason === "tool_outage" ? "tools" : "customer";
  if (last.kind === "note_added") return holderAfter(earlier);
  const since = earlier.findLastIndex(({ kind }) => kind === "assigned" || kind === "transferred" || kind === "resumed");
  const firstPause = earlier.findIndex(({ kind }, index) => index > since && kind === "paused");
  return firstPause === -1 ? holderAfter(earlier) : holderAfter(earlier.slice(0, firstPause));
}
