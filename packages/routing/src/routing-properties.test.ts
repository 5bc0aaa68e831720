import { issueTypes, stageOutputs, supportTiers, type Agent, type Signal } from "@amends/core/model";
import { compileCalendar } from "@amends/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routeTicket } from "./route-ticket.js";
import { caseIn, ordinary, week } from "./testing/sample-case.js";

const calendars = {
  default: { zone: "UTC", hours: week },
  late: {
    zone: "America/Sao_Paulo",
    hours: { mon: [["14:00", "02:00"]], tue: [["14:00", "02:00"]] } satisfies Record<string, [string, string][]>,
  },
};
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 5 });

const agents: fc.Arbitrary<Agent[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(..."abcdefghijkl"),
    team: maybe(fc.constantFrom("north", "south", "emergency")),
    zone: maybe(fc.constantFrom("Asia/Shanghai", "Europe/Amsterdam", "America/Denver")),
    calendar: maybe(fc.constantFrom("default", "late", "atlantis")),
    languages: maybe(
      fc.array(fc.record({ code: fc.constantFrom("nl", "en", "ja"), level: maybe(fc.integer({ min: 1, max: 5 })) }), { maxLength: 3 }),
    ),
    skills: maybe(fc.subarray(["logistics_delay", "quality_defect"])),
    productLines: maybe(fc.subarray(["audio", "video"])),
    tier: maybe(fc.constantFrom(...supportTiers)),
    capacity: maybe(fc.integer({ min: 0, max: 3 })),
    load: maybe(fc.integer({ min: 0, max: 3 })),
    status: maybe(fc.constantFrom("available", "away", "offline")),
    regions: maybe(fc.subarray(["EU", "NL"])),
  }),
  { selector: ({ id }) => id, maxLength: 10 },
);

const cases = fc
  .record({
    roster: agents,
    now: fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 3, 10) }),
    language: fc.constantFrom("nl", "en", "ja"),
    channel: fc.constantFrom("email", "phone"),
    issueType: fc.constantFrom("logistics_delay", "quality_defect", ...issueTypes.slice(0, 3)),
    urgency: fc.constantFrom("urgent", "high", "normal", "low"),
    complexity: fc.constantFrom("simple", "medium", "complex"),
    sentiment: fc.constantFrom("angry", "neutral"),
    signals: fc.subarray<Signal>(["legal_threat", "abuse"]),
  })
  .map(({ roster, now, language, channel, ...is }) => ({
    ...caseIn(undefined, { classification: { ...ordinary, ...is }, bot: { failed: true }, calendars, agents: roster }),
    now: new Date(now).toISOString(),
    ticket: { channel, language } as const,
    order: { items: [{ productLine: "audio" }] },
    customer: { country: "NL" },
  }));

describe("routing", () => {
  it("puts every agent on one of the two lists, and never picks one who isn't at work, has no room, or lacks the language unsaid", () => {
    fc.assert(
      fc.property(cases, (caseFile) => {
        const assignment = routeTicket(caseFile);
        const missed = assignment.relaxed.map(({ requirement }) => requirement);
        const listed = [...assignment.candidates, ...assignment.excluded].map(({ agent }) => agent);
        expect(listed.sort()).toEqual(caseFile.agents?.map(({ id }) => id).sort());
        expect(assignment.agent).toBe(assignment.candidates[0]?.agent ?? null);
        expect(stageOutputs.assignment.parse(assignment)).toEqual(assignment);
        for (const { because } of assignment.excluded) expect(because).toMatch(/^[A-Z].*\.$/);
        const now = Date.parse(caseFile.now);
        for (const { agent: id } of assignment.candidates) {
          const agent = caseFile.agents?.find((each) => each.id === id) as Agent;
          expect(agent.status === "away" || agent.status === "offline").toBe(false);
          expect((agent.load ?? 0) < (agent.capacity ?? Infinity)).toBe(true);
          const definition = calendars[(agent.calendar ?? "default") as keyof typeof calendars];
          expect(compileCalendar({ ...definition, zone: agent.zone ?? definition.zone }).isOpen(now)).toBe(true);
          if (caseFile.ticket.channel === "phone")
            expect(agent.languages?.some(({ code }) => code === caseFile.ticket.language)).toBe(true);
          if (assignment.onNobody !== null) continue;
          expect(supportTiers.indexOf(agent.tier ?? "L2")).toBeGreaterThanOrEqual(supportTiers.indexOf(assignment.tier));
          if (caseFile.classification?.complexity === "complex") expect(agent.skills).toContain(caseFile.classification.issueType);
          const writes = agent.languages?.some(({ code, level }) => code === caseFile.ticket.language && (level ?? 3) >= 3) ?? false;
          if (!assignment.translation && !missed.includes("lower_language_level")) expect(writes).toBe(true);
        }
        if (assignment.agent !== null)
          expect(missed.some((each) => !each.endsWith("language") && !each.endsWith("language_level"))).toBe(assignment.onNobody !== null);
        if (assignment.translation) expect(missed.some((each) => each === "language" || each === "lower_language_level")).toBe(true);
        const tried = assignment.rules.filter((rule) => rule.startsWith("routing/standard-nobody/"));
        expect(tried.length).toBeLessThanOrEqual(2);
        if (assignment.agent === null && assignment.handler === "human") expect(assignment.onNobody).toBe("queue");
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same answer for every order of the roster", () => {
    fc.assert(
      fc.property(
        cases.chain((caseFile) =>
          fc.tuple(fc.constant(caseFile), fc.shuffledSubarray([...(caseFile.agents ?? [])], { minLength: caseFile.agents?.length ?? 0 })),
        ),
        ([caseFile, shuffled]) => {
          expect(JSON.stringify(routeTicket({ ...caseFile, agents: shuffled }))).toBe(JSON.stringify(routeTicket(caseFile)));
        },
      ),
    );
  });

  it("keeps its choice when somebody worse than the chosen one comes along", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("busier", "quieter", "unskilled", "lower", "away", "twin"), (caseFile, how) => {
        const before = routeTicket(caseFile);
        const chosen = caseFile.agents?.find(({ id }) => id === before.agent);
        if (chosen === undefined) return;
        const worse: Record<typeof how, Partial<Agent>> = {
          // A known load beside an unknown one isn't worse.
          busier: { load: typeof chosen.load === "number" ? chosen.load + 1 : chosen.load },
          // Neither is a known level beside an unknown one.
          quieter: {
            languages: chosen.languages?.map((language) => (typeof language.level === "number" ? { ...language, level: 1 } : language)),
          },
          unskilled: { skills: [], productLines: [], regions: [] },
          lower: { tier: "L1" },
          away: { status: "away" },
          twin: {},
        };
        // A lower tier can be the exact one; whoever also has no skills is worse all the same.
        const rival = {
          ...chosen,
          ...worse[how],
          ...(how === "lower" ? { skills: [], productLines: [], regions: [], languages: [] } : {}),
          id: `${chosen.id}~`,
        };
        expect(routeTicket({ ...caseFile, agents: [...(caseFile.agents ?? []), rival] }).agent).toBe(before.agent);
      }),
      { numRuns: 200 },
    );
  });

  it("promises an answer no later than two hours after the receiving team's next opening", () => {
    fc.assert(
      fc.property(cases, (caseFile) => {
        const { team, onNobody, expectedResponseAt } = routeTicket(caseFile);
        if (onNobody !== "queue" || team === null || expectedResponseAt === null) return;
        const now = Date.parse(caseFile.now);
        const members = (caseFile.agents ?? []).filter((agent) => agent.team === team && agent.calendar !== "atlantis");
        const latest = members.map(({ calendar, zone }) => {
          const definition = calendars[(calendar ?? "default") as keyof typeof calendars];
          const compiled = compileCalendar({ ...definition, zone: zone ?? definition.zone });
          const close = compiled.isOpen(now) ? (compiled.openings(now, now + 7 * 86_400_000)[0]?.end ?? now) : now;
          return compiled.nextOpen(close) + 2 * 3_600_000;
        });
        expect(Date.parse(expectedResponseAt)).toBeGreaterThan(now);
        expect(Date.parse(expectedResponseAt)).toBeLessThanOrEqual(Math.max(...latest));
      }),
    );
  });
});
