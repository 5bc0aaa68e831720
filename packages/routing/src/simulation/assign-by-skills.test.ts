import { describe, expect, it } from "vitest";
import type { Agent } from "@amends/core/model";
import { assignBySkills } from "./assign-by-skills.js";

describe("assignBySkills", () => {
  it("asks what the kind says, of agents of whom the roster says it", () => {
    const kind = { name: "a", language: "pt-BR", issueType: "invoice", productLine: "audio", handleSeconds: 60 };
    const fit: Agent = { id: "a", languages: [{ code: "pt", level: 4 }], skills: ["invoice"], productLines: ["audio"] };
    expect(assignBySkills(kind, fit)).toEqual({ score: 4 });
    expect(assignBySkills(kind, { id: "b" })).toEqual({ score: 0 });
    expect(assignBySkills(kind, { ...fit, skills: ["account"] })).toBeUndefined();
    expect(assignBySkills(kind, { ...fit, productLines: ["video"] })).toBeUndefined();
    expect(assignBySkills(kind, { ...fit, languages: [{ code: "es" }] })).toBeUndefined();
    expect(assignBySkills(kind, { ...fit, languages: [{ code: "pt" }] })).toEqual({ score: 1 });
  });
});
