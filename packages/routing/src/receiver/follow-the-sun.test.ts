import type { Agent, CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { agent, caseIn, week } from "../testing/sample-case.js";

const team = (name: string, zone: string, languages: string[], given: Partial<Agent> = {}): Agent =>
  agent(`${name}-1`, { team: name, zone, calendar: "office", languages: languages.map((code) => ({ code, level: 5 })), ...given });

const shenzhen = team("shenzhen", "Asia/Shanghai", ["zh", "ja"]);
const amsterdam = team("amsterdam", "Europe/Amsterdam", ["nl", "en"]);
const denver = team("denver", "America/Denver", ["en"]);
const calendars: CaseFile["calendars"] = { office: { zone: "UTC", hours: week } };

const osaka = (now: string, agents: Agent[], given: Parameters<typeof caseIn>[1] = {}) =>
  routeTicket(caseIn("ja", { now, customer: { country: "JP", zone: "Asia/Tokyo", language: "ja" }, calendars, agents, ...given }));

describe("midnight in Osaka", () => {
  it("goes to Amsterdam, through translation, while Shenzhen sleeps", () => {
    // 16:00 in Amsterdam, 08:00 in Denver, 23:00 in Shenzhen.
    const assignment = osaka("2026-03-03T15:00:00Z", [shenzhen, amsterdam, denver]);
    expect(assignment).toMatchObject({
      team: "amsterdam",
      agent: "amsterdam-1",
      translation: true,
      expectedResponseAt: "2026-03-03T15:00:00Z",
    });
    expect(assignment.excluded).toEqual([
      {
        agent: "denver-1",
        reason: "outside_working_hours",
        because: 'It is 08:00 in America/Denver: the calendar "office" is closed, it opens at 2026-03-03T16:00:00Z.',
      },
      {
        agent: "shenzhen-1",
        reason: "outside_working_hours",
        because: 'It is 23:00 in Asia/Shanghai: the calendar "office" is closed, it opens at 2026-03-04T01:00:00Z.',
      },
    ]);
  });

  it("waits for Shenzhen on the phone, whose team speaks the language", () => {
    const assignment = osaka("2026-03-03T15:00:00Z", [shenzhen, amsterdam, denver], { ticket: { channel: "phone", language: "ja" } });
    expect(assignment).toMatchObject({
      team: "shenzhen",
      agent: null,
      onNobody: "queue",
      translation: false,
      expectedResponseAt: "2026-03-04T02:00:00Z",
    });
  });

  it("follows the clocks when Denver, but not Amsterdam, is on summer time", () => {
    // 15:00Z is 09:00 in Denver from 8 March on, while Amsterdam stays at 16:00 until 29 March.
    const march = (now: string) => osaka(now, [shenzhen, amsterdam, denver]).candidates.map(({ agent: id }) => id);
    expect(march("2026-03-06T15:00:00Z")).toEqual(["amsterdam-1"]);
    expect(march("2026-03-09T15:00:00Z")).toEqual(["amsterdam-1", "denver-1"]);
    expect(march("2026-03-27T16:30:00Z")).toEqual(["amsterdam-1", "denver-1"]);
    expect(march("2026-03-30T16:30:00Z")).toEqual(["denver-1"]);
  });

  it("queues with the language's own team where it opens soon after the first", () => {
    // Saturday: Shenzhen opens on Monday at 01:00Z, Amsterdam at 07:00Z.
    const weekend = osaka("2026-04-04T15:00:00Z", [shenzhen, amsterdam, denver]);
    expect(weekend).toMatchObject({ team: "shenzhen", translation: false, onNobody: "queue", expectedResponseAt: "2026-04-06T02:00:00Z" });
    // Without Shenzhen's Japanese, the first to open is still Shenzhen, through translation.
    const helped = osaka("2026-04-04T15:00:00Z", [{ ...shenzhen, languages: [{ code: "zh", level: 5 }] }, amsterdam, denver]);
    expect(helped).toMatchObject({ team: "shenzhen", translation: true });
    // A team in Denver that writes Japanese opens 14 hours after Shenzhen: too long to wait.
    const late = osaka("2026-04-04T15:00:00Z", [
      { ...shenzhen, languages: [{ code: "zh", level: 5 }] },
      team("denver", "America/Denver", ["ja"]),
    ]);
    expect(late).toMatchObject({ team: "shenzhen", translation: true });
    // A team in Amsterdam that does opens 6 hours after.
    const soon = osaka("2026-04-04T15:00:00Z", [
      { ...shenzhen, languages: [{ code: "zh", level: 5 }] },
      team("amsterdam", "Europe/Amsterdam", ["ja"]),
    ]);
    expect(soon).toMatchObject({ team: "amsterdam", translation: false });
  });

  it("skips the holidays of the receiving team", () => {
    const holidays = { office: { zone: "UTC", hours: week, holidays: ["2026-04-06"] } };
    expect(osaka("2026-04-04T15:00:00Z", [shenzhen], { calendars: holidays }).expectedResponseAt).toBe("2026-04-07T02:00:00Z");
  });

  it("breaks ties of opening by language, team and id", () => {
    const tokyo = (id: string, name: string | null, level: number) =>
      agent(id, { team: name, zone: "Asia/Tokyo", calendar: "office", languages: [{ code: "ja", level }] });
    const pick = (...agents: Agent[]) => osaka("2026-04-04T15:00:00Z", agents).team;
    expect(pick(tokyo("a", "alpha", 3), tokyo("b", "beta", 5))).toBe("beta");
    expect(pick(tokyo("a", "beta", 5), tokyo("b", "alpha", 5))).toBe("alpha");
    expect(pick(tokyo("b", "alpha", 5), tokyo("a", null, 5))).toBeNull();
    expect(pick(tokyo("b", null, 5), tokyo("a", null, 5))).toBeNull();
  });
});

describe("the expected response", () => {
  const at = (now: string, agents: Agent[], given: Parameters<typeof caseIn>[1] = {}) =>
    routeTicket(caseIn("en", { now, calendars, agents, ...given })).expectedResponseAt;

  it("comes by priority after the opening, never later than two hours after it", () => {
    const night = "2026-03-03T22:00:00Z";
    expect(at(night, [amsterdam], { is: { urgency: "high" } })).toBe("2026-03-04T08:30:00Z");
    expect(at(night, [amsterdam])).toBe("2026-03-04T09:00:00Z");
    expect(at(night, [amsterdam], { is: { urgency: "low" } })).toBe("2026-03-04T10:00:00Z");
    // Half an hour a day: an hour of work would end on the second day.
    const short = {
      office: { zone: "UTC", hours: { wed: [["09:00", "09:30"]], thu: [["09:00", "09:30"]] } satisfies Record<string, [string, string][]> },
    };
    expect(at(night, [amsterdam], { calendars: short })).toBe("2026-03-04T10:00:00Z");
  });

  it("of a full team runs in its hours and spills into the next day by two hours at most", () => {
    const full = { ...amsterdam, load: 5 };
    expect(at("2026-03-03T12:00:00Z", [full])).toBe("2026-03-03T13:00:00Z");
    // 17:30 in Amsterdam: half an hour today, half an hour tomorrow.
    expect(at("2026-03-03T16:30:00Z", [full])).toBe("2026-03-04T08:30:00Z");
    expect(at("2026-03-03T16:59:00Z", [full], { is: { urgency: "low" } })).toBe("2026-03-04T09:59:00Z");
  });

  it("of somebody offline in working hours comes with the next ones", () => {
    const offline: Partial<Agent> = { status: "offline" };
    expect(at("2026-03-03T12:00:00Z", [{ ...amsterdam, ...offline }])).toBe("2026-03-04T09:00:00Z");
    expect(at("2026-03-03T12:00:00Z", [agent("a", offline)])).toBe("2026-03-03T13:00:00Z");
    const always = Object.fromEntries(
      Object.keys({ ...week, sat: 0, sun: 0 }).map((day) => [day, [["00:00", "24:00"]] as [string, string][]]),
    );
    expect(at("2026-03-03T12:00:00Z", [{ ...amsterdam, ...offline }], { calendars: { office: { zone: "UTC", hours: always } } })).toBe(
      "2026-03-03T13:00:00Z",
    );
  });

  it("is not known of a calendar that never opens again, or of somebody who takes no tickets", () => {
    const past = { office: { zone: "UTC", hours: {}, shifts: { "2026-01-02": [["09:00", "17:00"]] as [string, string][] } } };
    const given = { calendars: past };
    expect(at("2026-03-03T12:00:00Z", [amsterdam], given)).toBeNull();
    expect(routeTicket(caseIn("en", { ...given, agents: [amsterdam] })).excluded[0]?.because).toContain("it doesn't open again");
    expect(at("2026-03-03T12:00:00Z", [{ ...amsterdam, capacity: 0 }])).toBeNull();
    // One last shift, shorter than the wait.
    const last = { office: { zone: "UTC", hours: {}, shifts: { "2026-03-04": [["09:00", "09:30"]] as [string, string][] } } };
    expect(at("2026-03-03T12:00:00Z", [amsterdam], { calendars: last })).toBe("2026-03-04T09:00:00Z");
  });

  it("counts from the service calendar where nobody is known", () => {
    const service = { default: { zone: "America/New_York", hours: week } };
    expect(at("2026-03-03T15:00:00Z", [], { calendars: service })).toBe("2026-03-03T15:00:00Z");
    expect(at("2026-03-03T12:00:00Z", [], { calendars: service })).toBe("2026-03-03T15:00:00Z");
    // Over the night on which the clocks go forward.
    expect(at("2026-03-07T12:00:00Z", [], { calendars: service })).toBe("2026-03-09T14:00:00Z");
    const unknown = routeTicket(caseIn("en", { agents: [] }));
    expect(unknown).toMatchObject({
      handler: "human",
      tier: "L2",
      priority: "normal",
      team: null,
      agent: null,
      candidates: [],
      onNobody: "queue",
    });
    expect(unknown).toMatchObject({ expectedResponseAt: null, breachExpected: false });
    expect(unknown.missing).toEqual(expect.arrayContaining(["agents", "calendars.default"]));
    // A roster on which nobody is asked is not at work, whatever the service hours say.
    const mute = agent("mute", { temporary: true });
    expect(at("2026-03-03T15:00:00Z", [mute], { calendars: service })).toBe("2026-03-03T16:00:00Z");
  });

  it("is not known where those who fit never open, whatever the service hours say", () => {
    const given = {
      default: { zone: "America/New_York", hours: week },
      over: { zone: "UTC", hours: {}, shifts: { "2026-01-02": [["09:00", "17:00"]] as [string, string][] } },
    };
    for (const calendar of ["atlantis", "over"]) {
      const routed = routeTicket(caseIn("en", { now: "2026-03-03T15:00:00Z", calendars: given, agents: [agent("mute", { calendar })] }));
      expect([routed.onNobody, routed.expectedResponseAt]).toEqual(["queue", null]);
      expect(routed.missing).toContain(`calendars.${calendar}`);
    }
  });

  it("uses the context's roster and calendars where the case has none", () => {
    const assignment = routeTicket(caseIn("en"), undefined, { roster: [amsterdam], calendars: { office: { zone: "UTC", hours: week } } });
    expect(assignment.agent).toBe("amsterdam-1");
  });
});
