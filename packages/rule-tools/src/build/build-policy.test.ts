import { describe, expect, it } from "vitest";
import { hashOf } from "@amends/core/audit";
import { AmendsError, InvalidPolicyError } from "@amends/core/errors";
import { compilePolicy } from "@amends/core/rules";
import { matches } from "@amends/core/rules/matches";
import { buildPolicy } from "./build-policy.js";
import { stage } from "./testing/build-stage.js";
import { policyOf, ruleOf } from "./testing/built-policy.js";
import { importModule } from "./testing/import-module.js";
import { loadModule } from "./testing/load-module.js";

describe("buildPolicy", () => {
  it("writes a module that says which policy it is and decides as it", async () => {
    const policy = policyOf({ rules: [ruleOf({ because: "she comes back", source: "handbook", confidence: "A" })] });
    const module = await importModule(buildPolicy(policy).code);
    expect(module.policy).toEqual({ name: "shop/score", version: "1.2.0", hash: hashOf(policy) });
    const facts = { "customer.vip": true };
    expect(module.decide(facts)).toEqual(compilePolicy(policy).decide(facts));
    expect(module.matches(facts)).toEqual([{ type: "score", params: { points: 5 } }]);
    expect(module.first(facts)).toEqual({ type: "score", params: { points: 5 } });
    expect(module.first({})).toBeUndefined();
    expect(module.decide({}).missing).toEqual(["customer.vip"]);
    expect(() => module.decide(7 as never)).toThrow(AmendsError);
  });

  it("imports the operators it uses and no others", () => {
    const rules = [
      ruleOf({
        conditions: {
          all: [
            { fact: "a", operator: "startsWith", value: "x" },
            { fact: "b", operator: "not:someFact:equal", value: 5 },
          ],
        },
      }),
    ];
    const { code } = buildPolicy(policyOf({ rules }));
    const [, names] = /import \{ (.*) \} from "@amends\/core\/rules\/operators"/.exec(code) ?? [];
    expect(names?.split(", ")).toEqual(["equal", "not", "someFact", "startsWith"]);
    expect(buildPolicy(policyOf()).code).not.toContain("@amends/core/rules/operators");
    expect(code).not.toMatch(/\beval\b|\bFunction\b/);
  });

  it("quotes dated rules only while they are in force", () => {
    const policy = policyOf({
      zone: "Asia/Tokyo",
      asOf: "order.placedAt",
      rules: [ruleOf({ effectiveFrom: "2026-02-01", effectiveTo: "2026-03-01" })],
    });
    const module = loadModule(buildPolicy(policy, { stage }).code);
    const at = (placedAt: string | undefined) => ({
      "customer.vip": true,
      ...(placedAt === undefined ? {} : { "order.placedAt": placedAt }),
    });
    for (const placedAt of ["2026-01-31T14:59:59Z", "2026-01-31T15:00:00Z", "2026-02-28T15:00:00Z", undefined]) {
      expect(module.decide(at(placedAt))).toEqual(compilePolicy(policy, { stage }).decide(at(placedAt)));
    }
    expect(module.matches(at("2026-01-31T15:00:00Z"))).toHaveLength(1);
    expect(module.matches(at("2026-01-31T14:59:59Z"))).toEqual([]);
    expect(module.first(at(undefined))).toBeUndefined();
  });

  it("reads params that take facts by the stage's schema", () => {
    const policy = policyOf({ rules: [ruleOf({ event: { type: "score", params: { points: { fact: "customer.orders" } } } })] });
    const build = { stage, stageImport: { from: "the/stage", exported: "riskStage" } };
    const { code } = buildPolicy(policy, build);
    expect(code).toContain('import { riskStage } from "the/stage";');
    const module = loadModule(code, { "the/stage": { riskStage: stage } });
    const compiled = compilePolicy(policy, { stage });
    for (const orders of [3, undefined]) {
      const facts = { "customer.vip": true, "customer.orders": orders };
      expect(module.decide(facts)).toEqual(compiled.decide(facts));
    }
    const many = { "customer.vip": true, "customer.orders": "many" };
    expect(() => module.matches(many)).toThrow(/"vip".*points/);
    expect(() => compiled.decide(many)).toThrow(/"vip".*points/);
    expect(() => buildPolicy(policy, { stage })).toThrow(/stage_import_missing/);
    expect(loadModule(buildPolicy(policy).code).matches(many)).toEqual([{ type: "score", params: { points: "many" } }]);
  });

  it("takes operators of a host, and says where it imports them from", () => {
    const policy = policyOf({
      rules: [
        ruleOf({ name: "own", conditions: { all: [{ fact: "order.number", operator: "matches", value: "^AMZ-" }] } }),
        ruleOf({ name: "odd", conditions: { all: [{ all: [{ fact: "order.number", operator: "length", value: 0 }] }] } }),
      ],
    });
    const length = { name: "length", evaluate: (fact: unknown) => (fact as string).length as unknown as boolean };
    const operators = [
      { definition: matches, from: "@amends/core/rules/matches", exported: "matches" },
      { definition: length, from: "own/operators", exported: "length" },
    ];
    const { code } = buildPolicy(policy, { operators });
    expect(code).toContain('import { length } from "own/operators";');
    const module = loadModule(code, { "own/operators": { length } });
    const compiled = compilePolicy(policy, { operators: [matches, length] });
    for (const number of ["AMZ-7", "7", ""])
      expect(module.decide({ "order.number": number })).toEqual(compiled.decide({ "order.number": number }));
    expect(() => module.decide({})).toThrow(/"odd"/);
    expect(() => compiled.decide({})).toThrow(/"odd"/);
    expect(() => buildPolicy(policy)).toThrow(InvalidPolicyError);
  });

  it("can't be changed by whoever reads an answer", () => {
    const module = loadModule(buildPolicy(policyOf({ rules: [ruleOf({ event: { type: "score", params: { list: [1] } } })] })).code);
    const [event] = module.matches({ "customer.vip": true }) as unknown as [{ params: { list: number[] } }];
    expect(() => event.params.list.push(2)).toThrow(TypeError);
  });

  it("sorts and counts once what fires in several branches", () => {
    const rules = Array.from({ length: 40 }, (_, index) =>
      ruleOf({
        name: `rule-${index}`,
        conditions: {
          any: [
            { fact: "a", operator: "equal", value: index % 3 },
            { fact: "b", operator: "equal", value: index % 2 },
          ],
        },
      }),
    );
    const module = loadModule(buildPolicy(policyOf({ rules })).code);
    const facts = { a: 0, b: 0 };
    expect(module.decide(facts).fired.map(({ rule }) => rule)).toEqual(
      compilePolicy(policyOf({ rules }))
        .decide(facts)
        .fired.map(({ rule }) => rule),
    );
    expect(module.matches({ a: 0, b: 0 }).length).toBeGreaterThan(20);
  });
});
