import { compileCalendar, formatInstant, parseInstant } from "@amends/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateSla } from "./evaluate-sla.js";
import { classified, officeHours, slaCase } from "./testing/sla-case.js";
import { updateTimetable } from "./update-timetable.js";

const friday = "2026-03-06T16:00:00Z";
const office = compileCalendar(officeHours("Etc/UTC"));
const complex = classified({ complexity: "complex" });
const thread = (...messages: readonly (readonly ["customer" | "agent" | "bot", string])[]) => ({
  messages: messages.map(([from, at]) => ({ from, at })),
});

describe("updateTimetable", () => {
  const params = { acknowledgeWithin: "PT5M", every: "PT4H", reports: 3, inHours: true };
  const from = parseInstant(friday);

  it("reports at each step, and once where several steps fall into closed hours", () => {
    expect(updateTimetable({ from, answerDue: undefined, now: from }, params, office)).toEqual({
      acknowledgeBy: "2026-03-06T16:05:00Z",
      every: "PT4H",
      at: ["2026-03-09T09:00:00Z", "2026-03-09T12:00:00Z", "2026-03-09T16:00:00Z"],
    });
  });

  it("reports at night where it doesn't wait for the opening", () => {
    expect(updateTimetable({ from, answerDue: undefined, now: from }, { ...params, inHours: false }, office).at[0]).toBe(
      "2026-03-06T20:00:00Z",
    );
  });

  it("leaves out what has passed, but not what still waits for the opening", () => {
    const sunday = parseInstant("2026-03-08T12:00:00Z");
    expect(updateTimetable({ from, answerDue: undefined, now: sunday }, params, office).at[0]).toBe("2026-03-09T09:00:00Z");
    const later = parseInstant("2026-04-01T12:00:00Z");
    expect(updateTimetable({ from, answerDue: undefined, now: later }, params, office).at[0]).toBe("2026-04-01T16:00:00Z");
  });

  it("gives the reports that dated shifts leave room for, and says that more were wanted", () => {
    const shifts = compileCalendar({
      zone: "Etc/UTC",
      hours: {},
      shifts: { "2026-03-06": [["09:00", "17:00"]], "2026-03-09": [["09:00", "17:00"]] },
    });
    const missing: string[] = [];
    const { at } = updateTimetable({ from, answerDue: undefined, now: from }, params, shifts, (name) => missing.push(name));
    expect(at).toEqual(["2026-03-09T09:00:00Z", "2026-03-09T12:00:00Z", "2026-03-09T16:00:00Z"]);
    expect(missing).toEqual([]);
    const more = updateTimetable({ from, answerDue: undefined, now: from }, { ...params, reports: 5 }, shifts, (name) =>
      missing.push(name),
    );
    expect(more.at).toEqual(at);
    expect(missing).toEqual(["calendars.default"]);
  });

  it("acknowledges no later than it answers", () => {
    expect(updateTimetable({ from, answerDue: from + 20_000, now: from }, params, office).acknowledgeBy).toBe("2026-03-06T16:00:20Z");
  });

  it("reports after now, in order, in service hours, as the steps say", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.integer({ min: 0, max: 6000 }), { nil: undefined }),
        (minutes, passed, reports, owed) => {
          const now = from + passed * 60_000;
          const answerDue = owed === undefined ? undefined : from + owed * 60_000;
          const { at } = updateTimetable({ from, answerDue, now }, { ...params, every: `PT${minutes}M`, reports }, office);
          // Every step from the start on, moved to the opening, one by one.
          const expected = new Set<string>();
          for (let step = 1; expected.size < reports; step += 1) {
            const report = office.nextOpen(from + step * minutes * 60_000);
            if (report > now && report > (answerDue ?? now)) expected.add(formatInstant(report));
          }
          expect(at).toEqual([...expected]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the updates of a case", () => {
  it("run from the customer's first message while nobody has answered", () => {
    const status = evaluateSla(slaCase(friday, { classification: complex }));
    expect(status.updates).toMatchObject({
      acknowledgeBy: "2026-03-06T16:05:00Z",
      at: ["2026-03-07T16:00:00Z", "2026-03-08T16:00:00Z", "2026-03-09T16:00:00Z"],
    });
  });

  it("run from the earliest unanswered message after an answer, while the first response keeps its own clock", () => {
    const ticket = thread(
      ["customer", friday],
      ["agent", "2026-03-06T17:00:00Z"],
      ["customer", "2026-03-07T10:00:00Z"],
      ["customer", "2026-03-07T11:00:00Z"],
    );
    const status = evaluateSla(slaCase("2026-03-07T12:00:00Z", { classification: complex, ticket }));
    expect(status.updates).toMatchObject({ acknowledgeBy: "2026-03-07T10:05:00Z", rule: "sla/standard-updates/complex" });
    expect(status.updates?.at[0]).toBe("2026-03-08T10:00:00Z");
    expect(status.firstResponse?.dueAt).toBe("2026-03-06T20:00:00Z");
  });

  it("run from the last answer where nothing is unanswered", () => {
    const ticket = thread(["customer", friday], ["agent", "2026-03-06T17:00:00Z"]);
    const status = evaluateSla(slaCase("2026-03-06T18:00:00Z", { classification: complex, ticket }));
    expect(status.updates?.at[0]).toBe("2026-03-07T17:00:00Z");
  });

  it("stop when the case is solved or the customer's answer is awaited", () => {
    for (const status of ["done", "waiting_customer"] as const) {
      expect(evaluateSla(slaCase(friday, { classification: complex, ticket: { status } })).updates).toBeNull();
    }
  });

  it("are unknown where the last answer has no time", () => {
    const status = evaluateSla(slaCase(friday, { ticket: { messages: [{ from: "customer", at: friday }, { from: "agent" }] } }));
    expect(status.updates).toBeNull();
    expect(status.missing).toContain("ticket.messages.at");
  });
});
