import { describe, expect, test } from "vitest";
import { runOnDemand } from "../on-demand/run-on-demand.js";
import { matches } from "../operators/matches.js";
import { compileRules } from "./compile-rules.js";
import type { RuleProperties } from "./rule-properties.js";
import { ownPropertyPathResolver, parseOwnPropertyPath } from "./own-property-path.js";
import { fires, ruleOf } from "./testing/decide.js";
import { findingsOf, placesOf } from "./testing/findings-of.js";

const event = { type: "hit" };
const leaf = { fact: "a", operator: "equal", value: 1 };

function nested(levels: number, wrap: (inner: unknown) => unknown, innermost: unknown): unknown {
  let at = innermost;
  for (let level = 0; level < levels; level += 1) at = wrap(at);
  return at;
}

describe("nesting", () => {
  test("63 groups around a test are fine, 64 are not", () => {
    expect(placesOf([{ conditions: nested(63, (inner) => ({ all: [inner] }), leaf), event }])).toEqual([]);
    expect(findingsOf([{ conditions: nested(64, (inner) => ({ all: [inner] }), leaf), event }])).toMatchObject([{ code: "too_deep" }]);
  });

  test.each<[string, unknown]>([
    ["all", nested(10_000, (inner) => ({ all: [inner] }), leaf)],
    ["not", nested(10_000, (inner) => ({ not: inner }), leaf)],
    ["a value", { all: [{ ...leaf, value: nested(10_000, (inner) => [inner], 1) }] }],
    ["params", { all: [{ ...leaf, params: nested(10_000, (inner) => ({ inner }), 1) }] }],
  ])("10,000 levels of %s end in a finding", (_, conditions) => {
    expect(findingsOf([{ conditions, event }])).toMatchObject([{ code: "too_deep" }]);
  });

  test("10,000 levels in an event's params end in a finding", () => {
    const rules = [{ conditions: { all: [] }, event: { type: "x", params: nested(10_000, (inner) => ({ inner }), 1) } }];
    expect(findingsOf(rules)).toMatchObject([{ code: "too_deep" }]);
  });

  test("a condition or value that contains itself ends in findings", () => {
    const circle: { all: unknown[] } = { all: [] };
    circle.all.push(circle, circle);
    expect(findingsOf([{ conditions: circle, event }]).map(({ code }) => code)).toContain("too_deep");
    const list: unknown[] = [];
    list.push(list);
    expect(findingsOf([{ conditions: { all: [{ ...leaf, value: list }] }, event }])).toMatchObject([{ code: "too_deep" }]);
  });

  test("10,000 shared conditions in a chain end in findings", () => {
    const conditions: Record<string, unknown> = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`c${index}`, { condition: `c${index + 1}` }]),
    );
    conditions["c10000"] = { all: [] };
    expect(new Set(findingsOf([{ conditions: { condition: "c0" }, event }], { conditions }).map(({ code }) => code))).toContain("too_deep");
  });

  test("shared conditions that double at each level are refused by their size", () => {
    const conditions: Record<string, unknown> = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`c${index}`, { all: [{ condition: `c${index + 1}` }, { condition: `c${index + 1}` }] }]),
    );
    conditions["c25"] = { all: [leaf] };
    expect(findingsOf([{ conditions: { condition: "c0" }, event }], { conditions })).toMatchObject([{ code: "too_many_nodes" }]);
  });

  test("decorators without end are refused", () => {
    expect(findingsOf([{ conditions: { all: [{ ...leaf, operator: `${"not:".repeat(2_000)}equal` }] }, event }])).toMatchObject([
      { code: "too_many_decorators" },
    ]);
    expect(fires({ all: [{ ...leaf, operator: `${"not:".repeat(64)}equal` }] }, { a: 1 })).toBe(true);
  });
});

describe("size", () => {
  const many = (length: number): number[] => Array.from({ length }, (_, index) => index);

  test("100,000 entries of a list are fine, one more is not", () => {
    const list = (length: number): unknown => [{ conditions: { all: [{ fact: "a", operator: "in", value: many(length) }] }, event }];
    expect(placesOf(list(100_000))).toEqual([]);
    expect(placesOf(list(100_001))).toEqual(["list_too_long @ rules[0].conditions.all[0].value"]);
    expect(placesOf([{ conditions: { all: many(100_001) }, event }])).toEqual(["list_too_long @ rules[0].conditions.all"]);
    expect(placesOf(many(100_001))).toEqual(["list_too_long @ rules"]);
    const params = Object.fromEntries(many(100_001).map((key) => [`k${key}`, 1]));
    expect(placesOf([{ conditions: { all: [] }, event: { type: "x", params } }])).toEqual(["list_too_long @ rules[0].event.params"]);
  });

  test("100,000 entries of a fact are looked for in a list of 100,000", () => {
    const conditions = { all: [{ fact: "a", operator: "someFact:in", value: many(100_000) }] };
    const rules = compileRules([{ conditions, event }]);
    const none = { a: many(100_000).map((entry) => entry + 0.5) };
    expect([rules.matches(none), rules.run(none).events]).toEqual([[], []]);
    expect(rules.first({ a: [0.5, 99_999] })).toEqual(event);
  });

  test("100,000 conditions are fine, one more is not", () => {
    const rule = (length: number): unknown => ({ conditions: { all: many(length).map(() => leaf) }, event });
    expect(placesOf([rule(99_999)])).toEqual([]);
    expect(findingsOf([rule(60_000), rule(60_000)])).toMatchObject([{ code: "too_many_nodes" }]);
    expect(findingsOf([rule(3)], { nodesAtMost: 2 })).toMatchObject([
      { code: "too_many_nodes", expected: "at most 2 in all rules together" },
    ]);
    expect(compileRules([rule(60_000), rule(60_000)] as RuleProperties[], { nodesAtMost: 200_000 }).matches({ a: 1 })).toBeInstanceOf(
      Array,
    );
  });

  test("10,000 characters of a text are fine, one more is not", () => {
    const long = "x".padEnd(10_001, "x");
    expect(placesOf([{ conditions: { all: [{ ...leaf, value: long.slice(1) }] }, event }])).toEqual([]);
    expect(placesOf([{ conditions: { all: [{ ...leaf, value: [long] }] }, event }])).toEqual([
      "text_too_long @ rules[0].conditions.all[0].value[0]",
    ]);
    const everywhere = [
      {
        name: long,
        conditions: { all: [{ fact: long, operator: long, value: { [long]: 1 }, path: long, name: long }, { condition: long }] },
        event: { type: long },
      },
    ];
    const findings = findingsOf(everywhere);
    expect(findings).toHaveLength(8);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["text_too_long"]));
  });

  test("a million mistakes give a bounded list of findings", () => {
    const findings = findingsOf([{ conditions: { all: many(90_000).map(() => ({})) }, event }]);
    expect(findings).toHaveLength(1_001);
    expect(findings.at(-1)?.code).toBe("too_many_findings");
    expect(findingsOf(many(5_000)).at(-1)?.code).toBe("too_many_findings");
    expect(findingsOf([], { conditions: Object.fromEntries(many(5_000).map((index) => [`c${index}`, 1])) }).at(-1)?.code).toBe(
      "too_many_findings",
    );
  });
});

describe("prototypes", () => {
  test("are never reached through a path", () => {
    for (const path of [
      "$.__proto__",
      "$.constructor",
      "$.prototype",
      "$['__proto__'].polluted",
      "$.constructor.constructor",
      "$.toString",
    ]) {
      expect(ownPropertyPathResolver({ a: 1 }, path)).toBeUndefined();
      expect(
        ownPropertyPathResolver(JSON.parse('{"__proto__":{"polluted":1},"constructor":{"constructor":1},"prototype":1}') as object, path),
      ).toBeUndefined();
      expect(fires({ all: [{ fact: "a", path, operator: "notEqual", value: undefined }] }, { a: { b: 1 } })).toBe(false);
    }
  });

  test("keys named __proto__ are refused in rules and change nothing", () => {
    const rules: unknown = JSON.parse('[{"conditions":{"all":[]},"event":{"type":"x","params":{"__proto__":{"polluted":1}}}}]');
    expect(placesOf(rules)).toEqual(["prototype_key @ rules[0].event.params.__proto__"]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("conditions and operators named like members of objects are unknown unless given", () => {
    expect(() => fires({ condition: "constructor" }, {})).toThrow(/No condition "constructor"/);
    for (const operator of ["constructor", "__proto__", "toString:equal"])
      expect(findingsOf([{ conditions: { all: [{ ...leaf, operator }] }, event }])).toHaveLength(1);
  });
});

describe("paths with code in them", () => {
  const mark = "globalThis.pwned=1";
  // What each group exploits was published for JSONPath engines; the texts are our own.
  const exploits = [
    // A filter or a script that reaches the constructor of functions, through the scope's or a value's own prototype.
    `$[?(@.constructor.constructor('${mark}')())]`,
    `$[?(this.constructor.constructor('${mark}')())]`,
    `$[(this.constructor.constructor("${mark}")())]`,
    `$..[?(@.b.constructor.constructor('${mark}')())]`,
    `$[?(''.at.constructor('${mark}')())]`,
    `$[?([].map.constructor('${mark}')())]`,
    // A filter that assigns to a name the engine itself calls afterwards.
    `$[?(var _$_v=[].constructor.constructor("${mark}");@root())]`,
    `$..[?(run=''.constructor.constructor('${mark}');run())]`,
    // Keys hidden from a list of forbidden names: wrapped in lists, put together, escaped.
    `$[?(f=''[['constructor']][['constructor']]('${mark}');f())]`,
    `$[?(@['const'+'ructor']['const'+'ructor']('${mark}')())]`,
    `$[?(@['\\u0063onstructor']['constructor']('${mark}')())]`,
    // An interpreter of expressions: functions, templates and calls with a bound this.
    `$[?((function(){${mark}})())]`,
    `$[?((()=>{${mark}})())]`,
    "$[?(`${globalThis.pwned=1}`)]",
    `$[?(@.a.call.call(Function,null,'${mark}'))]`,
    `$..[(@.length-1).constructor.constructor('${mark}')()]`,
    // A path that is written to, and pollutes prototypes.
    "$..__proto__.polluted",
    "$.*.constructor.prototype",
    "$['__proto__','constructor']",
    // Work or memory without end.
    "$..[?(@)]",
    "$..*..*..*",
    "$[(@.length-1)]",
    "$.a[?(@.b.match(/(a+)+$/))]",
    "$['a'.padEnd(1e9)]",
    "$[?('a'.repeat(1e9))]",
    "$[0:1e9:1]",
    // Parts of the language that are not ours.
    "$.a['b",
    "$.a]",
    "$ .a",
    "$.a`parent",
    "$.a^",
    "$.a~",
    "$[0:9]",
    "$['a','b']",
    "$[*]",
    "$[-1]",
    "$.a@string()",
    "$.",
    "$['a\\'b']",
    "constructor",
    "__proto__",
    "a.b",
    "@.a",
  ];

  test.each(exploits)("%s is refused while compiling, and resolves to nothing", async (path) => {
    const rules = [ruleOf({ all: [{ ...leaf, path }] })];
    expect(placesOf(rules)).toEqual(["unsupported_path @ rules[0].conditions.all[0].path"]);
    await expect(runOnDemand(rules, { facts: { a: {} } })).rejects.toThrow(/not supported/);
    expect(ownPropertyPathResolver({ a: { b: 1 } }, path)).toBeUndefined();
    expect((globalThis as { pwned?: number }).pwned).toBeUndefined();
  });

  test("long paths are read in one pass", () => {
    expect(parseOwnPropertyPath(`$${".a".repeat(5_000)}`)).toHaveLength(5_000);
    expect(parseOwnPropertyPath(`$${"['".repeat(5_000)}`)).toBeUndefined();
  });
});

describe("regular expressions", () => {
  const matching = (pattern: unknown, text: unknown): boolean =>
    fires({ all: [{ fact: "text", operator: "matches", value: pattern }] }, { text }, { operators: [matches] });

  test("find, anchor and ignore case", () => {
    expect([matching("b+", "abbc"), matching("^b+$", "abbc"), matching("(?i)^ABBC$", "abbc"), matching("b", 5)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(
      fires({ all: [{ fact: "list", operator: "someFact:matches", value: "^x" }] }, { list: ["a", "xy"] }, { operators: [matches] }),
    ).toBe(true);
  });

  test.each(["(a+)+$", "(a|aa)+$", "(.*a){25}$", "^(([a-z])+.)+[A-Z]([a-z])+$"])("%s takes linear time", (pattern) => {
    expect(matching(pattern, `${"a".repeat(50_000)}!`)).toBe(false);
  });

  test("what is no expression is refused while compiling", () => {
    for (const value of ["(", "(?=a)", "(a)\\1", 5, null]) {
      expect(
        findingsOf([{ conditions: { all: [{ fact: "a", operator: "matches", value }] }, event }], { operators: [matches] }),
      ).toMatchObject([{ code: "invalid_operand" }]);
    }
  });

  test("an expression from a fact is checked when read", () => {
    const engine = compileRules([ruleOf({ all: [{ fact: "text", operator: "matches", value: { fact: "pattern" } }] })], {
      operators: [matches],
    });
    expect(engine.matches({ text: "abc", pattern: "b" })).toHaveLength(1);
    expect(() => engine.matches({ text: "abc", pattern: "(" })).toThrow(/Rule "rules\[0\]" failed/);
    expect(() => engine.matches({ text: "abc", pattern: 5 })).toThrow(/regular expression/);
    for (let index = 0; index < 300; index += 1) expect(engine.matches({ text: `n${index}`, pattern: `n${index}$` })).toHaveLength(1);
  });
});
