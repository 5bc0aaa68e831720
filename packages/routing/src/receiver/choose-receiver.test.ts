import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { agent, caseIn, dueAt } from "../testing/sample-case.js";

describe("where nobody can take a case at once, routing", () => {
  it("names of the rules on nobody only the one that was followed", () => {
    const nobody = ({ rules }: ReturnType<typeof routeTicket>) => rules.filter((rule) => rule.startsWith("routing/standard-nobody/"));
    const night = { night: { zone: "UTC", hours: { tue: [["20:00", "24:00"]] as [string, string][] } } };
    const agents = [agent("a", { calendar: "night" })];
    expect(nobody(routeTicket(caseIn("en", { calendars: night, agents })))).toEqual(["routing/standard-nobody/queue"]);
    expect(nobody(routeTicket(caseIn("ja", { agents: [agent("a")] })))).toEqual(["routing/standard-nobody/translation"]);
    expect(nobody(routeTicket(caseIn("en", { agents: [agent("a")] })))).toEqual([]);
    // Nobody of the specialty is left: the rule that let go of it is named beside the queue.
    const complex = caseIn("en", { calendars: night, agents, is: { complexity: "complex" } });
    expect(nobody(routeTicket(complex))).toEqual(["routing/standard-nobody/generalist-of-the-language", "routing/standard-nobody/queue"]);
    expect(routeTicket(complex).relaxed).toEqual([
      { requirement: "specialty", because: "Specialises in nothing the roster names; the case needs logistics_delay." },
    ]);
    expect(nobody(routeTicket(caseIn("en", { agents: [agent("a", { capacity: 0 })] })))).toEqual(["routing/standard-nobody/queue"]);
  });

  it("lets go of one step of tier and language before all of them", () => {
    const is = { complexity: "complex", urgency: "urgent", issueType: "payment_failure" } as const;
    const sla = dueAt("2026-03-03T15:05:00Z");
    const skills = ["payment_failure"];
    const one = agent("one-below", { skills, languages: [{ code: "en", level: 3 }], load: 4 });
    const far = agent("far-below", { skills, tier: "L1", languages: [{ code: "en", level: 5 }] });
    expect(routeTicket(caseIn("en", { is, sla, agents: [one, far] }))).toMatchObject({
      tier: "L3",
      agent: "one-below",
      onNobody: "fallback",
      translation: true,
      relaxed: [
        { requirement: "lower_language_level", because: "Writes en at level 3; the case needs 4." },
        { requirement: "lower_tier", because: "Works at tier L2; the case needs L3." },
      ],
    });
    expect(routeTicket(caseIn("en", { is, sla, agents: [far] }))).toMatchObject({ agent: "far-below", relaxed: [{ requirement: "tier" }] });
    // On the phone nobody is translated, but one level below is understood.
    const call = routeTicket(
      caseIn("en", {
        is: { complexity: "complex" },
        ticket: { channel: "phone", language: "en" },
        sla,
        agents: [{ ...one, skills: ["logistics_delay"] }],
      }),
    );
    expect(call).toMatchObject({ agent: "one-below", translation: false, onNobody: null });
  });

  it("prefers, among those who need translation, a related language and a near clock", () => {
    const translate = (agents: ReturnType<typeof agent>[], language: string, zone: string | null) =>
      routeTicket(caseIn(language, { agents, customer: { country: "IT", zone } }));
    const spanish = agent("z-spanish", { languages: [{ code: "es-MX", level: 4 }, { code: "pt" }, { code: "fr", level: 3 }] });
    const related = translate([agent("a", { languages: [{ code: "ko", level: 5 }] }), spanish], "it", null);
    expect(related).toMatchObject({ agent: "z-spanish", translation: true });
    expect(related.candidates[0]?.reasons).toContainEqual({
      code: "related_language",
      points: 12,
      because: "Writes es-MX at level 4 of 5, near enough to check a translation.",
    });
    const near = translate(
      [
        agent("a", { zone: "Asia/Seoul" }),
        agent("b", { zone: "America/Denver" }),
        agent("c", { zone: "Europe/Rome" }),
        agent("d", { zone: "Europe/London" }),
        agent("e", { zone: "Europe/Helsinki" }),
      ],
      "th",
      "Europe/Rome",
    );
    const reason = (id: string) =>
      near.candidates.find((each) => each.agent === id)?.reasons.find(({ code }) => code === "near_zone")?.because;
    expect(near.agent).toBe("c");
    expect(["a", "b", "c", "d"].map(reason)).toEqual([
      "Works 8 hours from the customer's clock.",
      "Works 8 hours from the customer's clock.",
      "Works on the customer's clock.",
      "Works 1 hour from the customer's clock.",
    ]);
    // Who writes the language needs neither.
    const own = translate(
      [
        agent("a", {
          languages: [
            { code: "it", level: 3 },
            { code: "es", level: 5 },
          ],
        }),
      ],
      "it",
      "Europe/Rome",
    );
    expect(own.candidates[0]?.reasons.map(({ code }) => code)).toEqual(["language_level", "tier", "load"]);
  });
});
