import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePolicy } from "@amends/core/rules";
import { lintPolicies } from "./lint-policies.js";
import { codes, day, leaf, lint, policyOf, rule, word } from "./testing/linted-policy.js";
import { stage } from "./testing/linted-stage.js";

describe("no-rules", () => {
  it("finds a policy that never decides, and one that silences a standard policy", () => {
    expect(codes("first", [rule("a")])).not.toContain("no-rules rules");
    expect(lint("first", [])).toMatchObject([{ code: "no-rules", severity: "warning", path: "rules", line: 7 }]);
    expect(lint("all", [], { policy: "standard/words" })[0]?.message).toContain("stands in the place of the standard policy");
  });
});

describe("figures", () => {
  it("belong into a parameter where they stand twice, by fact or unit", () => {
    const twice = [rule("a", { all: [day("greaterThan", 45)] }), rule("b", { all: [leaf("late", "lessThan", 45)] })];
    expect(codes("all", twice)).toEqual(["magic-number rules[0].conditions.all[0].value"]);
    const parameters = { long: { value: 45, unit: "days", because: "x" } };
    const used = rule("c", { all: [leaf("late", "equal", { fact: "parameters.long" })] });
    expect(codes("all", [rule("a", { all: [leaf("days", "in", [45, 7])] }), used], { parameters })).toEqual([
      "magic-number rules[0].conditions.all[0].value[0]",
    ]);
    expect(codes("all", [rule("a", { all: [day("equal", 0)] }), rule("b", { all: [day("equal", 0), word("a")] })])).toEqual([]);
  });

  it("say where they come from", () => {
    const read = { all: [day("equal", { fact: "parameters.p" })] };
    expect(codes("all", [rule("a", read)], { parameters: { p: 5 } })).toEqual(["missing-source parameters.p"]);
    expect(codes("all", [rule("a", read)], { parameters: { p: { value: 5, unit: "days" } } })).toEqual(["missing-source parameters.p"]);
    expect(codes("all", [rule("a", { ...read, because: undefined })], { parameters: { p: { value: 5, source: "x" } } })).toEqual([]);
    expect(codes("all", [rule("a", { say: { within: "PT1H" }, because: undefined })])).toEqual(["missing-source rules[0]"]);
    expect(codes("all", [rule("a", { say: { points: 1 }, because: undefined })])).toEqual([]);
  });
});

describe("what nothing uses", () => {
  it("is found, but for what the stage reads itself", () => {
    const described = (value: number) => ({ value, because: "x" });
    const parameters = { readByStage: described(2), readByRule: described(2), maximumRateAgeDays: described(2) };
    expect(codes("all", [rule("a", { all: [word("a")] })], { parameters })).toEqual(["unused-parameter parameters.readByRule"]);
  });

  it("is found among shared conditions, through references", () => {
    const conditions = { used: { all: [{ condition: "inner" }] }, inner: { all: [word("a")] }, left: { all: [word("b")] } };
    expect(codes("all", [rule("a", { all: [{ condition: "used" }] })], { conditions })).toEqual(["unused-condition conditions.left"]);
  });
});

describe("dates", () => {
  const dated = (effectiveTo: string, changes: object = {}) =>
    codes("all", [rule("a", { all: [word("a")], effectiveTo })], changes, { now: Date.UTC(2026, 2, 3, 20) });

  it("that are over are found where the case dates the policy", () => {
    expect(dated("2026-03-03")).toEqual(["expired rules[0].effectiveTo"]);
    expect(dated("2026-03-04")).toEqual([]);
    expect(dated("2026-03-04", { zone: "Asia/Tokyo" })).toEqual(["expired rules[0].effectiveTo"]);
    expect(dated("2026-03-03", { asOf: "order.placedAt" })).toEqual([]);
    expect(codes("all", [rule("a", { all: [word("a")], effectiveTo: "2000-01-01" })])).toEqual([]);
  });

  it("of two versions of a rule don't overlap", () => {
    const versions = (from: string) =>
      codes("all", [
        rule("old", { all: [word("a")], say: { what: "x" }, effectiveTo: "2030-01-01" }),
        rule("new", { all: [word("a")], say: { what: "y" }, effectiveFrom: from }),
      ]);
    expect(versions("2029-12-31")).toEqual(["overlapping-dates rules[1].effectiveFrom"]);
    expect(versions("2030-01-01")).toEqual([]);
  });
});

describe("groups", () => {
  it("without members are found at any depth", () => {
    const conditions = { shared: { any: [] } };
    const rules = [rule("a", { all: [{ not: { any: [] } }] }), rule("b", { all: [{ condition: "shared" }, { all: [] }, word("a")] })];
    expect(codes("all", rules, { conditions }).filter((code) => code.startsWith("empty-group"))).toEqual([
      "empty-group rules[0].conditions.all[0].not.any",
      "empty-group rules[1].conditions.all[1].all",
      "empty-group conditions.shared.any",
    ]);
  });

  it("say one thing", () => {
    const conditions = { any: [word("a")], all: [day("equal", 3)], not: day("equal", 4) };
    const found = lint("all", [{ ...rule("a"), conditions }]).filter(({ code }) => code === "mixed-group-keys");
    expect(found.map(({ path }) => path)).toEqual(["rules[0].conditions.all", "rules[0].conditions.not"]);
    expect(found[0]?.witness?.facts).toMatchObject({ "x.word": "a" });
  });
});

describe("lint", () => {
  it("leaves out what doesn't load, and what is off", () => {
    expect(lintPolicies([{ path: "a.policy.json", text: "{" }], { stages: [stage] })).toEqual([]);
    expect(codes("all", [rule("a", { all: [{ any: [] }, word("a")] })], {}, { severity: { "empty-group": "off" } })).toEqual([]);
    expect(lint("all", [rule("a", { all: [{ any: [] }, word("a")] })], {}, { severity: { "empty-group": "warning" } })[0]?.severity).toBe(
      "warning",
    );
  });

  const comparison = fc.oneof(
    fc
      .tuple(fc.constantFrom("lessThan", "greaterThan", "equal"), fc.integer({ min: 1, max: 4 }))
      .map(([operator, value]) => day(operator, value)),
    fc.subarray(["a", "b", "c"], { minLength: 1 }).map((words) => word(...words)),
  );
  const cases = [undefined, 0, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5].flatMap((days) =>
    [undefined, "a", "b", "c"].map((each) => ({ "x.days": days, "x.word": each })),
  );

  it("agrees with deciding every case on what never fires and what never decides", () => {
    fc.assert(
      fc.property(fc.array(fc.array(comparison, { maxLength: 3 }), { minLength: 1, maxLength: 5 }), (given) => {
        const rules = given.map((all, index) => rule(`r${index}`, { all, say: { what: `w${index}` } }));
        const compiled = compilePolicy(policyOf("first", rules), { stage });
        const decisions = cases.map((facts) => compiled.decide(facts));
        const never = rules.map(({ name }) => !decisions.some(({ fired, lost }) => [...fired, ...lost].some((each) => each.rule === name)));
        const beaten = rules.map(({ name }) => !decisions.some(({ fired }) => fired[0]?.rule === name));
        const found = lint("first", rules);
        const at = (code: string, index: number) =>
          found.some((each) => each.code === code && each.path?.startsWith(`rules[${index}]`) === true);
        for (const index of rules.keys()) {
          expect(at("never-fires", index)).toBe(never[index]);
          expect(at("shadowed", index)).toBe(beaten[index] === true && never[index] === false);
        }
        for (const { witness } of found) if (witness !== undefined) expect(() => compiled.decide(witness.facts)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
