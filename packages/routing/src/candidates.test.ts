import { describe, expect, it } from "vitest";
import type { Policy } from "@amends/core/rules";
import { routeTicket } from "./route-ticket.js";
import { routingStage } from "./stage/routing-stage.js";
import { agent, caseIn, week } from "./testing/sample-case.js";

describe("routeTicket", () => {
  it("excludes each agent who can't take it, with the reason", () => {
    const assignment = routeTicket(
      caseIn("nl", {
        is: { complexity: "complex", issueType: "quality_defect" },
        order: { items: [{ productLine: "audio" }, { productLine: "audio" }] },
        calendars: { default: { zone: "Europe/Amsterdam", hours: week }, night: { zone: "UTC", hours: { tue: [["20:00", "24:00"]] } } },
        agents: [
          agent("fits"),
          agent("low-tier", { tier: "L1" }),
          agent("no-dutch", { languages: [{ code: "de", level: 5 }] }),
          agent("some-dutch", { languages: [{ code: "nl-BE", level: 2 }] }),
          agent("unsaid-dutch", { languages: [{ code: "nl" }] }),
          agent("no-skill", { skills: ["customs_clearance"] }),
          agent("no-product", { productLines: null }),
          agent("night", { calendar: "night" }),
          agent("nowhere", { calendar: "atlantis" }),
          agent("away", { status: "away" }),
          agent("offline", { status: "offline" }),
          agent("full", { load: 5 }),
          agent("none", { capacity: 0, load: null }),
        ].map((each) => ({
          skills: ["quality_defect"],
          productLines: ["audio"],
          ...each,
          ...(each.id.includes("dutch") ? {} : { languages: [{ code: "nl", level: 4 }] }),
        })),
      }),
    );
    expect(assignment.agent).toBe("fits");
    expect(assignment.excluded).toEqual([
      { agent: "away", reason: "away", because: "Is at work but away." },
      { agent: "full", reason: "at_capacity", because: "Has 5 open tickets and takes 5." },
      { agent: "low-tier", reason: "tier_too_low", because: "Works at tier L1; the case needs L2." },
      {
        agent: "night",
        reason: "outside_working_hours",
        because: 'It is 15:00 in UTC: the calendar "night" is closed, it opens at 2026-03-03T20:00:00Z.',
      },
      { agent: "no-dutch", reason: "language_missing", because: "Doesn't write nl." },
      { agent: "no-product", reason: "product_line_missing", because: "Knows nothing the roster names; the order is of audio." },
      { agent: "no-skill", reason: "specialty_missing", because: "Specialises in customs_clearance; the case needs quality_defect." },
      { agent: "none", reason: "at_capacity", because: "Has an unknown number of open tickets and takes 0." },
      { agent: "nowhere", reason: "calendar_unknown", because: 'Works by the calendar "atlantis", which nobody has given.' },
      { agent: "offline", reason: "offline", because: "Is offline during working hours." },
      { agent: "some-dutch", reason: "language_level_too_low", because: "Writes nl at level 2; the case needs 4." },
      { agent: "unsaid-dutch", reason: "language_level_too_low", because: "Writes nl at level 3; the case needs 4." },
    ]);
    expect(assignment.missing).toContain("calendars.atlantis");
  });

  it("scores those who fit, with a reason for each point", () => {
    const assignment = routeTicket(
      caseIn("nl", {
        ticket: { channel: "email", language: "nl", owner: "c" },
        customer: { country: "NL" },
        order: { items: [{ productLine: "audio" }, { productLine: "video" }] },
        agents: [
          agent("a", {
            languages: [{ code: "nl", level: 5 }],
            skills: ["logistics_delay"],
            productLines: ["audio"],
            regions: ["EU"],
            load: 1,
          }),
          agent("b", { languages: [{ code: "nl", level: 3 }], tier: "L3", capacity: null }),
          agent("c", { languages: [{ code: "nl", level: 3 }], regions: ["NL"], load: 4 }),
        ],
      }),
    );
    expect(assignment.candidates).toEqual([
      {
        agent: "a",
        score: 98.5,
        reasons: [
          { code: "language_level", points: 30, because: "Writes nl at level 5 of 5." },
          { code: "specialty", points: 25, because: "Specialises in logistics_delay." },
          { code: "product_line", points: 7.5, because: "Knows the product line audio." },
          { code: "region", points: 10, because: "Serves EU." },
          { code: "tier", points: 10, because: "Works at tier L2, which the case needs: higher tiers stay free." },
          { code: "load", points: 16, because: "Has 1 open tickets of 5." },
        ],
      },
      {
        agent: "c",
        score: 82,
        reasons: [
          { code: "owner", points: 40, because: "Owns the ticket already: no handover." },
          { code: "language_level", points: 18, because: "Writes nl at level 3 of 5." },
          { code: "region", points: 10, because: "Serves NL." },
          { code: "tier", points: 10, because: "Works at tier L2, which the case needs: higher tiers stay free." },
          { code: "load", points: 4, because: "Has 4 open tickets of 5." },
        ],
      },
      { agent: "b", score: 18, reasons: [{ code: "language_level", points: 18, because: "Writes nl at level 3 of 5." }] },
    ]);
  });

  it("breaks ties by load ratio, then by id", () => {
    const noLoadWeight: Policy = {
      policy: "routing/standard-weights",
      version: "1.0.0",
      stage: "assignment",
      decision: "weights",
      decide: "all",
      rules: [],
    };
    const policies = [...routingStage.policies, noLoadWeight];
    const order = (agents: ReturnType<typeof agent>[]) =>
      routeTicket(caseIn("en", { agents }), policies).candidates.map((each) => each.agent);
    expect(order([agent("b", { load: 1 }), agent("c", { load: 0 }), agent("a", { load: 1 })])).toEqual(["c", "a", "b"]);
    expect(order([agent("a", { load: null }), agent("b", { load: 4 }), agent("c", { capacity: null })])).toEqual(["b", "a", "c"]);
  });
});
