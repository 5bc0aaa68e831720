import type { CaseFile } from "@amends/core/model";
import { formatInstant, parseInstant } from "@amends/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateSla } from "../evaluate-sla.js";
import { slaStage } from "../stage/sla-stage.js";
import type { TargetParams } from "../target-params.js";
import { classified, officeHours, slaCase, targetPolicy } from "../testing/sla-case.js";
import type { AlertParams } from "./alert-params.js";
import { nextAlarm, slaStatus } from "./sla-status.js";

const wrote = "2026-03-03T10:00:00Z";
const calendars = { default: officeHours("Etc/UTC") };
const at = (text: string) => parseInstant(text);

const alertPolicy = (params: AlertParams) =>
  targetPolicy({} as never, {
    policy: "test/alerts",
    decision: "alerts",
    decide: "all",
    rules: [{ name: "alert", conditions: { all: [] }, event: { type: "alert", params: { ...params } } }],
  });
const alertsOf = (target: TargetParams, alert: AlertParams, now: string, ticket: Partial<NonNullable<CaseFile["ticket"]>> = {}) =>
  slaStatus(slaCase(wrote, { calendars, ticket }), at(now), [targetPolicy(target), alertPolicy(alert)]).clocks[0];

describe("slaStatus", () => {
  it("says of each clock what is used and what remains", () => {
    const caseFile = slaCase(wrote, { calendars, classification: classified({ complexity: "medium" }) });
    const { clocks, now } = slaStatus(caseFile, at("2026-03-03T11:00:00Z"));
    expect(now).toBe("2026-03-03T11:00:00Z");
    expect(clocks).toMatchObject([
      {
        clock: "first_response",
        rule: "sla/standard-targets/email",
        state: "running",
        targetSeconds: 14_400,
        usedSeconds: 3600,
        remainingSeconds: 10_800,
        percent: 25,
        pausedSeconds: 0,
        nextAlert: { kind: "warning", at: "2026-03-03T12:00:00Z" },
      },
      { clock: "resolution", usedSeconds: 0, percent: 0, dueAt: "2026-03-04T10:00:00Z" },
      { clock: "acknowledgement", state: "overdue", dueAt: "2026-03-03T10:05:00Z", usedSeconds: 3600, remainingSeconds: -3300 },
    ]);
  });

  it("goes by the case's clock where no other is given, and finds what evaluateSla finds", () => {
    const caseFile = slaCase(wrote, { now: "2026-03-03T15:00:00Z", calendars });
    const status = slaStatus(caseFile);
    expect(status.now).toBe("2026-03-03T15:00:00Z");
    expect(status.sla).toEqual(evaluateSla(caseFile));
    expect(status.clocks[0]).toMatchObject({ state: "overdue", percent: 125, remainingSeconds: -3600 });
    expect(slaStatus(caseFile, undefined, [...slaStage.policies]).sla).toEqual(status.sla);
  });

  it("has no clocks of a case without a ticket or a time", () => {
    expect(slaStatus({ now: wrote, event: { kind: "timer_due" } })).toMatchObject({
      clocks: [],
      nextAlarm: null,
      sla: { missing: ["ticket"] },
    });
    expect(slaStatus({ now: wrote, ticket: { channel: "email" } })).toMatchObject({ clocks: [], sla: { missing: ["ticket.createdAt"] } });
  });

  it("stops at the answer, and knows nothing of one without a time", () => {
    const answered = (answer: string | undefined) =>
      slaStatus(
        slaCase(wrote, {
          calendars,
          ticket: {
            messages: [
              { from: "customer", at: wrote },
              { from: "agent", ...(answer ? { at: answer } : {}) },
            ],
          },
        }),
        at("2026-03-05T10:00:00Z"),
      ).clocks[0];
    expect(answered("2026-03-03T12:00:00Z")).toMatchObject({ state: "met", usedSeconds: 7200, percent: 50, alerts: [], nextAlert: null });
    expect(answered(undefined)).toMatchObject({
      state: "stopped",
      usedSeconds: null,
      remainingSeconds: null,
      percent: null,
      pausedSeconds: 0,
    });
  });

  it("follows the person who takes over from a bot, and the message after an answer", () => {
    const messages = [
      { from: "customer", at: wrote },
      { from: "bot", at: "2026-03-03T10:00:10Z" },
      { from: "customer", at: "2026-03-03T10:01:00Z" },
    ] as const;
    const { clocks } = slaStatus(
      slaCase(wrote, { calendars, ticket: { channel: "live_chat", messages: [...messages] } }),
      at("2026-03-03T10:02:00Z"),
    );
    expect(clocks.map(({ clock, state, dueAt }) => [clock, state, dueAt])).toEqual([
      ["first_response", "met", "2026-03-03T10:01:00Z"],
      ["human_response", "running", "2026-03-03T10:03:00Z"],
      ["next_response", "running", "2026-03-03T10:03:00Z"],
      ["acknowledgement", "running", "2026-03-03T10:03:00Z"],
    ]);
  });

  it("keeps the pauses and counts them anew where the calendar changes", () => {
    const ticket = {
      status: "open",
      messages: [{ from: "customer" as const, at: wrote }],
      statusChanges: [
        { at: "2026-03-03T11:00:00Z", status: "waiting_customer" },
        { at: "2026-03-04T10:00:00Z", status: "open" },
      ],
    } as const;
    const status = (zone: string) =>
      slaStatus(
        slaCase(wrote, {
          calendars: { default: officeHours(zone) },
          ticket: { status: ticket.status, messages: [...ticket.messages], statusChanges: [...ticket.statusChanges] },
        }),
        at("2026-03-04T11:00:00Z"),
      ).clocks[0];
    // In London 6 hours of the day and 1 of the next are paused; in Tokyo it closed as the message came, and opens at midnight UTC.
    expect(status("Etc/UTC")).toMatchObject({ usedSeconds: 7200, pausedSeconds: 25_200, dueAt: "2026-03-04T13:00:00Z" });
    expect(status("Asia/Tokyo")?.pausedSeconds).toBe(8 * 3600);
    expect(status("Asia/Tokyo")?.usedSeconds).toBe(0);
  });
});

describe("alerts", () => {
  const fourHours: TargetParams = { within: "PT4H", clock: "business" };

  it.each([
    ["a share of the target", { percent: 50 }, { at: "2026-03-03T12:00:00Z", kind: "warning" }],
    ["after an amount", { after: "PT1H" }, { at: "2026-03-03T11:00:00Z", kind: "warning" }],
    ["before the deadline", { before: "PT30M" }, { at: "2026-03-03T13:30:00Z", kind: "warning" }],
    ["before a shorter target: at once", { before: "PT8H" }, { at: wrote, kind: "warning", raised: true }],
    ["at the deadline", { percent: 100 }, { at: "2026-03-03T14:00:00Z", kind: "breach" }],
    ["after it, in service hours", { overdueBy: "PT5H" }, { at: "2026-03-04T11:00:00Z", kind: "escalation" }],
  ] as const)("%s", (_, alert, expected) => {
    expect(alertsOf(fourHours, { ...alert, notify: ["lead"] }, wrote)?.alerts).toMatchObject([{ ...expected, notify: ["lead"] }]);
  });

  it("wait for the opening of the target's calendar where a rule says so", () => {
    const plain: TargetParams = { within: "PT12H", clock: "calendar" };
    expect(alertsOf(plain, { percent: 75, notify: ["lead"] }, wrote)?.nextAlert).toMatchObject({
      at: "2026-03-03T19:00:00Z",
      postponed: false,
    });
    expect(alertsOf(plain, { percent: 75, notify: ["lead"], inHours: true }, wrote)?.nextAlert).toMatchObject({
      at: "2026-03-04T09:00:00Z",
      postponed: true,
    });
  });

  it("move with a pause, and none comes while the clock stands still", () => {
    const pauses = [{ from: "2026-03-03T11:00:00Z", to: "2026-03-03T12:00:00Z" }];
    const alert = { percent: 50, notify: ["lead"] };
    expect(alertsOf(fourHours, alert, "2026-03-03T12:30:00Z", { pauses })?.nextAlert).toMatchObject({ at: "2026-03-03T13:00:00Z" });
    const paused = alertsOf(fourHours, alert, "2026-03-03T11:30:00Z", { pauses });
    expect(paused).toMatchObject({ state: "paused", nextAlert: null, alerts: [], usedSeconds: 3600, dueAt: "2026-03-03T15:00:00Z" });
  });

  it("belong to the clocks they name", () => {
    expect(alertsOf(fourHours, { percent: 50, notify: ["lead"], clocks: ["resolution"] }, wrote)?.alerts).toEqual([]);
  });

  it("put the target's own warning in line", () => {
    const { alerts } = alertsOf({ ...fourHours, warnAfter: "PT3H" }, { percent: 50, notify: ["lead"] }, "2026-03-03T12:00:00Z") ?? {
      alerts: [],
    };
    expect(alerts).toMatchObject([
      { rule: "test/alerts/alert", raised: true },
      { rule: "test/targets/only", at: "2026-03-03T13:00:00Z", notify: [], raised: false },
    ]);
  });
});

describe("nextAlarm", () => {
  const fourHours = [targetPolicy({ within: "PT4H", clock: "business" })];

  it("comes at the deadline where no policy sets an alert, and once more when it has passed", () => {
    const alarm = (now: string) => nextAlarm(slaCase(wrote, { calendars }), at(now), fourHours);
    expect(alarm("2026-03-03T11:00:00Z")).toEqual({ at: "2026-03-03T14:00:00Z", clock: "first_response", alert: null });
    expect(alarm("2026-03-03T14:00:00Z")).toEqual({
      at: formatInstant(at("2026-03-03T14:00:00Z") + 1),
      clock: "first_response",
      alert: null,
    });
    expect(alarm("2026-03-03T14:00:01Z")).toBeNull();
  });

  it("comes when a pause is planned to end, and not where nobody knows when", () => {
    const alarm = (...ends: (string | null)[]) =>
      nextAlarm(
        slaCase(wrote, { calendars, ticket: { pauses: ends.map((to) => ({ from: "2026-03-03T11:00:00Z", to })) } }),
        at("2026-03-03T11:30:00Z"),
        fourHours,
      );
    expect(alarm("2026-03-03T12:00:00Z", "2026-03-03T13:00:00Z")).toEqual({
      at: "2026-03-03T13:00:00Z",
      clock: "first_response",
      alert: null,
    });
    expect(alarm("2026-03-03T12:00:00Z", null)).toBeNull();
  });

  it("stays where a pause begins after the breach", () => {
    const caseFile = slaCase(wrote, { calendars, ticket: { pauses: [{ from: "2026-03-03T14:30:00Z", to: null }] } });
    const policies = [...fourHours, alertPolicy({ overdueBy: "PT2H", notify: ["lead"] })];
    const status = slaStatus(caseFile, at("2026-03-03T15:00:00Z"), policies);
    expect(status.sla).toMatchObject({ answerDueAt: "2026-03-03T14:00:00Z", firstResponse: { state: "overdue" } });
    expect(status.nextAlarm).toMatchObject({ at: "2026-03-03T16:00:00Z", alert: { kind: "escalation" } });
  });

  it("doesn't call a breach what can still be met", () => {
    const breach = (now: string) => alertsOf({ within: "PT4H", clock: "business" }, { percent: 100, notify: ["lead"] }, now)?.alerts[0];
    expect(breach("2026-03-03T14:00:00Z")).toMatchObject({ kind: "breach", raised: false });
    expect(breach("2026-03-03T14:00:01Z")).toMatchObject({ kind: "breach", raised: true });
  });

  it("leads a host's timer from one moment to the next until nothing is left", () => {
    const caseFile = slaCase(wrote, { calendars, classification: classified({ complexity: "simple" }) });
    const visited: string[] = [];
    let now: number | undefined = at(wrote);
    while (now !== undefined && visited.length < 9) {
      const alarm = nextAlarm(caseFile, now);
      if (alarm !== null) visited.push(`${alarm.at} ${alarm.clock}`);
      now = alarm === null ? undefined : at(alarm.at);
    }
    expect(visited.slice(0, 4)).toEqual([
      "2026-03-03T10:05:00Z acknowledgement",
      "2026-03-03T12:00:00Z first_response",
      "2026-03-03T13:00:00Z first_response",
      "2026-03-03T14:00:00Z first_response",
    ]);
    expect(visited.map((each) => at(each.split(" ")[0] ?? ""))).toEqual(
      visited.map((each) => at(each.split(" ")[0] ?? "")).toSorted((left, right) => left - right),
    );
    expect(nextAlarm(slaCase(wrote, { ticket: { status: "done" } }))).toBeNull();
  });
});

describe("any case", () => {
  const minutes = (count: number) => count * 60_000;
  const start = at(wrote);
  const pauses = fc.array(
    fc.record({ from: fc.nat(3000), lasts: fc.integer({ min: 1, max: 2000 }) }).map(({ from, lasts }) => ({
      from: formatInstant(start + minutes(from)),
      to: formatInstant(start + minutes(from + lasts)),
    })),
    { maxLength: 4 },
  );
  const targets: fc.Arbitrary<TargetParams> = fc.oneof(
    fc.integer({ min: 1, max: 3000 }).map((count): TargetParams => ({ clock: "calendar", within: `PT${count}M` })),
    fc.integer({ min: 1, max: 3000 }).map((count): TargetParams => ({ clock: "business", within: `PT${count}M` })),
    fc.constant<TargetParams>({ clock: "business_days", within: "P3D" }),
    fc.constant<TargetParams>({ clock: "cut_off", within: "PT25H", cutOff: "18:00", answerBy: "19:00" }),
    fc.constant<TargetParams>({ clock: "weekend_grace", within: "PT24H", weekend: ["sat", "sun"], answerBy: "12:00" }),
  );

  it("adds up, never runs backwards, and is overdue only when its time is used", () => {
    fc.assert(
      fc.property(targets, pauses, fc.array(fc.nat(6000), { minLength: 2, maxLength: 6 }), (target, paused, moments) => {
        const policies = [targetPolicy(target)];
        const caseFile = slaCase(wrote, { calendars, ticket: { pauses: paused } });
        let before = { percent: 0, due: 0 };
        for (const moment of moments.toSorted((left, right) => left - right)) {
          const now = start + minutes(moment);
          const [clock] = slaStatus(caseFile, now, policies).clocks;
          if (clock === undefined || clock.usedSeconds === null || clock.remainingSeconds === null || clock.percent === null)
            throw new Error("no clock");
          expect(clock.usedSeconds + clock.remainingSeconds).toBeCloseTo(clock.targetSeconds, 6);
          expect(clock.percent).toBeGreaterThanOrEqual(before.percent);
          expect(at(clock.dueAt)).toBeGreaterThanOrEqual(before.due);
          if (clock.state === "overdue") expect(clock.percent).toBeGreaterThanOrEqual(100);
          if (clock.state === "running") expect(clock.percent).toBeLessThanOrEqual(100);
          before = { percent: clock.percent, due: at(clock.dueAt) };
        }
      }),
      { numRuns: 150 },
    );
  });
});
