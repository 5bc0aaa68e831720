import { describe, expect, it } from "vitest";
import { evaluateSla } from "./evaluate-sla.js";
import { classified, officeHours, slaCase, targetPolicy } from "./testing/sla-case.js";

type Thread = readonly (readonly ["customer" | "agent" | "bot", string?])[];

const wrote = "2026-03-03T10:00:00Z";
const calendars = { default: officeHours("Etc/UTC") };
const statusOf = (now: string, thread: Thread, ticket: Parameters<typeof slaCase>[1] = {}) =>
  evaluateSla(
    slaCase(wrote, {
      calendars,
      classification: classified({ complexity: "simple" }),
      ...ticket,
      now,
      ticket: { ...ticket.ticket, messages: thread.map(([from, at]) => (at === undefined ? { from } : { from, at })) },
    }),
  );

describe("the clock of a first response", () => {
  it.each([
    ["runs", "2026-03-03T14:00:00Z", [["customer", wrote]], { state: "running", stoppedAt: null, stoppedBy: null }],
    ["is overdue a second after its deadline", "2026-03-03T14:00:01Z", [["customer", wrote]], { state: "overdue", stoppedAt: null }],
    [
      "is met at its deadline",
      "2026-03-04T10:00:00Z",
      [
        ["customer", wrote],
        ["agent", "2026-03-03T14:00:00Z"],
      ],
      { state: "met", stoppedAt: "2026-03-03T14:00:00Z", stoppedBy: "agent" },
    ],
    [
      "is missed after it",
      "2026-03-04T10:00:00Z",
      [
        ["customer", wrote],
        ["agent", "2026-03-03T14:00:01Z"],
      ],
      { state: "missed" },
    ],
    [
      "has stopped where the answer has no time",
      "2026-03-04T10:00:00Z",
      [["customer", wrote], ["agent"]],
      { state: "stopped", stoppedAt: null, stoppedBy: "agent" },
    ],
  ] as const)("%s", (_, now, thread, expected) => {
    const { firstResponse, answerDueAt } = statusOf(now, thread);
    expect(answerDueAt).toBe(["running", "overdue"].includes(expected.state) ? "2026-03-03T14:00:00Z" : null);
    expect(firstResponse).toMatchObject({ startedAt: wrote, dueAt: "2026-03-03T14:00:00Z", ...expected });
    expect(firstResponse?.byHandler.human).toMatchObject(expected);
  });

  it("says what it lacks where the answer has no time, and runs the resolution from the deadline", () => {
    const status = statusOf("2026-03-03T11:00:00Z", [["customer", wrote], ["agent"]]);
    expect(status.missing).toContain("ticket.messages.at");
    expect(status.resolution).toMatchObject({ startedAt: "2026-03-03T14:00:00Z", dueAt: "2026-03-03T14:30:00Z" });
  });

  it("stands still while the customer is to answer", () => {
    const status = statusOf("2026-03-03T15:00:00Z", [], { ticket: { status: "waiting_customer" } });
    expect(status).toMatchObject({ firstResponse: { state: "paused" }, resolution: { state: "paused" }, updates: null });
  });

  it("starts again with the message that reopened the case", () => {
    const reopened = "2026-03-05T10:00:00Z";
    const thread: Thread = [
      ["customer", wrote],
      ["agent", "2026-03-03T11:00:00Z"],
      ["customer", reopened],
    ];
    const ticket = { status: "open", resolvedAt: "2026-03-03T11:00:00Z" } as const;
    expect(statusOf("2026-03-05T10:30:00Z", thread, { ticket })).toMatchObject({
      firstResponse: { state: "running", startedAt: reopened, dueAt: "2026-03-05T14:00:00Z" },
      resolution: { state: "running", startedAt: "2026-03-05T14:00:00Z" },
      updates: { acknowledgeBy: "2026-03-05T10:05:00Z" },
    });
  });

  it("knows nothing of answers, messages and resolutions to come", () => {
    const thread: Thread = [
      ["customer", wrote],
      ["agent", "2026-03-03T12:00:00Z"],
      ["customer", "2026-03-03T13:00:00Z"],
    ];
    const ticket = { status: "done", resolvedAt: "2026-03-04T12:00:00Z" } as const;
    expect(statusOf("2026-03-03T11:00:00Z", thread, { ticket })).toEqual(
      statusOf("2026-03-03T11:00:00Z", [["customer", wrote]], { ticket: { status: "open" } }),
    );
    expect(statusOf("2026-03-03T12:30:00Z", thread, { ticket })).toMatchObject({ firstResponse: { state: "met" }, answerDueAt: null });
    expect(statusOf("2026-03-04T12:00:00Z", thread, { ticket }).resolution?.stoppedAt).toBe("2026-03-04T12:00:00Z");
  });

  it("starts with the message that opened the case, though its time is still to come", () => {
    const ahead = "2026-03-03T10:30:00Z";
    expect(statusOf(wrote, [["customer", ahead]]).firstResponse).toMatchObject({ state: "running", startedAt: ahead });
  });

  it("stops where the case is done, of a time nobody knows", () => {
    expect(statusOf("2026-03-05T10:00:00Z", [], { ticket: { status: "done" } })).toMatchObject({
      firstResponse: { state: "stopped", stoppedAt: null, stoppedBy: "resolution", byHandler: { human: { state: "stopped" } } },
      answerDueAt: null,
      resolution: { state: "stopped", stoppedAt: null, stoppedBy: "resolution" },
      updates: null,
      autoReply: null,
    });
  });
});

describe("a chat that a bot has answered", () => {
  const chat = { ticket: { channel: "live_chat" } } as const;
  const thread: Thread = [
    ["customer", wrote],
    ["bot", "2026-03-03T10:00:20Z"],
    ["customer", "2026-03-03T10:01:00Z"],
    ["bot", "2026-03-03T10:01:15Z"],
    ["customer", "2026-03-03T10:02:40Z"],
  ];

  it("has its first response, and owes a person's from the hand-over", () => {
    const status = statusOf("2026-03-03T10:02:40Z", thread, chat);
    expect(status.firstResponse).toMatchObject({
      dueAt: "2026-03-03T10:01:00Z",
      state: "met",
      stoppedBy: "bot",
      byHandler: { bot: { state: "met" }, human: { state: "running", dueAt: "2026-03-03T10:04:40Z" } },
    });
    expect(status.answerDueAt).toBe("2026-03-03T10:04:40Z");
    expect(status.updates).toMatchObject({ acknowledgeBy: "2026-03-03T10:04:40Z", at: ["2026-03-03T10:32:40Z"] });
  });

  it("is answered like any other where a host has no target for people", () => {
    const own = [targetPolicy({ within: "PT1M", clock: "calendar", answeredBy: ["agent", "bot"] })];
    const caseFile = slaCase(wrote, {
      now: "2026-03-03T10:03:00Z",
      ticket: { channel: "live_chat", messages: thread.map(([from, at]) => ({ from, at })) },
    });
    expect(evaluateSla(caseFile, own).firstResponse).toMatchObject({
      state: "met",
      byHandler: { human: { state: "met" }, bot: { state: "met" } },
    });
  });
});

describe("a resolution", () => {
  const policies = (startsAt: "created" | "first_response") => [
    targetPolicy({ within: "PT4H", clock: "calendar" }),
    targetPolicy({} as never, {
      policy: "test/resolution",
      decision: "resolution",
      rules: [
        { name: "only", conditions: { all: [] }, event: { type: "resolve", params: { within: "PT30M", clock: "calendar", startsAt } } },
      ],
    }),
  ];
  const due = (startsAt: "created" | "first_response", now: string, answer?: string) =>
    evaluateSla(
      slaCase(wrote, {
        now,
        ticket: { messages: [{ from: "customer", at: wrote }, ...(answer === undefined ? [] : [{ from: "agent" as const, at: answer }])] },
      }),
      policies(startsAt),
    ).resolution?.dueAt;

  it("is never due before the first response, even if its clock starts sooner", () => {
    expect(due("created", wrote)).toBe("2026-03-03T14:30:00Z");
    expect(due("created", "2026-03-03T12:00:00Z", "2026-03-03T11:00:00Z")).toBe("2026-03-03T11:30:00Z");
    expect(due("created", "2026-03-03T12:00:00Z", "2026-03-03T10:10:00Z")).toBe("2026-03-03T10:30:00Z");
  });

  it("runs from a late answer where it starts with the answer, and from the deadline where it doesn't", () => {
    expect(due("first_response", "2026-03-03T18:00:00Z", "2026-03-03T16:00:00Z")).toBe("2026-03-03T16:30:00Z");
    expect(due("created", "2026-03-03T18:00:00Z", "2026-03-03T16:00:00Z")).toBe("2026-03-03T14:30:00Z");
  });

  it("runs from the message where no rule sets a first response", () => {
    expect(evaluateSla(slaCase(wrote), policies("first_response").slice(1)).resolution?.dueAt).toBe("2026-03-03T10:30:00Z");
  });
});
