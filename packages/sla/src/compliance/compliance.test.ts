import { InvalidCalendarError, InvalidCaseError } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import { compileCalendar, type CalendarDefinition } from "@amends/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateSla } from "../evaluate-sla.js";
import { complianceOf, complianceOfStream, judgeCases } from "./compliance-of.js";
import { resolveComplianceOptions } from "./compliance-options.js";
import type { ComplianceSettings } from "./compliance-settings.js";
import type { JudgedCase } from "./judged-case.js";
import { percentageGoal } from "./percentage-goal.js";

const due = (seconds: number) => ({ dueOf: ({ receivedAt }: { receivedAt: number }) => receivedAt + seconds * 1000 });
const received = (caseId: string, at: string, more: Partial<CaseEvent> = {}): CaseEvent => ({ caseId, at, kind: "received", ...more });
const replied = (caseId: string, at: string, more: Partial<CaseEvent> = {}): CaseEvent => ({ caseId, at, kind: "replied", ...more });

describe("windows", () => {
  it("hold whole days of the zone and end before their last date", () => {
    // 23:30 on 6 March and 00:30 on 7 March in Los Angeles.
    const log = ["2026-03-07T07:30:00Z", "2026-03-07T08:30:00Z"].map((at, index) => received(`C-${index}`, at));
    const settings = { ...due(60), asOf: "2026-04-01T00:00:00Z", options: { zone: "America/Los_Angeles", windows: [1, 7] } };
    const cases = (until: string) => complianceOf(log, { ...settings, until }).overall.windows.map((window) => window.cases);
    expect(cases("2026-03-07")).toEqual([1, 1]);
    expect(cases("2026-03-08")).toEqual([1, 2]);
    expect(cases("2026-03-14")).toEqual([0, 1]);
    const [day] = complianceOf(log, { ...settings, until: "2026-03-08" }).overall.windows;
    expect([day?.from, day?.until]).toEqual(["2026-03-07", "2026-03-08"]);
  });

  it("end by default with the day of the latest event", () => {
    const { windows } = complianceOf([received("C-1", "2026-03-07T23:59:59Z")], due(60)).overall;
    expect(windows.map(({ days, until, cases }) => [days, until, cases])).toEqual([7, 30, 60, 90].map((days) => [days, "2026-03-08", 1]));
  });
});

describe("windows as of a later instant", () => {
  it("end with its day, and so let go of what it leaves behind", () => {
    const log = [received("C-1", "2026-03-01T12:00:00Z"), received("C-2", "2026-03-07T12:00:00Z")];
    const cases = (asOf: string) => complianceOf(log, { ...due(60), asOf }).overall.windows.map((window) => [window.until, window.cases]);
    expect(cases("2026-03-06T00:00:00Z")[0]).toEqual(["2026-03-08", 2]);
    expect(cases("2026-03-09T00:00:00Z")[0]).toEqual(["2026-03-10", 1]);
    expect(cases("2026-04-05T23:59:59Z").slice(0, 2)).toEqual([
      ["2026-04-06", 0],
      ["2026-04-06", 1],
    ]);
    const later = complianceOf(log, { ...due(60), asOf: "2026-08-01T00:00:00Z" }).overall;
    expect([later.cases, later.weighted, later.windows.map((window) => window.cases)]).toEqual([2, undefined, [0, 0, 0, 0]]);
  });
});

describe("a case that goes on after its first answer", () => {
  const at = (clock: string) => `2026-03-03T${clock}:00Z`;
  const line = (kind: CaseEvent["kind"], clock: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
    caseId: "C-1",
    kind,
    at: at(clock),
    ...more,
  });
  const first = (clock: string) => ({ sla: { firstResponse: { dueAt: at(clock) } } });
  const next = (clock: string) => ({ sla: { nextResponse: { dueAt: at(clock) } } });
  const judged = (log: readonly CaseEvent[], settings: ComplianceSettings = {}) =>
    [...judgeCases(log, settings)].map(({ receivedAt, dueAt, outcome, groups }) => [receivedAt, dueAt, outcome, groups["channel"]]);
  const beginning = [line("received", "09:00", { channel: "email", team: "eu", ...first("10:00") }), line("replied", "09:30")];

  it("is judged from the message that reopens it, though a bot answers within the same second", () => {
    const { outcomes } = complianceOf(
      [
        line("received", "09:00", first("10:00")),
        line("replied", "09:30"),
        line("resolved", "09:40"),
        line("customer_replied", "12:00", { sla: { firstResponse: { dueAt: at("13:00"), answeredBy: ["agent", "bot"] } } }),
        line("reopened", "12:00"),
        line("replied", "12:00", { by: "bot" }),
      ],
      { asOf: at("18:00") },
    ).overall;
    expect(outcomes).toMatchObject({ met: 2, untargeted: 0 });
  });

  it("is judged anew where it is reopened, from the message that led to it", () => {
    const log = [
      ...beginning,
      line("resolved", "11:00"),
      line("customer_replied", "12:00", first("13:00")),
      line("reopened", "12:01"),
      line("replied", "13:30"),
    ];
    expect(judged(log)).toEqual([
      [at("09:00"), at("10:00"), "met", "email"],
      [at("12:00"), at("13:00"), "late", "email"],
    ]);
    expect(complianceOf(log).by["team"]?.map(({ value, count, total }) => [value, count, total])).toEqual([["eu", 1, 2]]);
    // A message to a resolved case that nobody reopens for asks for nothing.
    expect(judged([...beginning, line("resolved", "11:00"), line("customer_replied", "12:00")])).toHaveLength(1);
  });

  it("is judged by its next responses, each message after an answer once", () => {
    const log = [
      ...beginning,
      line("customer_replied", "10:00", next("11:00")),
      line("customer_replied", "10:30", next("11:00")),
      line("replied", "11:01"),
      line("customer_replied", "12:00", { channel: "live_chat", ...next("13:00") }),
      line("replied", "12:10", { by: "bot" }),
      line("replied", "12:20"),
      line("customer_replied", "14:00", next("15:00")),
      line("resolved", "14:30"),
      line("customer_replied", "16:00"),
    ];
    const settings = { clock: "nextResponse" as const };
    expect(judged(log, settings)).toEqual([
      [at("10:00"), at("11:00"), "late", "email"],
      [at("12:00"), at("13:00"), "met", "live_chat"],
      [at("14:00"), at("15:00"), "resolvedWithoutReply", "live_chat"],
    ]);
    const { overall } = complianceOf(log.slice(0, 3), { ...settings, asOf: at("11:30") });
    expect([overall.cases, overall.outcomes.unanswered, overall.total]).toEqual([1, 1, 1]);
    expect(judged(beginning, settings)).toEqual([]);
  });

  it("is judged by next responses again once it is reopened and answered", () => {
    const log = [
      ...beginning,
      line("resolved", "10:00"),
      line("reopened", "11:00"),
      line("customer_replied", "11:10", next("11:20")),
      line("replied", "12:00"),
      line("customer_replied", "12:30", next("13:00")),
      line("replied", "12:40"),
    ];
    expect(judged(log, { clock: "nextResponse" })).toEqual([[at("12:30"), at("13:00"), "met", "email"]]);
  });

  it("counts for the next response whom the first one counts, unless its own target says otherwise", () => {
    const sla = { firstResponse: { dueAt: at("10:00"), answeredBy: ["agent" as const, "bot" as const] } };
    const log = (more: Partial<NonNullable<NonNullable<CaseEvent["sla"]>["nextResponse"]>> = {}) => [
      line("received", "09:00", { channel: "email", sla }),
      line("replied", "09:30", { by: "bot" }),
      line("customer_replied", "10:00", { sla: { nextResponse: { dueAt: at("11:00"), ...more } } }),
      line("replied", "10:30", { by: "bot" }),
      line("replied", "11:30"),
    ];
    const settings = { clock: "nextResponse" as const };
    expect(judged(log(), settings)[0]?.[2]).toBe("met");
    expect(judged(log({ answeredBy: ["agent"] }), settings)[0]?.[2]).toBe("late");
  });
});

describe("outcomes", () => {
  const asOf = "2026-03-03T12:00:00Z";
  const log = [
    received("in time", "2026-03-03T09:00:00Z"),
    replied("in time", "2026-03-03T09:01:00Z"),
    received("late", "2026-03-03T09:00:00Z"),
    replied("late", "2026-03-03T09:01:00.001Z"),
    received("never", "2026-03-03T09:00:00Z"),
    received("not yet", "2026-03-03T11:59:30Z"),
    received("left early", "2026-03-03T09:00:00Z"),
    { caseId: "left early", kind: "abandoned" as const, at: "2026-03-03T09:00:30Z" },
    received("left late", "2026-03-03T09:00:00Z"),
    { caseId: "left late", kind: "abandoned" as const, at: "2026-03-03T09:02:00Z" },
  ];
  const rateOf = (abandoned: "out" | "missed" | "missedAfterDue" | "asAnswered") => {
    const { count, total } = complianceOf(log, { ...due(60), asOf, options: { abandoned } }).overall;
    return [count, total];
  };

  it("count what nobody answered once its deadline has passed, and abandoned cases as asked", () => {
    expect(rateOf("out")).toEqual([1, 3]);
    expect(rateOf("missed")).toEqual([1, 5]);
    expect(rateOf("missedAfterDue")).toEqual([1, 4]);
    expect(rateOf("asAnswered")).toEqual([2, 5]);
    expect(resolveComplianceOptions().abandoned).toBe("missed");
    expect(complianceOf(log, { ...due(60), asOf }).overall.outcomes).toEqual({
      met: 1,
      late: 1,
      unanswered: 1,
      abandoned: 2,
      resolvedWithoutReply: 0,
      pending: 1,
      undecided: 0,
      untargeted: 0,
    });
  });

  it("are late until nobody waits any more: until resolved without an answer, else until the log falls silent", () => {
    const log2 = [
      received("resolved", "2026-03-03T09:00:00Z"),
      { caseId: "resolved", kind: "resolved" as const, at: "2026-03-03T09:05:00Z" },
      received("reopened", "2026-03-03T09:00:00Z"),
      { caseId: "reopened", kind: "resolved" as const, at: "2026-03-03T09:05:00Z" },
      { caseId: "reopened", kind: "reopened" as const, at: "2026-03-03T09:06:00Z" },
    ];
    const late = (until: string) =>
      Object.fromEntries([...judgeCases(log2, { ...due(60), asOf: until })].map(({ caseId, lateSeconds }) => [caseId, lateSeconds]));
    expect(late("2026-03-03T10:00:00Z")).toEqual({ resolved: 240, reopened: 3180 });
    expect(late("2027-01-01T00:00:00Z")).toEqual({ resolved: 240, reopened: 30 * 86_400 - 60 });
  });

  it("ignore bots and greetings, unless they are answers", () => {
    const greeted = [
      received("C-1", "2026-03-03T09:00:00Z"),
      replied("C-1", "2026-03-03T09:00:10Z", { by: "bot" }),
      replied("C-1", "2026-03-03T09:00:20Z", { tags: ["greeting_only"] }),
      replied("C-1", "2026-03-03T09:00:40Z"),
    ];
    const waited = (options: object) => [...judgeCases(greeted, { ...due(60), options })].map(({ waitSeconds }) => waitSeconds);
    expect(waited({})).toEqual([40]);
    expect(waited({ answersFrom: "any" })).toEqual([10]);
    expect(waited({ ignoreTags: [] })).toEqual([20]);
  });

  it("tell a case that is received again after its answer from the first one", () => {
    const again = [
      received("C-1", "2026-03-03T09:00:00Z"),
      replied("C-1", "2026-03-03T09:00:30Z"),
      received("C-1", "2026-03-03T10:00:00Z"),
      replied("C-1", "2026-03-03T10:05:00Z"),
    ];
    expect([...judgeCases(again, due(60))].map(({ outcome, lateSeconds }) => [outcome, lateSeconds])).toEqual([
      ["met", 0],
      ["late", 240],
    ]);
  });
});

describe("targets", () => {
  it("are those that were decided last before the answer", () => {
    const sla = (dueAt: string) => ({ sla: { firstResponse: { dueAt, rule: "sla/standard-targets/email", percent: null } } });
    const log = [
      received("C-1", "2026-03-03T09:00:00Z", sla("2026-03-03T09:10:00Z")),
      { caseId: "C-1", kind: "assigned" as const, at: "2026-03-03T09:05:00Z", ...sla("2026-03-03T09:30:00Z") },
      replied("C-1", "2026-03-03T09:20:00Z", { team: "eu" }),
      { caseId: "C-1", kind: "note_added" as const, at: "2026-03-03T09:25:00Z", ...sla("2026-03-03T09:00:00Z") },
    ];
    const [judged] = [...judgeCases(log)];
    expect(judged).toEqual({
      caseId: "C-1",
      receivedAt: "2026-03-03T09:00:00Z",
      dueAt: "2026-03-03T09:30:00Z",
      stoppedAt: "2026-03-03T09:20:00Z",
      outcome: "met",
      counts: "met",
      waitSeconds: 1200,
      lateSeconds: 0,
      rule: "sla/standard-targets/email",
      groups: { team: "eu" },
    });
  });

  it("with a percentage say by how much it is missed, in total and in windows", () => {
    const calls = Array.from({ length: 20 }, (_, index) => {
      const at = Date.parse("2026-03-03T09:00:00Z") + index * 60_000;
      const sla = { firstResponse: { dueAt: new Date(at + 20_000).toISOString(), percent: 85, rule: "phone" } };
      return [
        received(`C-${index}`, new Date(at).toISOString(), { channel: "phone", sla }),
        replied(`C-${index}`, new Date(at + (index < 16 ? 20_000 : 21_000)).toISOString()),
      ];
    });
    const [target] = complianceOf(calls.flat()).targets;
    const goal = { percent: 85, met: false, margin: -5, short: 1, reachedAfter: 7 };
    expect(target?.goal).toEqual(goal);
    expect(target?.rule).toBe("phone");
    expect(target?.windows[0]?.goal).toEqual(goal);
    expect(target?.missed).toHaveLength(4);
  });

  it("can come from a function, with all a target says", () => {
    const settings = { dueOf: () => ({ dueAt: "2026-03-03T09:00:20Z", percent: 90 }), percent: 50 };
    const report = complianceOf([received("C-1", "2026-03-03T09:00:00Z"), replied("C-1", "2026-03-03T09:00:10Z")], settings);
    expect(report.targets.map(({ percent, goal }) => [percent, goal?.met])).toEqual([[90, true]]);
    expect(report.overall.goal?.percent).toBe(50);
    expect(() => complianceOf([received("C-1", "2026-03-03T09:00:00Z")], { dueOf: () => Number.NaN })).toThrow(
      'dueOf gave no instant for the case "C-1"',
    );
    const beyond = { dueOf: () => ({ dueAt: "2026-03-03T09:00:20Z", percent: 120 }) };
    expect(() => complianceOf([received("C-1", "2026-03-03T09:00:00Z")], beyond)).toThrow("dueOf gave 120 percent");
    expect(complianceOf([received("C-1", "2026-03-03T09:00:00Z")], { dueOf: () => undefined }).overall.outcomes.untargeted).toBe(1);
  });
});

describe("whose messages answer", () => {
  const at = "2026-03-03T09:00:00Z";
  const dueAt = "2026-03-03T10:00:00Z";
  const outcomesOf = (log: readonly CaseEvent[], settings: ComplianceSettings = {}) =>
    [...judgeCases(log, settings)].map(({ outcome, stoppedAt }) => [outcome, stoppedAt]);
  const botThenHuman = (sla: CaseEvent["sla"]) => [
    received("C-1", at, { sla }),
    replied("C-1", "2026-03-03T09:30:00Z", { by: "bot", tags: ["notice"] }),
    replied("C-1", "2026-03-03T11:00:00Z", { by: "human" }),
  ];

  it("is what the target says, and the option's where it says nothing", () => {
    expect(outcomesOf(botThenHuman({ firstResponse: { dueAt } }))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    for (const author of ["bot", "system"] as const) {
      const answeredBy = ["agent" as const, author];
      expect(outcomesOf(botThenHuman({ firstResponse: { dueAt, answeredBy } }))).toEqual([["met", "2026-03-03T09:30:00Z"]]);
      const ignoring = ["notice"];
      expect(outcomesOf(botThenHuman({ firstResponse: { dueAt, answeredBy, ignoring } }))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    }
    const anybody = { options: { answersFrom: "any" as const } };
    const agents = { firstResponse: { dueAt, answeredBy: ["agent" as const] } };
    expect(outcomesOf(botThenHuman(agents), anybody)).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    expect(outcomesOf(botThenHuman({ firstResponse: { dueAt } }), anybody)).toEqual([["met", "2026-03-03T09:30:00Z"]]);
  });

  it("is what the target says by which the case is judged: the last one before the answer", () => {
    const log: CaseEvent[] = [
      received("C-1", at, { sla: { firstResponse: { dueAt, answeredBy: ["bot"] } } }),
      { caseId: "C-1", kind: "assigned", at: "2026-03-03T09:10:00Z", sla: { firstResponse: { dueAt, answeredBy: ["agent"] } } },
      ...botThenHuman(undefined).slice(1),
    ];
    expect(outcomesOf(log)).toEqual([["late", "2026-03-03T11:00:00Z"]]);
  });

  it("is nobody's question where the line knows that the target was answered, and when", () => {
    const decided = (state: "met" | "missed" | "stopped", stoppedAt: string) => [
      ...botThenHuman({ firstResponse: { dueAt } }).slice(0, 2),
      replied("C-1", "2026-03-03T11:00:00Z", { sla: { firstResponse: { dueAt, state, stoppedAt } } }),
    ];
    expect(outcomesOf(decided("met", "2026-03-03T09:30:00Z"))).toEqual([["met", "2026-03-03T09:30:00Z"]]);
    expect(outcomesOf(decided("missed", "2026-03-03T10:30:00Z"))).toEqual([["late", "2026-03-03T10:30:00Z"]]);
    // A clock that was stopped without an answer, and instants at which the line can't know an answer of this case.
    expect(outcomesOf(decided("stopped", "2026-03-03T09:30:00Z"))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    expect(outcomesOf(decided("met", "2026-03-03T08:30:00Z"))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
    expect(outcomesOf(decided("met", "2026-03-03T11:30:00Z"))).toEqual([["late", "2026-03-03T11:00:00Z"]]);
  });

  it("agrees with what evaluateSla calls met", () => {
    const ticket = { marketplace: "etsy", channel: "marketplace_message" as const, createdAt: at };
    const messages = [
      { from: "customer" as const, text: "Where is my parcel?", at },
      { from: "system" as const, text: "We got it and shall look.", at: "2026-03-03T09:00:05Z" },
    ];
    const sla = evaluateSla({ now: "2026-03-05T11:00:00Z", ticket: { ...ticket, messages } });
    expect(sla.firstResponse?.state).toBe("met");
    const log: CaseEvent[] = [received("C-1", at), { caseId: "C-1", kind: "assigned", at: "2026-03-05T11:00:00Z", sla }];
    expect(outcomesOf(log)).toEqual([["met", "2026-03-03T09:00:05Z"]]);
  });

  it("is what was decided, where a whole decision is logged at the reception and never again", () => {
    const said = (channel: "live_chat" | "email", tags?: string[]): CaseEvent[] => {
      const sla = evaluateSla({ now: at, ticket: { channel, text: "Where is my parcel?", createdAt: at } });
      return [received("C-1", at, { sla }), replied("C-1", "2026-03-03T09:00:05Z", { by: "bot", ...(tags && { tags }) })];
    };
    const later = { asOf: "2026-03-04T09:00:00Z" };
    // In a chat a bot's answer counts by the standard policy, by mail it doesn't, and no automatic one does anywhere.
    expect(outcomesOf(said("live_chat"), later)).toEqual([["met", "2026-03-03T09:00:05Z"]]);
    expect(outcomesOf(said("live_chat", ["auto_reply"]), later)).toEqual([["unanswered", undefined]]);
    expect(outcomesOf(said("email"), { ...later, options: { answersFrom: "any" } })).toEqual([["unanswered", undefined]]);
  });

  it("holds for resolutions too, until the case is reopened", () => {
    const solved = { resolution: { dueAt, state: "met" as const, stoppedAt: "2026-03-03T09:30:00Z" } };
    const log = [
      received("C-1", at, { sla: { resolution: { dueAt } } }),
      { caseId: "C-1", kind: "note_added" as const, at: "2026-03-03T11:00:00Z", sla: solved },
    ];
    expect(outcomesOf(log, { clock: "resolution" })).toEqual([["met", "2026-03-03T09:30:00Z"]]);
    const again = [
      ...log,
      { caseId: "C-1", kind: "reopened" as const, at: "2026-03-03T12:00:00Z" },
      { caseId: "C-1", kind: "note_added" as const, at: "2026-03-03T12:10:00Z", sla: solved },
    ];
    expect(outcomesOf(again, { clock: "resolution" })).toEqual([["unanswered", undefined]]);
  });
});

describe("pauses after a target was logged", () => {
  type Clock = "calendar" | "business" | "business_days";
  const log = (clock: Clock | undefined, answeredAt: string, more: readonly Partial<CaseEvent>[] = []): CaseEvent[] => [
    // Tuesday; an hour, of which half is left as the case is paused.
    received("C-1", "2026-03-03T09:00:00Z", { sla: { firstResponse: { dueAt: "2026-03-03T10:00:00Z", clock } } }),
    { caseId: "C-1", kind: "paused", at: "2026-03-03T09:30:00Z" },
    ...more.map((event): CaseEvent => ({ caseId: "C-1", kind: "note_added", at: "", ...event })),
    { caseId: "C-1", kind: "resumed", at: "2026-03-03T19:30:00Z" },
    replied("C-1", answeredAt),
  ];
  const judge = (events: readonly CaseEvent[], settings: ComplianceSettings = {}) => {
    const [judged] = [...judgeCases(events, settings)];
    return [judged?.outcome, judged?.dueAt, judged?.counts];
  };

  it("move its deadline by as long as they lasted", () => {
    const dueAt = "2026-03-03T20:00:00Z";
    expect(judge(log("calendar", dueAt))).toEqual(["met", dueAt, "met"]);
    expect(judge(log(undefined, "2026-03-03T20:00:01Z"))).toEqual(["late", dueAt, "missed"]);
    const outage = log("calendar", dueAt).map((event) => (event.kind === "paused" ? { ...event, reason: "tool_outage" } : event));
    expect(judge(outage)).toEqual(["late", "2026-03-03T10:00:00Z", "missed"]);
    const decidedAgain = log("calendar", dueAt, [
      { at: "2026-03-03T19:00:00Z", sla: { firstResponse: { dueAt: "2026-03-03T19:15:00Z", clock: "calendar" } } },
    ]);
    expect(judge(decidedAgain)).toEqual(["late", "2026-03-03T19:45:00Z", "missed"]);
    expect(judge(log("calendar", dueAt), { dueOf: ({ target }) => target })).toEqual(["late", "2026-03-03T10:00:00Z", "missed"]);
  });

  it("move a business clock by their open hours, and leave undecided what can't be known", () => {
    const definition: CalendarDefinition = { zone: "UTC", hours: { tue: [["09:00", "12:00"]], wed: [["09:00", "12:00"]] } };
    const hours = compileCalendar(definition);
    const dueAt = "2026-03-04T09:30:00Z";
    for (const known of [hours, definition, () => hours, () => definition])
      expect(judge(log("business", dueAt), { lateness: { hours: known } })).toEqual(["met", dueAt, "met"]);
    expect(() => judge(log("business", dueAt), { lateness: { hours: { ...definition, zone: "UTX" } } })).toThrow(InvalidCalendarError);
    expect(judge(log("business", dueAt))).toEqual(["undecided", "2026-03-03T10:00:00Z", undefined]);
    expect(judge(log("business_days", dueAt), { lateness: { hours } })[0]).toBe("undecided");
    expect(judge(log("business_days", "2026-03-03T09:40:00Z"), { lateness: { hours } })[0]).toBe("met");
  });

  it("that last make it pending, not missed", () => {
    const open = log("calendar", "").slice(0, 2);
    expect(judge(open, { asOf: "2026-03-03T12:00:00Z" })[0]).toBe("pending");
    expect(judge(open, { asOf: "2027-03-03T12:00:00Z" })[0]).toBe("pending");
    expect(judge(log("business", "").slice(0, 2), { asOf: "2026-03-03T12:00:00Z" })[0]).toBe("pending");
  });
});

describe("a case that is resolved without a reply", () => {
  const log = (resolvedAt: string): CaseEvent[] => [
    received("C-1", "2026-03-03T09:00:00Z"),
    { caseId: "C-1", kind: "resolved", at: resolvedAt },
  ];
  const countsAs = (resolvedWithoutReply: "out" | "missed" | "met", resolvedAt = "2026-03-03T09:01:00Z") => {
    const [judged] = [...judgeCases(log(resolvedAt), { ...due(60), asOf: "2026-03-04T00:00:00Z", options: { resolvedWithoutReply } })];
    return [judged?.outcome, judged?.counts, judged?.lateSeconds];
  };

  it("before its deadline counts as asked, after it as unanswered", () => {
    expect(countsAs("out")).toEqual(["resolvedWithoutReply", undefined, 0]);
    expect(countsAs("missed")).toEqual(["resolvedWithoutReply", "missed", 0]);
    expect(countsAs("met")).toEqual(["resolvedWithoutReply", "met", 0]);
    expect(countsAs("met", "2026-03-03T09:01:01Z")).toEqual(["unanswered", "missed", 1]);
    expect(resolveComplianceOptions().resolvedWithoutReply).toBe("out");
  });

  it("is owed again once it is reopened", () => {
    const reopened: CaseEvent = { caseId: "C-1", kind: "reopened", at: "2026-03-03T09:05:00Z" };
    const outcomes = (asOf: string) =>
      [...judgeCases([...log("2026-03-03T09:01:00Z"), reopened], { ...due(60), asOf })].map(({ outcome }) => outcome);
    expect(outcomes("2026-03-03T09:06:00Z")).toEqual(["resolvedWithoutReply", "pending"]);
    expect(outcomes("2026-03-03T09:06:01Z")).toEqual(["resolvedWithoutReply", "unanswered"]);
  });
});

describe("groups and drill-down", () => {
  const log = Array.from({ length: 30 }, (_, index) => [
    received(`C-${index}`, "2026-03-03T09:00:00Z", { country: index % 2 === 0 ? "DE" : "US" }),
    replied(`C-${index}`, new Date(Date.parse("2026-03-03T09:01:00Z") + index * 1000).toISOString()),
  ]).flat();

  it("are whatever is asked for, with the cases that missed by the most", () => {
    const { by } = complianceOf(log, { ...due(60), by: { country: ({ country }) => country }, options: { drillDown: 2 } });
    expect(Object.keys(by)).toEqual(["country"]);
    expect(by["country"]?.map(({ value, cases, missed }) => [value, cases, missed.map(({ caseId }) => caseId)])).toEqual([
      ["DE", 15, ["C-28", "C-26"]],
      ["US", 15, ["C-29", "C-27"]],
    ]);
    expect(complianceOf(log, { ...due(60), options: { drillDown: 0 } }).overall.missed).toEqual([]);
  });

  it("are told of every case once, settled or open", () => {
    const told: JudgedCase[] = [];
    const many = Array.from({ length: 3000 }, (_, index) => {
      const at = Date.parse("2026-01-01T00:00:00Z") + index * 3_600_000;
      return [received(`C-${index}`, new Date(at).toISOString()), replied(`C-${index}`, new Date(at + 90_000).toISOString())];
    }).flat();
    const judged = [...judgeCases(many, { ...due(60), onJudged: (one) => told.push(one) })];
    expect(judged.map(({ caseId }) => caseId).toSorted()).toEqual([...new Set(many.map(({ caseId }) => caseId))].toSorted());
    expect(told.length).toBeGreaterThan(1000);
    expect(judged.slice(0, told.length)).toEqual(told);
  });
});

describe("a log", () => {
  it("that can't be read throws, or is told and left out", async () => {
    const log = [
      received("C-1", "2026-03-03T09:00:00Z"),
      { caseId: "C-1", at: "yesterday", kind: "gone" } as unknown as CaseEvent,
      received("C-2", ""),
    ];
    expect(() => complianceOf(log)).toThrow(InvalidCaseError);
    expect(() => complianceOf(log)).toThrow("events[1].at");
    const heard: string[][] = [];
    const settings = { onUnreadable: (findings: readonly { path?: string }[]) => void heard.push(findings.map(({ path }) => path ?? "")) };
    const report = complianceOf(log, settings);
    expect(heard).toEqual([["events[1].at", "events[1].kind"], ["events[2].at"]]);
    expect(report.log).toEqual({ events: 1, unreadable: 2, withoutStart: 0, tooLate: 0 });
    async function* lines() {
      yield* log;
    }
    expect(await complianceOfStream(lines(), settings)).toEqual(report);
  });

  it("without events has figures of nothing", () => {
    const { overall, asOf, targets } = complianceOf([]);
    expect([overall.cases, overall.lower, overall.upper, overall.windows, overall.weighted, asOf, targets]).toEqual([
      0,
      0,
      1,
      [],
      undefined,
      undefined,
      [],
    ]);
  });

  it("says what lacks its beginning and what came too late", () => {
    const { log } = complianceOf([replied("C-1", "2026-03-03T09:00:00Z"), replied("C-1", "2026-03-01T09:00:00Z")]);
    expect(log).toEqual({ events: 2, unreadable: 0, withoutStart: 1, tooLate: 1 });
  });
});

describe("options", () => {
  it("that can't be used are refused all at once", () => {
    expect(() => resolveComplianceOptions({ confidence: 1, zone: "Mars/Gale", settleAfter: "soon" })).toThrow(
      /confidence[\s\S]*zone|zone[\s\S]*confidence/,
    );
    expect(() => complianceOf([], { percent: 101 })).toThrow("percent is 101");
    expect(resolveComplianceOptions({ confidence: undefined } as never).confidence).toBe(0.95);
  });
});

describe("percentageGoal", () => {
  it("says the least that is enough", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.constantFrom(0, 12.5, 50, 85, 90.5, 99.9, 100), (count, missed, percent) => {
        const total = count + missed;
        fc.pre(total > 0);
        const goal = percentageGoal(count, total, percent);
        const isReached = (met: number, of: number) => met * 1000 >= Math.round(percent * 10) * of;
        expect(goal?.met).toBe(isReached(count, total));
        let short = 0;
        while (!isReached(count + short, total)) short += 1;
        expect(goal?.short).toBe(short);
        expect(goal?.margin).toBeCloseTo((100 * count) / total - percent, 9);
        const after = goal?.reachedAfter;
        if (after === undefined) expect(percent).toBe(100);
        else {
          expect(isReached(count + after, total + after)).toBe(true);
          if (after > 0) expect(isReached(count + after - 1, total + after - 1)).toBe(false);
        }
      }),
    );
  });

  it("has nothing to say of no cases, and refuses what is no count", () => {
    expect(percentageGoal(0, 0, 85)).toBeUndefined();
    expect(() => percentageGoal(2, 1, 85)).toThrow(RangeError);
    expect(() => percentageGoal(1, 2, 101)).toThrow(RangeError);
  });
});
