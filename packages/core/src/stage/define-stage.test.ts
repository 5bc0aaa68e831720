import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import type { CaseFile } from "../model/case-file.js";
import { bandPolicy, rule, scorePolicy, stageThat } from "./testing/sample-stage.js";
import { compilePolicySet } from "./policy-set.js";

const stage = stageThat();
const now = Date.UTC(2026, 2, 3, 15);
const caseFile: CaseFile = {
  now: "2026-03-03T15:00:00Z",
  customer: { orders: 6 },
  order: { total: { amount: "120.00", currency: "USD" } },
};

describe("a stage", () => {
  it("is its parts, with the facts of every case beside its own", () => {
    expect([stage.name, stage.reads, stage.writes, stage.policies]).toEqual([
      "risk",
      ["customer", "order"],
      "risk",
      [scorePolicy, bandPolicy],
    ]);
    expect([stage.facts["sample.score"]?.kind, stage.facts["order.total"]?.kind]).toEqual(["number", "money"]);
  });

  it("runs its standard policies, and later decisions read what earlier ones set", () => {
    expect(stage.run(caseFile)).toEqual({
      score: 15,
      band: "low",
      policies: [
        { policy: "sample/score", version: "1.0.0" },
        { policy: "sample/band", version: "2.0.0" },
      ],
      rules: ["sample/score/dear", "sample/score/regular", "sample/band/low"],
      missing: [],
    });
  });

  it("takes plain policies or a compiled set in place of the standard ones", () => {
    const strict = { ...scorePolicy, parameters: { maximumRateAgeDays: 7, manyOrders: 100 } };
    const policies = [strict, bandPolicy];
    expect(stage.run(caseFile, policies)).toMatchObject({ score: 20, band: "high" });
    expect(stage.run(caseFile, compilePolicySet(stage, policies))).toEqual(stage.run(caseFile, policies));
    expect(stage.run(caseFile, [])).toEqual({ score: undefined, band: undefined, policies: [], rules: [], missing: [] });
    expect(() => stage.run(caseFile, [{ ...scorePolicy, stage: "sla" }])).toThrow(InvalidPolicyError);
  });

  it("tells what the case lacks, and never throws for it", () => {
    expect(stage.run({}, undefined, { now })).toMatchObject({ score: 0, band: "low", missing: ["order.total", "sample.doubledOrders"] });
  });

  it("gives the same bytes for the same input", () => {
    expect(JSON.stringify(stage.run(caseFile))).toBe(JSON.stringify(stageThat().run(structuredClone(caseFile))));
  });

  it("lets derived facts read what it prepared", () => {
    const policy = { ...bandPolicy, rules: [rule("six", "sample.prepared", "equal", 6, { type: "band", params: { band: "six" } })] };
    expect(stage.run(caseFile, [policy])).toMatchObject({ band: "six" });
  });
});
