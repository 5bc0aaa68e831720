import { numberFact, wordFact } from "@amends/core/facts";
import { compilePolicy, type Policy } from "@amends/core/rules";
import { defineStage, type AnyStage } from "@amends/core/stage";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { lintPolicies, type LintOptions } from "./lint-policies.js";

const stage = defineStage({
  name: "sla",
  reads: ["ticket"],
  writes: "sla",
  facts: {
    "x.days": numberFact({ description: "Days.", example: 1, unit: "days" }),
    "x.late": numberFact({ description: "Days.", example: 1, unit: "days" }),
    "x.word": wordFact(["a", "b", "c"], { description: "A word.", example: "a" }),
  },
  events: {
    say: z.strictObject({
      what: z.string().optional(),
      points: z.number().optional(),
      group: z.string().optional(),
      within: z.string().optional(),
      urgent: z.boolean().optional(),
    }),
  },
  decisions: { words: ["say"] },
  policies: [
    {
      policy: "standard/words",
      version: "1.0.0",
      stage: "sla",
      decision: "words",
      decide: "all",
      parameters: { readByStage: 1, readByRule: 2 },
      rules: [
        {
          name: "r",
          conditions: { all: [{ fact: "x.days", operator: "equal", value: { fact: "parameters.readByRule" } }] },
          event: { type: "say" },
        },
      ],
    },
  ],
  decide: () => ({}) as never,
}) as unknown as AnyStage;

const leaf = (fact: string, operator: string, value: unknown) => ({ fact: `x.${fact}`, operator, value });
interface Rule {
  readonly [key: string]: unknown;
  readonly all?: readonly object[];
  readonly say?: object;
}
const rule = (name: string, { all = [], say = {}, ...rest }: Rule = {}) => ({
  name,
  because: "as it is",
  conditions: { all },
  event: { type: "say", params: say },
  ...rest,
});

const policyOf = (decide: string, rules: readonly object[], changes: object = {}) =>
  ({ policy: "shop/x", version: "1.0.0", stage: "sla", decision: "words", decide, rules, ...changes }) as unknown as Policy;

function lint(decide: string, rules: readonly object[], changes: object = {}, options: LintOptions = {}) {
  const text = JSON.stringify(policyOf(decide, rules, changes), null, 2);
  return lintPolicies([{ path: "x.policy.json", text }], { stages: [stage], ...options });
}
const codes = (...given: Parameters<typeof lint>) => lint(...given).map(({ code, path }) => `${code} ${path ?? ""}`);
const day = (operator: string, value: unknown) => leaf("days", operator, value);
const word = (...words: string[]) => leaf("word", "in", words);

describe("no-rules", () => {
  it("finds a policy that never decides, and one that silences a standard policy", () => {
    expect(codes("first", [rule("a")])).not.toContain("no-rules rules");
    expect(lint("first", [])).toMatchObject([{ code: "no-rules", severity: "warning", path: "rules", line: 7 }]);
    expect(lint("all", [], { policy: "standard/words" })[0]?.message).toContain("stands in the place of the standard policy");
  });
});

describe("shadowed", () => {
  it("is proved over several rules together, and names those that are needed", () => {
    const found = lint("first", [
      rule("low", { all: [day("lessThan", 5)], say: { what: "low" } }),
      rule("word", { all: [word("a")], say: { what: "word" } }),
      rule("high", { all: [day("greaterThanInclusive", 5)], say: { what: "high" } }),
      rule("middle", { all: [day("between", [3, 8])], say: { what: "middle" } }),
    ]).find(({ code }) => code !== "magic-number");
    expect(found).toMatchObject({ code: "shadowed", severity: "error", path: "rules[3]", line: expect.any(Number) as number });
    expect(found?.message).toBe('rule "middle" never decides: "low" and "high" take all its cases');
    expect(found?.witness?.says).toMatch(/^"middle" fires, and "(low|high)" decides before it$/);
  });

  it("goes by priority, not by the place in the file", () => {
    const narrow = { all: [day("greaterThan", 8)], say: { what: "n" } };
    const wide = { all: [day("greaterThan", 3)], say: { what: "w" } };
    expect(codes("first", [rule("wide", { ...wide, priority: 1 }), rule("narrow", { ...narrow, priority: 2 })])).toEqual([]);
    expect(codes("first", [rule("narrow", { ...narrow, priority: 1 }), rule("wide", { ...wide, priority: 2 })])).toEqual([
      "shadowed rules[0]",
    ]);
    expect(codes("all", [rule("wide", wide), rule("narrow", narrow)])).toEqual([]);
  });

  it("is left aside where a rule never fires or is a copy", () => {
    const dead = { all: [day("greaterThan", 5), day("lessThan", 3)], say: { what: "dead" } };
    expect(codes("first", [rule("a", { all: [word("a")] }), rule("b", { all: [word("a")] }), rule("dead", dead)])).toEqual([
      "never-fires rules[2].conditions",
      "duplicate rules[1]",
    ]);
  });

  it("takes dates into account", () => {
    const say = { what: "x" };
    expect(codes("first", [rule("old", { all: [word("a")], effectiveTo: "2030-01-01" }), rule("new", { all: [word("a")], say })])).toEqual(
      [],
    );
  });
});

describe("never-fires", () => {
  it("says which conditions exclude each other", () => {
    const [found] = lint("all", [rule("r", { all: [word("a"), day("greaterThan", 5), word("b", "c")] })]);
    expect(found?.message).toContain('x.word in ["a"]; x.word in ["b","c"]');
    expect(found?.message).not.toContain("x.days");
  });

  it("says what the parameter is", () => {
    const conditions = { all: [day("lessThan", { fact: "parameters.most" }), day("greaterThan", 5)] };
    const [found] = lint("all", [rule("r", conditions)], { parameters: { most: { value: 3, because: "x" } } });
    expect(found?.message).toContain("x.days lessThan most (3); x.days greaterThan 5");
  });

  it("says nothing of what it can't read, and follows references", () => {
    const conditions = { none: { any: [{ not: { all: [] } }] } };
    expect(codes("all", [rule("r", { all: [{ condition: "none" }] })], { conditions })).toContain("never-fires rules[0].conditions");
    expect(codes("all", [rule("r", { all: [leaf("word", "someFact:startsWith", "a")] })])).toEqual([]);
  });
});

describe("no-witness", () => {
  const text = (operator: string, other: string) => ({ fact: "ticket.text", operator, value: { fact: other } });

  it("says how many cases were tried where nothing is proved, and claims nothing else", () => {
    const parcel = "shipment.trackingNumber";
    const rules = [rule("odd", { all: [text("startsWith", parcel), text("endsWith", "order.id"), text("notEqual", parcel)] })];
    expect(lint("all", rules, {}, { tries: 50 }).map(({ code, severity, message }) => ({ code, severity, message }))).toEqual([
      { code: "no-witness", severity: "warning", message: 'rule "odd": no witness in 50 tries; whether it can fire is not known' },
    ]);
  });

  it("says nothing of a rule that a case was found for", () => {
    expect(codes("all", [rule("same", { all: [text("startsWith", "order.id")] }), rule("plain", { all: [word("a")] })])).toEqual([]);
  });
});

describe("conflicting", () => {
  const both = (decide: string, one: object, other: object, more: object = {}) =>
    codes(decide, [rule("a", { all: [word("a", "b")], say: one, ...more }), rule("b", { all: [word("b", "c")], say: other, ...more })]);

  it.each<[string, object, object, readonly string[]]>([
    ["all", { what: "x", within: "PT1H" }, { what: "x", within: "PT2H" }, ["conflicting rules[1]"]],
    ["all", { what: "x", urgent: true }, { what: "x", urgent: false }, ["conflicting rules[1]"]],
    ["all", { what: "x", within: "PT1H" }, { what: "y", within: "PT2H" }, []],
    ["all", { what: "x", points: 1 }, { what: "x", points: 2 }, []],
    ["all", { within: "PT1H" }, { within: "PT2H" }, []],
    ["all", { what: "x", within: "PT1H" }, { what: "x", urgent: true }, []],
    ["first", { what: "x" }, { what: "y" }, []],
    ["mostSpecific", { what: "x" }, { what: "y" }, ["conflicting rules[1]"]],
    ["mostSpecific", { what: "x" }, { what: "x" }, []],
    ["strictest", { what: "x", points: 3 }, { what: "y", points: 3 }, ["conflicting rules[1]"]],
    ["strictest", { what: "x", points: 3 }, { what: "y", points: 4 }, []],
    ["strictest", { what: "x" }, { what: "y" }, []],
    ["sum", { group: "g", points: 3 }, { group: "g", points: -3 }, ["conflicting rules[1]"]],
    ["sum", { group: "g", points: 3 }, { group: "h", points: -3 }, []],
    ["sum", { points: 3 }, { points: -3 }, []],
  ])("under %s: %j and %j", (decide, one, other, expected) => {
    expect(both(decide, one, other)).toEqual(expected);
  });

  it("asks under first only where priorities order other rules", () => {
    const rules = [
      rule("a", { all: [word("a", "b")], say: { what: "x" }, priority: 5 }),
      rule("b", { all: [word("b", "c")], say: { what: "y" }, priority: 5 }),
      rule("rest", { say: { what: "z" }, priority: 1 }),
    ];
    expect(codes("first", rules)).toEqual(["conflicting rules[1]"]);
  });

  it("never is of rules that exclude each other", () => {
    expect(
      codes("all", [
        rule("a", { all: [day("lessThan", 5)], say: { what: "x", within: "PT1H" } }),
        rule("b", { all: [day("greaterThanInclusive", 5)], say: { what: "x", within: "PT2H" } }),
      ]),
    ).not.toContain("conflicting rules[1]");
  });
});

describe("gap", () => {
  it("names the words that no rule takes", () => {
    const [found] = lint("first", [
      rule("a", { all: [word("a")], say: { what: "x" } }),
      rule("b", { all: [word("b")], say: { what: "y" } }),
    ]);
    expect(found).toMatchObject({ code: "gap", message: 'no rule takes x.word "c"', witness: { facts: { "x.word": "c" } } });
  });

  it.each<[string, string, readonly object[]]>([
    ["a rule takes every case", "first", [rule("a", { all: [word("a", "b")] }), rule("rest", { say: { what: "z" } })]],
    [
      "a rule asks for another fact",
      "first",
      [rule("a", { all: [word("a", "b")] }), rule("d", { all: [day("equal", 3)], say: { what: "z" } })],
    ],
    [
      "few words are meant",
      "first",
      [rule("a", { all: [word("a")] }), rule("d", { all: [word("a"), day("equal", 3)], say: { what: "z" } })],
    ],
    ["all outcomes count", "all", [rule("a", { all: [word("a")] }), rule("b", { all: [word("b")] })]],
  ])("is none where %s", (_why, decide, rules) => {
    expect(codes(decide, rules).filter((code) => code.startsWith("gap"))).toEqual([]);
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
