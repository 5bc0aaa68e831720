import { describe, expect, it } from "vitest";
import { routeTicket } from "./route-ticket.js";
import { reasonOf } from "./testing/reason-of.js";
import { agent, caseIn } from "./testing/sample-case.js";

describe("routeTicket", () => {
  it("answers through translation where nobody writes the language, but never on the phone", () => {
    const agents = [agent("a"), agent("full", { languages: [{ code: "ja", level: 5 }], load: 5 })];
    expect(routeTicket(caseIn("ja", { agents }))).toMatchObject({ agent: "a", translation: true, language: "ja", onNobody: null });
    const call = routeTicket(caseIn("ja", { agents, ticket: { channel: "phone", language: "ja" } }));
    expect(call).toMatchObject({ agent: null, team: "team", translation: false, onNobody: "queue" });
    expect(reasonOf(call, "a")?.reason).toBe("language_missing");
  });

  it("lets go of the specialty where nobody on the roster has it", () => {
    const assignment = routeTicket(
      caseIn("en", { is: { complexity: "complex", sentiment: "angry" }, agents: [agent("a"), agent("b", { tier: "L1" })] }),
    );
    expect(assignment).toMatchObject({ agent: "a", onNobody: "fallback", translation: false });
    expect(reasonOf(assignment, "b")?.reason).toBe("tier_too_low");
  });

  it("leaves a complex case to the specialist who is busy now", () => {
    const agents = [agent("a"), agent("expert", { team: "logistics", skills: ["logistics_delay"], load: 5 })];
    const assignment = routeTicket(caseIn("en", { is: { complexity: "complex" }, agents }));
    expect(assignment).toMatchObject({ agent: null, team: "logistics", onNobody: "queue", expectedResponseAt: "2026-03-03T16:00:00Z" });
  });

  it("gives an urgent case to the emergency team, else to whoever is there", () => {
    const closed = { night: { zone: "UTC", hours: { tue: [["20:00", "24:00"]] as [string, string][] } } };
    const expert = agent("expert", { tier: "L3", skills: ["payment_failure"], calendar: "night" });
    const urgent = caseIn("ko", { is: { urgency: "urgent", complexity: "complex", issueType: "payment_failure" }, calendars: closed });
    const rescued = routeTicket({
      ...urgent,
      agents: [expert, agent("a", { languages: [{ code: "ko", level: 5 }] }), agent("z", { team: "emergency", tier: "L1" })],
    });
    expect(rescued).toMatchObject({
      tier: "L3",
      priority: "urgent",
      agent: "z",
      team: "emergency",
      onNobody: "emergency",
      translation: true,
    });
    expect(rescued.excluded.map(({ agent: id, reason }) => [id, reason])).toEqual([
      ["a", "tier_too_low"],
      ["expert", "outside_working_hours"],
    ]);
    const helped = routeTicket({ ...urgent, agents: [expert, agent("a", { languages: [{ code: "ko", level: 5 }] })] });
    expect(helped).toMatchObject({ agent: "a", onNobody: "fallback", translation: false });
    const queued = routeTicket({ ...urgent, agents: [{ ...expert, languages: [{ code: "ko", level: 5 }] }] });
    expect(queued).toMatchObject({ agent: null, onNobody: "queue", expectedResponseAt: "2026-03-03T20:10:00Z" });
  });
});
